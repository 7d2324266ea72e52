import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Fraction, formatDecimal, parseDecimal } from "./fraction.ts";
import { type ParsedRate, parseRate } from "./parse-rate.ts";
import { type Arithmetic, collapseSpace, printRate, type Rate, type Sum, type Term } from "./rate-text.ts";

const vocabulary = { isCurrency: (word: string) => ["CNY", "USD", "EUR"].includes(word) };
const parse = (text: string) => parseRate(text, vocabulary);
const parsed = (text: string): ParsedRate => {
  const rate = parse(text);
  if (rate.kind === "refused") assert.fail(`${text}: column ${rate.column}, ${rate.detail}`);
  return rate;
};

describe("a rate text is taken", () => {
  const texts = [
    "10",
    "10%",
    "0",
    "5.5",
    "270",
    "0.6 CNY/kg",
    "6% + 20600 CNY/unit",
    "20 + 1 CNY/kg",
    "min(10%, 900 CNY/t)",
    "max(5%, 2 CNY/L)",
    "3 + min(10, 900 CNY/t + 1) + max(1, 2)",
    "5 CNY/千克",
    "5 CNY/min",
    "when price <= 2000 USD/unit: 3% + 4482 CNY/unit; else 3%",
    "when price >= 14 CNY/kg: 0.28 CNY/kg; else min(40%, round(9.0/P + 2.69%*P - 1, 3))",
    "when price >= 10 CNY/g: 15; else when price >= 5 USD/g: 10; else 0",
    "when price <= 1 CNY/kg: round((P + 1) * (2 - P) / 3, 0); else 0",
  ];
  for (const text of texts) it(text, () => assert.equal(parsed(text).text, text));

  it("with any white space, which is shown collapsed", () => {
    assert.equal(parsed(" 6 %\t+  20600 CNY / unit\n").text, "6 % + 20600 CNY / unit");
    assert.equal(printRate(parsed("6%+20600CNY/unit").rate), "6% + 20600 CNY/unit");
    assert.equal(parsed("min (10,5)").text, "min (10,5)");
  });
});

describe("a rate text is refused at the first character not taken", () => {
  const rows: readonly [text: string, column: number][] = [
    ["", 1],
    ["  ", 3],
    ["-5", 1],
    ["+5", 1],
    ["abc", 1],
    [".5", 1],
    ["010", 2],
    ["10.", 3],
    ["10.x", 3],
    ["1e5", 2],
    ["10 %%", 5],
    ["10 20", 4],
    ["10 +", 5],
    ["10 + x", 6],
    ["10 CNY", 7],
    ["10 CNY kg", 8],
    ["10 CNY/", 8],
    ["10 CNY/5", 8],
    ["10 CYN/kg", 4],
    ["10 cny/kg", 4],
    ["5% CNY/kg", 4],
    ["10 CNY/kg x", 11],
    ["min(10%)", 8],
    ["min 10", 5],
    ["min(10, 5", 10],
    ["Min(10, 5)", 1],
    ["round(P, 2)", 1],
    ["5 + round(P, 2)", 5],
    ["P", 1],
    ["when", 5],
    ["when prize <= 1 CNY/kg: 1; else 2", 6],
    ["when price < 1 CNY/kg: 1; else 2", 12],
    ["when price <= 1: 1; else 2", 16],
    ["when price <= 1 CNY/kg: 1, else 2", 26],
    ["when price <= 1 CNY/kg: when price <= 2 CNY/kg: 1; else 2; else 3", 25],
    ["when price <= 1 CNY/kg: 1; else", 32],
    ["when price <= 1 CNY/kg: round(P; 2); else 2", 32],
    ["when price <= 1 CNY/kg: round(-P, 2); else 2", 31],
    ["when price <= 1 CNY/kg: round(P, 2.5); else 2", 34],
    ["when price <= 1 CNY/kg: round(P, 999); else 2", 34],
    ["5;", 2],
    ["５", 1],
    ["😀", 1],
    ["5 CNY/千克 😀", 10],
  ];
  for (const [text, column] of rows) {
    it(`${JSON.stringify(text)} at column ${column}`, () => {
      const refused = parse(text);
      assert.equal(refused.kind === "refused" && refused.column, column);
    });
  }

  it("also when it is nested deeper than any real rate is", () => {
    const deep = (levels: number) => `${"min(".repeat(levels)}1${", 2)".repeat(levels)}`;
    assert.equal(parse(deep(30)).kind, "rate");
    assert.equal(parse(deep(5000)).kind, "refused");
    assert.equal(parse(`${"when price <= 1 CNY/kg: 1; else ".repeat(5000)}1`).kind, "refused");
  });
});

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 9_999 }), fc.boolean())
  .map(([whole, part, hasPart]) => (hasPart ? `${whole}.${part}` : `${whole}`));
