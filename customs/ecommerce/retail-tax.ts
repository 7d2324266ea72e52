/** The taxes on a purchase of cross-border e-commerce retail: which regime it falls under, then item by item. */
import type { Fraction } from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Fault } from "../define/problem.ts";
import { type Refused, refused, type Step, step, yuanText } from "../law/computation.ts";
import type { Figure, RetailLimits } from "../law/figures.ts";
import { type RetailRegime, regimeStep, retailRegime } from "./retail-regime.ts";
import { type RetailItem, type RetailTaxes, taxItem } from "./tax-item.ts";

/** A purchase with the figures of its day. Amounts in fen. */
export type RetailCase = {
  readonly day: PlainDate;
  readonly items: readonly RetailItem[];
  /** What the buyer has bought this year before. */
  readonly boughtBefore: bigint;
  readonly indivisible: boolean;
  readonly limits: Figure<RetailLimits>;
  readonly share: Figure<Fraction>;
};

/** The taxes in fen, or null where the purchase has to be declared as general trade. */
export type RetailTax = {
  readonly kind: "computed";
  readonly regime: RetailRegime;
  readonly total: bigint;
  readonly items: readonly RetailTaxes[];
  readonly tax: bigint | null;
  readonly steps: readonly Step[];
};

/** Computes the taxes of a purchase, or tells everything that its rates lack. */
export const retailTax = ({ day, items, share, limits, ...bought }: RetailCase): RetailTax | Refused => {
  const total = items.reduce((sum, { price }) => sum + price, 0n);
  const purchase = { total, ...bought };
  const regime = retailRegime(purchase, limits.value);
  const why = regimeStep(purchase, limits);
  if (regime === "general-trade")
    return { kind: "computed", regime, total, items: [], tax: null, steps: [why] };
  const faults: Fault[] = [];
  const owed = regime === "full" ? "in-full" : share.value;
  const taxed = items.map((item, index) => taxItem(item, { index, day, owed }, faults));
  if (faults.length > 0) return refused(faults);
  const tax = taxed.reduce((sum, { taxes }) => sum + taxes.duty + taxes.consumptionTax + taxes.vat, 0n);
  return {
    kind: "computed",
    regime,
    total,
    items: taxed.map(({ taxes }) => taxes),
    tax,
    steps: [
      why,
      ...taxed.flatMap(({ steps }) => steps),
      step("tax", tax, regime === "full" ? limits : share, `Together ${yuanText(tax)} CNY are owed.`),
    ],
  };
};
