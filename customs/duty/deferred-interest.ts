/**
 * Deferred interest (缓税利息): processing-trade materials and their products that are sold in the country owe their
 * taxes and interest on them, tax × days × yearly rate ÷ 360, at the newest rate on the day of the bill. Tariff Law,
 * art. 36; Announcements 13/2009 and 14/2009 of the customs.
 */
import { type Fraction, fraction, multiply } from "@openftz/kernel/fraction.ts";
import { percentText, type Step, step, toFen, yuanText } from "../law/computation.ts";
import type { Figure } from "../law/figures.ts";

/** Interest counts the year as so many days. */
const DAYS_OF_YEAR = 360n;

/** A debt: the tax in fen and the days from the first import of materials (or the last write-off) to the bill. */
export type Deferral = { readonly tax: bigint; readonly days: number };

/** The interest in fen, half up. */
export const deferredInterest = ({ tax, days }: Deferral, yearlyRate: Fraction): bigint =>
  toFen(multiply(fraction(tax * BigInt(days), 100n * DAYS_OF_YEAR), yearlyRate));

/** The interest as a step. */
export const interestStep = (deferral: Deferral, rate: Figure<Fraction>): Step => {
  const interest = deferredInterest(deferral, rate.value);
  const sentence =
    `${yuanText(deferral.tax)} CNY of tax over ${deferral.days} days at ${percentText(rate.value)} a year of ` +
    `${DAYS_OF_YEAR} days: ${yuanText(interest)} CNY.`;
  return step("interest", interest, { ...rate, source: `Tariff Law, art. 36; ${rate.source}` }, sentence);
};
