import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, it } from "node:test";
import { toHex } from "@openftz/kernel/hash.ts";
import { appendLeaf, emptyFrontier, rootOf } from "@openftz/kernel/merkle.ts";
import { type MemoryDisk, memoryStore } from "../adapters/memory/memory-store.ts";
import { sha256 } from "../desk/sealing.ts";
import { exportDisk, freshFolder, worldDisk } from "../export/test-world.ts";
import { checkpointText } from "../proof/checkpoint.ts";
import { noteOf } from "../proof/note.ts";
import { newSigningKey, signText } from "../proof/signing-key.ts";
import { main } from "./main.ts";
import { testIo } from "./test-io.ts";
import { testJournal } from "./test-journal.ts";
import { prove } from "./verify.ts";

describe("openftz verify", () => {
  it("finds a sound journal sound, and tells its tree head", async () => {
    const { proof, root } = await prove(memoryStore(await testJournal()));
    assert.deepEqual(proof, { entries: 3, ok: true, firstFault: null });
    assert.match(root, /^[0-9a-f]{64}$/);
  });

  for (const position of [1, 2, 3])
    it(`names the position of a flipped byte in entry ${position}`, async () => {
      const disk = await testJournal();
      const bytes = disk.entries[position - 1]!.bytes;
      bytes[bytes.length - 5]! ^= 1;
      const { proof } = await prove(memoryStore(disk));
      assert.equal(proof.ok, false);
      assert(proof.firstFault && "position" in proof.firstFault);
      assert.equal(proof.firstFault.position, position);
      assert.match(proof.firstFault.detail, /bytes do not fit its seal/);
    });

  it("finds an entry that was taken out", async () => {
    const disk = await testJournal();
    disk.entries.splice(1, 1);
    const { proof } = await prove(memoryStore(disk));
    assert.equal(proof.ok, false);
  });

  it("finds a file that is not what its hash says", async () => {
    const disk = await testJournal();
    const [name, bytes] = [...disk.files][0]!;
    bytes[0]! ^= 1;
    const { proof } = await prove(memoryStore(disk));
    assert.deepEqual(proof.firstFault, { file: name, detail: `The file ${name} does not fit its hash.` });
  });
});

const key = newSigningKey("customs.example/test");

/** The tree head over the first entries of a disk. */
const rootAt = (disk: MemoryDisk, size: number): Uint8Array =>
  rootOf(
    sha256,
    disk.entries.slice(0, size).reduce((tree, { seal }) => appendLeaf(sha256, tree, seal), emptyFrontier),
  );

const signed = async (size: number, root: Uint8Array, by = key): Promise<string> => {
  const text = checkpointText({ origin: "customs.example/test", size, root });
  return noteOf(text, [await signText(by, text)]);
};

const kept = async (checkpoint: string): Promise<string> => {
  const file = `${freshFolder()}.txt`;
  await writeFile(file, checkpoint);
  return file;
};

const verify = async (...words: string[]) => {
  const { io, out, err } = testIo("", { OPENFTZ_SIGNING: freshFolder() });
  const code = await main(["verify", ...words], io);
  return { code, out: out(), err: err() };
};

describe("openftz verify EXPORT, offline", () => {
  it("proves a sound export, its files and its checkpoint", async () => {
    const disk = await worldDisk(3);
    const { folder, manifest } = await exportDisk(disk, {}, async ({ position }) =>
      signed(position, rootAt(disk, position)),
    );
    const { code, out } = await verify(folder, "--keys", key.verifier.text);
    assert.deepEqual(
      [code, out],
      [0, `${disk.entries.length} entries, all sound. Tree head ${manifest.end.root}\n`],
    );
    assert.match((await verify(folder)).out, /was not checked: add --keys/);
    const other = await verify(folder, "--keys", newSigningKey("customs.example/test").verifier.text);
    assert.equal(other.code, 1);
    assert.match(other.out, /none of the keys signed/);
  });

  it("tells that an export is none, is cut short, or lacks a file", async () => {
    const { folder, manifest } = await exportDisk(await worldDisk(2));
    assert.equal((await verify(freshFolder())).code, 1);
    await writeFile(path.join(folder, "files", manifest.files[0]!), "other");
    const { code, out } = await verify(folder, "--json");
    assert.equal(code, 1);
    assert.equal((JSON.parse(out) as { firstFault: { file: string } }).firstFault.file, manifest.files[0]);
  });

  const cases: readonly (readonly [
    what: string,
    head: (disk: MemoryDisk) => readonly [size: number, root: Uint8Array],
    code: number,
    says: RegExp,
  ])[] = [
    ["one of its own beginnings", (disk) => [9, rootAt(disk, 9)], 0, /only grew from the 9 entries/],
    ["its very end", (disk) => [disk.entries.length, rootAt(disk, disk.entries.length)], 0, /all sound/],
    ["the empty journal", (disk) => [0, rootAt(disk, 0)], 0, /only grew from the 0 entries/],
    [
      "another history of the same length",
      (disk) => [9, rootAt(disk, 8)],
      1,
      /another head than the checkpoint in/,
    ],
    [
      "more entries than there are",
      (disk) => [999, rootAt(disk, 9)],
      1,
      /it is missing: the journal ends before it/,
    ],
  ];
  for (const [what, head, code, says] of cases)
    it(`compares with a checkpoint of ${what}`, async () => {
      const disk = await worldDisk(2);
      const { folder } = await exportDisk(disk);
      const file = await kept(await signed(...head(disk)));
      const found = await verify(folder, "--against", file, "--keys", key.verifier.text);
      assert.equal(found.code, code, found.out + found.err);
      assert.match(found.out, says);
      assert.equal((await verify(folder, "--against", file)).code, code, "without keys");
    });

  it("finds a journal that was made anew with all its seals, against a checkpoint from before", async () => {
    const [first, forged] = [await worldDisk(2), await worldDisk(2)];
    const { folder } = await exportDisk(forged);
    assert.equal((await verify(folder)).code, 0, "it is sound in itself");
    const file = await kept(await signed(12, rootAt(first, 12)));
    const { code, out } = await verify(folder, "--against", file, "--keys", key.verifier.text);
    assert.equal(code, 1, toHex(rootAt(forged, 12)));
    assert.match(out, /another head than the checkpoint/);
  });

  it("does not compare with a checkpoint that nobody known signed", async () => {
    const disk = await worldDisk(2);
    const { folder } = await exportDisk(disk);
    const other = newSigningKey("customs.example/test");
    const file = await kept(await signed(9, rootAt(disk, 9), other));
    const found = await verify(folder, "--against", file, "--keys", key.verifier.text);
    assert.equal(found.code, 1);
    assert.match(found.err, /is no checkpoint to compare with/);
  });
});
