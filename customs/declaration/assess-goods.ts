/** The duty engine's view of a declaration: one line for each goods item, faults pointed at where they were declared. */
import type { Fraction } from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Fault } from "../define/problem.ts";
import type { AppliedRemedy } from "../duty/additional-duties.ts";
import { assessRead } from "../duty/assess.ts";
import type { DutyFault } from "../duty/duty-fault.ts";
import { quantityFaults } from "../duty/read-request.ts";
import type { ReadLine } from "../duty/request-line.ts";
import { type CompiledTariff, findTariffLine } from "../duty/tariff.ts";
import type { FiledContent, Goods } from "./content.ts";
import { readDecimal, yuan } from "./decimals.ts";
import type { AdditionalDuty, AssessedItem } from "./declaration.ts";

/** Assesses every goods item. An item whose rate is not stated comes back without taxes, so that it is held. */
export const assessGoods = (
  content: FiledContent,
  tariff: CompiledTariff,
  day: PlainDate,
  exchangeRates: ReadonlyMap<string, Fraction>,
): { readonly items: readonly AssessedItem[]; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = [];
  const items = content.goods.map((goods, index) => {
    const line = lineOf(content, goods, index, day, exchangeRates);
    const odd = quantityFaults(line.quantities);
    const outcome = odd.length > 0 ? { kind: "refused" as const, faults: odd } : assessRead(line, tariff);
    if (outcome.kind === "assessed") return assessedItem(outcome);
    if (isNotStated(outcome.faults, goods, tariff, day)) return notAssessed(outcome.faults);
    faults.push(...outcome.faults.map((fault) => placed(fault, index)));
    return notAssessed(outcome.faults);
  });
  return { items, faults };
};

/** A goods item as the duty engine reads it. Kilograms are the net mass unless they were given apart. */
const lineOf = (
  content: FiledContent,
  goods: Goods,
  index: number,
  day: PlainDate,
  exchangeRates: ReadonlyMap<string, Fraction>,
): ReadLine => {
  const quantities = new Map([["kg", readDecimal(goods.netMassKg)]]);
  for (const unit in goods.quantities) quantities.set(unit, readDecimal(goods.quantities[unit]!));
  return {
    ref: String(index + 1),
    date: day,
    direction: content.direction,
    commodity: goods.commodity,
    origin: goods.origin,
    claim: goods.claim?.agreement,
    amount: readDecimal(goods.customsValue.amount),
    currency: goods.customsValue.currency,
    quantities,
    quota: goods.quota ?? "out",
    exporter: goods.exporter,
    originProof: goods.originProof ?? true,
    treatment: "mfn",
    vat: undefined,
    consumptionTax: undefined,
    exchangeRates,
  };
};

const assessedItem = (
  outcome: Extract<ReturnType<typeof assessRead>, { kind: "assessed" }>,
): AssessedItem => ({
  customsValue: yuan(outcome.customsValue),
  duty: {
    basis: outcome.duty.basis,
    expression: outcome.duty.expression,
    amount: yuan(outcome.duty.amount),
  },
  consumptionTax: {
    expression: outcome.consumptionTax.expression,
    amount: yuan(outcome.consumptionTax.amount),
  },
  vat: { expression: outcome.vat.expression, amount: yuan(outcome.vat.amount) },
  ...(outcome.additional.length > 0 && { additional: outcome.additional.map(additionalDuty) }),
  collection: null,
  notAssessed: [],
});

const additionalDuty = ({ remedy, column, amount }: AppliedRemedy): AdditionalDuty => ({
  code: remedy.code,
  kind: remedy.kind,
  expression: column.text,
  amount: yuan(amount),
});

const notAssessed = (faults: readonly DutyFault[]): AssessedItem => ({
  customsValue: null,
  duty: null,
  consumptionTax: null,
  vat: null,
  collection: null,
  notAssessed: faults.map(({ detail }) => detail),
});

/** The tariff has the line on that day but does not state a rate that is needed: the declaration is held, never free. */
const isNotStated = (
  faults: readonly DutyFault[],
  goods: Goods,
  tariff: CompiledTariff,
  day: PlainDate,
): boolean =>
  faults.every(({ type }) => type === "no-rate-in-force") &&
  findTariffLine(tariff, goods.commodity, day).kind === "line";

/** The engine is handed the rate of exchange, the declarant only names a currency. */
const declaredAt = (pointer: string): string =>
  pointer.startsWith("/exchangeRates/") ? "/customsValue/currency" : pointer;

const placed = ({ pointer, detail, next }: DutyFault, index: number): Fault => ({
  pointer: `/goods/${index}${declaredAt(pointer)}`,
  detail,
  try: [next],
});
