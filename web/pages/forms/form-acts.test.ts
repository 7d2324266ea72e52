import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session } from "../../api/types.ts";
import { formActs, slipActs, slipStand } from "./form-acts.ts";

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

type Row = readonly [
  state: "approved" | "passed" | "declared" | "deleted",
  returns: string | null,
  pass: string | null,
  session: Session,
  told: string,
];

describe("a stock slip", () => {
  const TABLE: readonly Row[] = [
    ["approved", null, null, OWN, "pass delete: you slip.stand.pass.you"],
    ["approved", "SS1", null, OWN, "pass delete: you slip.stand.pass.you"],
    ["approved", null, null, OFFICER, ": others slip.stand.pass.others"],
    ["approved", null, "Z1", OWN, ": others slip.stand.gate"],
    ["passed", null, "Z1", OWN, "return: you slip.stand.away"],
    ["passed", "SS1", "Z1", OWN, ": done slip.stand.back"],
    ["passed", null, "Z1", OFFICER, ": others slip.stand.away"],
    ["declared", null, "Z1", OWN, ": done slip.stand.declared"],
    ["deleted", null, null, OWN, ": closed slip.stand.deleted"],
  ];
  const tell = ([state, returns, pass, session]: Row, today: string): string => {
    const acts = slipActs({ state, party: "OWN", returns, pass }, session);
    const kind = returns === null ? "go" : "return";
    return `${acts.join(" ")}: ${slipStand({ state, kind, pass, by: TODAY }, acts, today).join(" ")}`;
  };
  for (const row of TABLE)
    it(`${row[0]}${row[1] ? ", a return" : ""}, ${row[2] ?? "no pass"}, ${row[3].grants[0]!.place}: ${row[4]}`, () =>
      assert.equal(tell(row, TODAY), row[4]));

  it("that went is late after its last day", () =>
    assert.equal(tell(["passed", null, "Z1", OWN, ""], "2026-06-02"), "return: stopped slip.stand.late"));
});
