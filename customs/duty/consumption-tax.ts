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
  fraction,
  hundredth,
  multiply,
  ONE,
  percentOnTop,
  signOf,
  subtract,
  ZERO,
} from "@openftz/kernel/fraction.ts";
import type { Choice, Sum, Term } from "@openftz/kernel/rate-text.ts";
import { type Bench, type Charged, fromFen, onlyTerm, settleColumn, toFen } from "./bench.ts";
import type { Column } from "./tariff-line.ts";

const HUNDRED = fraction(100n);

/** The tax in fen on a base (customs value, duty and additional duties, in fen), or why there is none. */
export const chargeConsumptionTax = (column: Column, bench: Bench, base: bigint): Charged => {
  const term = onlyTerm(column.rate);
  if (term?.kind === "percent" && compare(term.number.value, HUNDRED) < 0)
    return { kind: "amount", amount: percentOnTop(base, term.number.value) };
  const settled = settleColumn(column, bench);
  if (settled.kind !== "settled") return settled;
  const lacks = new Lacks();
  const inputs = { base: fromFen(base), quantity: bench.quantity, exchange: bench.exchange };
  const tax = taxOf(settled.sum, inputs, lacks);
  if (!lacks.nothing) return lacks.outcome();
  return tax ? { kind: "amount", amount: toFen(tax) } : { kind: "whole-price" };
};

/** A tax as the price that includes it grows: `part` of that price and `fixed`, in CNY, up to the price `until`. */
type Stretch = { readonly part: Fraction; readonly fixed: Fraction; readonly until: Fraction | undefined };

/**
 * A choice is settled by the tax it leads to: the tax grows with the percentage and with the amount, so the lower of
 * two rates is the one with the lower tax, wherever in the sum the choice stands. So the price that includes the tax is
 * sought upwards from the base, from one price at which a choice turns to the next: trying every side with every other
 * would double the work with each choice. Nothing stands for a tax without bound, which a formula of 100 % or more
 * leads to.
 */
const taxOf = (sum: Sum, inputs: SumInputs, lacks: Lacks): Fraction | undefined => {
  let price = inputs.base;
  for (;;) {
    const { part, fixed, until } = stretchFrom(sum, price, inputs, lacks);
    const rest = subtract(ONE, part);
    const tax = signOf(rest) > 0 ? divide(add(multiply(inputs.base, part), fixed), rest) : undefined;
    if (!until || (tax && compare(add(inputs.base, tax), until) <= 0)) return tax;
    price = until;
  }
};

const stretchFrom = (sum: Sum, price: Fraction, inputs: SumInputs, lacks: Lacks): Stretch => {
  let whole: Stretch = { part: ZERO, fixed: ZERO, until: undefined };
  for (const term of sum.terms) {
    const { part, fixed, until } = termFrom(term, price, inputs, lacks);
    whole = { part: add(whole.part, part), fixed: add(whole.fixed, fixed), until: lower(whole.until, until) };
  }
  return whole;
};

const termFrom = (term: Term, price: Fraction, inputs: SumInputs, lacks: Lacks): Stretch => {
  switch (term.kind) {
    case "percent":
      return { part: hundredth(term.number.value), fixed: ZERO, until: undefined };
    case "specific":
      return { part: ZERO, fixed: specificValue(term, inputs, lacks), until: undefined };
    case "formula":
      throw new TypeError("A formula is settled before the tax is computed.");
    default:
      return choiceFrom(term, price, inputs, lacks);
  }
};

/** The side that holds from a price on, until one of them changes or the other one holds. */
const choiceFrom = (choice: Choice, price: Fraction, inputs: SumInputs, lacks: Lacks): Stretch => {
  const left = stretchFrom(choice.left, price, inputs, lacks);
  const right = stretchFrom(choice.right, price, inputs, lacks);
  const at = (side: Stretch): Fraction => add(multiply(price, side.part), side.fixed);
  const order = compare(at(left), at(right)) || compare(left.part, right.part);
  const { part, fixed } = order <= 0 === (choice.kind === "min") ? left : right;
  return { part, fixed, until: lower(lower(left.until, right.until), meeting(left, right, price)) };
};

/** The price above another at which two sides come to the same. */
const meeting = (left: Stretch, right: Stretch, above: Fraction): Fraction | undefined => {
  const slope = subtract(left.part, right.part);
  if (signOf(slope) === 0) return undefined;
  const price = divide(subtract(right.fixed, left.fixed), slope);
  return compare(price, above) > 0 ? price : undefined;
};

/** The lower of two prices; nothing stands for a price that is never reached. */
const lower = (a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined =>
  a && b ? (compare(a, b) <= 0 ? a : b) : (a ?? b);
