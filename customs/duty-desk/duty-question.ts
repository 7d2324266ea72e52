/** A question about what is owed on one goods line, as a person asks it: the contract of `openftz assess` with less to write. */
import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import Type, { type Static } from "typebox";
import { isCurrency } from "../codes/currencies.ts";
import { closed } from "../define/fields.ts";
import { may, type Need, type Records } from "../define/record.ts";
import type { TariffLine } from "../duty/tariff-line.ts";
import { ExchangeRecord, rateOn } from "../exchange/exchange.ts";
import { columnsOf } from "./line-columns.ts";

const Short = Type.String({ maxLength: 200 });
/** Decimals by name. Anybody may ask, and each entry costs work: there are no more than a question can need. */
const decimals = (maxProperties: number) =>
  Type.Record(Type.String({ pattern: "^.{0,40}$" }), Short, { maxProperties, ...closed });

/**
 * The fields are those of `openftz assess`, and what is wrong with one is told by the duty engine in its words. The day
 * may be left out (today), the value too (then only the line is told), and exchange rates are the installation's own
 * unless the question brings its own.
 */
export const DutyQuestion = Type.Object(
  {
    commodity: Type.String({ maxLength: 13, description: "2 to 13 digits." }),
    date: Type.Optional(Type.String({ maxLength: 10, description: "YYYY-MM-DD; today when absent." })),
    direction: Type.Optional(Type.Union([Type.Literal("import"), Type.Literal("export")])),
    origin: Type.Optional(
      Type.String({ maxLength: 2, description: "ISO country; absent: the general rate." }),
    ),
    claim: Type.Optional(Type.Object({ agreement: Type.String({ maxLength: 8 }) }, closed)),
    customsValue: Type.Optional(
      Type.Object({ amount: Short, currency: Type.String({ maxLength: 3 }) }, closed),
    ),
    quantities: Type.Optional(decimals(20)),
    quota: Type.Optional(Type.Union([Type.Literal("in"), Type.Literal("out")])),
    exporter: Type.Optional(Short),
    originProof: Type.Optional(Type.Boolean()),
    treatment: Type.Optional(Type.Union([Type.Literal("mfn"), Type.Literal("general")])),
    rates: Type.Optional(
      Type.Object({ vat: Type.Optional(Short), consumptionTax: Type.Optional(Short) }, closed),
    ),
    exchangeRates: Type.Optional(decimals(200)),
  },
  closed,
);
/** See above. */
export type DutyQuestion = Static<typeof DutyQuestion>;

/** A rate of exchange that an answer rests on; `own` when the question brought it. */
export type RateUsed = {
  readonly currency: string;
  readonly rate: string;
  readonly from: PlainDate | null;
  readonly source: string | null;
  readonly own: boolean;
};

/** The day a question is about; today where it names none, or none of the calendar (which the engine then tells). */
export const dayAsked = ({ date }: DutyQuestion, today: PlainDate): PlainDate =>
  (date !== undefined && parsePlainDate(date)) || today;

/** The foreign currencies that a question and the rates of its line count in. */
export const currenciesIn = (question: DutyQuestion, line: TariffLine | undefined): readonly string[] => {
  const texts = line === undefined ? [] : columnsOf(line).map(({ column }) => column.text);
  const remedies = line?.remedies.flatMap(({ rate, exporters }) => [rate, ...exporters.values()]) ?? [];
  const taxes = [
    question.rates?.vat,
    question.rates?.consumptionTax,
    line?.vat?.text,
    line?.consumptionTax?.text,
  ];
  const named = [...texts, ...remedies.map(({ text }) => text), ...taxes].flatMap(
    (text) => text?.match(/[A-Z]{3}(?=\s*\/)/g) ?? [],
  );
  const all = new Set([question.customsValue?.currency ?? "CNY", ...named]);
  all.delete("CNY");
  return [...all].filter(isCurrency);
};

/** The rates of exchange that the installation may have for a question. */
export const exchangeNeeds = (question: DutyQuestion, line: TariffLine | undefined): readonly Need[] =>
  currenciesIn(question, line).map((currency) => may(ExchangeRecord, currency));

/** The rates of exchange of the day, the question's own before the installation's. */
export const ratesUsed = (
  question: DutyQuestion,
  line: TariffLine | undefined,
  records: Records,
  day: PlainDate,
): readonly RateUsed[] =>
  currenciesIn(question, line).flatMap((currency): RateUsed[] => {
    const own = question.exchangeRates?.[currency];
    if (own !== undefined) return [{ currency, rate: own, from: null, source: null, own: true }];
    const set = rateOn(records.find(ExchangeRecord, currency), day);
    return set ? [{ currency, rate: set.rate, from: set.from, source: set.source, own: false }] : [];
  });

/** The question as the duty engine takes it. */
export const engineRequest = (
  question: DutyQuestion,
  day: PlainDate,
  exchange: readonly RateUsed[],
): Readonly<Record<string, unknown>> => ({
  ref: "1",
  direction: "import",
  ...question,
  date: question.date ?? day,
  exchangeRates: {
    ...Object.fromEntries(exchange.map(({ currency, rate }) => [currency, rate])),
    ...question.exchangeRates,
  },
});
