import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { inclusionProof, leafHash, rootOfLeaves } from "@openftz/kernel/merkle.ts";
import { onDisk, testJournal } from "../cli/test-journal.ts";
import { sha256 } from "../desk/sealing.ts";
import { checkpointText } from "../proof/checkpoint.ts";
import { noteOf } from "../proof/note.ts";
import { Proofs } from "../proof/proofs.ts";
import { openSigning } from "../proof/signing-folder.ts";
import { newSigningKey, signText } from "../proof/signing-key.ts";
import { checkProof, proofText, readProof } from "../proof/tlog-proof.ts";
import { check } from "./check-proof.mjs";

const PROGRAM = path.join(import.meta.dirname, "check-proof.mjs");
const folder = await mkdtemp(path.join(tmpdir(), "openftz-check-"));
after(() => rm(folder, { recursive: true }));

describe("check-proof.mjs, which shares no code with OpenFTZ", () => {
  let proof = "";
  let keys = "";
  let signing: Awaited<ReturnType<typeof openSigning>>;
  before(async () => {
    signing = await openSigning(path.join(folder, "data.signing"), [], "customs.example/test");
    await onDisk(await testJournal(), async (installation) => {
      const { journal } = installation.store;
      const proofs = new Proofs({ journal, tree: () => installation.tree, day: () => "2026-03-05", signing });
      proof = proofText(await proofs.inclusion(2));
      keys = signing.key.verifier.text;
    });
  });

  it("imports nothing but Node's own", async () => {
    const text = await readFile(PROGRAM, "utf8");
    const imported = [...text.matchAll(/from "([^"]+)"|import\("([^"]+)"\)/g)].map(([, name]) => name);
    assert.deepEqual(imported, ["node:crypto", "node:fs", "node:url"]);
  });

  it("proves what is in the journal, and tells which entry it is", () => {
    const { words, entry } = check(proof, keys);
    assert.match(
      words,
      /^PROVED: entry 2 is in the journal customs\.example\/test, among its first 3 entries/,
    );
    assert.match(words, /party\.registered/);
    assert.equal((JSON.parse(entry) as { position: number }).position, 2);
  });

  it("agrees with OpenFTZ for every entry of trees of many sizes", async () => {
    for (let size = 1; size <= 70; size++) {
      const entries = Array.from({ length: size }, (_, at) => Buffer.from(`{"position":${at + 1}}`));
      const leaves = entries.map((entry) => leafHash(sha256, entry));
      const text = checkpointText({
        origin: "customs.example/test",
        size,
        root: rootOfLeaves(sha256, leaves),
      });
      const checkpoint = noteOf(text, [await signText(signing.key, text)]);
      for (const index of [0, size >> 1, size - 1]) {
        const of = { entry: entries[index]!, index, path: inclusionProof(sha256, leaves, index), checkpoint };
        checkProof(of, [signing.key.verifier]);
        assert.match(check(proofText(of), keys).words, /^PROVED/, `${index} of ${size}`);
        if (index > 0) assert.throws(() => check(proofText({ ...of, index: index - 1 }), keys), { code: 1 });
      }
    }
  });

  it("refuses a proof in which any bit was flipped", () => {
    const bytes = Buffer.from(proof);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      assert.throws(() => check(changed.toString("utf8"), keys), { code: 1 }, `bit ${bit}`);
    }
  });

  it("refuses the key of somebody else, and a damaged key", () => {
    assert.throws(() => check(proof, newSigningKey("customs.example/test").verifier.text), {
      message: /none of the keys signed/,
    });
    assert.throws(() => check(proof, keys.slice(0, -3)), { code: 2 });
  });

  it("rests on a checkpoint that somebody kept, or says that it does not", async () => {
    const { checkpoint } = readProof(proof);
    assert.match(check(proof, keys, checkpoint).words, /^PROVED/);
    const signed = async (size: number, fill: number): Promise<string> => {
      const text = checkpointText({
        origin: "customs.example/test",
        size,
        root: new Uint8Array(32).fill(fill),
      });
      return noteOf(text, [await signText(signing.key, text)]);
    };
    const [longer, forked] = [await signed(9, 1), await signed(3, 1)];
    assert.throws(() => check(proof, keys, longer), { message: /--against CHECKPOINT/ });
    assert.throws(() => check(proof, keys, forked), { message: /signed two journals/ });
  });

  it("runs by itself from anywhere: 0 proved, 1 not proved, 2 wrong use", async () => {
    const alone = path.join(folder, "check.mjs");
    await writeFile(alone, await readFile(PROGRAM));
    const file = path.join(folder, "a.tlog-proof");
    await writeFile(file, proof);
    await writeFile(path.join(folder, "keys"), `# of the customs\n${keys}\n`);
    const run = (...words: string[]) => spawnSync(process.execPath, [alone, ...words], { encoding: "utf8" });
    const good = run(file, path.join(folder, "keys"), "--entry");
    assert.deepEqual([good.status, good.stderr], [0, ""]);
    assert.match(good.stdout, /^PROVED[\s\S]*\n\{"position":2,/);
    await writeFile(file, proof.replace("index 1", "index 2"));
    const bad = run(file, keys);
    assert.deepEqual([bad.status, bad.stdout], [1, ""]);
    assert.match(bad.stderr, /^NOT PROVED/);
    assert.equal(run(file).status, 2);
    assert.equal(run(path.join(folder, "none"), keys).status, 2);
  });
});
