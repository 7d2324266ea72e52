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

const open = (state: string, stake: string, by = "2026-06-30", list: string | null = null) => ({
  ...{ state, stake, by, list },
});

describe("what is at stake under a form", () => {
  it("is what went, less what is back; what is coming back is still out", () => {
    const slips = [
      open("gone", "90071992547409930"),
      open("gone", "7"),
      open("back", "3"),
      open("coming back", "4"),
    ];
    assert.equal(atStake(slips), 90071992547409934n);
    assert.equal(atStake([]), 0n);
  });

  it("is overdue from the day after the last, unless a list declares it", () => {
    assert.equal(isOverdue([open("gone", "1")], "2026-06-30"), false);
    assert.equal(isOverdue([open("gone", "1")], "2026-07-01"), true);
    assert.equal(isOverdue([open("gone", "1", "2026-06-30", "QD1")], "2026-07-01"), false);
  });
});
