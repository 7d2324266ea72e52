import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { memoryDisk } from "../../server/adapters/memory/memory-store.ts";
import { StoreLocked } from "../../server/store.ts";
import { storeContract } from "../../server/store-contract.ts";
import { Random } from "../random.ts";
import { Loop } from "./loop.ts";
import { calm, modelStore } from "./model-store.ts";

const RUN_AHEAD_MS = 1_000;

/** Turns virtual time as long as something is open on it. */
const turning = (loop: Loop): (() => void) => {
  let isOver = false;
  const turn = async (): Promise<void> => {
    while (!isOver) await loop.runTo(loop.now + RUN_AHEAD_MS);
  };
  void turn();
  return () => {
    isOver = true;
  };
};

storeContract("the simulator's model", async () => {
  const [disk, loop, weather] = [memoryDisk(), new Loop(), calm()];
  const stop = turning(loop);
  const open = () =>
    modelStore({
      disk,
      loop,
      weather,
      random: new Random("contract"),
      life: { alive: true },
      onWritten: () => {},
    });
  const store = open();
  return {
    store,
    reopen: async () => {
      if (disk.holder !== undefined) throw new StoreLocked("Another store is open on this disk.");
      return open();
    },
    cleanup: async () => stop(),
  };
});

describe("the simulator's model of a store", () => {
  const opened = () => {
    const [disk, loop, weather] = [memoryDisk(), new Loop(), calm()];
    const life = { alive: true };
    const store = modelStore({ disk, loop, weather, random: new Random("x"), life, onWritten: () => {} });
    return { disk, loop, weather, life, store };
  };

  it("refuses everything while the line is cut", async () => {
    const { loop, weather, store } = opened();
    weather.isAway = true;
    const asked = assert.rejects(store.journal.head(), /cut/);
    await loop.runTo(100);
    await asked;
  });

  it("never answers a process that has died", async () => {
    const { loop, life, store } = opened();
    let isAnswered = false;
    void store.journal.head().then(() => {
      isAnswered = true;
    });
    life.alive = false;
    await loop.runTo(100);
    assert.equal(isAnswered, false);
  });
});
