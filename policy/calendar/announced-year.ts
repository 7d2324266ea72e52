/** How an announced year is written down: as the notice says it, in spans of free days and single worked days. */
import { addDays, type PlainDate, plainDateOf, weekday } from "@openftz/kernel/plain-date.ts";
import type { WorkingYear } from "@openftz/kernel/working-days.ts";

/** A year's notice by the General Office of the State Council. `confirmed` is false for one that was only recalled. */
export type AnnouncedYear = WorkingYear & {
  readonly notice: { readonly text: string; readonly url: string; readonly confirmed: boolean };
};

/** Every weekday in the spans, both ends included, each written "01-28" or "01-28..02-04". */
const weekdaysIn = (year: number, spans: readonly string[]): PlainDate[] =>
  spans.flatMap((span) => {
    const [first, last = first] = span.split("..");
    const days: PlainDate[] = [];
    for (
      let day = plainDateOf(`${year}-${first}`);
      day <= plainDateOf(`${year}-${last}`);
      day = addDays(day, 1)
    )
      if (weekday(day) < 6) days.push(day);
    return days;
  });

/** Builds the table of a year. @throws RangeError for a day that does not exist. */
export const announcedYear = (
  year: number,
  free: readonly string[],
  worked: readonly string[],
  notice: AnnouncedYear["notice"],
): AnnouncedYear => ({
  year,
  holidays: weekdaysIn(year, free),
  workedWeekends: worked.map((day) => plainDateOf(`${year}-${day}`)),
  notice,
});
