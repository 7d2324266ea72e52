/** What goods of a book owe when they are imported on a day, by the duty engine. */
import type { Fraction } from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { readDecimal } from "../declaration/decimals.ts";
import { may, type Need, type Records } from "../define/record.ts";
import { type AssessOutcome, assessRead } from "../duty/assess.ts";
import type { CompiledTariff } from "../duty/tariff.ts";
import { ExchangeRecord, rateOn } from "../exchange/exchange.ts";
import { tariffNeeds } from "../tariff/tariff-book.ts";
import type { Goods } from "./goods.ts";
import type { PaperLine } from "./paper-line.ts";

type Said = Pick<PaperLine, "lawful" | "second" | "netMassKg" | "value">;

/** The tariff of a day, and the rates of exchange; `pointer` is where the request is told that there is no tariff. */
export const taxNeeds = (
  lines: readonly Pick<PaperLine, "value">[],
  records: Records,
  day: PlainDate,
  pointer: string,
): readonly Need[] => [
  ...tariffNeeds(records, day, pointer),
  ...[...new Set(lines.map(({ value }) => value.currency))]
    .filter((currency) => currency !== "CNY")
    .map((currency) => may(ExchangeRecord, currency)),
];

/** CNY for one unit of a currency on a day, as text; undefined where none is set. */
export const yuanFor = (currency: string, records: Records, day: PlainDate): string | undefined =>
  currency === "CNY" ? "1" : rateOn(records.find(ExchangeRecord, currency), day)?.rate;

/** Assesses goods of a line of a paper at a value in its currency: an import of a day without any preference. */
export const taxOfGoods = (
  { lawful, second, netMassKg, value }: Said,
  goods: Goods,
  amount: Fraction,
  {
    tariff,
    records,
    day,
  }: { readonly tariff: CompiledTariff; readonly records: Records; readonly day: PlainDate },
): AssessOutcome => {
  const { currency } = value;
  const rate = yuanFor(currency, records, day);
  return assessRead(
    {
      ...{ ref: "", date: day, direction: "import", commodity: goods.commodity, origin: goods.origin },
      ...{ claim: undefined, amount, currency },
      quantities: new Map([
        ["kg", readDecimal(netMassKg)],
        [goods.lawfulUnit, readDecimal(lawful)],
        ...(goods.secondUnit !== undefined && second !== undefined
          ? [[goods.secondUnit, readDecimal(second)] as const]
          : []),
      ]),
      ...{ quota: "out", exporter: undefined, originProof: true, treatment: "mfn" },
      ...{ vat: undefined, consumptionTax: undefined },
      exchangeRates: new Map(rate === undefined || currency === "CNY" ? [] : [[currency, readDecimal(rate)]]),
    },
    tariff,
  );
};
