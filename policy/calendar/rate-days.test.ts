import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rateDayOf } from "@openftz/customs/exchange/rate-day.ts";
import { calendar } from "./index.ts";

const MONTHS_OF = (year: number) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);

describe("the days of the customs' exchange rates by the announced calendar", () => {
  // The third Wednesday of the month before, month by month; where the fourth had to stand in, the row says so.
  const table: readonly [year: number, days: string][] = [
    [2024, "? 01-17 02-21 03-20 04-17 05-15 06-19 07-17 08-21 09-18 10-16 11-20"],
    [2025, "12-18 01-15 02-19 03-19 04-16 05-21 06-18 07-16 08-20 09-17 10-15 11-19"],
    [2026, "12-17 01-21 02-25 03-18 04-15 05-20 06-17 07-15 08-19 09-16 10-21 11-18"],
  ];
  for (const [year, days] of table)
    it(`${year}: ${days}`, () => {
      const found = MONTHS_OF(year).map((month) => rateDayOf(month, calendar));
      assert.equal(found.map((each) => (each.kind === "day" ? each.day.slice(5) : "?")).join(" "), days);
    });

  it("only the Spring Festival of 2026 moved a day: its third Wednesday was 18 February", () => {
    const fourth = [2024, 2025, 2026]
      .flatMap(MONTHS_OF)
      .map((month) => rateDayOf(month, calendar))
      .filter((each) => each.kind === "day" && Number(each.day.slice(8)) > 21);
    assert.deepEqual(fourth, [{ kind: "day", day: "2026-02-25" }]);
  });
});
