/**
 * From quotations of single days to the rates of months. A month's rate is the central parity of its rate day; a
 * currency that is quoted against another one is crossed over it and rounded to 4 decimals. Decree 124, art. 16;
 * that the rounding is half up, and of the price for the quoted number of units (R).
 */
import {
  divide,
  type Fraction,
  formatDecimal,
  fromScaled,
  multiply,
  parseDecimal,
  round,
} from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { WorkingCalendar } from "@openftz/kernel/working-days.ts";
import { isCurrency } from "../codes/currencies.ts";
import { firstDay, type Month, monthAfter, monthOfDay, rateDayIn } from "./rate-day.ts";

/** Decimals of a crossed price. */
const CROSS_DIGITS = 4;

/** What so many units of a currency cost on a day, in CNY or in the currency that it is quoted against. */
export type Quotation = {
  readonly day: PlainDate;
  readonly currency: string;
  /** "1", "10", "100" or another power of ten. */
  readonly units: string;
  /** A decimal above 0. */
  readonly price: string;
  readonly in: string;
};

/** What is wrong with a quotation: its place in the list, its field, what, and what would be right. */
export type QuotationFault = {
  readonly index: number;
  readonly field: keyof Quotation;
  readonly detail: string;
  readonly try?: readonly string[];
};

/** CNY for one unit of a currency in a month, by the quotation of a day. */
export type MonthRate = {
  readonly month: Month;
  readonly from: PlainDate;
  readonly currency: string;
  readonly rate: string;
  readonly day: PlainDate;
};

/** The rates, the places of quotations that no month rests on, and everything that is wrong. */
export type MonthRates = {
  readonly rates: readonly MonthRate[];
  readonly unused: readonly number[];
  readonly faults: readonly QuotationFault[];
};

const keyOfQuotation = (day: PlainDate, currency: string): string => `${day} ${currency}`;

/** Finds the rates of all months whose rate day is quoted. With a single fault there are no rates. */
export const monthRates = (quotations: readonly Quotation[], calendar: WorkingCalendar): MonthRates => {
  const { used, unused, faults } = onRateDays(quotations, calendar);
  const wrong = [...quotations.flatMap(wordFaults), ...twiceFaults(quotations), ...faults];
  if (wrong.length > 0) return { rates: [], unused, faults: wrong };
  const byKey = new Map(quotations.map((each) => [keyOfQuotation(each.day, each.currency), each]));
  const rates: MonthRate[] = [];
  const uncrossed: QuotationFault[] = [];
  for (const index of used) {
    const { day, currency } = quotations[index]!;
    const month = monthAfter(monthOfDay(day));
    const rate = unitRate(quotations[index]!, byKey);
    if (typeof rate === "string") rates.push({ month, from: firstDay(month), currency, rate, day });
    else uncrossed.push({ index, ...rate });
  }
  return { rates: uncrossed.length > 0 ? [] : rates, unused, faults: uncrossed };
};

/** Places of the quotations that set a month's rate and of those that do not; a month that cannot be told is one fault. */
const onRateDays = (quotations: readonly Quotation[], calendar: WorkingCalendar) => {
  const [used, unused]: [number[], number[]] = [[], []];
  const untold = new Map<Month, QuotationFault>();
  for (const [index, { day }] of quotations.entries()) {
    const month = monthOfDay(day);
    const rateDay = rateDayIn(month, calendar);
    if (rateDay.kind === "day") (rateDay.day === day ? used : unused).push(index);
    else if (!untold.has(month))
      untold.set(month, { index, field: "day", detail: rateDay.detail, try: [rateDay.next] });
  }
  return { used, unused, faults: [...untold.values()] };
};

const twiceFaults = (quotations: readonly Quotation[]): QuotationFault[] => {
  const seen = new Set<string>();
  return quotations.flatMap(({ day, currency }, index) => {
    const key = keyOfQuotation(day, currency);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ index, field: "currency" as const, detail: `${currency} is quoted twice on ${day}.` }];
  });
};

const wordFaults = ({ currency, units, price, in: quotedIn }: Quotation, index: number): QuotationFault[] => {
  const faults: QuotationFault[] = [];
  for (const [field, word] of [
    ["currency", currency],
    ["in", quotedIn],
  ] as const)
    if (!isCurrency(word)) faults.push({ index, field, detail: `"${word}" is no currency of ISO 4217.` });
  if (currency === "CNY") faults.push({ index, field: "currency", detail: "CNY needs no rate." });
  if (currency === quotedIn)
    faults.push({ index, field: "in", detail: `${currency} is quoted against itself.`, try: ["CNY"] });
  if (!/^10{0,6}$/.test(units))
    faults.push({
      index,
      field: "units",
      detail: `"${units}" is no power of ten up to 1000000.`,
      try: ["1", "100"],
    });
  const value = parseDecimal(price);
  if (!value || value.n === 0n)
    faults.push({ index, field: "price", detail: `"${price}" is no decimal above 0.`, try: ["7.0288"] });
  return faults;
};

type CrossFault = Pick<QuotationFault, "field" | "detail">;

/** CNY for one unit as a decimal text, or why there is none. Every quotation was found to be well written before. */
const unitRate = (
  { day, currency, units, price, in: quotedIn }: Quotation,
  all: ReadonlyMap<string, Quotation>,
): string | CrossFault => {
  const perUnit = (value: Fraction): string => formatDecimal({ n: value.n, d: value.d * BigInt(units) });
  const own = parseDecimal(price)!;
  if (quotedIn === "CNY") return perUnit(own);
  const over = all.get(keyOfQuotation(day, quotedIn));
  if (over?.in !== "CNY")
    return {
      field: "in",
      detail: `${quotedIn} has no quotation in CNY on ${day} to cross ${currency} over.`,
    };
  const inCny = divide(multiply(own, parseDecimal(over.price)!), { n: BigInt(over.units), d: 1n });
  const crossed = round(inCny, CROSS_DIGITS, "half-up");
  if (crossed > 0n) return perUnit(fromScaled(crossed, CROSS_DIGITS));
  return { field: "price", detail: "Crossed and rounded to 4 decimals nothing is left; quote more units." };
};

/**
 * Months that the quotations run over without having their rate day: there are quotations of the currency before and
 * after it, so the day was left out rather than not yet there. The place is that of the first quotation after it.
 */
export const missingRateDays = (
  quotations: readonly Quotation[],
  calendar: WorkingCalendar,
): readonly QuotationFault[] => {
  const spans = new Map<
    string,
    { day: PlainDate; before: boolean; on: boolean; after: number | undefined }
  >();
  for (const [index, { day, currency }] of quotations.entries()) {
    const rateDay = rateDayIn(monthOfDay(day), calendar);
    if (rateDay.kind === "unknown") continue;
    const key = keyOfQuotation(rateDay.day, currency);
    const span = spans.get(key) ?? { day: rateDay.day, before: false, on: false, after: undefined };
    spans.set(key, span);
    if (day < rateDay.day) span.before = true;
    else if (day === rateDay.day) span.on = true;
    else span.after ??= index;
  }
  return [...spans.values()].flatMap(({ day, before, on, after }) =>
    before && !on && after !== undefined
      ? [
          {
            index: after,
            field: "day" as const,
            detail: `${quotations[after]!.currency} is quoted before and after ${day}, but not on it, and that day sets the rate of ${monthAfter(monthOfDay(day))}.`,
          },
        ]
      : [],
  );
};
