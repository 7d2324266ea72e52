/** Exact numbers, as plainly as they can be written: a whole number over a positive whole number, never shortened. */
export type Exact = { readonly over: bigint; readonly under: bigint };

/** A whole number. */
export const whole = (count: bigint): Exact => ({ over: count, under: 1n });
export const ZERO = whole(0n);
export const ONE = whole(1n);

/** The decimals of the contract: `0.50`, but neither `.5` nor `007`. */
export const DECIMAL = /^(0|[1-9][0-9]*)(\.[0-9]+)?$/;

/** Reads a text that `DECIMAL` matches. */
export const exactOf = (decimal: string): Exact => {
  const [before = "", after = ""] = decimal.split(".");
  return { over: BigInt(before + after), under: 10n ** BigInt(after.length) };
};

export const add = (a: Exact, b: Exact): Exact => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

export const subtract = (a: Exact, b: Exact): Exact => add(a, { over: -b.over, under: b.under });

export const multiply = (a: Exact, b: Exact): Exact => ({ over: a.over * b.over, under: a.under * b.under });

/** `b` is not 0. */
export const divide = (a: Exact, b: Exact): Exact => {
  if (b.over === 0n) throw new Error("A division by zero, which the contract does not know.");
  const sign = b.over < 0n ? -1n : 1n;
  return { over: a.over * b.under * sign, under: a.under * b.over * sign };
};

/** Below 0, 0 or above 0, as `a` is smaller than, equal to or greater than `b`. */
export const compare = (a: Exact, b: Exact): number => {
  const [left, right] = [a.over * b.under, b.over * a.under];
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

export const smaller = (a: Exact, b: Exact): Exact => (compare(b, a) < 0 ? b : a);
export const greater = (a: Exact, b: Exact): Exact => (compare(b, a) > 0 ? b : a);
export const isZero = (a: Exact): boolean => a.over === 0n;

const floor = (a: Exact): bigint => {
  const towardsZero = a.over / a.under;
  return a.over < 0n && towardsZero * a.under !== a.over ? towardsZero - 1n : towardsZero;
};

/** Rounds half up to so many decimals: the next lower step, after half a step was added. */
export const roundHalfUp = (a: Exact, decimals: number): Exact => {
  const steps = whole(10n ** BigInt(decimals));
  return divide(whole(floor(add(multiply(a, steps), { over: 1n, under: 2n }))), steps);
};

/** To 0.01, as every tax is. */
export const toFen = (a: Exact): Exact => roundHalfUp(a, 2);

/** A sum in yuan, already rounded to 0.01 and not below 0, with its two decimals. */
export const yuanText = (sum: Exact): string => {
  const fen = ((sum.over * 100n) / sum.under).toString().padStart(3, "0");
  return `${fen.slice(0, -2)}.${fen.slice(-2)}`;
};
