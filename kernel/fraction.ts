/**
 * Exact fractions of big integers, and the only rounding function of the house.
 *
 * Nothing owed or stocked is ever a float: amounts, quantities, rates and prices are counted here and rounded once, by a
 * mode that is always named. A fraction is kept unreduced while it is small, because a common divisor costs more than
 * the few digits it saves.
 */

/** `n / d`, with `d` always greater than 0; the sign is in `n`. Two equal values may be written differently: use `compare`. */
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
export const ZERO: Fraction = { n: 0n, d: 1n };
/** The fraction 1. */
export const ONE: Fraction = { n: 1n, d: 1n };

/** The fraction `n / d`. @throws RangeError when `d` is 0: the caller has to rule that out. */
export const fraction = (n: bigint, d: bigint = 1n): Fraction => {
  if (d === 0n) throw new RangeError("A fraction cannot have the denominator 0.");
  const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
  return bottom > REDUCE_ABOVE ? reduce(top, bottom) : { n: top, d: bottom };
};

const reduce = (n: bigint, d: bigint): Fraction => {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  return { n: n / a, d: d / a };
};

/** An integer of steps of 10^-digits as a fraction: `fromScaled(2500n, 2)` is 25. */
export const fromScaled = (value: bigint, digits: number): Fraction => ({ n: value, d: powerOfTen(digits) });

/** The exact sum. */
export const add = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
/** The exact difference. */
export const subtract = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n - b.n, d: a.d } : fraction(a.n * b.d - b.n * a.d, a.d * b.d);
/** The exact product. */
export const multiply = (a: Fraction, b: Fraction): Fraction =>
  b === ONE ? a : fraction(a.n * b.n, a.d * b.d);
/** @throws RangeError when `b` is 0. */
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export const compare = (a: Fraction, b: Fraction): -1 | 0 | 1 => {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
};

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
  const end = text.charCodeAt(whole) === POINT ? digitsEnd(text, whole + 1) : whole;
  return (end > whole + 1 ? end : whole) - start;
};

/** The exact value of a decimal text, nothing when the text is anything else. */
export const parseDecimal = (text: string): Fraction | undefined => {
  if (text.length === 0 || decimalLength(text, 0) !== text.length) return undefined;
  const point = text.indexOf(".");
  const d = point < 0 ? 1n : powerOfTen(text.length - point - 1);
  return { n: text.length <= SMALL_TEXT ? BigInt(smallDigits(text)) : BigInt(text.replace(".", "")), d };
};

/** A text of so many characters has few enough digits for a plain whole number: they stay below 2^53. */
const SMALL_TEXT = 15;

/** The digits of a short decimal as one whole number, its point left out. */
const smallDigits = (text: string): number => {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== POINT) digits = digits * 10 + (code - ZERO_DIGIT);
  }
  return digits;
};

/**
 * Rounds to `digits` decimals and returns the integer of steps of 10^-digits: `round(2/3, 2, "half-up")` is `67n`.
 * The one rounding function in the house.
 */
export const round = (value: Fraction, digits: number, mode: RoundingMode): bigint => {
  if (value.d === powerOfTen(digits)) return value.n;
  if (mode === "half-up" && value.n >= 0n) {
    const plain = halfUpIfExact(Number(value.n) * (SMALL_POWERS[digits] ?? Infinity), Number(value.d));
    if (plain !== undefined) return plain;
  }
  const negative = value.n < 0n;
  const scaled = (negative ? -value.n : value.n) * powerOfTen(digits);
  const magnitude = quotient(scaled, value.d, mode);
  return negative ? -magnitude : magnitude;
};

/** Plain whole numbers below this are exact, and so is every product and remainder of them that stays below. */
const EXACT_BELOW = 2 ** 53;

/** `n / d` to a whole number, for `n` of 0 or more. */
const quotient = (n: bigint, d: bigint, mode: RoundingMode): bigint => {
  const whole = n / d;
  const rest = n - whole * d;
  return rest > 0n && goesUp(mode, 2n * rest, d, whole) ? whole + 1n : whole;
};

/**
 * `n / d` half up, of whole numbers from 0 on; nothing when one of them is too large to be exact. Everyday sizes are not,
 * and plain numbers are fast: `n - rest` is a multiple of `d`, so its division leaves nothing.
 */
const halfUpIfExact = (n: number, d: number): bigint | undefined => {
  // Asked this way round, what is no number (0 of what is too large for one) is not exact either.
  if (!(n < EXACT_BELOW && d < EXACT_BELOW)) return undefined;
  const rest = n % d;
  const whole = (n - rest) / d;
  return BigInt(rest >= d - rest ? whole + 1 : whole);
};

/** So many percent of a whole number of steps (0 or more), half up to a whole step: 6.5 % of 1000 is 65. */
export const percentOfSteps = (steps: bigint, percent: Fraction): bigint =>
  shareOfSteps(steps, percent.n, percent.d * 100n);

/**
 * So many percent (below 100) of the whole that steps (0 or more) and they make together, half up: on 90 steps, 10 % are
 * 10 of 100.
 */
export const percentOnTop = (steps: bigint, percent: Fraction): bigint =>
  shareOfSteps(steps, percent.n, percent.d * 100n - percent.n);

/** `steps * n / d`, half up; none of them is below 0. */
const shareOfSteps = (steps: bigint, n: bigint, d: bigint): bigint =>
  halfUpIfExact(Number(steps) * Number(n), Number(d)) ?? round({ n: steps * n, d }, 0, "half-up");

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
  const magnitude = value < 0n ? -value : value;
  const text = formatSmall(magnitude, digits) ?? formatAny(magnitude, digits);
  return value < 0n ? `-${text}` : text;
};

const formatAny = (magnitude: bigint, digits: number): string => {
  const text = magnitude.toString().padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** The same by plain whole numbers, where they are exact; nothing where they might not be. */
const formatSmall = (magnitude: bigint, digits: number): string | undefined => {
  const [steps, unit] = [Number(magnitude), SMALL_POWERS[digits]];
  if (steps >= EXACT_BELOW || unit === undefined) return undefined;
  if (digits === 0) return String(steps);
  const rest = steps % unit;
  // A 1 before the digits behind the point keeps their zeros.
  return `${(steps - rest) / unit}.${String(unit + rest).slice(1)}`;
};

/**
 * A fraction of tens (as `parseDecimal` makes them, and their products) as its shortest decimal text: 28000.50 is "28000.5".
 * @throws RangeError for a fraction that no decimal text can say, such as 1/3.
 */
export const formatDecimal = (value: Fraction): string => {
  const digits = POWERS.indexOf(value.d);
  if (digits < 0) return formatLongDecimal(value);
  return digits === 0 ? formatFixed(value.n, 0) : withoutZeros(formatFixed(value.n, digits));
};

const formatLongDecimal = (value: Fraction): string => {
  const digits = formatFixed(value.d, 0).length - 1;
  if (powerOfTen(digits) !== value.d)
    throw new RangeError("Only a fraction of tens has an exact decimal text.");
  return withoutZeros(formatFixed(value.n, digits));
};

/** A decimal text with a point, without the zeros at its end. */
const withoutZeros = (text: string): string => {
  let end = text.length;
  while (text[end - 1] === "0") end--;
  return text.slice(0, text[end - 1] === "." ? end - 1 : end);
};
