/** What the goods of a line are worth in US dollars: total and average, as every posting leaves them. Domain 2.6. */
import {
  divide,
  formatDecimal,
  fraction,
  fromScaled,
  multiply,
  parseDecimal,
  round,
} from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { QUANTITY_DIGITS } from "@openftz/kernel/quantity.ts";
import type { Fault } from "../define/problem.ts";
import { may, type Need, type Records } from "../define/record.ts";
import { ExchangeRecord, rateOn } from "../exchange/exchange.ts";
import { countOf, textOf } from "./stock.ts";

/** Hundred-thousandths of a dollar, and of the declared unit: what was posted in and not yet out. */
export type Worth = { readonly usd: bigint; readonly declared: bigint };

/** Nothing. */
export const NO_WORTH: Worth = { usd: 0n, declared: 0n };

/** What a move does to the worth of a line: it brings so much, takes so much or what the average says, or finds goods. */
export type WorthChange =
  | { readonly brings: bigint }
  | { readonly takes: bigint | "average" }
  | { readonly finds: "average" };

/** What goods of a quantity are worth by the average; the last of them are worth all that is left. */
const byAverage = ({ usd, declared }: Worth, quantity: bigint): bigint => {
  if (quantity >= declared) return usd;
  return round(fraction(usd * quantity, declared), 0, "half-even");
};

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** The dollars that a change moves, in hundred-thousandths; never more than there are. */
export const movedWorth = (worth: Worth, quantity: bigint, change: WorthChange): bigint => {
  if ("brings" in change) return change.brings;
  if ("finds" in change)
    return worth.declared === 0n ? 0n : round(fraction(worth.usd * quantity, worth.declared), 0, "half-even");
  const average = byAverage(worth, quantity);
  return change.takes === "average" || quantity >= worth.declared ? average : least(change.takes, worth.usd);
};

/** The worth after a posting; `out` is true when its goods leave the line. */
export const worthAfter = ({ usd, declared }: Worth, quantity: bigint, moved: bigint, out: boolean): Worth =>
  out
    ? { usd: usd - moved, declared: declared - least(quantity, declared) }
    : { usd: usd + moved, declared: declared + quantity };

/** Total and average of a line as people read them; no average where there are no goods. */
export const shownWorth = ({ usd, declared }: Worth) => ({
  totalUsd: textOf(usd),
  averageUsd:
    declared === 0n
      ? null
      : formatDecimal(fromScaled(round(fraction(usd, declared), PRICE_DIGITS, "half-even"), PRICE_DIGITS)),
});

const PRICE_DIGITS = 4;
const DOLLAR = "USD";
const YUAN = "CNY";

type Valued = { readonly value: { readonly amount: string; readonly currency: string } };

/** The exchange records that values in dollars need. */
export const worthNeeds = (lines: readonly Valued[]): readonly Need[] => {
  const foreign = [...new Set(lines.map(({ value }) => value.currency))].filter((each) => each !== DOLLAR);
  return foreign.length === 0 ? [] : [DOLLAR, ...foreign].map((currency) => may(ExchangeRecord, currency));
};

/** The value of each line in dollars, as decimal text, or the currencies that have no rate. */
export const inDollars = (
  lines: readonly Valued[],
  records: Records,
  day: PlainDate,
): { readonly usd: readonly string[] } | { readonly faults: readonly Fault[] } => {
  const rate = (currency: string) => {
    const text = currency === YUAN ? "1" : rateOn(records.find(ExchangeRecord, currency), day)?.rate;
    return text === undefined ? undefined : parseDecimal(text);
  };
  const faults: Fault[] = [];
  const usd = lines.map(({ value: { amount, currency } }, index) => {
    if (currency === DOLLAR) return textOf(countOf(amount));
    const [from, to] = [rate(currency), rate(DOLLAR)];
    if (from && to)
      return textOf(round(divide(multiply(parseDecimal(amount)!, from), to), QUANTITY_DIGITS, "half-even"));
    faults.push({
      pointer: `/lines/${index}/value/currency`,
      detail: `There is no exchange rate of ${from ? DOLLAR : currency} on ${day}.`,
      try: [DOLLAR],
    });
    return "0";
  });
  return faults.length > 0 ? { faults } : { usd };
};
