import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, daysBetween, plainDateOf } from "./plain-date.ts";
import { workingCalendar, YearNotAnnounced } from "./working-days.ts";

const day = plainDateOf;
/** A made-up year: the first week of October is free, and the Saturday after it is worked. */
const calendar = workingCalendar([
  {
    year: 2026,
    holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"].map(day),
    workedWeekends: [day("2026-10-10")],
  },
]);

describe("a working calendar", () => {
  const rows: readonly [date: string, next: string][] = [
    ["2026-09-30", "2026-09-30"],
    ["2026-10-01", "2026-10-08"],
    ["2026-10-03", "2026-10-08"],
    ["2026-10-10", "2026-10-10"],
    ["2026-10-11", "2026-10-12"],
  ];
  for (const [date, next] of rows) {
    it(`the working day on or after ${date} is ${next}`, () =>
      assert.equal(calendar.nextWorkingDay(day(date)), next));
  }

  it("counts the fifth working day over a holiday and a worked Saturday", () => {
    assert.equal(calendar.addWorkingDays(day("2026-09-30"), 5), "2026-10-13");
    assert.equal(calendar.addWorkingDays(day("2026-10-03"), 0), "2026-10-03");
  });

  it("adds working days one after another, each later and each worked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 40 }), (offset, count) => {
        const start = addDays(day("2026-01-01"), offset);
        const end = calendar.addWorkingDays(start, count);
        assert.ok(calendar.isWorkingDay(end));
        assert.ok(daysBetween(start, end) >= count);
        assert.equal(calendar.addWorkingDays(calendar.addWorkingDays(start, count - 1), 1), end);
      }),
    );
  });

  it("refuses a year nobody has announced, rather than guessing", () => {
    assert.ok(!calendar.covers(day("2027-01-01")));
    assert.throws(() => calendar.isWorkingDay(day("2027-01-01")), YearNotAnnounced);
    assert.throws(() => calendar.addWorkingDays(day("2026-12-31"), 1), /holiday table of 2027/);
  });

  it("refuses a table that contradicts itself", () => {
    const year = { year: 2026, holidays: [], workedWeekends: [] };
    assert.throws(
      () => workingCalendar([{ ...year, workedWeekends: [day("2026-10-08")] }]),
      /no worked weekend/,
    );
    assert.throws(() => workingCalendar([{ ...year, holidays: [day("2025-10-08")] }]), /table of 2026/);
  });
});
