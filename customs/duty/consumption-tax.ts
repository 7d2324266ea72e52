/**
 * Consumption tax is a part of the price that includes it: of a percentage t and an amount f by quantity,
 * tax = (base + f) ÷ (1 - t) × t + f, which is (base × t + f) ÷ (1 - t).
 * Provisional Regulation on Consumption Tax, art. 9.
 */

import type { RateInputs } from "@openftz/kernel/evaluate-rate.ts";
import {
  add,
  compare,
  divide,
  type Fraction,
  multiply,
  ONE,
  subtract,
  ZERO,
} from "@openftz/kernel/fraction.ts";
import type { Choice, Specific, Sum, Term } from "@openftz/kernel/rate-text.ts";
import { type Bench, type Charged, rateInputs, toFen } from "./bench.ts";
import type { Column } from "./tariff-line.ts";

/** The tax in fen on a base (customs value, duty and additional duties, in fen), or what the rate lacks. */
export const chargeConsumptionTax = (column: Column, bench: Bench, base: bigint): Charged => {
  const inputs = rateInputs(bench, base, base);
  const lacking = { units: new Set<string>(), currencies: new Set<string>() };
  if (column.rate.kind === "band")
    throw new TypeError("A tariff with a price band is refused before it is used.");
  const tax = taxOf(column.rate.terms, inputs, lacking);
  return lacking.units.size > 0 || lacking.currencies.size > 0
    ? { kind: "lacking", units: [...lacking.units], currencies: [...lacking.currencies] }
    : { kind: "amount", amount: toFen(tax) };
};

type Lacking = { readonly units: Set<string>; readonly currencies: Set<string> };

/**
 * A choice is settled by the tax it leads to: the tax grows with the percentage and with the amount, so the lower of
 * two rates is the one with the lower tax, wherever in the sum the choice stands.
 */
const taxOf = (terms: readonly Term[], inputs: RateInputs, lacking: Lacking): Fraction => {
  const at = terms.findIndex(({ kind }) => kind === "min" || kind === "max");
  if (at < 0) return plainTax(terms, inputs, lacking);
  const choice = terms[at] as Choice;
  const withSide = (side: Sum): Fraction =>
    taxOf([...terms.slice(0, at), ...side.terms, ...terms.slice(at + 1)], inputs, lacking);
  const [left, right] = [withSide(choice.left), withSide(choice.right)];
  return compare(left, right) <= 0 === (choice.kind === "min") ? left : right;
};

const plainTax = (terms: readonly Term[], inputs: RateInputs, lacking: Lacking): Fraction => {
  let [percent, fixed] = [ZERO, ZERO];
  for (const term of terms) {
    if (term.kind === "percent") percent = add(percent, term.number.value);
    else if (term.kind === "specific") fixed = add(fixed, specificAmount(term, inputs, lacking));
    else throw new TypeError("A formula stands only in a price band, which is refused before it is used.");
  }
  if (percent.n === 0n) return fixed;
  const part: Fraction = { n: percent.n, d: percent.d * 100n };
  return divide(add(multiply(inputs.base, part), fixed), subtract(ONE, part));
};

const specificAmount = (term: Specific, inputs: RateInputs, lacking: Lacking): Fraction => {
  const quantity = inputs.quantity(term.unit);
  const exchange = inputs.exchange(term.currency);
  if (!quantity) lacking.units.add(term.unit);
  if (!exchange) lacking.currencies.add(term.currency);
  return quantity && exchange ? multiply(multiply(term.number.value, exchange), quantity) : ZERO;
};
