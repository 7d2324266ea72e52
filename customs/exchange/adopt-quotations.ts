import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { CurrencyCode, closed, Day, Name } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may } from "../define/record.ts";
import { command } from "../law/command.ts";
import type { CustomsLaw } from "../law/law.ts";
import { ExchangeRecord } from "./exchange.ts";
import { monthRates, type Quotation } from "./quotations.ts";
import { monthOfDay, rateDayIn } from "./rate-day.ts";

/** As many as the currencies of some years have rate days. */
const MOST_QUOTATIONS = 1_000;

const QuotationField = Type.Object(
  {
    day: Day,
    currency: CurrencyCode,
    units: Type.String({
      pattern: "^10{0,6}$",
      description: 'How many units are quoted, for example "100".',
    }),
    price: Type.String({
      pattern: "^(0|[1-9][0-9]{0,6})(\\.[0-9]{1,6})?$",
      description: 'What so many units cost, for example "7.0288".',
    }),
    in: Type.Optional(
      Type.String({ pattern: "^[A-Z]{3}$", description: "The currency of the price; CNY unless told." }),
    ),
  },
  closed,
);

const AdoptQuotations = Type.Object(
  {
    quotations: Type.Array(QuotationField, {
      minItems: 1,
      maxItems: MOST_QUOTATIONS,
      examples: [[{ day: "2026-02-25", currency: "USD", units: "1", price: "7.0288" }]],
    }),
    source: Name,
  },
  closed,
);

type Sent = Omit<Quotation, "day" | "in"> & { readonly day: string; readonly in?: string };

/** Days that do not exist are told apart, because nothing else can be said of their quotations. */
const readQuotations = (sent: readonly Sent[], faults: Fault[]): readonly Quotation[] =>
  sent.flatMap((each, index) => {
    const day = parsePlainDate(each.day);
    if (day) return [{ ...each, day, in: each.in ?? "CNY" }];
    faults.push({ pointer: `/quotations/${index}/day`, detail: `${each.day} is not a day of the calendar.` });
    return [];
  });

const notARateDay = (day: PlainDate, index: number, law: CustomsLaw): Fault => {
  const rateDay = rateDayIn(monthOfDay(day), law.calendar);
  return {
    pointer: `/quotations/${index}/day`,
    detail: `${day} sets no month's rate.`,
    try: rateDay.kind === "day" ? [rateDay.day] : [],
  };
};

/**
 * Sets the rates of whole months from the central parity of their rate days, all or none. Each becomes a rate from the
 * first day of its month; one that stands already is not set again.
 */
export const adoptQuotations = command({
  name: "exchange.adopt",
  title: { en: "Set the rates of months", zh: "设置月度计征汇率" },
  by: ["tariff-keeper", "importer"],
  request: AdoptQuotations,
  needs: ({ quotations }) =>
    [...new Set(quotations.map(({ currency }) => currency))].map((currency) => may(ExchangeRecord, currency)),
  places: () => [],
  decide: ({ quotations, source }, { records }, law) => {
    const faults: Fault[] = [];
    const read = readQuotations(quotations, faults);
    const mistakes = (more: readonly Fault[]) =>
      refuse("invalid-request", "The quotations have mistakes.", "Correct them; no rate was set.", more);
    if (faults.length > 0) return mistakes(faults);
    const found = monthRates(read, law.calendar);
    for (const { index, field, ...fault } of found.faults)
      faults.push({ pointer: `/quotations/${index}/${field}`, ...fault });
    for (const index of found.unused) faults.push(notARateDay(read[index]!.day, index, law));
    if (faults.length > 0) return mistakes(faults);
    const fresh = found.rates.filter(
      ({ currency, from, rate }) =>
        !records.find(ExchangeRecord, currency)?.rates.some((old) => old.from === from && old.rate === rate),
    );
    if (fresh.length === 0)
      return refuse("not-now", "Every one of these rates stands already.", "Nothing is left to do.");
    return accept(
      ...fresh.map(({ currency, from, rate, day }) => ({
        type: "exchange.set",
        records: [keyOf(ExchangeRecord, currency)],
        body: { currency, from, rate, source: `Central parity of ${day}: ${source}` },
      })),
    );
  },
  answer: (written) => ({
    position: written.at(-1)!.position,
    rates: written.map(({ body }) => {
      const { currency, from, rate } = body as { currency: string; from: string; rate: string };
      return { currency, from, rate };
    }),
  }),
});
