import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fraction, multiply, parseDecimal } from "@openftz/kernel/fraction.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import fc from "fast-check";
import { FREE, parseTariffRate } from "../duty/rate-column.ts";
import type { Column } from "../duty/tariff-line.ts";
import { percentText, toFen, yuanText } from "../law/computation.ts";
import { type RetailRegime, retailRegime } from "./retail-regime.ts";
import { type RetailCase, retailTax } from "./retail-tax.ts";
import { compositeRate } from "./tax-item.ts";

const column = (text: string): Column => {
  const read = parseTariffRate(text);
  assert.ok(read.kind === "rate");
  return read;
};
const GROUND = { from: plainDateOf("2019-01-01"), source: "limits of the test", confirmed: true };
const LIMITS = { transaction: 500_000n, year: 2_600_000n, oneThingAbove: true };
const SHARE = fraction(7n, 10n);

type Parts = { readonly ct?: string; readonly vat?: string; readonly duty?: string; readonly kg?: string };
const purchase = (fen: bigint, parts: Parts = {}, more: Partial<RetailCase> = {}): RetailCase => ({
  day: plainDateOf("2026-03-02"),
  items: [
    {
      price: fen,
      vat: column(parts.vat ?? "13"),
      consumptionTax: parts.ct === undefined ? FREE : column(parts.ct),
      duty: parts.duty === undefined ? undefined : column(parts.duty),
      quantities: new Map(parts.kg === undefined ? [] : [["kg", parseDecimal(parts.kg)!]]),
    },
  ],
  boughtBefore: 0n,
  indivisible: false,
  limits: { ...GROUND, value: LIMITS },
  share: { ...GROUND, value: SHARE },
  ...more,
});
const computed = (it: RetailCase) => {
  const found = retailTax(it);
  assert.ok(found.kind === "computed");
  return found;
};

describe("what limits make of a purchase", () => {
  const rows: readonly [total: bigint, before: bigint, indivisible: boolean, regime: RetailRegime][] = [
    [500_000n, 0n, false, "reduced"],
    [500_001n, 0n, false, "general-trade"],
    [500_001n, 0n, true, "full"],
    [500_000n, 2_100_000n, false, "reduced"],
    [500_000n, 2_100_001n, false, "general-trade"],
    [2_600_000n, 0n, true, "full"],
    [2_600_001n, 0n, true, "general-trade"],
    [1n, 2_600_000n, false, "general-trade"],
  ];
  for (const [total, boughtBefore, indivisible, regime] of rows)
    it(`${yuanText(total)} CNY after ${yuanText(boughtBefore)}${indivisible ? ", one thing" : ""}: ${regime}`, () =>
      assert.equal(retailRegime({ total, boughtBefore, indivisible }, LIMITS), regime));
});

it("one thing above the limit was general trade while the law made no exception for it", () => {
  const purchase = { total: 500_001n, boughtBefore: 0n, indivisible: true };
  assert.equal(retailRegime(purchase, { ...LIMITS, oneThingAbove: false }), "general-trade");
});

describe("the taxes on a purchase", () => {
  type Row = readonly [
    what: string,
    it: RetailCase,
    duty: string,
    ct: string,
    vat: string,
    tax: string,
    composite: string | undefined,
  ];
  const rows: readonly Row[] = [
    [
      "perfume at 15 and 13 %",
      purchase(100_000n, { ct: "15" }),
      "0.00",
      "123.53",
      "107.06",
      "230.59",
      "23.0588 %",
    ],
    ["goods without consumption tax", purchase(100_000n), "0.00", "0.00", "91.00", "91.00", "9.1 %"],
    ["books at 9 %", purchase(10_000n, { vat: "9" }), "0.00", "0.00", "6.30", "6.30", "6.3 %"],
    [
      "one thing above the limit: all in full",
      purchase(1_000_000n, { ct: "15", duty: "10" }, { indivisible: true }),
      "1000.00",
      "1941.18",
      "1682.35",
      "4623.53",
      undefined,
    ],
    [
      "spirits, by percentage and weight",
      purchase(100_000n, { ct: "20 + 1 CNY/kg", kg: "2" }),
      "0.00",
      "176.75",
      "113.98",
      "290.73",
      undefined,
    ],
  ];
  for (const [what, it_, duty, ct, vat, tax, composite] of rows)
    it(what, () => {
      const found = computed(it_);
      const [item] = found.items;
      assert.deepEqual([item!.duty, item!.consumptionTax, item!.vat].map(yuanText), [duty, ct, vat]);
      assert.equal(yuanText(found.tax!), tax);
      assert.equal(item!.compositeRate && percentText(item!.compositeRate), composite);
    });

  it("are none where it has to be declared as general trade, which is said", () => {
    const { tax, items, steps } = computed(purchase(500_001n));
    assert.deepEqual([tax, items.length], [null, 0]);
    assert.match(
      steps[0]!.sentence,
      /5000\.01 CNY at once of at most 5000\.00: above the limit of a purchase/,
    );
  });

  it("are told step by step", () =>
    assert.deepEqual(
      computed(purchase(100_000n, { ct: "15" })).steps.map(({ sentence }) => sentence),
      [
        "1000.00 CNY in the year of at most 26000.00, 1000.00 CNY at once of at most 5000.00: no duty is owed, and only a share of VAT and consumption tax.",
        'Item 1, consumption tax "15" on 1000.00 CNY: 176.47 CNY, of which 70 %: 123.53 CNY.',
        'Item 1, VAT "13" on 1176.47 CNY: 152.94 CNY, of which 70 %: 107.06 CNY.',
        "Together 230.59 CNY are owed.",
      ],
    ));

  it("are not computed while something is lacking, and all of it is named", () => {
    const found = retailTax(
      purchase(1_000_000n, { ct: "20 + 1 CNY/kg", vat: "2 USD/L" }, { indivisible: true }),
    );
    assert.deepEqual(found.kind === "refused" && found.faults.map(({ pointer }) => pointer), [
      "/items/0/duty",
      "/items/0/quantities",
      "/items/0/quantities",
      "/items/0/vat",
    ]);
  });
});

describe("the composite rate", () => {
  const percent = (below: number) =>
    fc.integer({ min: 0, max: below }).map((hundredths) => fraction(BigInt(hundredths), 10_000n));

  it("is the sum of both taxes at their share, but for the fen that each rounding can move", () =>
    fc.assert(
      fc.property(fc.bigInt(0n, LIMITS.transaction), percent(5_600), percent(2_000), (price, ct, vat) => {
        const text = ({ n }: { n: bigint }) => `${n / 100n}.${String(n % 100n).padStart(2, "0")}`;
        const { tax } = computed(purchase(price, { ct: text(ct), vat: text(vat) }));
        const exact = toFen(multiply(fraction(price, 100n), compositeRate(vat, ct, SHARE)));
        const off = tax! - exact;
        assert.ok(off >= -2n && off <= 2n, `${tax} and ${exact}`);
      }),
    ));

  it("of a purchase in full is never below the reduced one", () =>
    fc.assert(
      fc.property(fc.bigInt(1n, LIMITS.transaction), percent(5_600), (price, ct) => {
        const text = `${ct.n / 100n}.${String(ct.n % 100n).padStart(2, "0")}`;
        const reduced = computed(purchase(price, { ct: text })).tax!;
        const tight = {
          limits: { ...GROUND, value: { ...LIMITS, transaction: 0n } },
          indivisible: true,
        };
        assert.ok(computed(purchase(price, { ct: text, duty: "5" }, tight)).tax! >= reduced);
      }),
    ));
});
