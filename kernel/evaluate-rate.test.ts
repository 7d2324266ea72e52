import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { evaluateRate, type RateInputs } from "./evaluate-rate.ts";
import { compare, fraction, parseDecimal, round } from "./fraction.ts";
import { parseRate } from "./parse-rate.ts";

const rateOf = (text: string) => {
  const read = parseRate(text, { isCurrency: (word) => ["CNY", "USD", "EUR"].includes(word) });
  if (read.kind === "refused") assert.fail(`${text}: column ${read.column}, ${read.detail}`);
  return read.rate;
};
const decimals = (given: Readonly<Record<string, string>>) => (name: string) =>
  name in given ? parseDecimal(given[name]!) : undefined;

/** A base of 100,000.00 and 25,000 kg, 10 unit; one USD is 7. */
const inputs = (base = "100000.00"): RateInputs => ({
  base: parseDecimal(base)!,
  priced: parseDecimal(base)!,
  quantity: decimals({ kg: "25000", unit: "10" }),
  exchange: decimals({ CNY: "1", USD: "7" }),
});

const amount = (text: string, base?: string): string => {
  const outcome = evaluateRate(rateOf(text), inputs(base));
  if (outcome.kind === "lacking") return [...outcome.units, ...outcome.currencies].join(" ");
  if (outcome.kind === "no-value") return "no value";
  return round(outcome.value, 4, "down").toString();
};

describe("a rate makes of 100,000 CNY, 25,000 kg and 10 units (in 0.0001 CNY)", () => {
  const rows: readonly [rate: string, amount: string][] = [
    ["10", "100000000"],
    ["0.6 CNY/kg", "150000000"],
    ["6% + 206 CNY/unit", "80600000"],
    ["1 USD/kg", "1750000000"],
    ["min(10%, 0.6 CNY/kg)", "100000000"],
    ["max(10%, 0.6 CNY/kg)", "150000000"],
    ["min(20%, max(10%, 0.6 CNY/kg)) + 1", "160000000"],
    // The price is 4 CNY/kg, or 10,000 CNY a unit, which is 1,428.57 USD.
    ["when price <= 4 CNY/kg: 1; else 2", "10000000"],
    ["when price >= 4 CNY/kg: 1; else 2", "10000000"],
    ["when price >= 4.0001 CNY/kg: 1; else 2", "20000000"],
    ["when price <= 1428 USD/unit: 1; else when price <= 1429 USD/unit: 2; else 3", "20000000"],
    ["when price >= 14 CNY/kg: 0.28 CNY/kg; else min(40%, round(9.0/P + 2.69%*P - 1, 3))", "400000000"],
    // 0.9/4 + 2.69 % of 4 - 0.1 is 0.2326, rounded to 0.233.
    ["when price >= 14 CNY/kg: 0.28 CNY/kg; else min(40%, round(0.9/P + 2.69%*P - 0.1, 3))", "233000000"],
    ["when price >= 14 CNY/kg: 1; else round((P - 3) * 2 / 100, 1)", "0"],
    ["when price >= 14 CNY/kg: 1; else round(P - 5, 1)", "0"],
    ["when price >= 14 CNY/kg: 1; else round(8 / 4 / 2, 1)", "1000000000"],
    ["when price >= 14 CNY/kg: 1; else round(8 / (P - 4), 1)", "no value"],
    ["when price >= 14 CNY/kg: 1; else min(5, round(8 / (4 - P), 1))", "no value"],
    ["when price >= 14 CNY/kg: 1; else round(8 / (P - 5), 1)", "0"],
    ["when price >= 14 CNY/kg: 1; else when price >= 10 CNY/unit: round(P / 100000, 1); else 2", "100000000"],
    // What is lacking is named, all of it.
    ["1 CNY/L", "L"],
    ["1 EUR/L + 2 EUR/L + 3 CNY/m2", "L m2 EUR"],
    ["min(1, 1 CNY/L)", "L"],
    ["when price <= 4 EUR/L: 1; else 2", "L EUR"],
    ["when price <= 4 CNY/kg: 1; else 2 CNY/L", "10000000"],
  ];
  for (const [rate, expected] of rows) it(`${rate}: ${expected}`, () => assert.equal(amount(rate), expected));
});

describe("a rate", () => {
  it("of a base of 0 owes 0 where a formula would divide by its price", () => {
    assert.equal(amount("when price >= 14 CNY/kg: 1; else round(9.0/P, 3)", "0"), "0");
  });

  it("of a value that is not known lacks only what its price would need besides", () => {
    const rate = rateOf("when price >= 14 CNY/kg: 1; else 2");
    const lacking = { kind: "lacking", units: [], currencies: [] };
    assert.deepEqual(evaluateRate(rate, { ...inputs(), priced: undefined }), lacking);
  });

  it("of a sum is the sum of its rates, and a choice is one of its sides", () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 14n),
        fc.constantFrom("0", "6.5", "0.6 CNY/kg", "3 USD/unit", "100"),
        fc.constantFrom("0", "14", "1.23 CNY/kg", "250 CNY/unit"),
        (fen, left, right) => {
          const on = { ...inputs(), base: fraction(fen, 100n), priced: fraction(fen, 100n) };
          const value = (text: string) => {
            const outcome = evaluateRate(rateOf(text), on);
            assert.equal(outcome.kind, "amount");
            return outcome.kind === "amount" ? outcome.value : fraction(0n);
          };
          const [a, b] = [value(left), value(right)];
          const both = value(`${left} + ${right}`);
          assert.equal(compare(both, fraction(a.n * b.d + b.n * a.d, a.d * b.d)), 0);
          const lower = compare(a, b) < 0 ? a : b;
          assert.equal(compare(value(`min(${left}, ${right})`), lower), 0);
          assert.equal(compare(value(`max(${left}, ${right})`), lower === a ? b : a), 0);
        },
      ),
    );
  });
});
