/**
 * Working days of a country whose government moves them: official holidays fall on weekdays, and some weekend days
 * become working days to make up for them. The table is announced a year at a time, so a day in a year without a table
 * has no answer, and a guess (weekends only) would put deadlines on the wrong day.
 */
import { addDays, type PlainDate, weekday, yearOf } from "./plain-date.ts";

/** One announced year: weekdays that are free, and weekend days that are worked. */
export type WorkingYear = {
  readonly year: number;
  readonly holidays: readonly PlainDate[];
  readonly workedWeekends: readonly PlainDate[];
};

/** The calendar was asked about a year that nobody has announced to it. Add the year's table, then ask again. */
export class YearNotAnnounced extends Error {
  override name = "YearNotAnnounced";
  readonly year: number;
  constructor(year: number) {
    super(`The working days of ${year} are not in the calendar. Add the official holiday table of ${year}.`);
    this.year = year;
  }
}

/** All three functions throw `YearNotAnnounced` where the table ends; `covers` tells it before. */
export type WorkingCalendar = {
  covers(date: PlainDate): boolean;
  isWorkingDay(date: PlainDate): boolean;
  /** The day itself when it is worked, else the first one after it: where a deadline on a rest day moves to. */
  nextWorkingDay(date: PlainDate): PlainDate;
  /** The n-th working day after the date (n at least 1); the date itself for 0, worked or not. */
  addWorkingDays(date: PlainDate, days: number): PlainDate;
};

/** Builds the calendar. @throws RangeError for a table that contradicts itself or names a day of another year. */
export const workingCalendar = (years: readonly WorkingYear[]): WorkingCalendar => {
  const known = new Set(years.map(({ year }) => year));
  const holidays = new Set(years.flatMap((year) => checked(year, year.holidays)));
  const worked = new Set(years.flatMap((year) => checked(year, year.workedWeekends)));
  for (const date of worked) {
    if (holidays.has(date) || weekday(date) < 6) throw new RangeError(`${date} is no worked weekend day.`);
  }
  const isWorkingDay = (date: PlainDate): boolean => {
    if (!known.has(yearOf(date))) throw new YearNotAnnounced(yearOf(date));
    return worked.has(date) || (weekday(date) < 6 && !holidays.has(date));
  };
  const nextWorkingDay = (date: PlainDate): PlainDate => {
    let day = date;
    while (!isWorkingDay(day)) day = addDays(day, 1);
    return day;
  };
  const addWorkingDays = (date: PlainDate, days: number): PlainDate => {
    if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is no count of working days.`);
    let day = date;
    for (let left = days; left > 0; left--) day = nextWorkingDay(addDays(day, 1));
    return day;
  };
  return { covers: (date) => known.has(yearOf(date)), isWorkingDay, nextWorkingDay, addWorkingDays };
};

const checked = (year: WorkingYear, days: readonly PlainDate[]): readonly PlainDate[] => {
  const stray = days.find((date) => yearOf(date) !== year.year);
  if (stray !== undefined) throw new RangeError(`${stray} stands in the table of ${year.year}.`);
  return days;
};
