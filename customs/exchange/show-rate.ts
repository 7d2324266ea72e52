import Type from "typebox";
import { CurrencyCode, closed } from "../define/fields.ts";
import { may } from "../define/record.ts";
import { lookup } from "../law/command.ts";
import { asProblem, refused } from "../law/computation.ts";
import { ExchangeRecord, rateOn } from "./exchange.ts";
import { firstDay, monthOfDay, parseMonth, RATE_DAY_CITATION, rateDayOf } from "./rate-day.ts";

const ShowRate = Type.Object(
  {
    currency: CurrencyCode,
    month: Type.Optional(
      Type.String({
        pattern: "^[0-9]{4}-[0-9]{2}$",
        description: "A month, for example 2026-03; this one unless told.",
      }),
    ),
  },
  closed,
);

/** The rate of a currency in a month, the day whose quotations set it, and by which rule. Open to everybody. */
export const showRate = lookup({
  name: "exchange.month",
  title: { en: "Exchange rate of a month", zh: "月度计征汇率" },
  by: "anyone",
  request: ShowRate,
  needs: ({ currency }) => [may(ExchangeRecord, currency)],
  answer: ({ currency, month: asked }, { records, now }, law) => {
    const month = asked === undefined ? monthOfDay(now.day) : parseMonth(asked);
    if (!month)
      return asProblem(refused([{ pointer: "/month", detail: `${asked} is no month.`, try: ["2026-03"] }]));
    const rateDay = rateDayOf(month, law.calendar);
    const rate = rateOn(records.find(ExchangeRecord, currency), firstDay(month));
    return {
      currency,
      month,
      rateDay: rateDay.kind === "day" ? rateDay.day : null,
      rule:
        rateDay.kind === "day"
          ? "The third Wednesday of the month before, or the fourth when it is a holiday."
          : rateDay.detail,
      citation: RATE_DAY_CITATION,
      rate: rate?.rate ?? null,
      from: rate?.from ?? null,
      source: rate?.source ?? null,
      ofThisMonth: rate?.from === firstDay(month),
    };
  },
});
