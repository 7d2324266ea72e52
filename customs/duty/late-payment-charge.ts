/**
 * The charge for paying tax late (滞纳金): 0.05 % of the overdue tax for each day from the day after it was due until it
 * is paid. Tariff Law, art. 43 to 46; rounded half up to 0.01 CNY. Nothing is charged below 50 CNY (R).
 */
import { multiply, round } from "@openftz/kernel/fraction.ts";
import { daysBetween, type PlainDate } from "@openftz/kernel/plain-date.ts";

const RATE = { n: 5n, d: 10_000n };
/** Fen. (R) */
export const LATE_PAYMENT_CHARGE_POINT = 5_000n;

export type LatePayment = {
  /** The overdue tax in fen. */
  readonly tax: bigint;
  /** The last day on which paying was in time. A due day on a rest day has been moved before (R). */
  readonly due: PlainDate;
  readonly paid: PlainDate;
};

/** The days overdue (0 when in time) and the charge in fen. */
export const latePaymentCharge = ({
  tax,
  due,
  paid,
}: LatePayment): { readonly days: number; readonly charge: bigint } => {
  const days = Math.max(0, daysBetween(due, paid));
  const charge = round(multiply({ n: tax * BigInt(days), d: 100n }, RATE), 2, "half-up");
  return { days, charge: charge < LATE_PAYMENT_CHARGE_POINT ? 0n : charge };
};
