/**
 * Exact fractions of big integers, and the only rounding function of the house.
 *
 * Nothing owed or stocked is ever a float: amounts, quantities, rates and prices are counted here and rounded once, by a
 * mode that is always named. A fraction is kept unreduced while it is small, because a common divisor costs more than
 * the few digits it saves.
 */
import {
  PlainFraction,
  plainDifference,
  plainFraction,
  plainHalfUp,
  plainOrder,
  plainProduct,
  plainQuotient,
  plainSum,
} from "./plain-fraction.ts";

/**
 * `n / d`, with `d` always greater than 0; the sign is in `n`. Two equal values may be written differently: use `compare`.
 * One of everyday size is a `PlainFraction`: it has both when they are asked for, and is computed without them.
 */
export type Fraction = { readonly n: bigint; readonly d: bigint };

/** How a value between two steps is settled. `half-up` and `up` go away from zero, `down` goes to zero. */
export type RoundingMode = "half-up" | "half-even" | "down" | "up";

/** From here on a denominator is worth reducing; everyday sums stay far below it. */
const REDUCE_ABOVE = 10n ** 80n;
const POWERS: readonly bigint[] = Array.from({ length: 41 }, (_, exponent) => 10n ** BigInt(exponent));

/** The powers of ten that are exact as plain numbers, and stay so with as much again added. */
const SMALL_POWERS: readonly number[] = POWERS.slice(0, 16).map(Number);

/** 10 to the power of `digits` (0 or more). */
export const powerOfTen = (digits: number): bigint => POWERS[digits] ?? 10n ** BigInt(digits);

/** The fraction 0. */
export const ZERO: Fraction = new PlainFraction(0, 1);
/** The fraction 1. */
export const ONE: Fraction = new PlainFraction(1, 1);
const HUNDREDTH: Fraction = new PlainFraction(1, 100);

/** The fraction `n / d`. @throws RangeError when `d` is 0: the caller has to rule that out. */
export const fraction = (n: bigint, d: bigint = 1n): Fraction => {
  if (d === 0n) throw new RangeError("A fraction cannot have the denominator 0.");
  const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
  return plainFraction(Number(top), Number(bottom)) ?? exactFraction(top, bottom);
};

const exactFraction = (n: bigint, d: bigint): Fraction => (d > REDUCE_ABOVE ? reduce(n, d) : { n, d });

const reduce = (n: bigint, d: bigint): Fraction => {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  return { n: n / a, d: d / a };
};

/** An integer of steps of 10^-digits as a fraction: `fromScaled(2500n, 2)` is 25. */
export const fromScaled = (value: bigint, digits: number): Fraction =>
  plainFraction(Number(value), SMALL_POWERS[digits] ?? Infinity) ?? { n: value, d: powerOfTen(digits) };

/** The exact sum. */
export const add = (a: Fraction, b: Fraction): Fraction => plainSum(a, b) ?? exactSum(a, b.n, b.d);
/** The exact difference. */
export const subtract = (a: Fraction, b: Fraction): Fraction =>
  plainDifference(a, b) ?? exactSum(a, -b.n, b.d);

const exactSum = (a: Fraction, n: bigint, d: bigint): Fraction =>
  a.d === d ? { n: a.n + n, d } : exactFraction(a.n * d + n * a.d, a.d * d);

/** The exact product. */
export const multiply = (a: Fraction, b: Fraction): Fraction =>
  b === ONE ? a : (plainProduct(a, b) ?? exactFraction(a.n * b.n, a.d * b.d));
/** @throws RangeError when `b` is 0. */
export const divide = (a: Fraction, b: Fraction): Fraction =>
  plainQuotient(a, b) ?? fraction(a.n * b.d, a.d * b.n);

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export const compare = (a: Fraction, b: Fraction): -1 | 0 | 1 => {
  const plain = plainOrder(a, b);
  if (plain !== undefined) return plain;
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** -1, 0 or 1 as a value is below, equal to or above 0. */
export const signOf = (value: Fraction): -1 | 0 | 1 => compare(value, ZERO);

/** So many percent as a factor: 0.065 for 6.5. */
export const hundredth = (percent: Fraction): Fraction => multiply(percent, HUNDREDTH);

const ZERO_DIGIT = 48;
const NINE_DIGIT = 57;
const POINT = 46;

/** Where the digits 0 to 9 from `start` end; `start` itself when there is none. */
export const digitsEnd = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && text.charCodeAt(at) >= ZERO_DIGIT && text.charCodeAt(at) <= NINE_DIGIT) at++;
  return at;
};

/**
 * How many characters from `start` form a decimal `(0|[1-9][0-9]*)(\.[0-9]+)?`, the longest that does; 0 when none.
 * No sign, no exponent, no leading zero, no separator: each of these has been read in two ways by somebody.
 */
export const decimalLength = (text: string, start: number): number => {
  const whole = text.charCodeAt(start) === ZERO_DIGIT ? start + 1 : digitsEnd(text, start);
  if (whole === start) return 0;
  // Reading behind the end of a text is slow.
  const end = whole < text.length && text.charCodeAt(whole) === POINT ? digitsEnd(text, whole + 1) : whole;
  return (end > whole + 1 ? end : whole) - start;
};

