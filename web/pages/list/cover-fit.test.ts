import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directionFor, fits, traderFor } from "./cover-fit.ts";

const list = (more: object = {}) =>
  ({
    ...{ movement: "to-inland", party: "OWN", counterparty: null },
    lines: [
      { hs8: "84818040", netMassKg: "10.50" },
      { hs8: "84818040", netMassKg: "2" },
      { hs8: "34011100", netMassKg: "1" },
    ],
    ...more,
  }) as unknown as Parameters<typeof fits>[0];

const GOODS = [
  { commodity: "3401110000", netMassKg: "1.0" },
  { commodity: "8481804090", netMassKg: "12.5" },
];

const declaration = (content: object = {}, more: object = {}) =>
  ({
    ...{
      state: "released",
      list: null,
      content: { direction: "import", trader: "BUYER", goods: GOODS, ...content },
    },
    ...more,
  }) as unknown as Parameters<typeof fits>[1];

const TABLE: readonly (readonly [
  what: string,
  list: ReturnType<typeof list>,
  declaration: ReturnType<typeof declaration>,
  fits: boolean,
])[] = [
  ["the same goods, added up by HS8", list(), declaration(), true],
  ["closed is released, too", list(), declaration({}, { state: "closed" }), true],
  ["one that is held", list(), declaration({}, { state: "held" }), false],
  ["one that covers another list", list(), declaration({}, { list: "QD1" }), false],
  ["the other way", list(), declaration({ direction: "export" }), false],
  ["a little less", list(), declaration({ goods: [{ ...GOODS[0]!, netMassKg: "0.9" }, GOODS[1]!] }), false],
  ["not all goods", list(), declaration({ goods: [GOODS[1]!] }), false],
  [
    "other goods besides",
    list(),
    declaration({ goods: [...GOODS, { commodity: "1111111111", netMassKg: "1" }] }),
    false,
  ],
  ["of the enterprise that is named", list({ counterparty: "BUYER" }), declaration(), true],
  ["of another one than is named", list({ counterparty: "BUYER" }), declaration({ trader: "OWN" }), false],
  [
    "abroad, of the enterprise of the book",
    list({ movement: "from-abroad" }),
    declaration({ trader: "OWN" }),
    true,
  ],
  ["abroad, of others", list({ movement: "from-abroad" }), declaration(), false],
];

describe("a declaration for a list", () => {
  for (const [what, list_, declaration_, does] of TABLE)
    it(`${what}: ${does ? "fits" : "does not"}`, () => assert.equal(fits(list_, declaration_), does));

  it("goes the way that the goods go for the customs territory", () => {
    for (const [movement, direction, trader] of [
      ["to-abroad", "export", "OWN"],
      ["from-inland", "export", undefined],
      ["batch-to-inland", "import", undefined],
      ["release", "import", undefined],
    ] as const) {
      assert.equal(directionFor({ movement }), direction);
      assert.equal(traderFor({ movement, party: "OWN", counterparty: null }), trader);
    }
  });
});
