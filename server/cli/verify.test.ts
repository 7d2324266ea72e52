import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { memoryStore } from "../adapters/memory/memory-store.ts";
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
