/** Rate texts as columns of a tariff: read with the currencies of ISO 4217, and checked for what a column may hold. */
import { add, compare, type Fraction, fraction, ZERO } from "@openftz/kernel/fraction.ts";
import { type ParsedRate, parseRate, type RefusedRate } from "@openftz/kernel/parse-rate.ts";
import type { Rate, Sum, Term } from "@openftz/kernel/rate-text.ts";
import { isCurrency } from "../codes/currencies.ts";
import { type DutyFault, dutyFault, pointerTo } from "./duty-fault.ts";
import { isAbsent, malformed, readText, show } from "./read-values.ts";
import type { Column } from "./tariff-line.ts";

const VOCABULARY = { isCurrency };

/** Reads a rate text with the currencies of ISO 4217. */
export const parseTariffRate = (text: string): ParsedRate | RefusedRate => parseRate(text, VOCABULARY);

/** The column that owes nothing: of a tax a line does not name, and of countries admitted free. */
export const FREE: Column = {
  text: "0",
  rate: {
    kind: "sum",
    terms: [{ kind: "percent", number: { text: "0", value: ZERO }, sign: false }],
  },
};

/** The highest percentage a sum can come to, whichever side its choices fall to; money is not counted. */
export const highestPercent = (sum: Sum): Fraction =>
  sum.terms.reduce((total, term) => add(total, highestOf(term)), ZERO);

const highestOf = (term: Term): Fraction => {
  if (term.kind === "percent") return term.number.value;
  if (term.kind !== "min" && term.kind !== "max") return ZERO;
  const [left, right] = [highestPercent(term.left), highestPercent(term.right)];
  return compare(left, right) < 0 ? right : left;
};

/** The sum of the percentages of a rate without choices, as a factor: 0.2 for "20 + 1 CNY/kg". */
export const percentFactor = (rate: Rate): Fraction => {
  if (rate.kind === "band") return ZERO;
  const percent = highestPercent(rate);
  return fraction(percent.n, percent.d * 100n);
};

/** Whether a rate leaves a choice between two sums (`min` or `max`). */
export const hasChoice = (rate: Rate): boolean =>
  rate.kind === "sum" && rate.terms.some(({ kind }) => kind === "min" || kind === "max");

/** A consumption tax is a part of a price that includes it, so 100 % of it cannot be (its formula divides by 1 - t). */
export const takesWholePrice = (rate: Rate): boolean =>
  rate.kind === "sum" && compare(highestPercent(rate), { n: 100n, d: 1n }) >= 0;

/** The rate that a request gives in place of the tariff line's own; nothing when it gives none or a wrong one. */
export const readOverride = (
  value: unknown,
  name: "vat" | "consumptionTax",
  faults: DutyFault[],
): Column | undefined => {
  if (isAbsent(value)) return undefined;
  const pointer = pointerTo("rates", name);
  if (typeof value === "number") {
    const detail = `${pointer} is the JSON number ${value}, which may already be rounded.`;
    faults.push(dutyFault("not-a-decimal", pointer, detail, `Write it as a text, such as "13".`));
    return undefined;
  }
  const text = readText(value, pointer, faults);
  const read = text === undefined ? undefined : parseTariffRate(text);
  if (read?.kind === "rate") return usable(read, pointer, name, faults);
  if (read) {
    const detail = `${pointer} is ${show(text)}: column ${read.column}, ${read.detail}.`;
    faults.push(malformed(pointer, detail, `Write a rate such as "13", "13%" or "0.6 CNY/kg".`));
  }
  return undefined;
};

const usable = (read: ParsedRate, pointer: string, name: string, faults: DutyFault[]): Column | undefined => {
  if (read.rate.kind === "band") {
    faults.push(malformed(pointer, "Price bands are not supported yet.", "Write the branch that applies."));
    return undefined;
  }
  if (name === "consumptionTax" && takesWholePrice(read.rate)) {
    const detail = "A consumption tax of 100 % or more is no part of a price.";
    faults.push(malformed(pointer, detail, "Write a percentage below 100."));
    return undefined;
  }
  return read;
};
