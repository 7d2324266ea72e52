import { add, compare, type Fraction, formatFixed, parseDecimal, ZERO } from "@openftz/kernel/fraction.ts";

/** A decimal that the schema has let through, as an exact fraction. */
export const readDecimal = (text: string): Fraction => {
  const value = parseDecimal(text);
  if (!value) throw new Error(`${text} is no decimal; the schema should have refused it`);
  return value;
};

/** True for "0", "0.00" and their like. */
export const isZero = (text: string): boolean => readDecimal(text).n === 0n;

/** Compares the sum of some decimals with another: below, equal or above. */
export const compareDecimals = (sum: readonly string[], other: string): -1 | 0 | 1 =>
  compare(sum.map(readDecimal).reduce(add, ZERO), readDecimal(other));

/** An amount in fen as CNY with two decimals. */
export const yuan = (fen: bigint): string => formatFixed(fen, 2);

/** CNY with two decimals as fen. */
export const fenOf = (text: string): bigint => BigInt(text.replace(".", ""));
