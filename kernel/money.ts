/**
 * Money: an integer of the currency's smallest unit, and the currency's word. How many digits a currency has is not
 * known here (that is a table of another room): whoever reads or prints an amount says it.
 */
import {
  type Fraction,
  formatFixed,
  fromScaled,
  parseDecimal,
  powerOfTen,
  type RoundingMode,
  round,
} from "./fraction.ts";

/** `amount` counts the smallest unit (fen, cent, yen). */
export type Money = { readonly amount: bigint; readonly currency: string };

/** An amount of the smallest unit in a currency. */
export const money = (amount: bigint, currency: string): Money => ({ amount, currency });

/** Reads "28000.00". Nothing when it is no decimal, or finer than the currency's smallest unit: it is never rounded here. */
export const parseMoney = (text: string, currency: string, digits: number): Money | undefined => {
  const value = parseDecimal(text);
  if (!value) return undefined;
  const amount = round(value, digits, "down");
  return amount * value.d === value.n * powerOfTen(digits) ? { amount, currency } : undefined;
};

/** "28000.00": exactly `digits` decimals, no separators, a minus before a negative amount. */
export const formatMoney = (value: Money, digits: number): string => formatFixed(value.amount, digits);

/** The amount in whole currency units, exact. */
export const moneyToFraction = (value: Money, digits: number): Fraction => fromScaled(value.amount, digits);

/** A value in whole currency units, rounded to the smallest unit by a mode that is named. */
export const moneyFromFraction = (
  value: Fraction,
  currency: string,
  digits: number,
  mode: RoundingMode,
): Money => ({ amount: round(value, digits, mode), currency });

/** The sum. @throws TypeError for two currencies. */
export const addMoney = (a: Money, b: Money): Money => ({
  amount: a.amount + b.amount,
  currency: same(a, b),
});
/** The difference, below 0 too. @throws TypeError for two currencies. */
export const subtractMoney = (a: Money, b: Money): Money => ({
  amount: a.amount - b.amount,
  currency: same(a, b),
});
/** -1, 0 or 1. @throws TypeError for two currencies: amounts are only comparable after a conversion somebody chose. */
export const compareMoney = (a: Money, b: Money): -1 | 0 | 1 => {
  same(a, b);
  return a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0;
};

const same = (a: Money, b: Money): string => {
  if (a.currency !== b.currency)
    throw new TypeError(`${a.currency} and ${b.currency} cannot be counted together.`);
  return a.currency;
};
