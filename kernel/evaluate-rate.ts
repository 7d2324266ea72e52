/** What a rate makes of a base, quantities and exchange rates: an exact fraction, rounded by nobody here but a formula. */
import { add, compare, type Fraction, hundredth, multiply, ZERO } from "./fraction.ts";
import type { Choice, Rate, Specific, Sum, Term } from "./rate-text.ts";
import { type Lacking, type NoValue, type PriceInputs, settleRate } from "./settle-rate.ts";

/** What a rate is applied to. A look-up that returns nothing makes the outcome `lacking`. */
export type RateInputs = PriceInputs & {
  /** What a percentage is taken of, in the currency of the result. */
  readonly base: Fraction;
};

/** An exact amount, or why there is none. */
export type RateOutcome = { readonly kind: "amount"; readonly value: Fraction } | Lacking | NoValue;

/** Evaluates a rate. Everything it lacks is found, not only the first: a person mends all of it at once. */
export const evaluateRate = (rate: Rate, inputs: RateInputs): RateOutcome => {
  if (rate.kind === "sum") return evaluateSum(rate, inputs);
  const settled = settleRate(rate, inputs);
  return settled.kind === "settled" ? evaluateSum(settled.sum, inputs) : settled;
};

/** What a sum is applied to: prices are settled before. */
export type SumInputs = Omit<RateInputs, "priced">;

/** Evaluates a sum in which no formula stands (`settleRate` leaves none). */
export const evaluateSum = (sum: Sum, inputs: SumInputs): Exclude<RateOutcome, NoValue> => {
  const lacks = new Lacks();
  const value = sumValue(sum, inputs, lacks);
  return lacks.nothing ? { kind: "amount", value } : lacks.outcome();
};

const NONE: readonly string[] = [];

/** Units and currencies that were looked up in vain, each once. */
export class Lacks {
  #units: readonly string[] = NONE;
  #currencies: readonly string[] = NONE;

  get nothing(): boolean {
    return this.#units === NONE && this.#currencies === NONE;
  }
  outcome(): Lacking {
    return { kind: "lacking", units: this.#units, currencies: this.#currencies };
  }
  unit(unit: string): void {
    if (!this.#units.includes(unit)) this.#units = [...this.#units, unit];
  }
  currency(currency: string): void {
    if (!this.#currencies.includes(currency)) this.#currencies = [...this.#currencies, currency];
  }
}

const sumValue = (sum: Sum, inputs: SumInputs, lacks: Lacks): Fraction => {
  let total = termValue(sum.terms[0]!, inputs, lacks);
  for (let at = 1; at < sum.terms.length; at++) total = add(total, termValue(sum.terms[at]!, inputs, lacks));
  return total;
};

const termValue = (term: Term, inputs: SumInputs, lacks: Lacks): Fraction => {
  switch (term.kind) {
    case "percent":
      return multiply(hundredth(term.number.value), inputs.base);
    case "specific":
      return specificValue(term, inputs, lacks);
    case "formula":
      throw new TypeError("A formula is settled by the price before its sum is evaluated.");
    default:
      return choiceValue(term, inputs, lacks);
  }
};

const choiceValue = (term: Choice, inputs: SumInputs, lacks: Lacks): Fraction => {
  const left = sumValue(term.left, inputs, lacks);
  const right = sumValue(term.right, inputs, lacks);
  const leftIsLower = compare(left, right) <= 0;
  return leftIsLower === (term.kind === "min") ? left : right;
};

/** An amount for each unit of goods: money × exchange rate × quantity; 0 when something is lacking, which is noted. */
export const specificValue = (term: Specific, inputs: SumInputs, lacks: Lacks): Fraction => {
  const quantity = inputs.quantity(term.unit);
  const exchange = inputs.exchange(term.currency);
  if (!quantity) lacks.unit(term.unit);
  if (!exchange) lacks.currency(term.currency);
  return quantity && exchange ? multiply(multiply(term.number.value, exchange), quantity) : ZERO;
};
