/** What a rate comes to for given goods, with everything that is missing to say so. */
import {
  add,
  compare,
  divide,
  type Exact,
  greater,
  isZero,
  multiply,
  ONE,
  roundHalfUp,
  smaller,
  subtract,
  whole,
  ZERO,
} from "./exact.ts";
import { pointerPart } from "./json.ts";
import { FAMILIES } from "./lists.ts";
import type { Arithmetic, Money, Rate } from "./rate.ts";
import type { Fault, Request } from "./shape.ts";

/** Goods as a rate sees them. `priced` is what a price is made of, in CNY; unknown while an exchange rate is missing. */
export type Goods = { readonly request: Request; readonly priced: Exact | undefined };
export type Missing = (fault: Fault) => void;

/** CNY for one of a currency. */
export const exchangeRateOf = (request: Request, currency: string, missing: Missing): Exact | undefined => {
  if (currency === "CNY") return ONE;
  const rate = request.exchangeRates.get(currency);
  const pointer = `/exchangeRates${pointerPart(currency)}`;
  if (rate === undefined) missing({ phase: "look-ups", type: "missing-exchange-rate", pointer });
  return rate;
};

/** By the unit named, then by its family. */
const quantityOf = (request: Request, unit: string, missing: Missing): Exact | undefined => {
  const family = FAMILIES.find((one) => one[unit] !== undefined) ?? { [unit]: 1n };
  const given = [unit, ...Object.keys(family)].find((one) => request.quantities.has(one));
  const quantity = given === undefined ? ZERO : request.quantities.get(given)!;
  if (isZero(quantity)) {
    missing({ phase: "look-ups", type: "missing-quantity", pointer: `/quantities${pointerPart(unit)}` });
    return undefined;
  }
  return multiply(quantity, divide(whole(family[given!]!), whole(family[unit]!)));
};

const specificOf = ({ amount, currency, unit }: Money, { request }: Goods, missing: Missing) => {
  const quantity = quantityOf(request, unit, missing);
  const rate = exchangeRateOf(request, currency, missing);
  return quantity && rate && multiply(multiply(quantity, amount), rate);
};

/** Customs value for one unit, in the currency and unit of the bound. */
const priceOf = (
  { currency, unit }: Money,
  { request, priced }: Goods,
  missing: Missing,
): Exact | undefined => {
  const quantity = quantityOf(request, unit, missing);
  const rate = exchangeRateOf(request, currency, missing);
  return quantity && rate && priced && divide(divide(priced, rate), quantity);
};

const workedOut = (arithmetic: Arithmetic, price: Exact): Exact => {
  if (arithmetic.is === "number") return arithmetic.value;
  if (arithmetic.is === "P") return price;
  const [left, right] = [workedOut(arithmetic.left, price), workedOut(arithmetic.right, price)];
  if (arithmetic.is === "+") return add(left, right);
  if (arithmetic.is === "-") return subtract(left, right);
  return arithmetic.is === "*" ? multiply(left, right) : divide(left, right);
};

/**
 * A rate with its bands chosen and its formulas worked out. What is left is percentages, specific rates, sums, min and
 * max. Undefined when the price is not known; `missing` then heard why.
 */
export const settle = (rate: Rate, goods: Goods, missing: Missing, price?: Exact): Rate | undefined => {
  if (rate.is === "band") {
    const here = priceOf(rate.bound, goods, missing);
    if (here === undefined) return undefined;
    const order = compare(here, rate.bound.amount);
    const isWithin = rate.sign === "<=" ? order <= 0 : order >= 0;
    return settle(isWithin ? rate.within : rate.beyond, goods, missing, here);
  }
  if (rate.is === "formula") {
    if (goods.priced === undefined || price === undefined) return undefined;
    // A customs value of 0 owes 0 without evaluating it.
    if (isZero(goods.priced)) return { is: "percentage", share: ZERO };
    const share = greater(roundHalfUp(workedOut(rate.of, price), rate.decimals), ZERO);
    return { is: "percentage", share };
  }
  if (rate.is === "sum") {
    const terms = rate.terms.map((term) => settle(term, goods, missing, price));
    return terms.every((term) => term !== undefined) ? { is: "sum", terms } : undefined;
  }
  if (rate.is === "min" || rate.is === "max") {
    const left = settle(rate.left, goods, missing, price);
    const right = settle(rate.right, goods, missing, price);
    return left && right && { is: rate.is, left, right };
  }
  return rate;
};

const total = (amounts: readonly (Exact | undefined)[]): Exact | undefined =>
  amounts.every((amount) => amount !== undefined) ? amounts.reduce(add, ZERO) : undefined;

/** A rule by which a rate comes to an amount over a base. */
type Charge = (rate: Rate, base: Exact | undefined, goods: Goods, missing: Missing) => Exact | undefined;

/** A charge of settled rates, for any rate. */
const onceSettled =
  (charge: Charge): Charge =>
  (rate, base, goods, missing) => {
    const settled = settle(rate, goods, missing);
    return settled && charge(settled, base, goods, missing);
  };

type Choice = Extract<Rate, { readonly is: "min" | "max" }>;

/** The lower or the higher of what both sides come to. Both are asked, so that both can say what they miss. */
const chosen = (
  { is, left, right }: Choice,
  amount: (side: Rate) => Exact | undefined,
): Exact | undefined => {
  const [one, other] = [amount(left), amount(right)];
  return one && other && (is === "min" ? smaller(one, other) : greater(one, other));
};

const settledAmount: Charge = (rate, base, goods, missing) => {
  const amount = (part: Rate) => settledAmount(part, base, goods, missing);
  if (rate.is === "percentage") return base && multiply(base, rate.share);
  if (rate.is === "specific") return specificOf(rate, goods, missing);
  if (rate.is === "sum") return total(rate.terms.map(amount));
  if (rate.is !== "min" && rate.is !== "max") throw new Error(`A ${rate.is} is not settled.`);
  return chosen(rate, amount);
};

/** What a rate comes to, percentages taken of `base`. Not rounded. */
export const amountOf = onceSettled(settledAmount);

/** The sum of the percentages of a settled rate without min or max. */
const shareOf = (rate: Rate): Exact => {
  if (rate.is === "percentage") return rate.share;
  return rate.is === "sum" ? rate.terms.map(shareOf).reduce(add, ZERO) : ZERO;
};

/** The percentage by which an export rate divides the price. */
export const shareOfRate = (rate: Rate, goods: Goods, missing: Missing): Exact | undefined => {
  const settled = settle(rate, goods, missing);
  return settled && shareOf(settled);
};

const settledConsumptionTax: Charge = (rate, base, goods, missing) => {
  const [only] = rate.is === "sum" && rate.terms.length === 1 ? rate.terms : [rate];
  if (only?.is === "min" || only?.is === "max")
    return chosen(only, (side) => settledConsumptionTax(side, base, goods, missing));
  const share = shareOf(rate);
  const fixed = settledAmount(rate, ZERO, goods, missing);
  if (base === undefined || fixed === undefined) return undefined;
  return add(multiply(divide(add(base, fixed), subtract(ONE, share)), share), fixed);
};

/** Consumption tax, which is a part of the price that holds it: (base + fixed) ÷ (1 − t) × t + fixed. Not rounded. */
export const consumptionTaxOf = onceSettled(settledConsumptionTax);