/** The exact value of a decimal text, nothing when the text is anything else. */
export const parseDecimal = (text: string): Fraction | undefined => {
  if (text.length === 0 || decimalLength(text, 0) !== text.length) return undefined;
  if (text.length <= SMALL_TEXT) return smallDecimal(text);
  const point = text.indexOf(".");
  return {
    n: BigInt(text.replace(".", "")),
    d: powerOfTen(point < 0 ? 0 : text.length - point - 1),
  };
};

/** A text of so many characters has few enough digits for a plain whole number: they stay below 2^53. */
const SMALL_TEXT = 15;

/** A short decimal: its digits as one whole number, the point left out. */
const smallDecimal = (text: string): PlainFraction => {
  let [steps, behind] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT) behind = text.length - at - 1;
    else steps = steps * 10 + (code - ZERO_DIGIT);
  }
  return new PlainFraction(steps, SMALL_POWERS[behind]!);
};

/**
 * Rounds to `digits` decimals and returns the integer of steps of 10^-digits: `round(2/3, 2, "half-up")` is `67n`.
 * The one rounding function in the house.
 */
export const round = (value: Fraction, digits: number, mode: RoundingMode): bigint => {
  const plain = value instanceof PlainFraction && mode === "half-up" ? roundPlain(value, digits) : undefined;
  if (plain !== undefined) return BigInt(plain);
  if (value.d === powerOfTen(digits)) return value.n;
  const negative = value.n < 0n;
  const scaled = (negative ? -value.n : value.n) * powerOfTen(digits);
  const magnitude = quotient(scaled, value.d, mode);
  return negative ? -magnitude : magnitude;
};

const roundPlain = ({ top, bottom }: PlainFraction, digits: number): number | undefined => {
  const unit = SMALL_POWERS[digits] ?? Infinity;
  if (bottom === unit) return top;
  return top >= 0 ? plainHalfUp(top * unit, bottom) : undefined;
};

/** `n / d` to a whole number, for `n` of 0 or more. */
const quotient = (n: bigint, d: bigint, mode: RoundingMode): bigint => {
  const whole = n / d;
  const rest = n - whole * d;
  return rest > 0n && goesUp(mode, 2n * rest, d, whole) ? whole + 1n : whole;
};

/** So many percent of a whole number of steps (0 or more), half up to a whole step: 6.5 % of 1000 is 65. */
export const percentOfSteps = (steps: bigint, percent: Fraction): bigint => {
  if (percent instanceof PlainFraction) {
    const plain = plainHalfUp(Number(steps) * percent.top, percent.bottom * 100);
    if (plain !== undefined) return BigInt(plain);
  }
  return round({ n: steps * percent.n, d: percent.d * 100n }, 0, "half-up");
};

/**
 * So many percent (below 100) of the whole that steps (0 or more) and they make together, half up: on 90 steps, 10 % are
 * 10 of 100.
 */
export const percentOnTop = (steps: bigint, percent: Fraction): bigint => {
  if (percent instanceof PlainFraction) {
    const plain = plainHalfUp(Number(steps) * percent.top, percent.bottom * 100 - percent.top);
    if (plain !== undefined) return BigInt(plain);
  }
  return round({ n: steps * percent.n, d: percent.d * 100n - percent.n }, 0, "half-up");
};

const goesUp = (mode: RoundingMode, twiceRest: bigint, d: bigint, whole: bigint): boolean => {
  switch (mode) {
    case "half-up":
      return twiceRest >= d;
    case "half-even":
      return twiceRest > d || (twiceRest === d && whole % 2n === 1n);
    case "up":
      return true;
    case "down":
      return false;
  }
};

/** An integer of steps of 10^-digits as a text with exactly `digits` decimals: `formatFixed(2800000n, 2)` is "28000.00". */
export const formatFixed = (value: bigint, digits: number): string => {
  if (value < 0n) return `-${formatFixed(-value, digits)}`;
  const text = value.toString();
  if (digits === 0) return text;
  const point = text.length - digits;
  return point > 0 ? `${text.slice(0, point)}.${text.slice(point)}` : `0.${text.padStart(digits, "0")}`;
};

/**
 * A fraction of tens (as `parseDecimal` makes them, and their products) as its shortest decimal text: 28000.50 is "28000.5".
 * @throws RangeError for a fraction that no decimal text can say, such as 1/3.
 */
export const formatDecimal = (value: Fraction): string => {
  const digits = digitsOf(value);
  return digits === 0 ? formatFixed(value.n, 0) : withoutZeros(formatFixed(value.n, digits));
};

/** How many digits behind the point a fraction of tens is counted in. */
const digitsOf = (value: Fraction): number => {
  const known = value instanceof PlainFraction ? SMALL_POWERS.indexOf(value.bottom) : POWERS.indexOf(value.d);
  if (known >= 0) return known;
  const digits = formatFixed(value.d, 0).length - 1;
  if (powerOfTen(digits) !== value.d)
    throw new RangeError("Only a fraction of tens has an exact decimal text.");
  return digits;
};

/** A decimal text with a point, without the zeros at its end. */
const withoutZeros = (text: string): string => {
  let end = text.length;
  while (text[end - 1] === "0") end--;
  return text.slice(0, text[end - 1] === "." ? end - 1 : end);
};
