import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Loop } from "./loop.ts";

describe("virtual time", () => {
  it("runs what is due in the order of its time, and of its coming where the time is the same", async () => {
    const loop = new Loop();
    const ran: string[] = [];
    for (const [ms, name] of [
      [30, "d"],
      [10, "b"],
      [10, "c"],
      [0, "a"],
    ] as const)
      loop.at(ms, () => ran.push(`${name}${loop.now}`));
    await loop.runTo(20);
    assert.deepEqual(ran, ["a0", "b10", "c10"]);
    await loop.runTo(40);
    assert.deepEqual(ran, ["a0", "b10", "c10", "d30"]);
    assert.equal(loop.now, 40);
  });

  it("lets promises go on before the next task runs", async () => {
    const loop = new Loop();
    const ran: string[] = [];
    void loop.pause(5).then(() => ran.push("after the pause"));
    loop.at(5, () => ran.push("the next task"));
    await loop.runTo(5);
    assert.deepEqual(ran, ["after the pause", "the next task"]);
  });

  it("runs nothing of a process that has died", async () => {
    const loop = new Loop();
    const life = { alive: true };
    loop.at(5, () => assert.fail("the dead act"), life);
    life.alive = false;
    await loop.runTo(10);
  });

  it("runs until something holds, or says that it never did", async () => {
    const loop = new Loop();
    let count = 0;
    const tick = (): void => {
      count += 1;
      loop.at(10, tick);
    };
    loop.at(10, tick);
    assert.equal(await loop.runUntil(() => count === 3, 100), true);
    assert.equal(loop.now, 30);
    assert.equal(await loop.runUntil(() => count === 100, 50), false);
  });
});
