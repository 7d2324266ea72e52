import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDecimal } from "@openftz/kernel/fraction.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import fc from "fast-check";
import type { DeliveryTerm } from "../law/law.ts";
import { customsValue } from "./customs-value.ts";
import { ELEMENTS, type ElementName } from "./elements.ts";
import type { Charge, Sum, ValueCase } from "./value-case.ts";

const term = (code: string, en: string, priceHolds: DeliveryTerm["priceHolds"]): DeliveryTerm => ({
  code,
  name: { en, zh: en },
  priceHolds,
});
const CIF = term("1", "CIF", ["inland", "freight", "insurance"]);
const CFR = term("2", "C&F", ["inland", "freight"]);
const FOB = term("3", "FOB", ["inland"]);
const CI = term("4", "C&I", ["inland", "insurance"]);
const MARKET = term("5", "市场价", null);
const EXW = term("7", "EXW", []);

const decimal = (text: string) => parseDecimal(text)!;
/** "100 USD", or an amount of CNY. */
const sum = (text: string): Sum => {
  const [amount = "", currency = "CNY"] = text.split(" ");
  return { amount: decimal(amount), currency };
};
/** "3 %", "80 USD a ton" or "100 USD". */
const charge = (text: string): Charge => {
  if (text.endsWith(" %")) return { mark: "1", percent: decimal(text.slice(0, -2)) };
  return text.endsWith(" a ton") ? { mark: "2", ...sum(text.slice(0, -6)) } : { mark: "3", ...sum(text) };
};

type Parts = {
  readonly inland?: string;
  readonly freight?: string;
  readonly insurance?: string;
  readonly kg?: string;
  readonly elements?: readonly (readonly [ElementName, string])[];
};

const valueCase = (
  direction: "import" | "export",
  of: DeliveryTerm,
  price: string,
  parts: Parts = {},
): ValueCase => ({
  day: plainDateOf("2026-03-02"),
  direction,
  term: of,
  price: sum(price),
  ...(parts.inland && { inland: sum(parts.inland) }),
  ...(parts.freight && { freight: charge(parts.freight) }),
  ...(parts.insurance && { insurance: charge(parts.insurance) }),
  ...(parts.kg && { grossMassKg: decimal(parts.kg) }),
  elements: (parts.elements ?? []).map(([kind, text]) => ({ kind, ...sum(text) })),
  exchangeRates: new Map([
    ["USD", decimal("7.0288")],
    ["JPY", decimal("0.045123")],
  ]),
  assumedInsurance: {
    from: plainDateOf("2002-01-01"),
    value: { n: 3n, d: 1_000n },
    source: "recalled",
    confirmed: false,
  },
});

const fenOf = (it: ValueCase): bigint | string => {
  const found = customsValue(it);
  return found.kind === "computed" ? found.value : found.faults.map(({ pointer }) => pointer).join(" ");
};

describe("the value of an import is what it costs until it is unloaded at the place of entry", () => {
  const rows: readonly [what: string, of: DeliveryTerm, price: string, parts: Parts, fen: bigint][] = [
    ["CIF: the price alone", CIF, "200000", {}, 20_000_000n],
    ["in its own currency", CIF, "100000 USD", {}, 70_288_000n],
    ["C&F with insurance stated", CFR, "100000", { insurance: "250" }, 10_025_000n],
    ["C&F, insurance unknown: 3 per mille of goods and freight", CFR, "100000", {}, 10_030_000n],
    ["C&F, insurance 0 is known and is nothing", CFR, "100000", { insurance: "0" }, 10_000_000n],
    [
      "C&F, insurance as a percentage of the value with it",
      CFR,
      "99700",
      { insurance: "0.3 %" },
      10_000_000n,
    ],
    ["FOB, all unknown but freight", FOB, "100000", { freight: "5000" }, 10_531_500n],
    [
      "FOB, freight a percentage of the price",
      FOB,
      "100000",
      { freight: "5 %", insurance: "0" },
      10_500_000n,
    ],
    [
      "FOB, freight by the ton",
      FOB,
      "100000",
      { freight: "80 USD a ton", kg: "25000", insurance: "0" },
      11_405_760n,
    ],
    [
      "FOB, price, freight and insurance in three currencies",
      FOB,
      "1000 USD",
      { freight: "10000 JPY", insurance: "12.34" },
      749_237n,
    ],
    [
      "FOB, freight and insurance as percentages",
      FOB,
      "94715",
      { freight: "5 %", insurance: "0.3 %" },
      9_975_000n,
    ],
    ["C&I: freight alone", CI, "100000", { freight: "5000" }, 10_500_000n],
    [
      "EXW: from the seller's door",
      EXW,
      "100000",
      { inland: "1000", freight: "4000", insurance: "0" },
      10_500_000n,
    ],
    [
      "EXW, insurance unknown, on all the rest",
      EXW,
      "100000",
      { inland: "1000", freight: "4000" },
      10_531_500n,
    ],
    [
      "an addition for each article",
      CIF,
      "100000",
      {
        elements: [
          ["royalties", "8000"],
          ["packing", "100 USD"],
        ],
      },
      10_870_288n,
    ],
    [
      "a deduction",
      CIF,
      "100000",
      {
        elements: [
          ["work-after-import", "8000"],
          ["inland-transport", "500"],
        ],
      },
      9_150_000n,
    ],
    [
      "what changes nothing",
      CIF,
      "100000",
      {
        elements: [
          ["buying-commission", "8000"],
          ["warranty", "500"],
        ],
      },
      10_000_000n,
    ],
    [
      "rounded once: a third of a fen from each of three",
      FOB,
      "0.003333",
      { freight: "0.003333", insurance: "0.003334" },
      1n,
    ],
  ];
  for (const [what, of, price, parts, fen] of rows)
    it(what, () => assert.equal(fenOf(valueCase("import", of, price, parts)), fen));
});

