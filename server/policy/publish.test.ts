import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { formatLock, parseLock } from "./lock.ts";
import { policyPublish, publish } from "./publish.ts";

const hash = (digit: string): string => digit.repeat(64);
const lock = { "cn/toll.v1.ts": hash("1"), "cn/toll.v2.ts": hash("2") };

describe("publishing", () => {
  const table: [says: string, files: Record<string, string>, fault: string | undefined, added: number][] = [
    ["nothing new is nothing to do", lock, undefined, 0],
    ["a new file is added", { ...lock, "cn/ferry.v1.ts": hash("3") }, undefined, 1],
    [
      "a published file that changed stops everything",
      { ...lock, "cn/toll.v1.ts": hash("9"), "cn/ferry.v1.ts": hash("3") },
      "changed cn/toll.v1.ts: Restore it, and write the change as cn/toll.v3.ts.",
      0,
    ],
    [
      "a published file that is gone too",
      { "cn/toll.v1.ts": hash("1") },
      "gone cn/toll.v2.ts: Restore it. To end the rule, publish cn/toll.v3.ts with its last day.",
      0,
    ],
    [
      "a file that is named like no measure is not published by mistake",
      { ...lock, "cn/notes.ts": hash("4") },
      "file cn/notes.ts: Name it <jurisdiction>/<name>.v<version>.ts, or move it out of policy/measures.",
      0,
    ],
  ];
  for (const [says, files, fault, added] of table) {
    it(says, () => {
      const { report, lock: after } = publish(lock, files);
      assert.deepEqual(
        report.faults.map(({ kind, where, next }) => `${kind} ${where}: ${next}`),
        fault === undefined ? [] : [fault],
      );
      assert.equal(report.ok, fault === undefined);
      assert.equal(report.counts.added, added);
      assert.deepEqual(after, fault === undefined ? files : lock);
    });
  }

  it("stops when nobody can tell what is published", () => {
    assert.equal(publish(undefined, lock).report.faults[0]?.kind, "lock");
  });
});

describe("the lock", () => {
  it("is written one file a line in the order of the names, and read back", () => {
    const text = formatLock({ "cn/b.v1.ts": hash("b"), "cn/a.v1.ts": hash("a") });
    assert.equal(text, `{\n  "cn/a.v1.ts": "${hash("a")}",\n  "cn/b.v1.ts": "${hash("b")}"\n}\n`);
    assert.deepEqual(parseLock(text), { "cn/a.v1.ts": hash("a"), "cn/b.v1.ts": hash("b") });
  });

  it("with a merge conflict or a broken hash in it is no lock", () => {
    for (const text of ["<<<<<<< ours", "[]", "null", '{"cn/a.v1.ts":"12"}', `{"../a.ts":"${hash("a")}"}`])
      assert.equal(parseLock(text), undefined, text);
  });
});

describe("publishing on the disk", async () => {
  const root = await mkdtemp(join(tmpdir(), "policy-"));
  after(() => rm(root, { recursive: true }));
  const folder = join(root, "policy", "measures", "cn");
  const file = join(folder, "toll.v1.ts");
  const lockText = () => readFile(join(root, "policy", "measures.lock.json"), "utf8").catch(() => undefined);
  const run = (write: boolean) => policyPublish({ root, write });

  it("writes only when told, then freezes the file to the byte", async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "..", "index.ts"), "not a measure");
    await writeFile(file, "export default 1;\n");
    assert.deepEqual((await run(false)).counts, { files: 1, published: 0, added: 1 });
    assert.equal(await lockText(), undefined);

    assert.ok((await run(true)).ok);
    const published = await lockText();
    assert.match(published!, /"cn\/toll\.v1\.ts": "[0-9a-f]{64}"/);

    await writeFile(file, "export default 1; \n");
    const refused = await run(true);
    assert.deepEqual(
      refused.faults.map(({ kind }) => kind),
      ["changed"],
    );
    assert.equal(await lockText(), published);

    await writeFile(file, "export default 1;\n");
    assert.deepEqual((await run(true)).counts, { files: 1, published: 1, added: 0 });
  });
});
