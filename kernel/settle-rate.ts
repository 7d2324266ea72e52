/**
 * Settles what a rate leaves to the price: bands become the branch that holds, formulas the percentage they give. What
 * remains is a plain sum of percentages, specific amounts and choices. A rate without bands is settled as it stands.
 */
import {
  add,
  compare,
  divide,
  type Fraction,
  formatDecimal,
  fromScaled,
  hundredth,
  multiply,
  round,
  signOf,
  subtract,
  ZERO,
} from "./fraction.ts";
import type { Arithmetic, Band, Formula, Percent, Rate, Specific, Sum, Term } from "./rate-text.ts";

/** What prices are made of. A look-up that returns nothing makes the rate `lacking`. */
export type PriceInputs = {
  /** The value that prices are made of (value ÷ exchange ÷ quantity), in the currency of the result; nothing: not known. */
  readonly priced: Fraction | undefined;
  /** The quantity in a unit, above 0. */
  readonly quantity: (unit: string) => Fraction | undefined;
  /** Units of the result's currency for one unit of this currency. */
  readonly exchange: (currency: string) => Fraction | undefined;
};

/** One band passed on the way: the price it was asked for, exact, and whether its condition held. */
export type BandStep = { readonly band: Band; readonly price: Fraction; readonly holds: boolean };

/** The units and currencies that a rate needs and the inputs do not have; none of either when only `priced` is not known. */
export type Lacking = {
  readonly kind: "lacking";
  readonly units: readonly string[];
  readonly currencies: readonly string[];
};
/** A formula divides by 0 at this price, so that there is no rate. */
export type NoValue = { readonly kind: "no-value"; readonly formula: Formula; readonly price: Fraction };

/** A sum in which no formula is left, and the bands that led to it; or why there is none. */
export type SettledRate =
  | { readonly kind: "settled"; readonly sum: Sum; readonly steps: readonly BandStep[] }
  | Lacking
  | NoValue;

/** Settles a rate for one value, its quantities and exchange rates. */
export const settleRate = (rate: Rate, inputs: PriceInputs): SettledRate => {
  const steps: BandStep[] = [];
  let branch = rate;
  while (branch.kind === "band") {
    const { threshold } = branch;
    const price = priceOf(threshold, inputs);
    if ("kind" in price) return price;
    const holds = conditionHolds(branch, price);
    steps.push({ band: branch, price, holds });
    branch = holds ? branch.then : branch.otherwise;
  }
  const last = steps.at(-1);
  if (!last) return { kind: "settled", sum: branch, steps };
  try {
    return { kind: "settled", sum: settledSum(branch, last.price), steps };
  } catch (error) {
    if (!(error instanceof DividedByZero)) throw error;
    return { kind: "no-value", formula: error.formula, price: last.price };
  }
};

/** The price in the currency and for the unit of the threshold, exact. */
const priceOf = ({ unit, currency }: Specific, inputs: PriceInputs): Fraction | Lacking => {
  const [quantity, exchange] = [inputs.quantity(unit), inputs.exchange(currency)];
  if (quantity && exchange && inputs.priced) return divide(inputs.priced, multiply(exchange, quantity));
  return { kind: "lacking", units: quantity ? [] : [unit], currencies: exchange ? [] : [currency] };
};

const conditionHolds = ({ comparison, threshold }: Band, price: Fraction): boolean => {
  const order = compare(price, threshold.number.value);
  return comparison === "<=" ? order <= 0 : order >= 0;
};

/** A sum without a formula stands as it is. */
const settledSum = (sum: Sum, price: Fraction): Sum =>
  sum.terms.some(hasFormula)
    ? { kind: "sum", terms: sum.terms.map((term) => settledTerm(term, price)) }
    : sum;

const hasFormula = (term: Term): boolean => {
  if (term.kind === "min" || term.kind === "max")
    return term.left.terms.some(hasFormula) || term.right.terms.some(hasFormula);
  return term.kind === "formula";
};

const settledTerm = (term: Term, price: Fraction): Term => {
  switch (term.kind) {
    case "formula":
      return formulaPercent(term, price);
    case "min":
    case "max":
      return { kind: term.kind, left: settledSum(term.left, price), right: settledSum(term.right, price) };
    default:
      return term;
  }
};

class DividedByZero extends Error {
  readonly formula: Formula;
  constructor(formula: Formula) {
    super("A formula divides by 0.");
    this.formula = formula;
  }
}

/** A formula gives a rate (0.4 is 40 %), never below 0. A price of 0 owes 0, and the formula is not asked. */
const formulaPercent = (formula: Formula, price: Fraction): Percent => {
  if (signOf(price) === 0) return percentOf(ZERO);
  const exact = arithmeticValue(formula, formula.body, price);
  const rate = round(exact, formula.digits, "half-up");
  return percentOf(rate > 0n ? fromScaled(rate * 100n, formula.digits) : ZERO);
};

const percentOf = (value: Fraction): Percent => ({
  kind: "percent",
  number: { text: formatDecimal(value), value },
  sign: true,
});

const arithmeticValue = (formula: Formula, body: Arithmetic, price: Fraction): Fraction => {
  switch (body.kind) {
    case "number":
      return body.sign ? hundredth(body.number.value) : body.number.value;
    case "price":
      return price;
    case "group":
      return arithmeticValue(formula, body.inner, price);
    case "operation": {
      const left = arithmeticValue(formula, body.left, price);
      const right = arithmeticValue(formula, body.right, price);
      if (body.operator === "/" && signOf(right) === 0) throw new DividedByZero(formula);
      return OPERATIONS[body.operator](left, right);
    }
  }
};

const OPERATIONS = { "+": add, "-": subtract, "*": multiply, "/": divide } as const;
