import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDecimal } from "@openftz/kernel/fraction.ts";
import { printRate, type Sum, type Term } from "@openftz/kernel/rate-text.ts";
import fc from "fast-check";
import { chargeConsumptionTax } from "./consumption-tax.ts";
import { parseTariffRate } from "./rate-column.ts";

const column = (text: string) => {
  const read = parseTariffRate(text);
  if (read.kind === "refused") assert.fail(read.detail);
  return read;
};
/** The tax in fen on a base in fen, of 1,000 kg; one USD is 7. */
const tax = (text: string, base: bigint): bigint => {
  const bench = {
    quantity: (unit: string) => (unit === "kg" ? parseDecimal("1000") : undefined),
    exchange: (currency: string) => parseDecimal(currency === "CNY" ? "1" : "7"),
    priced: parseDecimal("500000"),
  };
  const charged = chargeConsumptionTax(column(text), bench, base);
  if (charged.kind !== "amount") assert.fail(charged.kind);
  return charged.amount;
};

describe("consumption tax on 550,000.00 CNY (customs value 500,000.00) and 1,000 kg", () => {
  const rows: readonly [rate: string, fen: bigint][] = [
    ["20 + 1 CNY/kg", 13_875_000n],
    ["20", 13_750_000n],
    ["1 CNY/kg", 100_000n],
    ["1 USD/kg", 700_000n],
    ["0", 0n],
    ["min(20, 1 CNY/kg)", 100_000n],
    ["max(20, 1 CNY/kg)", 13_750_000n],
    ["min(20, 300 CNY/kg)", 13_750_000n],
    // The price is that of the customs value: 500 CNY/kg.
    ["when price >= 500 CNY/kg: 20; else 0", 13_750_000n],
    ["when price >= 501 CNY/kg: 20; else 0", 0n],
    ["when price >= 1000 CNY/kg: 0; else min(20, round(P, 0))", 13_750_000n],
    // The choice is settled together with the rest of the sum: 10 % + 10 % against 10 % + 137.50 CNY/kg.
    ["10 + min(10, 137.5 CNY/kg)", 13_750_000n],
    ["10 + max(10, 137.5 CNY/kg)", 21_388_889n],
  ];
  for (const [rate, fen] of rows) it(`${rate}: ${fen} fen`, () => assert.equal(tax(rate, 55_000_000n), fen));
});

it("a tax by value is the rate of the price that includes it, to half a fen each", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), fc.integer({ min: 0, max: 99 }), (base, percent) => {
      const fen = tax(String(percent), base);
      const difference = (base + fen) * BigInt(percent) - fen * 100n;
      assert.ok(difference >= -50n && difference <= 50n, String(difference));
    }),
  );
});

/** The tax by trying every side of a choice with every other: what the law says, at a price that doubles each time. */
const byTryingAll = (terms: readonly Term[], base: bigint): bigint => {
  const at = terms.findIndex(({ kind }) => kind === "min" || kind === "max");
  const choice = terms[at];
  if (choice?.kind !== "min" && choice?.kind !== "max") return tax(printRate({ kind: "sum", terms }), base);
  const withSide = ({ terms: side }: Sum): bigint =>
    byTryingAll([...terms.slice(0, at), ...side, ...terms.slice(at + 1)], base);
  const [left, right] = [withSide(choice.left), withSide(choice.right)];
  return left <= right === (choice.kind === "min") ? left : right;
};

const term = (depth: number): fc.Arbitrary<string> => {
  const plain = fc.oneof(
    fc.integer({ min: 0, max: 9 }).map(String),
    fc.integer({ min: 0, max: 99 }).map((money) => `${money} CNY/kg`),
  );
  if (depth === 0) return plain;
  const sum = fc.array(term(depth - 1), { minLength: 1, maxLength: 2 }).map((terms) => terms.join(" + "));
  return fc.oneof(
    plain,
    fc.tuple(fc.constantFrom("min", "max"), sum, sum).map(([word, a, b]) => `${word}(${a}, ${b})`),
  );
};

it("choices, side by side and inside each other, come to the tax of the sides that the law means", () => {
  const rate = fc.array(term(2), { minLength: 1, maxLength: 3 }).map((terms) => terms.join(" + "));
  fc.assert(
    fc.property(rate, fc.bigInt(0n, 10n ** 9n), (text, base) => {
      const read = column(text).rate as Sum;
      assert.equal(tax(text, base), byTryingAll(read.terms, base));
    }),
    { numRuns: 500 },
  );
});

it("two hundred choices in a rate are no work: a rate may come from anybody", () => {
  const rate = Array(200).fill("min(0.1, 137.5 CNY/kg)").join(" + ");
  assert.equal(tax(rate, 55_000_000n), 13_750_000n);
});
