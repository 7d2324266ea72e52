import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  compareDates,
  dayNumber,
  daysBetween,
  fromDayNumber,
  isWithin,
  parsePlainDate,
  plainDateOf,
  weekday,
} from "./plain-date.ts";

const LAST = dayNumber(plainDateOf("9999-12-31"));
const FIRST = dayNumber(plainDateOf("0001-01-01"));
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber);

describe("a plain date", () => {
  for (const text of ["2026-03-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"]) {
    it(`${text} is a day`, () => assert.equal(parsePlainDate(text), text));
  }
  const unreal = ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01"];
  const misspelt = ["2026-3-1", "20260301", "2026-03-01T00:00", " 2026-03-01", "2026-03-01\n", "", "today"];
  for (const text of [...unreal, ...misspelt]) {
    it(`${JSON.stringify(text)} is none`, () => {
      assert.equal(parsePlainDate(text), undefined);
      assert.throws(() => plainDateOf(text), RangeError);
    });
  }

  it("is numbered from 1970-01-01, without a gap, as the platform's own calendar does", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        assert.equal(dayNumber(day), Date.parse(`${day}T00:00:00Z`) / 86_400_000);
        assert.equal(fromDayNumber(dayNumber(day)), day);
        assert.equal(weekday(day), ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1);
      }),
    );
    assert.equal(dayNumber(plainDateOf("1970-01-01")), 0);
  });

  it("moves by days and back", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -100_000, max: 100_000 }), (day, days) => {
        fc.pre(dayNumber(day) + days >= FIRST && dayNumber(day) + days <= LAST);
        const moved = addDays(day, days);
        assert.equal(daysBetween(day, moved), days);
        assert.equal(compareDates(day, moved), -Math.sign(days) + 0);
      }),
    );
    assert.equal(addDays(plainDateOf("2026-12-31"), 1), "2027-01-01");
    assert.throws(() => addDays(plainDateOf("9999-12-31"), 1), RangeError);
  });

  const months: readonly [from: string, months: number, to: string][] = [
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-03-15", 6, "2026-09-15"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-03-31", -13, "2025-02-28"],
  ];
  for (const [from, count, to] of months) {
    it(`${from} and ${count} months is ${to}`, () => assert.equal(addMonths(plainDateOf(from), count), to));
  }

  it("lies within days that are both included, open where there is none", () => {
    const day = plainDateOf("2026-03-01");
    assert.ok(isWithin(day, day, day));
    assert.ok(isWithin(day, undefined, undefined));
    assert.ok(!isWithin(day, addDays(day, 1), undefined));
    assert.ok(!isWithin(day, undefined, addDays(day, -1)));
  });
});
