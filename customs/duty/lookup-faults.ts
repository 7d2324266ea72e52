/** The faults of look-ups: what a line lacks for its rates, and currencies that are none. */
import {
  compare,
  type Fraction,
  formatDecimal,
  fromScaled,
  multiply,
  round,
} from "@openftz/kernel/fraction.ts";
import { printArithmetic } from "@openftz/kernel/rate-text.ts";
import { isCurrency } from "../codes/currencies.ts";
import { exchangeOf, type NotCharged } from "./bench.ts";
import { type DutyFault, dutyFault, pointerTo } from "./duty-fault.ts";
import type { ReadLine } from "./request-line.ts";

/** The faults of a rate that comes to no amount; `rate` names it in a sentence. */
export const chargeFaults = (why: NotCharged, rate: string): readonly DutyFault[] => {
  switch (why.kind) {
    case "lacking":
      return [
        ...why.units.map((unit) => missingQuantity(unit, rate)),
        ...why.currencies.map((currency) => missingExchangeRate(currency, rate)),
      ];
    case "no-value":
      return [
        noUsableRate(
          `${rate} computes ${printArithmetic(why.formula.body)}, which divides by 0 at the price P of ${about(why.price)}.`,
        ),
      ];
    case "whole-price":
      return [noUsableRate(`${rate} comes to 100 % or more of the price that includes it.`)];
  }
};

const noUsableRate = (detail: string): DutyFault =>
  dutyFault(
    "no-rate-in-force",
    "/commodity",
    detail,
    "Look the rate up in the official schedule and correct the tariff line.",
  );

const missingQuantity = (unit: string, rate: string): DutyFault =>
  dutyFault(
    "missing-quantity",
    pointerTo("quantities", unit),
    `${rate} is counted by ${unit}, and no quantity above 0 is given for it.`,
    `Add the quantity in ${unit}, such as "quantities":{${JSON.stringify(unit)}:"12.5"}.`,
  );

const missingExchangeRate = (currency: string, needs: string): DutyFault =>
  dutyFault(
    "missing-exchange-rate",
    pointerTo("exchangeRates", currency),
    `${needs} is in ${currency}, and no exchange rate is given for it.`,
    `Add how many CNY one ${currency} is worth, such as "exchangeRates":{"${currency}":"7.0288"}.`,
  );

const SHOWN_DIGITS = 6;

/** A price as a decimal of at most six digits behind the point; "about" stands before one that has more. */
export const about = (price: Fraction): string => {
  const rounded = fromScaled(round(price, SHOWN_DIGITS, "half-up"), SHOWN_DIGITS);
  const isExact = compare(rounded, price) === 0;
  return `${isExact ? "" : "about "}${formatDecimal(rounded)}`;
};

/** The customs value before it is rounded: the amount in CNY. Nothing, and a fault, when its exchange rate is not given. */
export const inYuan = (line: ReadLine, faults: DutyFault[]): Fraction | undefined => {
  const exchange = exchangeOf(line, line.currency);
  if (exchange) return multiply(line.amount, exchange);
  // An unknown currency is told by `refuseCurrencies`; telling it again as a missing rate would send people the wrong way.
  if (isCurrency(line.currency)) faults.push(missingExchangeRate(line.currency, "The customs value"));
  return undefined;
};

/** Adds the currencies that are none, wherever the request names one. */
export const refuseCurrencies = (line: Partial<ReadLine>, faults: DutyFault[]): void => {
  if (line.currency !== undefined && !isCurrency(line.currency)) {
    faults.push(unknownCurrency("/customsValue/currency", line.currency));
  }
  if (!line.exchangeRates) return;
  for (const currency of line.exchangeRates.keys()) {
    if (!isCurrency(currency)) faults.push(unknownCurrency(pointerTo("exchangeRates", currency), currency));
  }
};

const unknownCurrency = (pointer: string, currency: string): DutyFault =>
  dutyFault(
    "unknown-currency",
    pointer,
    `${JSON.stringify(currency)} is no currency of ISO 4217.`,
    `Write the three capitals of the currency, such as "CNY" or "USD".`,
  );
