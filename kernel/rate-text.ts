/**
 * The text of a rate as a small tree.
 *
 *     rate    = "when price" ("<=" | ">=") money ":" sum ";" "else" (rate | sum)  |  sum
 *     sum     = term { "+" term }
 *     term    = number ["%"]  |  money  |  ("min" | "max") "(" sum "," sum ")"  |  formula
 *     money   = number currency "/" unit
 *     formula = "round(" arithmetic "," digits ")"      + - * / ( ) over numbers, percentages and P
 *
 * A bare number outside a formula is a percentage. Currency and unit are words to this room: which words are
 * currencies is handed to the parser (`parse-rate.ts`), what a word is worth to the evaluation (`evaluate-rate.ts`).
 */
import type { Fraction } from "./fraction.ts";

/** A number as it was written, and its exact value: "5.0" prints as "5.0". */
export type Numeral = { readonly text: string; readonly value: Fraction };

/** A part of the base, in hundredths; `sign` tells whether the "%" was written. */
export type Percent = { readonly kind: "percent"; readonly number: Numeral; readonly sign: boolean };
/** An amount of money for each unit of goods. */
export type Specific = {
  readonly kind: "specific";
  readonly number: Numeral;
  readonly currency: string;
  readonly unit: string;
};
/** The lower or the higher of two sums. */
export type Choice = { readonly kind: "min" | "max"; readonly left: Sum; readonly right: Sum };
/** A rate computed from the price: `round(arithmetic, digits)`, half up, never below 0; 0.4 is 40 %. */
export type Formula = { readonly kind: "formula"; readonly body: Arithmetic; readonly digits: number };
/** One part of a sum. */
export type Term = Percent | Specific | Choice | Formula;
/** One or more terms that are added. */
export type Sum = { readonly kind: "sum"; readonly terms: readonly Term[] };
/** Two rates divided at a price, in the currency and for the unit of the threshold. */
export type Band = {
  readonly kind: "band";
  readonly comparison: "<=" | ">=";
  readonly threshold: Specific;
  readonly then: Sum;
  readonly otherwise: Rate;
};
/** A whole rate. */
export type Rate = Sum | Band;

/** The four operations of a formula. */
export type Operator = "+" | "-" | "*" | "/";
/** What a formula computes: numbers (with a "%" in hundredths), the price, groups and operations. */
export type Arithmetic =
  | { readonly kind: "number"; readonly number: Numeral; readonly sign: boolean }
  | { readonly kind: "price" }
  | { readonly kind: "group"; readonly inner: Arithmetic }
  | {
      readonly kind: "operation";
      readonly operator: Operator;
      readonly left: Arithmetic;
      readonly right: Arithmetic;
    };

/** White space as one space, none at the ends: how a rate is shown, everything else as it was written. */
export const collapseSpace = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** The tree as text, spaced as in the grammar's examples. Parsing it gives the same tree again. */
export const printRate = (rate: Rate): string => {
  if (rate.kind === "sum") return rate.terms.map(printTerm).join(" + ");
  const { comparison, threshold, then, otherwise } = rate;
  return `when price ${comparison} ${printTerm(threshold)}: ${printRate(then)}; else ${printRate(otherwise)}`;
};

const printTerm = (term: Term): string => {
  switch (term.kind) {
    case "percent":
      return term.number.text + (term.sign ? "%" : "");
    case "specific":
      return `${term.number.text} ${term.currency}/${term.unit}`;
    case "formula":
      return `round(${printArithmetic(term.body)}, ${term.digits})`;
    default:
      return `${term.kind}(${printRate(term.left)}, ${printRate(term.right)})`;
  }
};

/** The arithmetic of a formula as text. */
export const printArithmetic = (body: Arithmetic): string => {
  switch (body.kind) {
    case "number":
      return body.number.text + (body.sign ? "%" : "");
    case "price":
      return "P";
    case "group":
      return `(${printArithmetic(body.inner)})`;
    case "operation":
      return `${printArithmetic(body.left)} ${body.operator} ${printArithmetic(body.right)}`;
  }
};
