import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sortMine, turnOf } from "./turn.ts";

const row = {
  state: "held",
  taxState: "due",
  holds: ["tax"],
  amendment: false,
  due: "2026-12-09",
  at: "2026-11-24T01:00:00.000Z",
} as const;

describe("whose turn it is", () => {
  for (const [name, change, allGiven, turn] of [
    ["tax is to be paid", {}, false, "you"],
    ["papers are missing", { holds: ["documents"], taxState: "none" }, false, "you"],
    ["all papers were given", { holds: ["documents"], taxState: "none" }, true, "others"],
    ["an inspection is ordered", { holds: ["inspection"], taxState: "none" }, false, "others"],
    ["an amendment waits", { amendment: true }, false, "others"],
    ["nothing holds it any more", { holds: [], taxState: "paid" }, false, "others"],
    ["released against a guarantee", { state: "released", holds: [], taxState: "guaranteed" }, false, "you"],
    ["released and paid", { state: "released", holds: [], taxState: "paid" }, false, "nobody"],
    ["closed", { state: "closed", holds: [], taxState: "paid" }, false, "nobody"],
  ] as const)
    it(`${name}: ${turn}`, () => assert.equal(turnOf({ ...row, ...change }, allGiven), turn));

  it("puts the overdue first, then the day it is due", () => {
    const overdue = { ...row, taxState: "overdue", due: "2026-12-20" };
    const soon = { ...row, due: "2026-12-01" };
    const never = { ...row, due: null };
    assert.deepEqual(sortMine([never, row, soon, overdue]), [overdue, soon, row, never]);
  });
});
