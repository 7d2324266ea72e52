/** Exchange rates of customs: dated, one record for each currency. Tariff Law, article 60; Decree 124, article 16. */
import { parseDecimal } from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { defineEntry } from "../define/entry-type.ts";
import { CurrencyCode, closed, Day, Name } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { defineRecord, keyOf, may } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";

/** CNY for one unit of the currency, from a day until the next rate. */
export type ExchangeRate = { readonly from: PlainDate; readonly rate: string; readonly source: string };

/** What the journal says of a currency; in the order of their days. */
export type Exchange = { readonly currency: string; readonly rates: readonly ExchangeRate[] };

/** A rate of exchange as text. */
export const RateText = Type.String({
  pattern: "^(0|[1-9][0-9]{0,6})(\\.[0-9]{1,10})?$",
  description: 'CNY for one unit of the currency, for example "7.0288".',
});

/** A rate was set from a day on. */
export const exchangeRateSet = defineEntry({
  type: "exchange.set",
  version: 1,
  body: Type.Object({ currency: CurrencyCode, from: Day, rate: RateText, source: Type.String() }),
});

/** The exchange record; its id is the currency. A rate for the same day replaces the one before. */
export const ExchangeRecord = defineRecord<Exchange>({
  kind: "exchange",
  on: {
    "exchange.set": (exchange, { body }: { body: ExchangeRate & { currency: string } }) => ({
      currency: body.currency,
      rates: [
        ...(exchange?.rates ?? []).filter(({ from }) => from !== body.from),
        { from: body.from, rate: body.rate, source: body.source },
      ].sort((a, b) => (a.from < b.from ? -1 : 1)),
    }),
  },
});

/** The rate of a day, or undefined before the first. */
export const rateOn = (exchange: Exchange | undefined, day: PlainDate): ExchangeRate | undefined =>
  exchange?.rates.findLast(({ from }) => from <= day);

/** Sets the rate of a currency from a day on. */
export const setExchangeRate = command({
  name: "exchange.set",
  title: { en: "Set an exchange rate", zh: "设置汇率" },
  by: ["tariff-keeper", "importer"],
  request: Type.Object({ currency: CurrencyCode, from: Day, rate: RateText, source: Name }, closed),
  needs: ({ currency }) => [may(ExchangeRecord, currency)],
  places: () => [],
  decide: (request) => {
    const faults: Fault[] = [...invalidDays(request, ["from"])];
    if (request.currency === "CNY") faults.push({ pointer: "/currency", detail: "CNY needs no rate." });
    if (parseDecimal(request.rate)?.n === 0n)
      faults.push({ pointer: "/rate", detail: "A rate is more than 0." });
    if (faults.length > 0)
      return refuse("invalid-request", "The rate has mistakes.", "Correct them and send it again.", faults);
    return accept({
      type: "exchange.set",
      records: [keyOf(ExchangeRecord, request.currency)],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
