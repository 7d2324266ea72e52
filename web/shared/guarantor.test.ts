import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session } from "../api/types.ts";
import { atStake, guarantorAct, isOverdue } from "./guarantor.ts";

const who = (role: string, place: string) => ({ grants: [{ role, place }] }) as unknown as Session;
const OFFICER = who("officer", "office/2218");
const LATE = { office: "2218", guarantee: "G-1", reserved: "5000", called: false, isLate: true };

describe("a guarantor", () => {
  for (const [what, secured, session, told] of [
    ["is called upon for what is overdue", LATE, OFFICER, "call-guarantor"],
    ["not before", { ...LATE, isLate: false }, OFFICER, ""],
    ["not where nothing is reserved", { ...LATE, reserved: "0" }, OFFICER, ""],
    ["not without a guarantee", { ...LATE, guarantee: null }, OFFICER, ""],
    ["pays what was called", { ...LATE, called: true }, OFFICER, "settle-guarantor"],
    ["also when it is late no more", { ...LATE, called: true, isLate: false }, OFFICER, "settle-guarantor"],
    ["not by an officer elsewhere", LATE, who("officer", "office/2233"), ""],
    ["not by an enterprise", LATE, who("declarant", "party/A"), ""],
    ["not by a stranger", LATE, undefined, ""],
  ] as const)
    it(`${what}: ${told || "nothing"}`, () => assert.equal(guarantorAct(secured, session) ?? "", told));
});

const went = (slip: string, stake: string, list: string | null = null) => ({
  ...{ slip, stake, list, by: "2026-06-30", returns: null, declared: "10", passed: true },
});

const back = (returns: string, stake: string, declared: string, passed: boolean) => ({
  ...{ slip: `${returns}-back`, returns, stake, declared, passed, by: "2026-06-30", list: null },
});

describe("what is at stake under a form", () => {
  it("is what went, less what is back; what is coming back is still out", () => {
    const slips = [
      went("A", "90071992547409930"),
      went("B", "7"),
      back("A", "3", "1", true),
      back("B", "4", "5", false),
    ];
    assert.equal(atStake(slips), 90071992547409934n);
    assert.equal(atStake([]), 0n);
  });

  it("is overdue from the day after the last, unless a list declares it or all of it is back", () => {
    assert.equal(isOverdue([went("A", "1")], "2026-06-30"), false);
    assert.equal(isOverdue([went("A", "1")], "2026-07-01"), true);
    assert.equal(isOverdue([went("A", "1", "QD1")], "2026-07-01"), false);
    assert.equal(isOverdue([{ ...went("A", "1"), passed: false }], "2026-07-01"), false);
    assert.equal(isOverdue([went("A", "1"), back("A", "1", "9.5", true)], "2026-07-01"), true);
    assert.equal(isOverdue([went("A", "1"), back("A", "1", "10", false)], "2026-07-01"), true);
    assert.equal(isOverdue([went("A", "1"), back("A", "1", "10", true)], "2026-07-01"), false);
  });
});
