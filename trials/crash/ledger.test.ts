import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Ledger } from "./ledger.ts";

const answer = (declaration: string, repeated = false, lane = "release") => ({
  kind: "acknowledged" as const,
  declaration,
  repeated,
  text: `{"repeated":false,"declaration":"${declaration}","lane":"${lane}"}`,
});

/** A ledger in which R1 was acknowledged as N1. */
const withOne = (): Ledger => {
  const ledger = new Ledger(() => undefined);
  ledger.note("R1", answer("N1"));
  return ledger;
};

describe("the ledger of a crash trial", () => {
  it("finds nothing when the same answer comes again", () => {
    const ledger = withOne();
    ledger.note("R1", answer("N1", true));
    ledger.compareWith(new Map([["R1", { declaration: "N1", position: 7 }]]));
    assert.deepEqual([ledger.findings, ledger.size, ledger.repeats], [[], 1, 1]);
  });

  const broken: readonly (readonly [what: string, does: (ledger: Ledger) => void, finding: RegExp])[] = [
    ["filed anew", (ledger) => ledger.note("R1", answer("N2")), /R1 was lost: it was filed anew as N2/],
    ["with another number", (ledger) => ledger.note("R1", answer("N2", true)), /R1 was N1 and is now N2/],
    [
      "with another answer",
      (ledger) => ledger.note("R1", answer("N1", true, "inspect")),
      /the answer to R1 changed/,
    ],
    ["a number given twice", (ledger) => ledger.note("R2", answer("N1")), /N1 was given to R1 and to R2/],
    ["not in the journal", (ledger) => ledger.compareWith(new Map()), /R1 .* is not in the journal/],
    [
      "in the journal under another number",
      (ledger) => ledger.compareWith(new Map([["R1", { declaration: "N9", position: 7 }]])),
      /the journal has N9/,
    ],
  ];
  for (const [what, does, finding] of broken)
    it(`finds an acknowledgement ${what}`, () => {
      const ledger = withOne();
      does(ledger);
      assert.equal(ledger.findings.length, 1);
      assert.match(ledger.findings[0]!, finding);
    });
});
