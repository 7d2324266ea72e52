import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storeContract } from "../../store-contract.ts";
import { crash, memoryDisk, memoryStore } from "./memory-store.ts";

storeContract("memory", async () => {
  const disk = memoryDisk();
  return {
    store: memoryStore(disk),
    reopen: async () => memoryStore(disk),
    cleanup: async () => crash(disk),
  };
});

describe("the memory store", () => {
  it("ends a crashed store and lets another one open on its disk", async () => {
    const disk = memoryDisk();
    const before = memoryStore(disk);
    crash(disk);
    const after = memoryStore(disk);
    await assert.rejects(before.journal.head(), /closed/);
    assert.equal((await after.journal.head()).position, 0);
  });
});
