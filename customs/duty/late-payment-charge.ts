/**
 * The charge for paying tax late (滞纳金): 0.05 % of the overdue tax for each day from the day after it was due until it
 * is paid. Tariff Law, art. 43 to 46; rounded half up to 0.01 CNY. Nothing is charged below 50 CNY (R).
 */
import { type Fraction, multiply, round } from "@openftz/kernel/fraction.ts";
import { daysBetween, type PlainDate, plainDateOf } from "@openftz/kernel/plain-date.ts";

/** The terms of the charge from a day on. `confirmed: false` marks (R). */
export type LatePaymentTerms = {
  readonly from: PlainDate;
  /** The share of the overdue tax for a day. */
  readonly rate: Fraction;
  /** Fen; below it nothing is charged. */
  readonly chargePoint: bigint;
  readonly source: string;
  readonly confirmed: boolean;
};

/** In the order of their days; a day before the first is charged by the first. */
export const LATE_PAYMENT_TERMS: readonly [LatePaymentTerms, ...LatePaymentTerms[]] = [
  {
    from: plainDateOf("2004-01-01"),
    rate: { n: 5n, d: 10_000n },
    chargePoint: 5_000n,
    source: "Tariff Law, art. 43 to 46, and the Duty Regulation before it; the minimum of 50 CNY (R)",
    confirmed: false,
  },
];

/** The terms in force on a day. */
export const latePaymentTerms = (day: PlainDate): LatePaymentTerms =>
  LATE_PAYMENT_TERMS.findLast(({ from }) => from <= day) ?? LATE_PAYMENT_TERMS[0];

/** What the charge is counted from. */
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
  const { rate, chargePoint } = latePaymentTerms(due);
  const charge = round(multiply({ n: tax * BigInt(days), d: 100n }, rate), 2, "half-up");
  return { days, charge: charge < chargePoint ? 0n : charge };
};
