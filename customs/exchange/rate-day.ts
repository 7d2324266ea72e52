/**
 * The day whose central parity customs use for a whole month: the third Wednesday of the month before, or the fourth
 * when the third is a legal holiday. Measures on the Collection of Duties (Decree 124), art. 16.
 */
import {
  addDays,
  addMonths,
  type PlainDate,
  parsePlainDate,
  plainDateOf,
  weekday,
} from "@openftz/kernel/plain-date.ts";
import type { WorkingCalendar } from "@openftz/kernel/working-days.ts";

/** A month of the calendar, "2026-03". Made by `parseMonth` and `monthOfDay`. */
export type Month = string;

/** Where the rule stands. */
export const RATE_DAY_CITATION = "Decree 124, art. 16";

const WEDNESDAY = 3;

/** The day of a month, or why nobody can say it: the year's holidays are not announced here, or both Wednesdays are free. */
export type RateDay =
  | { readonly kind: "day"; readonly day: PlainDate }
  | { readonly kind: "unknown"; readonly detail: string; readonly next: string };

const FIRST_MONTH = "0001-01";

/** Reads "2026-03"; nothing when that is no month, or the first of all, which has none before it. */
export const parseMonth = (text: string): Month | undefined =>
  text.length === 7 && text > FIRST_MONTH && parsePlainDate(`${text}-01`) ? text : undefined;

/** The month that a day lies in. */
export const monthOfDay = (day: PlainDate): Month => day.slice(0, 7);

/** The first day of a month. */
export const firstDay = (month: Month): PlainDate => plainDateOf(`${month}-01`);

/** The month after another. */
export const monthAfter = (month: Month): Month => monthOfDay(addMonths(firstDay(month), 1));

/** The n-th Wednesday (1 to 4) of the month that begins on a day. */
const wednesday = (first: PlainDate, nth: number): PlainDate =>
  addDays(first, ((WEDNESDAY - weekday(first) + 7) % 7) + (nth - 1) * 7);

/** The day whose quotations hold for a month: it lies in the month before. It is never guessed. */
export const rateDayOf = (month: Month, calendar: WorkingCalendar): RateDay =>
  rateDayIn(monthOfDay(addMonths(firstDay(month), -1)), calendar);

/** The day of a month whose quotations hold for the month after. It is never guessed. */
export const rateDayIn = (month: Month, calendar: WorkingCalendar): RateDay => {
  const [third, fourth] = [wednesday(firstDay(month), 3), wednesday(firstDay(month), 4)];
  const year = month.slice(0, 4);
  if (!calendar.covers(third))
    return {
      kind: "unknown",
      detail: `The holidays of ${year} are not in the calendar, so nobody can say which Wednesday of ${month} counts.`,
      next: `Add the official holiday table of ${year} to policy/calendar.`,
    };
  const day = [third, fourth].find((each) => calendar.isWorkingDay(each));
  if (day) return { kind: "day", day };
  return {
    kind: "unknown",
    detail: `The third and the fourth Wednesday of ${month}, ${third} and ${fourth}, are both holidays; the rule names no third day.`,
    next: "Set the rates of the month after one by one, by what the customs announced (exchange set).",
  };
};
