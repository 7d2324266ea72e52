import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session } from "../../api/types.ts";
import { passActs, passStand } from "./pass-acts.ts";

const who = (role: string, place: string) => ({ grants: [{ role, place }] }) as unknown as Session;
const OWN = who("declarant", "party/OWN");
const OTHER = who("declarant", "party/OTHER");
const OFFICER = who("officer", "office/2218");
const ELSEWHERE = who("officer", "office/2233");

const TABLE: readonly (readonly [state: string, undeclared: boolean, who: Session, told: string])[] = [
  ["approved", false, OFFICER, "record: you pass.isApproved.you"],
  ["approved", false, ELSEWHERE, ": others pass.isApproved.others"],
  ["approved", false, OWN, "void: others pass.isApproved.others"],
  ["approved", false, OTHER, ": others pass.isApproved.others"],
  ["passed", false, OFFICER, ": done pass.isPassed"],
  ["passed", true, OWN, ": you pass.isUndeclared.you, to declare"],
  ["passed", true, OFFICER, ": others pass.isUndeclared.others"],
  ["voided", false, OWN, ": closed pass.isVoided"],
];

describe("a gate pass", () => {
  for (const [state, undeclared, session, told] of TABLE) {
    const { role, place } = session.grants[0]!;
    it(`${state}${undeclared ? ", its goods not declared" : ""}, to the ${role} at ${place}: ${told}`, () => {
      const pass = { state, office: "2218", party: "OWN" };
      const { tone, words, declares } = passStand(pass, session, undeclared);
      assert.equal(
        `${passActs(pass, session).join(" ")}: ${tone} ${words}${declares ? ", to declare" : ""}`,
        told,
      );
    });
  }
});
