import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session } from "../../api/types.ts";
import { formActs, slipActs } from "./form-acts.ts";

const TODAY = "2026-06-01";
const who = (role: string, place: string) => ({ grants: [{ role, place }] }) as unknown as Session;
const OWN = who("declarant", "party/OWN");
const OTHER = who("declarant", "party/OTHER");
const OFFICER = who("officer", "office/2218");

describe("a business form", () => {
  for (const [state, validUntil, session, acts] of [
    ["filed", TODAY, OFFICER, "decide"],
    ["filed", TODAY, who("officer", "office/2233"), ""],
    ["filed", TODAY, OWN, ""],
    ["effective", TODAY, OWN, "slip close"],
    ["effective", "2026-05-31", OWN, "close"],
    ["effective", TODAY, OTHER, ""],
    ["effective", TODAY, OFFICER, ""],
    ["closed", TODAY, OWN, ""],
  ] as const)
    it(`${state} until ${validUntil}, ${session.grants[0]!.place}: ${acts || "none"}`, () =>
      assert.equal(
        formActs({ state, office: "2218", party: "OWN", validUntil }, session, TODAY).join(" "),
        acts,
      ));
});

describe("a stock slip", () => {
  for (const [state, returns, pass, session, acts] of [
    ["approved", null, null, OWN, "pass delete"],
    ["approved", "SS1", null, OWN, "pass delete"],
    ["approved", null, undefined, OWN, ""],
    ["approved", null, "Z1", OWN, ""],
    ["passed", null, "Z1", OWN, "return"],
    ["passed", "SS1", "Z1", OWN, ""],
    ["passed", null, "Z1", OFFICER, ""],
    ["declared", null, "Z1", OWN, ""],
  ] as const)
    it(`${state}${returns ? ", a return" : ""}, ${pass ?? "no pass"}, ${session.grants[0]!.place}: ${acts || "none"}`, () =>
      assert.equal(slipActs({ state, party: "OWN", returns }, pass, session).join(" "), acts));
});
