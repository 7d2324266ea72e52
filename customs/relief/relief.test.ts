import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fraction } from "@openftz/kernel/fraction.ts";
import { addDays, type PlainDate, plainDateOf } from "@openftz/kernel/plain-date.ts";
import fc from "fast-check";
import { yuanText } from "../law/computation.ts";
import { taxableValue, valueLeft } from "./exempt-goods.ts";
import {
  LISTED_PURPOSES,
  type TemporaryPurpose,
  taxForMonths,
  temporaryTaxes,
} from "./temporary-admission.ts";
import { usedMonths } from "./used-months.ts";

const GROUND = { from: plainDateOf("2004-01-01"), source: "made up", confirmed: true };
const SIXTIETH = fraction(1n, 60n);
const REST = 15;

describe("months of use", () => {
  const rows: readonly [from: string, to: string, months: number, why: string][] = [
    ["2026-01-15", "2026-01-15", 0, "the same day"],
    ["2026-01-15", "2026-01-30", 0, "15 days count as none"],
    ["2026-01-15", "2026-01-31", 1, "16 days count as a month"],
    ["2026-01-15", "2026-02-14", 1, "a day short of a month"],
    ["2026-01-15", "2026-02-15", 1, "a month"],
    ["2026-01-15", "2026-03-03", 2, "a month and 16 days"],
    ["2026-01-31", "2026-02-28", 1, "from a 31st to the last of February"],
    ["2024-07-10", "2026-03-10", 20, "over two turns of the year"],
    ["2026-03-10", "2026-01-10", 0, "backwards"],
  ];
  for (const [from, to, months, why] of rows)
    it(`${from} to ${to}: ${months}, ${why}`, () =>
      assert.equal(usedMonths(plainDateOf(from), plainDateOf(to), REST), months));

  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days): PlainDate => addDays(plainDateOf("1990-01-01"), days));

  it("never become fewer when the use goes on, and never more than one at once", () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 2_000 }), (from, days) => {
        const [now, tomorrow] = [days, days + 1].map((each) => usedMonths(from, addDays(from, each), REST));
        assert.ok(tomorrow! === now || tomorrow! === now! + 1);
      }),
    ));
});

describe("what is left of the value of exempt goods", () => {
  const rows: readonly [kind: "other" | "vehicle" | "ship-or-aircraft", used: number, left: string][] = [
    ["other", 0, "900000.00"],
    ["other", 20, "400000.00"],
    ["other", 35, "25000.00"],
    ["other", 36, "0.00"],
    ["other", 400, "0.00"],
    ["vehicle", 20, "650000.00"],
    ["ship-or-aircraft", 95, "9375.00"],
  ];
  const supervision = { ...GROUND, value: { other: 3, vehicle: 6, "ship-or-aircraft": 8 } };
  for (const [kind, monthsUsed, left] of rows)
    it(`900,000 CNY, ${kind}, ${monthsUsed} months: ${left}`, () =>
      assert.equal(
        yuanText(taxableValue({ kind, value: 90_000_000n, monthsUsed, supervision }).taxable),
        left,
      ));

  it("is never below 0 nor above the value, never grows, and is 0 at the end of supervision", () =>
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 15n),
        fc.nat(200),
        fc.integer({ min: 1, max: 120 }),
        (value, used, months) => {
          const left = valueLeft(value, used, months);
          assert.ok(left >= 0n && left <= value);
          assert.ok(valueLeft(value, used + 1, months) <= left);
          assert.equal(valueLeft(value, months, months), 0n);
          assert.equal(valueLeft(value, 0, months), value);
        },
      ),
    ));
});

describe("what goods owe that stay for a time", () => {
  const stay = (months: number, purpose: TemporaryPurpose = "other") =>
    temporaryTaxes({
      taxes: { duty: 12_000_000n, consumptionTax: 0n, vat: 10_000_001n },
      purpose,
      months,
      monthly: { ...GROUND, value: SIXTIETH },
    });

  const rows: readonly [months: number, duty: string, vat: string, total: string][] = [
    [0, "0.00", "0.00", "0.00"],
    [3, "6000.00", "5000.00", "11000.00"],
    [59, "118000.00", "98333.34", "216333.34"],
    [60, "120000.00", "100000.01", "220000.01"],
    [72, "120000.00", "100000.01", "220000.01"],
  ];
  for (const [months, duty, vat, total] of rows)
    it(`${months} months at a sixtieth: ${total} CNY`, () => {
      const { taxes, total: sum } = stay(months);
      assert.deepEqual([taxes.duty, taxes.vat, sum].map(yuanText), [duty, vat, total]);
    });

  for (const purpose of Object.keys(LISTED_PURPOSES) as readonly TemporaryPurpose[])
    it(`nothing for ${purpose}, by the list of the law`, () => assert.equal(stay(6, purpose).total, 0n));

  it("grows with the months and is never more than the tax", () =>
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), fc.nat(200), (tax, months) => {
        const owed = taxForMonths(tax, months, SIXTIETH);
        assert.ok(owed >= 0n && owed <= tax);
        assert.ok(taxForMonths(tax, months + 1, SIXTIETH) >= owed);
      }),
    ));
});