const numeral = decimal.map((text) => ({ text, value: parseDecimal(text) as Fraction }));
const unit = fc.constantFrom("kg", "t", "L", "unit", "m2", "千克");
const specific = fc
  .tuple(numeral, fc.constantFrom("CNY", "USD"), unit)
  .map(([number, currency, unit]) => ({ kind: "specific" as const, number, currency, unit }));
const percent = fc
  .tuple(numeral, fc.boolean())
  .map(([number, sign]) => ({ kind: "percent" as const, number, sign }));

/** A product of factors, where a group may hold anything. */
const arithmetic = (depth: number): fc.Arbitrary<Arithmetic> => {
  const leaf: fc.Arbitrary<Arithmetic> = fc.oneof(
    fc.constant<Arithmetic>({ kind: "price" }),
    percent.map(({ number, sign }) => ({ kind: "number" as const, number, sign })),
  );
  if (depth === 0) return leaf;
  const inner = arithmetic(depth - 1);
  const group = inner.map((it): Arithmetic => ({ kind: "group", inner: it }));
  const operation = fc
    .tuple(fc.oneof(leaf, group), fc.constantFrom("*" as const, "/" as const), fc.oneof(leaf, group))
    .map(([left, operator, right]): Arithmetic => ({ kind: "operation", operator, left, right }));
  const sum = fc
    .tuple(fc.oneof(leaf, operation), fc.constantFrom("+" as const, "-" as const), fc.oneof(leaf, operation))
    .map(([left, operator, right]): Arithmetic => ({ kind: "operation", operator, left, right }));
  return fc.oneof(leaf, group, operation, sum);
};

const sum = (depth: number, inBand: boolean): fc.Arbitrary<Sum> => {
  const terms: fc.Arbitrary<Term>[] = [percent, specific];
  if (depth > 0) {
    const side = sum(depth - 1, inBand);
    terms.push(
      fc
        .tuple(fc.constantFrom("min" as const, "max" as const), side, side)
        .map(([kind, left, right]): Term => ({ kind, left, right })),
    );
  }
  if (inBand) {
    terms.push(
      fc
        .tuple(arithmetic(2), fc.integer({ min: 0, max: 6 }))
        .map(([body, digits]): Term => ({ kind: "formula", body, digits })),
    );
  }
  return fc
    .array(fc.oneof(...terms), { minLength: 1, maxLength: 3 })
    .map((terms) => ({ kind: "sum" as const, terms }));
};

const rate = (depth: number): fc.Arbitrary<Rate> =>
  depth === 0
    ? sum(2, false)
    : fc
        .tuple(
          fc.constantFrom("<=" as const, ">=" as const),
          specific,
          sum(1, true),
          fc.oneof(sum(1, true), rate(depth - 1)),
        )
        .map(
          ([comparison, threshold, then, otherwise]): Rate => ({
            kind: "band",
            comparison,
            threshold,
            then,
            otherwise,
          }),
        );

/** White space sprinkled where tokens may be parted. */
const spaced = (text: string, spaces: readonly string[]): string =>
  text
    .split(" ")
    .map((piece, at) => piece + (at < text.split(" ").length - 1 ? (spaces[at % spaces.length] ?? " ") : ""))
    .join("");

describe("a rate tree", () => {
  it("printed and parsed is the same tree, whatever the white space", () => {
    fc.assert(
      fc.property(
        fc.oneof(rate(0), rate(1), rate(2)),
        fc.array(fc.constantFrom(" ", "  ", "\t", "\n "), { minLength: 1, maxLength: 5 }),
        (tree, spaces) => {
          const text = printRate(tree);
          assert.deepEqual(parsed(text).rate, tree);
          const wide = spaced(text, spaces);
          assert.deepEqual(parsed(wide).rate, tree);
          assert.equal(parsed(wide).text, text);
          assert.equal(collapseSpace(wide), text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is never left half taken: any text is a rate or has a column within it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const read = parse(text);
        if (read.kind === "refused") {
          assert.ok(read.column >= 1 && read.column <= Array.from(text).length + 1);
        } else assert.deepEqual(parsed(printRate(read.rate)).rate, read.rate);
      }),
    );
  });

  it("keeps numbers as they were written", () => {
    const { rate } = parsed("5.50 + 1.0 CNY/kg");
    assert.equal(printRate(rate), "5.50 + 1.0 CNY/kg");
    const [first] = rate.kind === "sum" ? rate.terms : [];
    assert.ok(first?.kind === "percent");
    assert.equal(formatDecimal(first.number.value), "5.5");
  });
});