describe("the value of an export is its price at the place of exit", () => {
  const rows: readonly [what: string, of: DeliveryTerm, price: string, parts: Parts, fen: bigint][] = [
    ["FOB: the price alone", FOB, "100000 USD", {}, 70_288_000n],
    ["CIF without freight and insurance", CIF, "100000", { freight: "5000", insurance: "300" }, 9_470_000n],
    [
      "CIF without percentages of the price",
      CIF,
      "100000",
      { freight: "5 %", insurance: "0.3 %" },
      9_470_000n,
    ],
    ["C&F without freight", CFR, "100000", { freight: "5000" }, 9_500_000n],
    ["C&I without insurance", CI, "100000", { insurance: "300" }, 9_970_000n],
    ["EXW with the way to the port", EXW, "100000", { inland: "1000" }, 10_100_000n],
  ];
  for (const [what, of, price, parts, fen] of rows)
    it(what, () => assert.equal(fenOf(valueCase("export", of, price, parts)), fen));
});

describe("what keeps a value from being computed is told at once, by its place", () => {
  const rows: readonly [what: string, it: ValueCase, pointers: string][] = [
    ["FOB without freight", valueCase("import", FOB, "1"), "/freight"],
    ["EXW without anything", valueCase("import", EXW, "1"), "/inland /freight"],
    [
      "CIF with freight again",
      valueCase("import", CIF, "1", { freight: "1", insurance: "1" }),
      "/freight /insurance",
    ],
    ["a term that does not say what its price holds", valueCase("import", MARKET, "1"), "/term"],
    ["a currency without a rate", valueCase("import", CIF, "1 EUR"), "/price/currency"],
    ["a currency that is none", valueCase("import", CIF, "1 RMB"), "/price/currency"],
    [
      "each currency where it stands",
      valueCase("import", EXW, "1 EUR", {
        inland: "1 GBP",
        freight: "1 EUR",
        insurance: "1 CHF",
        elements: [
          ["royalties", "1 SEK"],
          ["warranty", "1 NOK"],
        ],
      }),
      "/price/currency /inland/currency /freight/currency /insurance/currency /elements/0/currency",
    ],
    [
      "freight by the ton without a mass",
      valueCase("import", FOB, "1", { freight: "1 a ton" }),
      "/grossMassKg",
    ],
    ["insurance by the ton", valueCase("import", CFR, "1", { insurance: "1 a ton" }), "/insurance/mark"],
    ["insurance of the whole", valueCase("import", CFR, "1", { insurance: "100 %" }), "/insurance/amount"],
    [
      "deductions above the price",
      valueCase("import", CIF, "1", { elements: [["import-taxes", "2"]] }),
      "/elements",
    ],
    ["an export CIF that states nothing", valueCase("export", CIF, "1"), "/freight /insurance"],
    ["an export FOB with freight", valueCase("export", FOB, "1", { freight: "1" }), "/freight"],
    [
      "an export with additions",
      valueCase("export", FOB, "1", { elements: [["packing", "1"]] }),
      "/elements",
    ],
    [
      "an export whose freight is more than its price",
      valueCase("export", CFR, "1", { freight: "2" }),
      "/price",
    ],
  ];
  for (const [what, of, pointers] of rows) it(what, () => assert.equal(fenOf(of), pointers));

  it("insurance is asked for where the law of the day has no share for it", () =>
    assert.equal(fenOf({ ...valueCase("import", CFR, "1"), assumedInsurance: undefined }), "/insurance"));
});

