import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { workingCalendar } from "@openftz/kernel/working-days.ts";
import { parseMonth, rateDayIn, rateDayOf } from "./rate-day.ts";

const days = (...texts: readonly string[]) => texts.map(plainDateOf);
// The Wednesdays, and what stands beside them, that were free by the notices of the State Council.
const calendar = workingCalendar([
  { year: 2023, holidays: days("2023-10-04"), workedWeekends: [] },
  { year: 2024, holidays: days("2024-02-14", "2024-05-01", "2024-10-02"), workedWeekends: [] },
  { year: 2025, holidays: days("2025-01-01", "2025-01-29", "2025-10-01", "2025-10-08"), workedWeekends: [] },
  { year: 2026, holidays: days("2026-02-18", "2026-10-07"), workedWeekends: [] },
  {
    year: 2028,
    holidays: days("2028-02-16", "2028-02-23"),
    workedWeekends: [],
  },
]);

describe("the day whose quotations hold for a month", () => {
  const rows: readonly [month: string, day: string, why: string][] = [
    ["2024-01", "2023-12-20", "the third Wednesday of the December before"],
    ["2024-02", "2024-01-17", "a month that begins on a Monday"],
    ["2024-03", "2024-02-21", "the Spring Festival's Wednesday was the second"],
    [
      "2024-06",
      "2024-05-15",
      "a month that begins on a Wednesday, a holiday: it is the first, and the third stands",
    ],
    ["2024-11", "2024-10-16", "the National Day's Wednesday was the first"],
    ["2025-02", "2025-01-15", "New Year and the Spring Festival's Wednesday were the first and the fifth"],
    ["2025-11", "2025-10-15", "two free Wednesdays at the National Day, the first and the second"],
    ["2026-01", "2025-12-17", "over the turn of the year"],
    ["2026-03", "2026-02-25", "the third Wednesday lay in the Spring Festival: the fourth"],
    ["2026-11", "2026-10-21", "the National Day of 2026 took the first Wednesday"],
    ["2026-12", "2026-11-18", "a month that begins on a Sunday"],
  ];
  for (const [month, day, why] of rows)
    it(`${month}: ${day}, ${why}`, () => assert.deepEqual(rateDayOf(month, calendar), { kind: "day", day }));

  it("is not guessed for a year whose holidays nobody announced", () => {
    const found = rateDayOf("2027-02", calendar);
    assert.equal(found.kind, "unknown");
    assert.match((found as { detail: string }).detail, /holidays of 2027/);
    assert.match((found as { next: string }).next, /holiday table of 2027/);
  });

  it("is not guessed when both Wednesdays are free", () => {
    const found = rateDayOf("2028-03", calendar);
    assert.equal(found.kind, "unknown");
    assert.match((found as { detail: string }).detail, /2028-02-16 and 2028-02-23/);
  });

  it("is not there on the last days of the calendar, and that breaks nothing", () =>
    assert.equal(rateDayIn("9999-12", calendar).kind, "unknown"));

  it("a month is a year and one of twelve", () => {
    const rows = ["2026-03", "2026-13", "2026-3", "2026-00", "2026-03-01", "0001-01", "x"].map(parseMonth);
    assert.deepEqual(rows, ["2026-03", undefined, undefined, undefined, undefined, undefined, undefined]);
  });
});
