/**
 * The taxes on one kind of goods of a retail purchase. The law takes a share of the tax that would be owed, so
 * each tax is first rounded to fen in full, as for any import, and its share rounded again, half up. Provisional Regulation on Consumption Tax, art. 9; VAT Law, art. 14.
 */
import { add, divide, type Fraction, fraction, multiply, ONE, subtract } from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Fault } from "../define/problem.ts";
import { type Bench, type Charged, chargeColumn, fromFen } from "../duty/bench.ts";
import { chargeConsumptionTax } from "../duty/consumption-tax.ts";
import { citationOf, type LegalStep } from "../duty/duty-law.ts";
import { findQuantity } from "../duty/quantities.ts";
import { percentFactor } from "../duty/rate-column.ts";
import type { Column } from "../duty/tariff-line.ts";
import { ground, percentText, type Step, step, toFen, yuanText } from "../law/computation.ts";

/** One kind of goods of a purchase. */
export type RetailItem = {
  /** What the buyer pays for all of them, freight and insurance included, in fen. */
  readonly price: bigint;
  readonly vat: Column;
  readonly consumptionTax: Column;
  /** Needed only where all taxes are owed in full. */
  readonly duty: Column | undefined;
  readonly quantities: ReadonlyMap<string, Fraction>;
};

/** What one item owes, in fen; `compositeRate` where both taxes are percentages and only a share is owed. */
export type RetailTaxes = {
  readonly duty: bigint;
  readonly consumptionTax: bigint;
  readonly vat: bigint;
  readonly compositeRate: Fraction | undefined;
};

/** The taxes of an item with their steps. */
export type TaxedItem = { readonly taxes: RetailTaxes; readonly steps: readonly Step[] };

/** The place of an item in the purchase and what it is taxed by: all taxes in full, or a share of them and no duty. */
export type ItemTerms = {
  readonly index: number;
  readonly day: PlainDate;
  readonly owed: "in-full" | Fraction;
};

type TaxName = "duty" | "consumptionTax" | "vat";

const TAXES: Readonly<Record<TaxName, { readonly words: string; readonly law: LegalStep }>> = {
  duty: { words: "duty", law: "columns" },
  consumptionTax: { words: "consumption tax", law: "consumption-tax" },
  vat: { words: "VAT", law: "vat" },
};

/**
 * What VAT and consumption tax together make of the price: (CT + VAT) ÷ (1 - CT) × the share that is owed. All three
 * are shares of one.
 */
export const compositeRate = (vat: Fraction, consumptionTax: Fraction, share: Fraction): Fraction =>
  multiply(divide(add(consumptionTax, vat), subtract(ONE, consumptionTax)), share);

/** Taxes an item; what a rate lacks is added to `faults`, and then the taxes are not to be used. */
export const taxItem = (item: RetailItem, terms: ItemTerms, faults: Fault[]): TaxedItem => {
  const { index, owed } = terms;
  const bench: Bench = {
    quantity: (unit) => findQuantity(item.quantities, unit),
    exchange: (currency) => (currency === "CNY" ? ONE : undefined),
    priced: fromFen(item.price),
  };
  const settled = (charged: Charged, tax: TaxName) => amountIn(charged, `/items/${index}`, tax, faults);
  const inFull = owed === "in-full";
  const share = inFull ? ONE : owed;
  if (inFull && !item.duty) faults.push(noDutyRate(index));
  const duty = inFull && item.duty ? settled(chargeColumn(item.duty, bench, item.price), "duty") : 0n;
  const base = item.price + duty;
  const consumptionTax = settled(chargeConsumptionTax(item.consumptionTax, bench, base), "consumptionTax");
  const vatBase = base + consumptionTax;
  const vat = settled(chargeColumn(item.vat, bench, vatBase), "vat");
  return {
    taxes: {
      duty,
      consumptionTax: shareOf(consumptionTax, share),
      vat: shareOf(vat, share),
      compositeRate: inFull ? undefined : compositeOf(item, share),
    },
    steps: [
      ...(inFull ? [taxStep("duty", item, terms, item.price, duty)] : []),
      taxStep("consumptionTax", item, terms, base, consumptionTax),
      taxStep("vat", item, terms, vatBase, vat),
    ],
  };
};

/** `full` is the tax on the base before a share of it is taken, in fen. */
const taxStep = (tax: TaxName, item: RetailItem, terms: ItemTerms, base: bigint, full: bigint): Step => {
  const { index, day, owed } = terms;
  const { words, law } = TAXES[tax];
  const whole = `Item ${index + 1}, ${words} "${item[tax]?.text}" on ${yuanText(base)} CNY: ${yuanText(full)} CNY`;
  if (owed === "in-full") return step(tax, full, ground(citationOf(law, day)), `${whole}.`);
  const part = shareOf(full, owed);
  const sentence = `${whole}, of which ${percentText(owed)}: ${yuanText(part)} CNY.`;
  return step(tax, part, ground(citationOf(law, day)), sentence);
};

const shareOf = (tax: bigint, share: Fraction): bigint => toFen(multiply(fraction(tax, 100n), share));

const noDutyRate = (index: number): Fault => ({
  pointer: `/items/${index}/duty`,
  detail: "All taxes are owed in full, and the rate of duty was not stated.",
  try: ["The MFN rate of the goods, such as 10"],
});

const amountIn = (charged: Charged, item: string, tax: TaxName, faults: Fault[]): bigint => {
  if (charged.kind === "amount") return charged.amount;
  if (charged.kind !== "lacking") {
    faults.push({ pointer: `${item}/${tax}`, detail: `The rate of ${TAXES[tax].words} comes to no amount.` });
    return 0n;
  }
  for (const unit of charged.units)
    faults.push({
      pointer: `${item}/quantities`,
      detail: `The rate of ${TAXES[tax].words} is counted by ${unit}, and no quantity above 0 is given for it.`,
      try: [`{"${unit}":"1"}`],
    });
  for (const currency of charged.currencies)
    faults.push({ pointer: `${item}/${tax}`, detail: `The rate is in ${currency}; state it in CNY.` });
  return 0n;
};

/** The composite rate, where neither tax counts by quantity or leaves a choice. */
const compositeOf = ({ vat, consumptionTax }: RetailItem, share: Fraction): Fraction | undefined => {
  const [v, c] = [factorOf(vat), factorOf(consumptionTax)];
  return v && c && compositeRate(v, c, share);
};

/** A plain percentage as a share of one; nothing for any other rate. */
const factorOf = ({ rate }: Column): Fraction | undefined =>
  rate.kind === "sum" && rate.terms.every(({ kind }) => kind === "percent") ? percentFactor(rate) : undefined;
