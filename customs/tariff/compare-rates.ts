/** Two rates side by side: whether one moved so far from the other that a person should look before it goes live. */
import { compare, type Fraction, multiply, ZERO } from "@openftz/kernel/fraction.ts";
import { printRate, type Rate, type Specific, type Sum, type Term } from "@openftz/kernel/rate-text.ts";
import { conversion } from "../duty/quantities.ts";

/** Two numbers that stand at the same place of two rates: percentages, or amounts of one currency for one unit. */
export type Pair = readonly [before: Fraction, after: Fraction];

/**
 * How a rate moved. `near`: by tenfold at most. `tenfold`: by more, from nothing too. `to-zero`: nothing is owed any
 * more. `form`: by value before and by quantity now, or the like, so that nobody can say how far.
 */
export type Move = "none" | "near" | "tenfold" | "to-zero" | "form";

/** The numbers of two rates of one form in pairs; nothing when their forms differ. */
export const pairRates = (before: Rate, after: Rate): readonly Pair[] | undefined => {
  if (before.kind === "sum" || after.kind === "sum")
    return before.kind === "sum" && after.kind === "sum" ? pairSums(before, after) : undefined;
  if (before.comparison !== after.comparison) return undefined;
  return joined([
    pairTerms(before.threshold, after.threshold),
    pairSums(before.then, after.then),
    pairRates(before.otherwise, after.otherwise),
  ]);
};

const joined = (parts: readonly (readonly Pair[] | undefined)[]): readonly Pair[] | undefined =>
  parts.includes(undefined) ? undefined : parts.flatMap((part) => part!);

const pairSums = (before: Sum, after: Sum): readonly Pair[] | undefined =>
  before.terms.length === after.terms.length
    ? joined(before.terms.map((term, at) => pairTerms(term, after.terms[at]!)))
    : undefined;

const pairTerms = (before: Term, after: Term): readonly Pair[] | undefined => {
  if (before.kind === "percent" && after.kind === "percent")
    return [[before.number.value, after.number.value]];
  if (before.kind === "specific" && after.kind === "specific") return pairSpecific(before, after);
  if ((before.kind === "min" || before.kind === "max") && after.kind === before.kind)
    return joined([pairSums(before.left, after.left), pairSums(before.right, after.right)]);
  return before.kind === "formula" && after.kind === "formula" && sameText(before, after) ? [] : undefined;
};

/** 0.6 CNY/kg and 600 CNY/t are the same rate: a slip of the unit is a thousandfold. */
const pairSpecific = (before: Specific, after: Specific): readonly Pair[] | undefined => {
  const factor = before.currency === after.currency ? conversion(before.unit, after.unit) : undefined;
  return factor && [[before.number.value, multiply(after.number.value, factor)]];
};

const sameText = (before: Term, after: Term): boolean =>
  printRate({ kind: "sum", terms: [before] }) === printRate({ kind: "sum", terms: [after] });

/** Whether a rate owes nothing whatever the goods are. */
export const owesNothing = (rate: Rate): boolean =>
  rate.kind === "sum" &&
  rate.terms.every(
    (term) => (term.kind === "percent" || term.kind === "specific") && term.number.value.n === 0n,
  );

const TEN: Fraction = { n: 10n, d: 1n };

const isTenfold = ([before, after]: Pair): boolean =>
  compare(before, multiply(after, TEN)) > 0 || compare(after, multiply(before, TEN)) > 0;

/** How a rate moved from one edition to the next. */
export const moveOf = (before: Rate, after: Rate): Move => {
  const [wasNothing, isNothing] = [owesNothing(before), owesNothing(after)];
  if (wasNothing && isNothing) return "none";
  if (isNothing) return "to-zero";
  if (wasNothing) return "tenfold";
  const pairs = pairRates(before, after);
  if (!pairs) return "form";
  if (pairs.some(isTenfold)) return "tenfold";
  return pairs.every(([one, other]) => compare(one, other) === 0) ? "none" : "near";
};

/** Whether a rate is above another of the same form in some part and below it in none. False where nobody can say. */
export const isAbove = (rate: Rate, other: Rate): boolean => {
  if (owesNothing(rate)) return false;
  if (owesNothing(other)) return true;
  const pairs = pairRates(other, rate);
  if (!pairs) return false;
  const signs = pairs.map(([low, high]) => compare(high, low));
  return signs.some((sign) => sign > 0) && signs.every((sign) => sign >= 0);
};

/** The units whose quantities a rate may ask for. */
export const unitsOf = (rate: Rate): readonly string[] => [
  ...new Set(rate.kind === "sum" ? sumUnits(rate) : [...bandUnits(rate)]),
];

const bandUnits = (rate: Exclude<Rate, Sum>): readonly string[] => [
  rate.threshold.unit,
  ...sumUnits(rate.then),
  ...unitsOf(rate.otherwise),
];

const sumUnits = ({ terms }: Sum): readonly string[] =>
  terms.flatMap((term) => {
    if (term.kind === "specific") return compare(term.number.value, ZERO) > 0 ? [term.unit] : [];
    return term.kind === "min" || term.kind === "max"
      ? [...sumUnits(term.left), ...sumUnits(term.right)]
      : [];
  });
