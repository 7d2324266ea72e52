/** What a rate makes of a base, quantities and exchange rates: an exact fraction, rounded by nobody here but a formula. */
import {
  add,
  compare,
  divide,
  type Fraction,
  fromScaled,
  multiply,
  round,
  subtract,
  ZERO,
} from "./fraction.ts";
import type { Arithmetic, Band, Choice, Formula, Rate, Specific, Sum, Term } from "./rate-text.ts";

/** What a rate is applied to. A look-up that returns nothing makes the outcome `lacking`. */
export type RateInputs = {
  /** What a percentage is taken of, in the currency of the result. */
  readonly base: Fraction;
  /** The quantity in a unit, above 0. */
  readonly quantity: (unit: string) => Fraction | undefined;
  /** Units of the result's currency for one unit of this currency. */
  readonly exchange: (currency: string) => Fraction | undefined;
  /** The value that prices are made of (value ÷ exchange ÷ quantity), in the currency of the result. */
  readonly priced: Fraction;
};

/** An exact amount, or the units and currencies that the rate needs and the inputs do not have. */
export type RateOutcome =
  | { readonly kind: "amount"; readonly value: Fraction }
  | { readonly kind: "lacking"; readonly units: readonly string[]; readonly currencies: readonly string[] };

/** Evaluates a rate. Everything it lacks is found, not only the first: a person mends all of it at once. */
export const evaluateRate = (rate: Rate, inputs: RateInputs): RateOutcome => {
  const lacking: Lacking = { units: [], currencies: [] };
  const value = rateValue(rate, inputs, lacking, undefined);
  if (lacking.units.length > 0 || lacking.currencies.length > 0) return { kind: "lacking", ...lacking };
  return { kind: "amount", value };
};

type Lacking = { units: string[]; currencies: string[] };

const rateValue = (
  rate: Rate,
  inputs: RateInputs,
  lacking: Lacking,
  price: Fraction | undefined,
): Fraction => {
  if (rate.kind === "sum") return sumValue(rate, inputs, lacking, price);
  const own = priceOf(rate.threshold, inputs, lacking);
  if (!own) return ZERO;
  return rateValue(branchOf(rate, own), inputs, lacking, own);
};

const branchOf = (band: Band, price: Fraction): Rate => {
  const order = compare(price, band.threshold.number.value);
  const holds = band.comparison === "<=" ? order <= 0 : order >= 0;
  return holds ? band.then : band.otherwise;
};

/** The price in the currency and for the unit of the threshold, exact. */
const priceOf = (threshold: Specific, inputs: RateInputs, lacking: Lacking): Fraction | undefined => {
  const quantity = quantityOf(threshold, inputs, lacking);
  const exchange = exchangeOf(threshold, inputs, lacking);
  return quantity && exchange ? divide(inputs.priced, multiply(exchange, quantity)) : undefined;
};

const sumValue = (sum: Sum, inputs: RateInputs, lacking: Lacking, price: Fraction | undefined): Fraction => {
  let total = termValue(sum.terms[0]!, inputs, lacking, price);
  for (let at = 1; at < sum.terms.length; at++) {
    total = add(total, termValue(sum.terms[at]!, inputs, lacking, price));
  }
  return total;
};

const termValue = (
  term: Term,
  inputs: RateInputs,
  lacking: Lacking,
  price: Fraction | undefined,
): Fraction => {
  switch (term.kind) {
    case "percent":
      return percentOf(term.number.value, inputs.base);
    case "specific":
      return specificValue(term, inputs, lacking);
    case "formula":
      return multiply(formulaRate(term, inputs, price), inputs.base);
    default:
      return choiceValue(term, inputs, lacking, price);
  }
};

const percentOf = (percent: Fraction, base: Fraction): Fraction => ({
  n: percent.n * base.n,
  d: percent.d * base.d * 100n,
});

const choiceValue = (
  term: Choice,
  inputs: RateInputs,
  lacking: Lacking,
  price: Fraction | undefined,
): Fraction => {
  const left = sumValue(term.left, inputs, lacking, price);
  const right = sumValue(term.right, inputs, lacking, price);
  const leftIsLower = compare(left, right) <= 0;
  return leftIsLower === (term.kind === "min") ? left : right;
};

const specificValue = (term: Specific, inputs: RateInputs, lacking: Lacking): Fraction => {
  const quantity = quantityOf(term, inputs, lacking);
  const exchange = exchangeOf(term, inputs, lacking);
  return quantity && exchange ? multiply(multiply(term.number.value, exchange), quantity) : ZERO;
};

const quantityOf = (term: Specific, inputs: RateInputs, lacking: Lacking): Fraction | undefined => {
  const quantity = inputs.quantity(term.unit);
  if (!quantity && !lacking.units.includes(term.unit)) lacking.units.push(term.unit);
  return quantity;
};

const exchangeOf = (term: Specific, inputs: RateInputs, lacking: Lacking): Fraction | undefined => {
  const exchange = inputs.exchange(term.currency);
  if (!exchange && !lacking.currencies.includes(term.currency)) lacking.currencies.push(term.currency);
  return exchange;
};

/** The rate a formula gives (0.4 is 40 %). A base of 0 owes 0, so a formula that would divide by its price is not asked. */
const formulaRate = (formula: Formula, inputs: RateInputs, price: Fraction | undefined): Fraction => {
  if (inputs.base.n === 0n || !price) return ZERO;
  const rate = round(arithmeticValue(formula.body, price), formula.digits, "half-up");
  return rate > 0n ? fromScaled(rate, formula.digits) : ZERO;
};

const arithmeticValue = (body: Arithmetic, price: Fraction): Fraction => {
  switch (body.kind) {
    case "number":
      return body.sign ? multiply(body.number.value, { n: 1n, d: 100n }) : body.number.value;
    case "price":
      return price;
    case "group":
      return arithmeticValue(body.inner, price);
    case "operation":
      return operate(body.operator, arithmeticValue(body.left, price), arithmeticValue(body.right, price));
  }
};

const operate = (operator: "+" | "-" | "*" | "/", left: Fraction, right: Fraction): Fraction => {
  switch (operator) {
    case "+":
      return add(left, right);
    case "-":
      return subtract(left, right);
    case "*":
      return multiply(left, right);
    case "/":
      return divide(left, right);
  }
};
