/** How many months goods were used or stayed: whole months, and one more for a rest of more than so many days (R). */
import { addMonths, daysBetween, monthOf, type PlainDate, yearOf } from "@openftz/kernel/plain-date.ts";
import { type Step, step } from "../law/computation.ts";
import type { Figure } from "../law/figures.ts";

/** Months from a day to another, both of the same day of the month being whole months apart; 0 when `to` is not later. */
export const usedMonths = (from: PlainDate, to: PlainDate, restDays: number): number => {
  if (to <= from) return 0;
  const apart = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  const whole = addMonths(from, apart) > to ? apart - 1 : apart;
  return daysBetween(addMonths(from, whole), to) > restDays ? whole + 1 : whole;
};

/** How the months were counted. */
export const monthsStep = (from: PlainDate, to: PlainDate, months: number, rest: Figure<number>): Step =>
  step(
    "months",
    null,
    rest,
    `From ${from} until ${to} are ${months} months, a rest of more than ${rest.value} days counted as one.`,
  );
