/**
 * Consumption tax is a part of the price that includes it: of a percentage t and an amount f by quantity,
 * tax = (base + f) ÷ (1 - t) × t + f, which is (base × t + f) ÷ (1 - t).
 * Provisional Regulation on Consumption Tax, art. 9.
 */
import { Lacks, type SumInputs, specificValue } from "@openftz/kernel/evaluate-rate.ts";
import {
  add,
  compare,
  divide,
  type Fraction,
  multiply,
  ONE,
  percentOnTop,
  subtract,
  ZERO,
} from "@openftz/kernel/fraction.ts";
import type { Choice, Sum, Term } from "@openftz/kernel/rate-text.ts";
import { type Bench, type Charged, fromFen, onlyTerm, settleColumn, toFen } from "./bench.ts";
import type { Column } from "./tariff-line.ts";

const HUNDRED: Fraction = { n: 100n, d: 1n };

/** The tax in fen on a base (customs value, duty and additional duties, in fen), or why there is none. */
export const chargeConsumptionTax = (column: Column, bench: Bench, base: bigint): Charged => {
  const term = onlyTerm(column.rate);
  if (term?.kind === "percent" && compare(term.number.value, HUNDRED) < 0)
    return { kind: "amount", amount: percentOnTop(base, term.number.value) };
  const settled = settleColumn(column, bench);
  if (settled.kind !== "settled") return settled;
  const lacks = new Lacks();
  const inputs = { base: fromFen(base), quantity: bench.quantity, exchange: bench.exchange };
  const tax = taxOf(settled.sum.terms, inputs, lacks);
  if (!lacks.nothing) return lacks.outcome();
  return tax ? { kind: "amount", amount: toFen(tax) } : { kind: "whole-price" };
};

/**
 * A choice is settled by the tax it leads to: the tax grows with the percentage and with the amount, so the lower of
 * two rates is the one with the lower tax, wherever in the sum the choice stands. Nothing stands for a tax without
 * bound, which a formula of 100 % or more leads to.
 */
const taxOf = (terms: readonly Term[], inputs: SumInputs, lacks: Lacks): Fraction | undefined => {
  const at = terms.findIndex(({ kind }) => kind === "min" || kind === "max");
  if (at < 0) return plainTax(terms, inputs, lacks);
  const choice = terms[at] as Choice;
  const withSide = (side: Sum): Fraction | undefined =>
    taxOf([...terms.slice(0, at), ...side.terms, ...terms.slice(at + 1)], inputs, lacks);
  const [left, right] = [withSide(choice.left), withSide(choice.right)];
  const leftIsLower = left !== undefined && (right === undefined || compare(left, right) <= 0);
  return leftIsLower === (choice.kind === "min") ? left : right;
};

const plainTax = (terms: readonly Term[], inputs: SumInputs, lacks: Lacks): Fraction | undefined => {
  let [percent, fixed] = [ZERO, ZERO];
  for (const term of terms) {
    if (term.kind === "percent") percent = add(percent, term.number.value);
    else if (term.kind === "specific") fixed = add(fixed, specificValue(term, inputs, lacks));
    else throw new TypeError(`A ${term.kind} is settled before the tax is computed.`);
  }
  if (percent.n === 0n) return fixed;
  const part: Fraction = { n: percent.n, d: percent.d * 100n };
  const rest = subtract(ONE, part);
  return rest.n > 0n ? divide(add(multiply(inputs.base, part), fixed), rest) : undefined;
};
