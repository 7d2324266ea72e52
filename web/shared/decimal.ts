/** Quantities are decimal text with at most five decimals; here they are added and shared out as whole numbers. */

const DIGITS = 5;
const ONE = 10n ** BigInt(DIGITS);

/** A quantity in hundred-thousandths; what is no number yet counts as nothing. */
export const countOf = (text: string): bigint => {
  const [, whole, rest = ""] = /^(\d+)(?:\.(\d{0,5}))?$/.exec(text) ?? [];
  return whole === undefined ? 0n : BigInt(whole) * ONE + BigInt(rest.padEnd(DIGITS, "0"));
};

/** Back to text, without zeros at the end; nothing is "0". */
export const textOf = (count: bigint): string => {
  const size = count < 0n ? -count : count;
  const rest = (size % ONE).toString().padStart(DIGITS, "0").replace(/0+$/, "");
  return `${count < 0n ? "-" : ""}${size / ONE}${rest === "" ? "" : `.${rest}`}`;
};

/** One quantity less another. */
export const lessOf = (text: string, less: string): string => textOf(countOf(text) - countOf(less));

/** The part of a quantity that belongs to `part` of `whole`, rounded down; all of it belongs to the whole. */
export const shareOf = (text: string, part: string, whole: string): string =>
  countOf(whole) === 0n ? "0" : textOf((countOf(text) * countOf(part)) / countOf(whole));

/** The sum of quantities. */
export const sumOf = (texts: readonly string[]): string =>
  textOf(texts.reduce((sum, text) => sum + countOf(text), 0n));
