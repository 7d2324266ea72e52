import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { assess } from "./assess.ts";
import { request, tariffOf } from "./duty-samples.ts";
import type { RequestLine } from "./request-line.ts";

const number = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(2, "0")}`);
const money = fc
  .tuple(number, fc.constantFrom("CNY", "USD"), fc.constantFrom("kg", "t", "unit"))
  .map(([amount, currency, unit]) => `${amount} ${currency}/${unit}`);
/** A sum without formulas: of percentages, specific rates and choices. */
const plain = fc.letrec<{ sum: string; term: string }>((tie) => ({
  sum: fc.array(tie("term"), { minLength: 1, maxLength: 2 }).map((terms) => terms.join(" + ")),
  term: fc.oneof(
    { depthSize: "small" },
    number,
    money,
    fc
      .tuple(fc.constantFrom("min", "max"), tie("sum"), tie("sum"))
      .map(([choice, left, right]) => `${choice}(${left}, ${right})`),
  ),
})).sum;
const formula = fc.constantFrom(
  "round(9.0/P + 2.69%*P - 1, 3)",
  "min(40%, round((P - 30) / 100, 2))",
  "round(1 - P * P, 0)",
);
const band = fc
  .tuple(fc.constantFrom("<=", ">="), money, fc.oneof(plain, formula), fc.oneof(plain, formula))
  .map(([comparison, price, then, other]) => `when price ${comparison} ${price}: ${then}; else ${other}`);
const rate = fc.oneof(plain, band);
const fen = fc.bigInt(0n, 10n ** 11n);
const amountOf = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, "0")}`;

const line = (value: bigint, changes: object = {}) =>
  request({
    customsValue: { amount: amountOf(value), currency: "CNY" },
    quantities: { kg: "1234.5", unit: "7" },
    exchangeRates: { USD: "7.0288" },
    ...changes,
  }) as RequestLine;
const tariffBy = (mfn: string) => tariffOf({ code: "12", mfn, general: "90", vat: "13" });

const assessed = (json: RequestLine, tariff: ReturnType<typeof tariffOf>) => {
  const outcome = assess(json, tariff);
  if (outcome.kind === "refused") assert.fail(JSON.stringify(outcome.faults));
  return outcome;
};

describe("whatever the rate and the value", () => {
  it("a duty is never negative, nor is any other tax", () => {
    fc.assert(
      fc.property(rate, fen, (mfn, value) => {
        const { duty, vat, consumptionTax, total } = assessed(line(value), tariffBy(mfn));
        assert.ok(duty.amount >= 0n && vat.amount >= 0n && consumptionTax.amount >= 0n);
        assert.equal(total, duty.amount + vat.amount + consumptionTax.amount);
      }),
      { numRuns: 300 },
    );
  });

  it("more value never owes less within a band that has no formula", () => {
    fc.assert(
      fc.property(plain, fen, fen, (mfn, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const tariff = tariffBy(mfn);
        const [low, high] = [assessed(line(less), tariff), assessed(line(more), tariff)];
        assert.ok(low.duty.amount <= high.duty.amount && low.total <= high.total);
      }),
      { numRuns: 300 },
    );
  });

  it("a valid claim never owes more duty than none", () => {
    fc.assert(
      fc.property(rate, rate, fen, (mfn, preferred, value) => {
        const tariff = tariffOf({ code: "12", mfn, agreements: { "R-KR": preferred } });
        const claimed = assessed(line(value, { claim: { agreement: "R-KR" } }), tariff);
        assert.ok(claimed.duty.amount <= assessed(line(value), tariff).duty.amount);
      }),
      { numRuns: 200 },
    );
  });

  it("an export's value and the percentage on it come to FOB, to a fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fen, (percent, value) => {
        const tariff = tariffOf({ code: "12", export: String(percent) });
        const { customsValue, duty } = assessed(line(value, { direction: "export" }), tariff);
        const difference = customsValue + duty.amount - value;
        assert.ok(difference >= -2n && difference <= 2n, String(difference));
      }),
      { numRuns: 200 },
    );
  });
});

describe("where a line stands changes nothing", () => {
  it("the order of the tariff's lines does not matter", () => {
    const lines = [
      { code: "12", mfn: "1" },
      { code: "1234", mfn: "2", to: "2026-02-28" },
      { code: "1234", mfn: "3", from: "2026-03-01" },
      { code: "123456", mfn: "4", from: "2027-01-01" },
      { code: "99", mfn: "5" },
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(lines, { minLength: lines.length }),
        fc.constantFrom("12", "1234", "1234567", "1299"),
        fc.constantFrom("2026-02-28", "2026-03-01", "2027-01-01"),
        (shuffled, commodity, date) => {
          const changes = { commodity, date };
          const expressions = [lines, shuffled].map(
            (order) => assessed(line(1n, changes), tariffOf(...order)).duty.expression,
          );
          assert.equal(expressions[0], expressions[1]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
