/**
 * Exchange rates as dated data: monthly averages in units of a currency for one US dollar, from the Federal Reserve's
 * H.10 release (FRED; github.com/datasets/exchange-rates, revision fa7d949, ODC-PDDL). They are not the customs' own
 * monthly rates, which follow the central parity of a Wednesday of the month before; each rate set from them says so.
 */
import { divide, formatDecimal, fromScaled, parseDecimal, round } from "@openftz/kernel/fraction.ts";

/** A month ("2020-12") and how many units of each currency one US dollar was worth on average. */
export type DollarMonth = { readonly month: string; readonly perDollar: Readonly<Record<string, string>> };

const RATE_DIGITS = 10;

/** CNY for one unit of a currency, crossed over the dollar and rounded half up to 10 decimals. */
export const crossRate = (cnyPerDollar: string, unitsPerDollar: string): string => {
  const [cny, units] = [parseDecimal(cnyPerDollar), parseDecimal(unitsPerDollar)];
  if (!cny || !units || units.n === 0n) throw new RangeError("a rate of the table is no decimal above 0");
  return formatDecimal(fromScaled(round(divide(cny, units), RATE_DIGITS, "half-up"), RATE_DIGITS));
};

/** The first day of the month after: a month's average is used for the next one, as customs use the month before. */
export const nextMonth = (month: string): string => {
  const [year, of] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return of === 12 ? `${year + 1}-01-01` : `${year}-${String(of + 1).padStart(2, "0")}-01`;
};

/** The requests of `exchange.set` that a month gives, for the currencies asked for. */
export const ratesOf = ({ month, perDollar }: DollarMonth, currencies: readonly string[]) =>
  currencies.map((currency) => ({
    currency,
    from: nextMonth(month),
    rate: crossRate(perDollar.CNY!, currency === "USD" ? "1" : perDollar[currency]!),
    source: `Federal Reserve H.10, average of ${month}, crossed over the US dollar; not the customs' own rate`,
  }));
