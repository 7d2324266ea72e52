/**
 * Legal days: a year, a month and a day without time or zone, kept as "YYYY-MM-DD" so that the text order is the order
 * of the days. The arithmetic is on whole day numbers of the Gregorian calendar and never touches a clock.
 */

declare const plainDate: unique symbol;
/** A day that exists, "0001-01-01" to "9999-12-31". Made by `parsePlainDate` and by the functions here only. */
export type PlainDate = string & { readonly [plainDate]: true };

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FORM = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** Reads "2026-03-01"; nothing when the text has another form or the day does not exist. */
export const parsePlainDate = (text: string): PlainDate | undefined => {
  const parts = FORM.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month) ? (text as PlainDate) : undefined;
};

/** For days written in code and data tables. @throws RangeError when the day does not exist. */
export const plainDateOf = (text: string): PlainDate => {
  const date = parsePlainDate(text);
  if (!date) throw new RangeError(`"${text}" is no day of the calendar.`);
  return date;
};

/** The year, 1 to 9999. */
export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
/** The month, 1 to 12. */
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));
/** The day of the month, 1 to 31. */
export const dayOf = (date: PlainDate): number => Number(date.slice(8, 10));

const pad = (value: number, width: number): string => String(value).padStart(width, "0");
const fromParts = (year: number, month: number, day: number): PlainDate => {
  if (year < 1 || year > 9999) throw new RangeError(`The year ${year} is outside the calendar (1 to 9999).`);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
};

/** Days before the first of March of a year, counted from 0000-03-01: leap days then end their year. */
const daysBeforeYear = (year: number): number =>
  365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
const daysBeforeMonth = (monthFromMarch: number): number => Math.floor((153 * monthFromMarch + 2) / 5);

/** Days since 1970-01-01, which is day 0. */
export const dayNumber = (date: PlainDate): number => {
  const month = monthOf(date);
  const [year, fromMarch] = month > 2 ? [yearOf(date), month - 3] : [yearOf(date) - 1, month + 9];
  return daysBeforeYear(year) + daysBeforeMonth(fromMarch) + dayOf(date) - 1 - 719468;
};

/** The day with this number, the inverse of `dayNumber`. @throws RangeError outside the years 1 to 9999. */
export const fromDayNumber = (days: number): PlainDate => {
  const shifted = days + 719468;
  let year = Math.floor((shifted * 400) / 146097);
  while (daysBeforeYear(year) > shifted) year--;
  while (daysBeforeYear(year + 1) <= shifted) year++;
  const inYear = shifted - daysBeforeYear(year);
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - daysBeforeMonth(fromMarch) + 1;
  return fromMarch < 10 ? fromParts(year, fromMarch + 3, day) : fromParts(year + 1, fromMarch - 9, day);
};

/** The day so many days later, or earlier for a negative count. @throws RangeError outside the years 1 to 9999. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(date) + days);

/** The same day of the month, months later or earlier; the last day of the month where it has none (31 Jan + 1: 28 Feb). */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return fromParts(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
};

/** How many days `to` is after `from`: 0 for the same day, negative when it is before. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export const weekday = (date: PlainDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** -1, 0 or 1 as `a` is before, the same as or after `b`. */
export const compareDates = (a: PlainDate, b: PlainDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

/** True when `date` lies between the days, both included; an absent end is open. */
export const isWithin = (date: PlainDate, from: PlainDate | undefined, to: PlainDate | undefined): boolean =>
  (from === undefined || from <= date) && (to === undefined || date <= to);
