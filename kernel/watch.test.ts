import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lend, type Reads } from "./watch.ts";

type Facts = {
  readonly goods: {
    readonly heading: string;
    readonly origin?: string | null;
    readonly marks: readonly string[];
  };
  readonly zone: { readonly type: string; readonly gate: { readonly open: boolean } };
};
const facts: Facts = {
  goods: { heading: "0207", marks: ["A", "B"] },
  zone: { type: "none", gate: { open: true } },
};

describe("facts on loan", () => {
  const table: [says: string, read: (facts: Facts) => unknown, notes: Reads][] = [
    ["a leaf is noted by its path", ({ goods }) => goods.heading, { "goods.heading": "0207" }],
    ["a leaf of a part of a part too", ({ zone }) => zone.gate.open, { "zone.gate.open": true }],
    ["an array is one leaf", ({ goods }) => goods.marks.includes("B"), { "goods.marks": ["A", "B"] }],
    ["a fact that is not there is noted as null", ({ goods }) => goods.origin, { "goods.origin": null }],
    [
      "asking whether a fact is there is reading it",
      ({ goods }) => "origin" in goods,
      { "goods.origin": null },
    ],
    ["a part alone is no leaf", ({ zone }) => zone.gate !== undefined, {}],
    [
      "only what the condition came to is noted",
      ({ goods, zone }) => zone.type === "free" && goods.heading === "0207",
      { "zone.type": "none" },
    ],
    [
      "spreading a part reads all its leaves",
      ({ goods }) => ({ ...goods }),
      { "goods.heading": "0207", "goods.marks": ["A", "B"] },
    ],
  ];
  for (const [says, read, notes] of table) {
    it(says, () => {
      assert.deepEqual(lend(facts).noting(read).read, notes);
    });
  }

  it("each reader's notes are its own, also of parts that an earlier one has opened", () => {
    const loan = lend(facts);
    assert.deepEqual(loan.noting(({ zone }) => zone.type).read, { "zone.type": "none" });
    assert.deepEqual(loan.noting(({ zone }) => zone.gate.open).read, { "zone.gate.open": true });
    assert.deepEqual(loan.noting(() => 1).read, {});
  });

  it("gives back what the reader found", () => {
    assert.equal(lend(facts).noting(({ goods }) => goods.marks.length).result, 2);
  });

  it("lends frozen facts as well", () => {
    const frozen = Object.freeze({ goods: Object.freeze({ heading: "0207", marks: [] }), zone: facts.zone });
    assert.deepEqual(lend<Facts>(frozen).noting(({ goods }) => goods.heading).read, {
      "goods.heading": "0207",
    });
  });

  it("refuses to have facts written, added or removed", () => {
    const loan = lend({ goods: { heading: "0207" } as { heading?: string } });
    const refusal = /lent to be read, not written/;
    assert.throws(() => loan.noting(({ goods }) => (goods.heading = "0208")), refusal);
    assert.throws(() => loan.noting(({ goods }) => delete goods.heading), refusal);
    assert.throws(() => loan.noting(({ goods }) => Object.defineProperty(goods, "x", { value: 1 })), refusal);
  });
});