describe("every step is told", () => {
  const found = customsValue(
    valueCase("import", FOB, "100000 USD", { freight: "5 %", elements: [["royalties", "8000"]] }),
  );
  assert.ok(found.kind === "computed");

  it("in its order, with its amount, its article and whether that was read", () =>
    assert.deepEqual(
      found.steps.map(({ name, amount, citation, confirmed }) => [name, amount, citation, confirmed]),
      [
        ["price", "702880.00", "Tariff Law, art. 60", true],
        [
          "freight",
          "35144.00",
          "Tariff Law, art. 24; marks of freight and insurance on the declaration (R)",
          false,
        ],
        ["insurance", "2214.07", "recalled", false],
        ["royalties", "8000.00", "Tariff Law, art. 25", true],
        ["value", "748238.07", "Tariff Law, art. 24", true],
      ],
    ));

  it("in a sentence that names what was counted", () =>
    assert.deepEqual(
      found.steps.map(({ sentence }) => sentence),
      [
        "The price FOB, 100000 USD at 7.0288 CNY for one USD: 702880.00 CNY.",
        "Freight is added, 5 % of the price: 35144.00 CNY.",
        "Insurance is not known, so 3 per mille of goods and freight are added: 2214.07 CNY.",
        "Royalties that the buyer must pay as a condition of the sale, added: 8000.00 CNY.",
        "Together, up to unloading at the place of entry: 748238.07 CNY.",
      ],
    ));

  it("by the regulation before the Tariff Law, which is recalled", () => {
    const before = customsValue({ ...valueCase("import", CIF, "1"), day: plainDateOf("2024-11-30") });
    assert.ok(before.kind === "computed");
    assert.match(before.steps.at(-1)!.citation, /Regulation on Import and Export Duties, art. 18 \(R\)/);
    assert.equal(before.steps.at(-1)!.confirmed, false);
  });
});

describe("the value as a property", () => {
  const amount = fc.bigInt(0n, 10n ** 12n).map((n) => ({ n, d: 100n }));
  const cny = amount.map((value) => ({ amount: value, currency: "CNY" }));
  const exw = fc.record({ price: cny, inland: cny, freight: cny, insurance: fc.option(cny), royalties: cny });
  type Exw = typeof exw extends fc.Arbitrary<infer One> ? One : never;
  const valueIn = ({ price, inland, freight, insurance, royalties }: Exw): bigint => {
    const found = customsValue({
      ...valueCase("import", EXW, "0"),
      price,
      inland,
      freight: { mark: "3", ...freight },
      ...(insurance && { insurance: { mark: "3", ...insurance } }),
      elements: [{ kind: "royalties", ...royalties }],
    });
    assert.ok(found.kind === "computed");
    return found.value;
  };

  it("grows with each of its components", () =>
    fc.assert(
      fc.property(
        exw,
        amount,
        fc.constantFrom("price", "inland", "freight", "insurance", "royalties"),
        (it, more, part) => {
          const before = it[part] ?? { amount: { n: 0n, d: 100n } };
          const grown = { amount: { n: before.amount.n + more.n, d: 100n }, currency: "CNY" };
          const stated = it[part] === null ? { ...it, [part]: { ...grown, amount: before.amount } } : it;
          assert.ok(valueIn({ ...it, [part]: grown }) >= valueIn(stated));
        },
      ),
    ));

  it("is never below the price, and with insurance stated is the sum", () =>
    fc.assert(
      fc.property(exw, (it) => {
        const known = [it.price, it.inland, it.freight, it.royalties].reduce(
          (all, each) => all + each.amount.n,
          0n,
        );
        const insured = it.insurance?.amount.n;
        if (insured === undefined) assert.ok(valueIn(it) >= known);
        else assert.equal(valueIn(it), known + insured);
      }),
    ));

  it("every kind of addition raises it, every deduction lowers it, the exceptions leave it", () => {
    for (const [kind, { effect }] of Object.entries(ELEMENTS)) {
      const value = fenOf(valueCase("import", CIF, "1000", { elements: [[kind as ElementName, "10"]] }));
      assert.equal(value, { add: 101_000n, deduct: 99_000n, none: 100_000n }[effect], kind);
    }
  });
});
