/**
 * Fractions of everyday size, counted in plain whole numbers: a big integer is allocated anew by every operation, which is
 * most of what a sum costs. Plain whole numbers are exact below 2^53, and so is each sum and product that stays below. All
 * functions here check what they made, and return nothing where it may not be exact or where a fraction is not plain:
 * then `fraction.ts` goes the exact way. Tests hold the two ways together at the border.
 */
import type { Fraction } from "./fraction.ts";

/** `top / bottom`: whole numbers below 2^53, `bottom` above 0. Its big integers are made when somebody asks. */
export class PlainFraction implements Fraction {
  readonly top: number;
  readonly bottom: number;

  constructor(top: number, bottom: number) {
    this.top = top;
    this.bottom = bottom;
  }
  get n(): bigint {
    return BigInt(this.top);
  }
  get d(): bigint {
    return BigInt(this.bottom);
  }
}

const EXACT_BELOW = 2 ** 53;

/** Whether a computed whole number is exact. Asked this way round, what is no number is not. */
const isExact = (whole: number): boolean => whole < EXACT_BELOW && whole > -EXACT_BELOW;

/** `top / bottom`, of whole numbers that may be too large to be exact; `bottom` is above 0. */
export const plainFraction = (top: number, bottom: number): PlainFraction | undefined =>
  isExact(top) && isExact(bottom) ? new PlainFraction(top, bottom) : undefined;

/** The exact sum, of plain ones. */
export const plainSum = (a: Fraction, b: Fraction): PlainFraction | undefined =>
  a instanceof PlainFraction && b instanceof PlainFraction ? sum(a, b.top, b.bottom) : undefined;

/** The exact difference, of plain ones. */
export const plainDifference = (a: Fraction, b: Fraction): PlainFraction | undefined =>
  a instanceof PlainFraction && b instanceof PlainFraction ? sum(a, -b.top, b.bottom) : undefined;

/** Each product is checked by itself: two that are too large could cancel each other out. */
const sum = (a: PlainFraction, top: number, bottom: number): PlainFraction | undefined => {
  if (a.bottom === bottom) return plainFraction(a.top + top, bottom);
  const [left, right] = [a.top * bottom, top * a.bottom];
  return isExact(left) && isExact(right) ? plainFraction(left + right, a.bottom * bottom) : undefined;
};

/** The exact product, of plain ones. */
export const plainProduct = (a: Fraction, b: Fraction): PlainFraction | undefined =>
  a instanceof PlainFraction && b instanceof PlainFraction
    ? plainFraction(a.top * b.top, a.bottom * b.bottom)
    : undefined;

/** The exact quotient, of plain ones; nothing for a `b` of 0 or below too. */
export const plainQuotient = (a: Fraction, b: Fraction): PlainFraction | undefined =>
  a instanceof PlainFraction && b instanceof PlainFraction && b.top > 0
    ? plainFraction(a.top * b.bottom, a.bottom * b.top)
    : undefined;

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`, of plain ones. */
export const plainOrder = (a: Fraction, b: Fraction): -1 | 0 | 1 | undefined => {
  if (!(a instanceof PlainFraction && b instanceof PlainFraction)) return undefined;
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  if (!(isExact(left) && isExact(right))) return undefined;
  return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * `n / d` half up, of whole numbers from 0 on that may be too large to be exact. The quotient of two exact ones never
 * reaches the next whole number by rounding: it is at least 1 / d away from it, and n / d is rounded by less.
 */
export const plainHalfUp = (n: number, d: number): number | undefined => {
  if (!(isExact(n) && isExact(d))) return undefined;
  const whole = Math.floor(n / d);
  const rest = n - whole * d;
  return rest >= d - rest ? whole + 1 : whole;
};
