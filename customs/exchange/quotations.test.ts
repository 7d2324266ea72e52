import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compare, divide, fraction, parseDecimal, subtract } from "@openftz/kernel/fraction.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { workingCalendar } from "@openftz/kernel/working-days.ts";
import fc from "fast-check";
import { missingRateDays, monthRates, type Quotation } from "./quotations.ts";

const calendar = workingCalendar([{ year: 2026, holidays: [plainDateOf("2026-02-18")], workedWeekends: [] }]);
const quoted = (day: string, currency: string, price: string, units = "1", over = "CNY"): Quotation => ({
  day: plainDateOf(day),
  currency,
  units,
  price,
  in: over,
});
const RATE_DAY = "2026-02-25";

describe("the rates of a month", () => {
  const rows: readonly [what: string, quotations: readonly Quotation[], rates: readonly string[]][] = [
    ["in CNY as quoted", [quoted(RATE_DAY, "USD", "6.9812")], ["USD 6.9812"]],
    ["for one unit of a hundred", [quoted(RATE_DAY, "JPY", "4.5123", "100")], ["JPY 0.045123"]],
    [
      "crossed over the dollar, the hundred rounded half up to 4 decimals",
      [quoted(RATE_DAY, "USD", "6.9812"), quoted(RATE_DAY, "KRW", "0.0683", "100", "USD")],
      ["USD 6.9812", "KRW 0.004768"],
    ],
    [
      "crossed over a currency quoted by the hundred",
      [quoted(RATE_DAY, "JPY", "4.5000", "100"), quoted(RATE_DAY, "THB", "4.4", "1", "JPY")],
      ["JPY 0.045", "THB 0.198"],
    ],
    [
      "of the rate day alone",
      [quoted("2026-02-24", "USD", "7"), quoted(RATE_DAY, "USD", "6.9812")],
      ["USD 6.9812"],
    ],
  ];
  for (const [what, quotations, expected] of rows)
    it(what, () => {
      const { rates, faults } = monthRates(quotations, calendar);
      assert.deepEqual(faults, []);
      assert.deepEqual(
        rates.map(({ currency, rate }) => `${currency} ${rate}`),
        expected,
      );
      assert.ok(rates.every(({ month, from }) => month === "2026-03" && from === "2026-03-01"));
    });

  it("every mistake is told at once, by its place and field, and then there are no rates", () => {
    const { rates, faults } = monthRates(
      [
        quoted(RATE_DAY, "USD", "0"),
        quoted(RATE_DAY, "USD", "6.98"),
        quoted(RATE_DAY, "EUX", "7.1", "3"),
        quoted(RATE_DAY, "CNY", "1"),
        quoted("2027-01-20", "EUR", "7.9"),
        quoted("2027-01-21", "EUR", "7.9"),
      ],
      calendar,
    );
    assert.deepEqual(rates, []);
    assert.deepEqual(
      faults.map(({ index, field }) => `${index} ${field}`),
      ["0 price", "2 currency", "2 units", "3 currency", "3 in", "1 currency", "4 day"],
    );
  });

  it("no cross over a currency without a quotation in CNY of that day", () => {
    const { faults } = monthRates(
      [quoted("2026-02-24", "USD", "7"), quoted(RATE_DAY, "KRW", "0.07", "100", "USD")],
      calendar,
    );
    assert.deepEqual(
      faults.map(({ index, field }) => `${index} ${field}`),
      ["1 in"],
    );
  });

  it("a cross differs from the exact one by at most half of the fourth decimal of the quoted units", () => {
    const price = fc.integer({ min: 1, max: 99_999 }).map((steps) => fraction(BigInt(steps), 10_000n));
    fc.assert(
      fc.property(price, price, (dollar, won) => {
        const text = ({ n }: { n: bigint }) => `${n / 10_000n}.${String(n % 10_000n).padStart(4, "0")}`;
        const { rates } = monthRates(
          [quoted(RATE_DAY, "USD", text(dollar)), quoted(RATE_DAY, "KRW", text(won), "100", "USD")],
          calendar,
        );
        const crossed = rates.find(({ currency }) => currency === "KRW");
        if (!crossed) return;
        const exact = divide(fraction(dollar.n * won.n, dollar.d * won.d), fraction(100n));
        const off = subtract(parseDecimal(crossed.rate)!, exact);
        assert.ok(compare(off.n < 0n ? fraction(-off.n, off.d) : off, fraction(1n, 2_000_000n)) <= 0);
      }),
    );
  });
});

describe("a rate day that was left out", () => {
  const days = (...texts: readonly string[]) => texts.map((day) => quoted(day, "USD", "7"));
  const rows: readonly [what: string, quotations: readonly Quotation[], missing: number][] = [
    ["a month with its day is whole", days("2026-02-24", RATE_DAY, "2026-02-26"), 0],
    ["a month that begins after it is not there", days("2026-02-26", "2026-02-27"), 0],
    ["a month that has not come so far is not there yet", days("2026-02-23", "2026-02-24"), 0],
    ["quotations before and after, none on it", days("2026-02-24", "2026-02-26"), 1],
  ];
  for (const [what, quotations, missing] of rows)
    it(what, () => assert.equal(missingRateDays(quotations, calendar).length, missing));

  it("is looked for currency by currency, and named by the first line after it", () => {
    const found = missingRateDays(
      [
        ...days("2026-02-24", RATE_DAY, "2026-02-26"),
        quoted("2026-02-24", "EUR", "8"),
        quoted("2026-02-27", "EUR", "8"),
      ],
      calendar,
    );
    assert.deepEqual(
      found.map(({ index }) => index),
      [4],
    );
    assert.match(found[0]!.detail, /EUR .*2026-02-25.* 2026-03\./);
  });
});
