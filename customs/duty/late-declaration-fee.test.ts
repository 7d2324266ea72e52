import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { workingCalendar } from "@openftz/kernel/working-days.ts";
import { feeFor, lateDeclarationFee, lateDeclarationTerms } from "./late-declaration-fee.ts";

const day = plainDateOf;

describe("the late declaration fee on 1,000,000 CNY, entry on 1 March", () => {
  const rows: readonly [accepted: string, days: number, fen: bigint][] = [
    ["2026-03-01", 0, 0n],
    ["2026-03-15", 0, 0n],
    ["2026-03-16", 1, 50_000n],
    ["2026-03-20", 5, 250_000n],
    ["2026-04-15", 31, 1_550_000n],
  ];
  for (const [accepted, days, fen] of rows) {
    it(`accepted on ${accepted}: ${days} days, ${fen} fen`, () => {
      const charged = lateDeclarationFee({
        customsValue: 100_000_000n,
        entry: day("2026-03-01"),
        accepted: day(accepted),
      });
      assert.deepEqual(charged, { days, from: "2026-03-16", fee: fen });
    });
  }

  it("drops what is less than a yuan, and charges nothing below 50", () => {
    const terms = lateDeclarationTerms(day("2026-03-01"));
    assert.equal(feeFor(12_345_678n, 1, terms), 6_100n);
    assert.equal(feeFor(10_000_000n, 1, terms), 5_000n);
    assert.equal(feeFor(9_999_999n, 1, terms), 0n);
  });

  it("begins on the next working day when its first day is a rest day", () => {
    const calendar = workingCalendar([{ year: 2026, holidays: [], workedWeekends: [] }]);
    // The fifteenth day after Friday 27 February is Saturday 14 March.
    const late = { customsValue: 100_000_000n, entry: day("2026-02-27"), accepted: day("2026-03-20") };
    assert.deepEqual(lateDeclarationFee(late), { days: 7, from: "2026-03-14", fee: 350_000n });
    assert.deepEqual(lateDeclarationFee({ ...late, calendar }), {
      days: 5,
      from: "2026-03-16",
      fee: 250_000n,
    });
  });
});
