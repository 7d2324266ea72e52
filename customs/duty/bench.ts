/** The work bench of one line: its quantities and exchange rates, and what a column makes of a base. */
import { evaluateRate, evaluateSum } from "@openftz/kernel/evaluate-rate.ts";
import { type Fraction, fromScaled, ONE, percentOfSteps, round } from "@openftz/kernel/fraction.ts";
import type { Rate, Term } from "@openftz/kernel/rate-text.ts";
import { type Lacking, type NoValue, type SettledRate, settleRate } from "@openftz/kernel/settle-rate.ts";
import { findQuantity } from "./quantities.ts";
import type { ReadLine } from "./request-line.ts";
import type { Column } from "./tariff-line.ts";

/** Taxes are counted in fen: hundredths of a yuan. */
export const TAX_DIGITS = 2;

/** A value in CNY to fen, half up: how each tax and the customs value are rounded (Tariff Law art. 60: CNY; fen by practice). */
export const toFen = (value: Fraction): bigint => round(value, TAX_DIGITS, "half-up");

/** Fen in CNY, exact. */
export const fromFen = (fen: bigint): Fraction => fromScaled(fen, TAX_DIGITS);

/** The look-ups of one line, and what its prices are made of. */
export type Bench = {
  /** The quantity in a unit, above 0. */
  readonly quantity: (unit: string) => Fraction | undefined;
  /** CNY for one unit of a currency. */
  readonly exchange: (currency: string) => Fraction | undefined;
  /** In CNY. Import: the customs value as rounded; export: FOB, exact; nothing when its exchange rate is not given. */
  readonly priced: Fraction | undefined;
};

/** The look-ups over what the request gives; CNY is worth 1. */
export const benchOf = (line: ReadLine, priced: Fraction | undefined): Bench => ({
  quantity: (unit) => findQuantity(line.quantities, unit),
  exchange: (currency) => exchangeOf(line, currency),
  priced,
});

/** CNY for one unit of a currency, as the request gives it. */
export const exchangeOf = (line: ReadLine, currency: string): Fraction | undefined =>
  currency === "CNY" ? ONE : line.exchangeRates.get(currency);

/** An amount in fen, or why a rate comes to none. `whole-price`: a consumption tax of 100 % or more. */
export type Charged = { readonly kind: "amount"; readonly amount: bigint } | NotCharged;
/** Why a rate comes to no amount. */
export type NotCharged = Lacking | NoValue | { readonly kind: "whole-price" };

/** What a column makes of a base in fen. */
export const chargeColumn = ({ rate }: Column, bench: Bench, base: bigint): Charged => {
  const term = onlyTerm(rate);
  if (term?.kind === "percent") return { kind: "amount", amount: percentOfSteps(base, term.number.value) };
  const { quantity, exchange, priced } = bench;
  const outcome = evaluateRate(rate, { base: fromFen(base), quantity, exchange, priced });
  return outcome.kind === "amount" ? { kind: "amount", amount: toFen(outcome.value) } : outcome;
};

/** The term of a rate that is nothing else, as most are. */
export const onlyTerm = (rate: Rate): Term | undefined =>
  rate.kind === "sum" && rate.terms.length === 1 ? rate.terms[0] : undefined;

/** A column with its bands and formulas settled by the price. */
export const settleColumn = ({ rate }: Column, bench: Bench): SettledRate => settleRate(rate, bench);

/** What a settled sum makes of a base in fen. */
export const chargeSum = (
  { sum }: Extract<SettledRate, { kind: "settled" }>,
  { quantity, exchange }: Bench,
  base: bigint,
): Charged => {
  const outcome = evaluateSum(sum, { base: fromFen(base), quantity, exchange });
  return outcome.kind === "amount" ? { kind: "amount", amount: toFen(outcome.value) } : outcome;
};
