/** Rates that a source writes as fractions of the value. */
import { decimalLength, formatDecimal, parseDecimal } from "@openftz/kernel/fraction.ts";

/** A percentage, its trailing zeros dropped: "0.0650" is "6.5". */
export type FractionRead =
  | { readonly kind: "percent"; readonly text: string }
  | { readonly kind: "empty" }
  | { readonly kind: "refused"; readonly detail: string };

/** Reads a fraction such as 0.14 as the percentage 14; a text that is none says from which column on. */
export const percentOfFraction = (text: string): FractionRead => {
  if (text === "") return { kind: "empty" };
  const value = parseDecimal(text);
  if (value) return { kind: "percent", text: formatDecimal({ n: value.n * 100n, d: value.d }) };
  const column = decimalLength(text, 0) + 1;
  return { kind: "refused", detail: `${JSON.stringify(text)} is no fraction such as 0.14: column ${column}` };
};
