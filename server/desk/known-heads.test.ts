import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { encodePeaks, rootOf } from "@openftz/kernel/merkle.ts";
import { type MemoryDisk, memoryStore } from "../adapters/memory/memory-store.ts";
import { worldDisk } from "../export/test-world.ts";
import { Installation } from "../installation.ts";
import { sha256 } from "./sealing.ts";
import { fromTheStart, type KnownHead, type Verified, verifySlice } from "./verify.ts";

const WHOSE = "a checkpoint that was signed";

describe("an installation opens only on a journal that has the heads known from outside", () => {
  let disk: MemoryDisk;
  let last = 0;
  before(async () => {
    disk = await worldDisk(2);
    last = disk.entries.length;
    // A checkpoint kept beside the entries, as after a thousand: what is before it is verified in the background.
    const { position, frontier } = stateAt(last - 5);
    disk.checkpoints.push({ position, root: rootOf(sha256, frontier), frontier: encodePeaks(frontier) });
  });

  const stateAt = (position: number): Verified => verifySlice(fromTheStart, disk.entries.slice(0, position));
  const head = (position: number, of = position): KnownHead => ({
    position,
    root: rootOf(sha256, stateAt(of).frontier),
    whose: WHOSE,
  });
  const open = async (...heads: KnownHead[]): Promise<void> => {
    const store = memoryStore(disk);
    try {
      await (await Installation.open({ store, heads, verifyInBackground: false })).close();
    } finally {
      await store.close();
    }
  };

  it("with heads of its end, of its tail, of before the checkpoint kept, and of nothing", async () => {
    await open(head(last), head(last - 2), head(last - 5), head(4), head(0));
  });

  for (const [what, wrong, position] of [
    ["longer than the journal", () => ({ ...head(last), position: last + 3 }), () => last + 1],
    ["that its tail does not have", () => head(last - 2, last - 3), () => last - 2],
    ["that its end does not have", () => head(last, last - 1), () => last],
    ["that its beginning does not have", () => head(4, 5), () => 4],
  ] as const)
    it(`but not with one ${what}`, async () => {
      await assert.rejects(open(wrong()), { name: "JournalFault", position: position() });
    });
});
