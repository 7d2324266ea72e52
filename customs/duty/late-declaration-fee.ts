/**
 * The fee for declaring imports late (滞报金): 0.05 % of the customs value for each day from the fifteenth day after the
 * conveyance declared its entry until the declaration is accepted, both days counted. Measures on the Collection of
 * Late Declaration Fees (Decree 273). Counting: entry is day 0, day 14 is the last without a fee, day 15 the first with one (R).
 */
import { multiply, round } from "@openftz/kernel/fraction.ts";
import { addDays, daysBetween, type PlainDate } from "@openftz/kernel/plain-date.ts";
import type { WorkingCalendar } from "@openftz/kernel/working-days.ts";

/** Days after entry on which declaring costs nothing. */
export const FREE_DAYS = 14;
const RATE = { n: 5n, d: 10_000n };
/** Fen. Below it nothing is charged; read from "charge point", which the English text calls a minimum (R). */
export const CHARGE_POINT = 5_000n;

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
  const first = addDays(it.entry, FREE_DAYS + 1);
  const from = it.calendar ? it.calendar.nextWorkingDay(first) : first;
  const days = Math.max(0, daysBetween(from, it.accepted) + 1);
  return { days, from, fee: feeFor(it.customsValue, days) };
};

/** The fee in fen for a number of days. */
export const feeFor = (customsValue: bigint, days: number): bigint => {
  const yuan = round(multiply({ n: customsValue * BigInt(days), d: 100n }, RATE), 0, "down");
  const fee = yuan * 100n;
  return fee < CHARGE_POINT ? 0n : fee;
};
