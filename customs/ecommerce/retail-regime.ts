/**
 * How a purchase of cross-border e-commerce retail is taxed (supervision modes 1210 and 9610). Within the limits of a
 * purchase and of a person's year it bears no duty and a share of VAT and consumption tax; since 2019 the only thing of
 * an order may cost more than the first limit and is then taxed in full; everything else is general trade.
 * Caiguanshui [2016] 18 and [2018] 49.
 */
import { type Step, step, yuanText } from "../law/computation.ts";
import type { Figure, RetailLimits } from "../law/figures.ts";

/** `reduced`: no duty, a share of the rest; `full`: all taxes at their rates; `general-trade`: no retail import at all. */
export type RetailRegime = "reduced" | "full" | "general-trade";

/** A purchase as the limits see it, in fen. */
export type Purchase = {
  readonly total: bigint;
  /** What the buyer has bought this year before. */
  readonly boughtBefore: bigint;
  /** The order holds one thing, and it cannot be divided. */
  readonly indivisible: boolean;
};

/** The regime; both limits include the amount itself. */
export const retailRegime = (
  { total, boughtBefore, indivisible }: Purchase,
  { transaction, year, oneThingAbove }: RetailLimits,
): RetailRegime => {
  if (boughtBefore + total > year) return "general-trade";
  if (total <= transaction) return "reduced";
  return indivisible && oneThingAbove ? "full" : "general-trade";
};

/** Why it is that regime. */
export const regimeStep = (purchase: Purchase, limits: Figure<RetailLimits>): Step => {
  const { transaction, year } = limits.value;
  const inYear = `${yuanText(purchase.boughtBefore + purchase.total)} CNY in the year of at most ${yuanText(year)}`;
  const atOnce = `${yuanText(purchase.total)} CNY at once of at most ${yuanText(transaction)}`;
  return step("limits", null, limits, `${inYear}, ${atOnce}: ${reason(purchase, limits.value)}`);
};

const reason = (purchase: Purchase, limits: RetailLimits): string => {
  const regime = retailRegime(purchase, limits);
  if (regime === "reduced") return "no duty is owed, and only a share of VAT and consumption tax.";
  if (regime === "full") return "the only thing of its order, so all taxes are owed in full.";
  return purchase.boughtBefore + purchase.total > limits.year
    ? "above the limit of the year, so it is declared as general trade."
    : "above the limit of a purchase, so it is declared as general trade, or bought in parts.";
};
