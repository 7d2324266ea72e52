import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf, weekday } from "@openftz/kernel/plain-date.ts";
import { law } from "../law.ts";
import { announcedYears, calendar } from "./index.ts";

describe("the working days of China", () => {
  const table: [day: string, works: boolean, why: string][] = [
    ["2024-02-09", true, "the eve of the Spring Festival was only recommended as free"],
    ["2024-02-10", false, "Spring Festival"],
    ["2024-02-16", false, "Spring Festival, a Friday"],
    ["2024-02-18", true, "a Sunday that makes up for it"],
    ["2025-01-01", false, "New Year"],
    ["2025-01-02", true, "a Thursday: New Year was one day"],
    ["2025-01-26", true, "a worked Sunday"],
    ["2025-02-05", true, "the first day after the Spring Festival"],
    ["2025-10-08", false, "National Day with Mid-Autumn"],
    ["2026-02-14", true, "a worked Saturday"],
    ["2026-02-23", false, "the last day of the longest Spring Festival"],
    ["2026-02-24", true, "the day after it"],
    ["2026-03-07", false, "an ordinary Saturday"],
  ];
  for (const [day, works, why] of table)
    it(`${day} is ${works ? "worked" : "free"}: ${why}`, () =>
      assert.equal(calendar.isWorkingDay(plainDateOf(day)), works));

  // The Measures on Holidays make 11 days a year free for all, 13 from 2025. Days that are moved keep the count, and a
  // holiday on a weekend is made up for: so a wrong day in a table shows here.
  for (const [year, free] of [
    [2024, 11],
    [2025, 13],
    [2026, 13],
  ] as const)
    it(`${year} has ${free} free weekdays more than worked weekend days`, () => {
      const table = announcedYears.find((each) => each.year === year)!;
      const net = table.holidays.length - table.workedWeekends.length;
      assert.equal(net, free);
      for (const day of table.workedWeekends) assert.ok(weekday(day) > 5, day);
    });

  it("moves a term that ends on a rest day to the next working day, and leaves a year that nobody announced", () => {
    assert.equal(law.workingDayFrom(plainDateOf("2026-02-15")), "2026-02-24");
    assert.equal(law.workingDayFrom(plainDateOf("2026-10-10")), "2026-10-10");
    assert.equal(law.workingDayFrom(plainDateOf("2030-01-05")), "2030-01-05");
  });
});
