/**
 * The fee for declaring imports late (滞报金): 0.05 % of the customs value for each day from the fifteenth day after the
 * conveyance declared its entry until the declaration is accepted, both days counted. Measures on the Collection of
 * Late Declaration Fees (Decree 273). Counting: entry is day 0, day 14 is the last without a fee, day 15 the first with one (R).
 */
import { type Fraction, multiply, round } from "@openftz/kernel/fraction.ts";
import { addDays, daysBetween, type PlainDate, plainDateOf } from "@openftz/kernel/plain-date.ts";
import type { WorkingCalendar } from "@openftz/kernel/working-days.ts";

/** The terms of the fee from a day on. `confirmed: false` marks (R): recalled, not confirmed in a text read for this project. */
export type LateDeclarationTerms = {
  readonly from: PlainDate;
  /** Days after entry on which declaring costs nothing. */
  readonly freeDays: number;
  /** The share of the customs value for a day. */
  readonly rate: Fraction;
  /** Fen; below it nothing is charged. */
  readonly chargePoint: bigint;
  readonly source: string;
  readonly confirmed: boolean;
};

/** In the order of their days; a day before the first is charged by the first. */
export const LATE_DECLARATION_TERMS: readonly [LateDeclarationTerms, ...LateDeclarationTerms[]] = [
  {
    from: plainDateOf("2005-06-01"),
    freeDays: 14,
    rate: { n: 5n, d: 10_000n },
    chargePoint: 5_000n,
    source: "Customs Law, art. 24; Decree 273; that below 50 CNY nothing is charged (R)",
    confirmed: false,
  },
];

/** The terms in force on a day. */
export const lateDeclarationTerms = (day: PlainDate): LateDeclarationTerms =>
  LATE_DECLARATION_TERMS.findLast(({ from }) => from <= day) ?? LATE_DECLARATION_TERMS[0];

/** What the fee is counted from. */
export type LateDeclaration = {
  /** In fen. */
  readonly customsValue: bigint;
  /** The day the conveyance declared its entry. */
  readonly entry: PlainDate;
  /** The day the declaration was accepted. */
  readonly accepted: PlainDate;
  /** Given, a first day that is a rest day moves to the next working day (R); without it days are only counted. */
  readonly calendar?: WorkingCalendar;
};

/** `days` that are charged (0 when in time), the first of them, and the fee in fen, sub-yuan dropped. */
export type LateDeclarationFee = { readonly days: number; readonly from: PlainDate; readonly fee: bigint };

/** @throws YearNotAnnounced when a calendar is given that does not reach the first day. */
export const lateDeclarationFee = (it: LateDeclaration): LateDeclarationFee => {
  const first = addDays(it.entry, lateDeclarationTerms(it.entry).freeDays + 1);
  const from = it.calendar ? it.calendar.nextWorkingDay(first) : first;
  const days = Math.max(0, daysBetween(from, it.accepted) + 1);
  return { days, from, fee: feeFor(it.customsValue, days, lateDeclarationTerms(it.entry)) };
};

/** The fee in fen for a number of days under some terms, sub-yuan dropped. */
export const feeFor = (customsValue: bigint, days: number, terms: LateDeclarationTerms): bigint => {
  const yuan = round(multiply({ n: customsValue * BigInt(days), d: 100n }, terms.rate), 0, "down");
  const fee = yuan * 100n;
  return fee < terms.chargePoint ? 0n : fee;
};
