/** Single sums and charges of a customs value: what each is in CNY, and how a sentence says it. */
import { type Fraction, formatDecimal, hundredth, multiply, ONE } from "@openftz/kernel/fraction.ts";
import { ground } from "../law/computation.ts";
import type { Ground } from "../law/figures.ts";
import type { Charge, Sum, ValueCase } from "./value-case.ts";

const MARKS_SOURCE = "marks of freight and insurance on the declaration (R)";

/** What a charge rests on: a total needs no reading of its mark. */
export const chargeGround = ({ mark }: Charge, article: Ground): Ground =>
  mark === "3" ? article : ground(`${article.source}; ${MARKS_SOURCE}`);

const rateOf = (currency: string, { exchangeRates }: ValueCase): Fraction =>
  currency === "CNY" ? ONE : exchangeRates.get(currency)!;

/** A sum in CNY, exact. Its currency has a rate: faults were looked for before. */
export const inYuan = ({ amount, currency }: Sum, it: ValueCase): Fraction =>
  multiply(amount, rateOf(currency, it));

/** A charge in CNY, exact; a percentage is of the price. */
export const chargeOf = (charge: Charge, price: Fraction, it: ValueCase): Fraction => {
  if (charge.mark === "1") return multiply(price, hundredth(charge.percent));
  const amount = inYuan(charge, it);
  return charge.mark === "3" ? amount : multiply(amount, tonsOf(it));
};

const tonsOf = ({ grossMassKg }: ValueCase): Fraction => ({ n: grossMassKg!.n, d: grossMassKg!.d * 1_000n });

const exchanged = ({ amount, currency }: Sum, it: ValueCase): string =>
  `${formatDecimal(amount)} ${currency} at ${formatDecimal(rateOf(currency, it))} CNY for one ${currency}`;

/** The words with the sum in its own currency and its rate, where that is not CNY, which the step tells anyway. */
export const withSum = (words: string, sum: Sum, it: ValueCase): string =>
  sum.currency === "CNY" ? words : `${words}, ${exchanged(sum, it)}`;

/** The words with the charge as it was stated; `of` says what a percentage is taken of. */
export const withCharge = (words: string, charge: Charge, of: string, it: ValueCase): string => {
  if (charge.mark === "1") return `${words}, ${formatDecimal(charge.percent)} % of ${of}`;
  if (charge.mark === "3") return withSum(words, charge, it);
  const each = charge.currency === "CNY" ? `${formatDecimal(charge.amount)} CNY` : exchanged(charge, it);
  return `${words}, ${each} for each of ${formatDecimal(tonsOf(it))} tons`;
};
