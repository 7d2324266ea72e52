/** Rate texts as columns of a tariff: read with the currencies of ISO 4217, and checked for what a column may hold. */
import { add, compare, type Fraction, fraction, hundredth, ZERO } from "@openftz/kernel/fraction.ts";
import { type ParsedRate, parseRate, type RefusedRate } from "@openftz/kernel/parse-rate.ts";
import type { Rate, Sum, Term } from "@openftz/kernel/rate-text.ts";
import { isCurrency } from "../codes/currencies.ts";
import { type DutyFault, pointerTo } from "./duty-fault.ts";
import { isAbsent, malformed, numberForText, readText, show } from "./read-values.ts";
import { remembering } from "./remembering.ts";
import type { Column } from "./tariff-line.ts";

const HUNDRED = fraction(100n);
const VOCABULARY = { isCurrency };

/** Reads a rate text with the currencies of ISO 4217. */
export const parseTariffRate = (text: string): ParsedRate | RefusedRate => parseRate(text, VOCABULARY);

/** A request's own rate, and whether it takes the whole price. */
const parseOwnRate = remembering((text) => {
  const read = parseTariffRate(text);
  return { read, tooHigh: read.kind === "rate" && takesWholePrice(read.rate) };
});

/** The column that owes nothing: of a tax a line does not name, and of countries admitted free. */
export const FREE: Column = {
  text: "0",
  rate: {
    kind: "sum",
    terms: [{ kind: "percent", number: { text: "0", value: ZERO }, sign: false }],
  },
};

/** The sums a rate may come to: its branches, or the rate itself. */
const branchesOf = (rate: Rate): readonly Sum[] =>
  rate.kind === "sum" ? [rate] : [rate.then, ...branchesOf(rate.otherwise)];

/** The percentages of a sum together, as a factor: 0.2 for "20 + 1 CNY/kg". Choices and formulas are not counted. */
export const percentFactor = (sum: Sum): Fraction =>
  hundredth(
    sum.terms.reduce(
      (total, term) => (term.kind === "percent" ? add(total, term.number.value) : total),
      ZERO,
    ),
  );

/** The highest percentage a sum can come to, whichever side its choices fall to; money and formulas are not counted. */
const highestPercent = (sum: Sum): Fraction =>
  sum.terms.reduce((total, term) => add(total, highestOf(term)), ZERO);

const highestOf = (term: Term): Fraction => {
  if (term.kind === "percent") return term.number.value;
  if (term.kind !== "min" && term.kind !== "max") return ZERO;
  const [left, right] = [highestPercent(term.left), highestPercent(term.right)];
  return compare(left, right) < 0 ? right : left;
};

/** Whether a rate leaves a choice between two sums (`min` or `max`). */
export const hasChoice = (rate: Rate): boolean =>
  branchesOf(rate).some(({ terms }) => terms.some(({ kind }) => kind === "min" || kind === "max"));

/**
 * A consumption tax is a part of a price that includes it, so 100 % of it cannot be (its formula divides by 1 - t).
 * What a formula gives is only known with the price.
 */
export const takesWholePrice = (rate: Rate): boolean =>
  branchesOf(rate).some((sum) => compare(highestPercent(sum), HUNDRED) >= 0);

/** The rate that a request gives in place of the tariff line's own; nothing when it gives none or a wrong one. */
export const readOverride = (
  value: unknown,
  name: "vat" | "consumptionTax",
  faults: DutyFault[],
): Column | undefined => {
  if (isAbsent(value)) return undefined;
  if (typeof value === "number") {
    faults.push(numberForText(value, pointerTo("rates", name), `"13"`));
    return undefined;
  }
  const text = readText(value, faults, "rates", name);
  return text === undefined ? undefined : readOwnRate(text, name, faults);
};

const readOwnRate = (
  text: string,
  name: "vat" | "consumptionTax",
  faults: DutyFault[],
): Column | undefined => {
  const { read, tooHigh } = parseOwnRate(text);
  if (read.kind === "rate" && (name === "vat" || !tooHigh)) return read;
  const pointer = pointerTo("rates", name);
  if (read.kind === "rate") {
    const whole = "A consumption tax of 100 % or more is no part of a price.";
    faults.push(malformed(pointer, whole, "Write a percentage below 100."));
    return undefined;
  }
  const detail = `${pointer} is ${show(text)}: column ${read.column}, ${read.detail}.`;
  faults.push(malformed(pointer, detail, `Write a rate such as "13", "13%" or "0.6 CNY/kg".`));
  return undefined;
};
