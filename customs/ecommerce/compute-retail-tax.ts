import { parseDecimal } from "@openftz/kernel/fraction.ts";
import Type, { type Static } from "typebox";
import { closed, Day, DecimalText, YuanText } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { FREE, parseTariffRate, takesWholePrice } from "../duty/rate-column.ts";
import type { Column } from "../duty/tariff-line.ts";
import { explained, percentText, readYuan, yuanText } from "../law/computation.ts";
import { computation } from "../law/define-computation.ts";
import { findFigure } from "../law/figures.ts";
import { retailTax } from "./retail-tax.ts";
import type { RetailItem, RetailTaxes } from "./tax-item.ts";

/** A purchase has up to 50 items with three rates each, and anybody may ask. */
const LONGEST_RATE = 60;

const RateField = Type.String({
  minLength: 1,
  maxLength: LONGEST_RATE,
  description: 'A rate text, for example "13".',
});

const ItemField = Type.Object(
  {
    price: YuanText,
    vat: RateField,
    consumptionTax: Type.Optional(RateField),
    duty: Type.Optional(RateField),
    quantities: Type.Optional(
      Type.Record(Type.String({ pattern: "^.{1,20}$" }), DecimalText, { maxProperties: 20, ...closed }),
    ),
  },
  closed,
);

const ComputeRetailTax = Type.Object(
  {
    items: Type.Array(ItemField, { minItems: 1, maxItems: 50 }),
    boughtThisYear: Type.Optional(YuanText),
    indivisible: Type.Optional(
      Type.Boolean({ description: "The order holds one thing, and it cannot be divided." }),
    ),
    day: Type.Optional(Day),
  },
  { ...closed, examples: [{ items: [{ price: "1000.00", vat: "13", consumptionTax: "15" }] }] },
);

/** The taxes on a purchase of cross-border e-commerce retail, and whether it still is one. Open to everybody. */
export const computeRetailTax = computation({
  name: "ecommerce.compute",
  title: { en: "Compute the tax on a retail import", zh: "跨境电商综合税计算" },
  request: ComputeRetailTax,
  read: ({ boughtThisYear = "0", indivisible = false, ...request }, reader) => {
    const { faults, law } = reader;
    const day = reader.day("/day", request.day);
    const what = "retail imports of cross-border e-commerce";
    const limits = reader.figure(law.figures.retailLimits, what, "/day", day);
    const items = request.items.map((item, index) => readItem(item, `/items/${index}`, faults));
    if (indivisible && items.length > 1)
      faults.push({
        pointer: "/indivisible",
        detail: "Several items are not one thing that cannot be divided.",
      });
    const share = findFigure(law.figures.retailShare, day);
    return { day, items, boughtBefore: readYuan(boughtThisYear), indivisible, limits, share };
  },
  compute: (purchase) => {
    const found = retailTax(purchase);
    if (found.kind === "refused") return found;
    const { regime, tax, total, items, steps } = found;
    const owed = {
      day: purchase.day,
      regime,
      price: yuanText(total),
      amount: tax === null ? null : yuanText(tax),
      currency: "CNY",
      items: items.map(shown),
    };
    return explained(owed, steps);
  },
});

const shown = ({ duty, consumptionTax, vat, compositeRate }: RetailTaxes) => ({
  duty: yuanText(duty),
  consumptionTax: yuanText(consumptionTax),
  vat: yuanText(vat),
  compositeRate: compositeRate ? percentText(compositeRate) : null,
});

const readItem = (item: Static<typeof ItemField>, pointer: string, faults: Fault[]): RetailItem => ({
  price: readYuan(item.price),
  vat: readRate(item.vat, `${pointer}/vat`, faults),
  consumptionTax: readConsumptionTax(item.consumptionTax, `${pointer}/consumptionTax`, faults),
  duty: item.duty === undefined ? undefined : readRate(item.duty, `${pointer}/duty`, faults),
  quantities: new Map(
    Object.entries(item.quantities ?? {}).map(([unit, text]) => [unit, parseDecimal(text)!]),
  ),
});

const readRate = (text: string, pointer: string, faults: Fault[]): Column => {
  const read = parseTariffRate(text);
  if (read.kind === "rate" && read.rate.kind === "sum") return read;
  const detail =
    read.kind === "rate" ? "Price bands are not taken here." : `At column ${read.column}: ${read.detail}.`;
  faults.push({ pointer, detail, try: ["13", "20% + 1 CNY/kg"] });
  return FREE;
};

const readConsumptionTax = (text: string | undefined, pointer: string, faults: Fault[]): Column => {
  const read = text === undefined ? FREE : readRate(text, pointer, faults);
  if (takesWholePrice(read.rate))
    faults.push({ pointer, detail: "A consumption tax of 100 % or more is no part of a price." });
  return read;
};
