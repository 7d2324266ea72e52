/** Numbers as other systems print them: binary floats with their dirt (86125.20000000001), signs and exponents. */
import {
  type Fraction,
  formatDecimal,
  fraction,
  fromScaled,
  powerOfTen,
  round,
} from "@openftz/kernel/fraction.ts";

const FORM = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,3}))?$/;
/** What declarations carry: the dirt of a float lies far behind. */
const DIGITS = 5;

/** The exact value of a printed float; nothing when the text is none. */
export const parseFloatText = (text: string): Fraction | undefined => {
  const parts = FORM.exec(text.trim());
  if (!parts) return undefined;
  const [, sign, whole, decimals = "", exponent = "0"] = parts;
  const digits = BigInt(whole! + decimals);
  const scale = Number(exponent) - decimals.length;
  const value = scale >= 0 ? fraction(digits * powerOfTen(scale)) : fraction(digits, powerOfTen(-scale));
  return sign === "-" ? fraction(-value.n, value.d) : value;
};

/** As a declaration's decimal text, rounded half up to five decimals; nothing when it is 0 or less, or no number. */
export const positiveDecimal = (text: string): string | undefined => {
  const value = parseFloatText(text);
  const scaled = value && round(value, DIGITS, "half-up");
  return scaled !== undefined && scaled > 0n ? formatDecimal(fromScaled(scaled, DIGITS)) : undefined;
};
