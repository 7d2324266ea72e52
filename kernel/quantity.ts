/** Quantities of goods: integers of 0.00001 of a unit. Five decimals, as the papers of trade have (13,5). */
import { type Fraction, formatDecimal, fromScaled, parseDecimal, round } from "./fraction.ts";

/** Decimals that a quantity keeps. */
export const QUANTITY_DIGITS = 5;

/** `amount` counts hundred-thousandths of the unit; the unit is a word, compared as written. */
export type Quantity = { readonly amount: bigint; readonly unit: string };

/** Reads "12.5". Nothing when it is no decimal or has more than five decimals that count: goods are never rounded away. */
export const parseQuantity = (text: string, unit: string): Quantity | undefined => {
  const value = parseDecimal(text);
  if (!value) return undefined;
  const amount = round(value, QUANTITY_DIGITS, "down");
  return amount * value.d === value.n * 100_000n ? { amount, unit } : undefined;
};

/** The shortest text: "12.5", "25000", "-0.00001". `parseQuantity` reads it back, except a negative one. */
export const formatQuantity = (value: Quantity): string => formatDecimal(quantityToFraction(value));

/** The quantity in whole units, exact. */
export const quantityToFraction = (value: Quantity): Fraction => fromScaled(value.amount, QUANTITY_DIGITS);

/** The sum. @throws TypeError for two units. */
export const addQuantity = (a: Quantity, b: Quantity): Quantity => ({
  amount: a.amount + b.amount,
  unit: same(a, b),
});
/** The difference, below 0 too. @throws TypeError for two units. */
export const subtractQuantity = (a: Quantity, b: Quantity): Quantity => ({
  amount: a.amount - b.amount,
  unit: same(a, b),
});
/** -1, 0 or 1. @throws TypeError for two units: converting is a decision of whoever knows the goods. */
export const compareQuantity = (a: Quantity, b: Quantity): -1 | 0 | 1 => {
  same(a, b);
  return a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0;
};

const same = (a: Quantity, b: Quantity): string => {
  if (a.unit !== b.unit) throw new TypeError(`${a.unit} and ${b.unit} cannot be counted together.`);
  return a.unit;
};
