import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Random } from "../random.ts";
import { planKills } from "./kill-plan.ts";

describe("a plan of kills", () => {
  it("has exactly as many kills as asked for, of every kind when there are many", () => {
    for (const kills of [1, 2, 3, 50, 200]) {
      const rounds = planKills(kills, new Random(`plan ${kills}`));
      const all = rounds.flatMap(({ filing, starting }) => (starting ? [filing, starting] : [filing]));
      assert.equal(all.length, kills);
    }
    const many = planKills(200, new Random("many"));
    assert.ok(many.some(({ starting }) => starting));
    assert.deepEqual([...new Set(many.map(({ filing }) => filing.what))].sort(), [
      "process",
      "process and database",
    ]);
  });

  it("is the same for the same seed", () => {
    assert.deepEqual(planKills(20, new Random("a")), planKills(20, new Random("a")));
    assert.notDeepEqual(planKills(20, new Random("a")), planKills(20, new Random("b")));
  });
});
