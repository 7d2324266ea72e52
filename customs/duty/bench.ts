/** The work bench of one line: its value, quantities and exchange rates, and what a column makes of them. */
import { evaluateRate, type RateInputs } from "@openftz/kernel/evaluate-rate.ts";
import { type Fraction, fromScaled, multiply, ONE, round } from "@openftz/kernel/fraction.ts";
import { isCurrency } from "../codes/currencies.ts";
import { type DutyFault, dutyFault, pointerTo } from "./duty-fault.ts";
import { findQuantity } from "./quantities.ts";
import type { ReadLine } from "./request-line.ts";
import type { Column } from "./tariff-line.ts";

/** Taxes are counted in fen: hundredths of a yuan. */
export const TAX_DIGITS = 2;

/** A value in CNY to fen, half up: how each tax and the customs value are rounded (Tariff Law art. 60: CNY; fen by practice). */
export const toFen = (value: Fraction): bigint => round(value, TAX_DIGITS, "half-up");

/** The look-ups of one line: a quantity in a unit (above 0), and CNY for one unit of a currency. */
export type Bench = {
  readonly quantity: (unit: string) => Fraction | undefined;
  readonly exchange: (currency: string) => Fraction | undefined;
};

/** The look-ups over what the request gives; CNY is worth 1. */
export const benchOf = (line: ReadLine): Bench => ({
  quantity: (unit) => findQuantity(line.quantities, unit),
  exchange: (currency) => (currency === "CNY" ? ONE : line.exchangeRates.get(currency)),
});

/** What a rate is taken of: percentages of `base`, prices of `priced`, both in fen. */
export const rateInputs = (bench: Bench, base: bigint, priced: bigint): RateInputs => ({
  base: fromScaled(base, TAX_DIGITS),
  quantity: bench.quantity,
  exchange: bench.exchange,
  priced: fromScaled(priced, TAX_DIGITS),
});

/** An amount in fen, or the units and currencies that a rate lacks. */
export type Charged =
  | { readonly kind: "amount"; readonly amount: bigint }
  | { readonly kind: "lacking"; readonly units: readonly string[]; readonly currencies: readonly string[] };

/** What a column makes of a base, in fen, or what it lacks. */
export const chargeColumn = (column: Column, bench: Bench, base: bigint, priced: bigint): Charged => {
  const outcome = evaluateRate(column.rate, rateInputs(bench, base, priced));
  return outcome.kind === "amount" ? { kind: "amount", amount: toFen(outcome.value) } : outcome;
};

/** The faults of a line that lacks something its rate needs. */
export const lackingFaults = (
  lacking: { readonly units: readonly string[]; readonly currencies: readonly string[] },
  needs: string,
): readonly DutyFault[] => [
  ...lacking.units.map((unit) =>
    dutyFault(
      "missing-quantity",
      pointerTo("quantities", unit),
      `${needs} is counted by ${unit}, and no quantity above 0 is given for it.`,
      `Add the quantity in ${unit}, such as "quantities":{${JSON.stringify(unit)}:"12.5"}.`,
    ),
  ),
  ...lacking.currencies.map((currency) => missingExchangeRate(currency, needs)),
];

/** The fault of a currency without an exchange rate; `needs` says what is in that currency. */
export const missingExchangeRate = (currency: string, needs: string): DutyFault =>
  dutyFault(
    "missing-exchange-rate",
    pointerTo("exchangeRates", currency),
    `${needs} is in ${currency}, and no exchange rate is given for it.`,
    `Add how many CNY one ${currency} is worth, such as "exchangeRates":{"${currency}":"7.0288"}.`,
  );

/** The customs value before it is rounded: the amount in CNY. */
export const inYuan = (line: ReadLine, bench: Bench, faults: DutyFault[]): Fraction => {
  const exchange = bench.exchange(line.currency);
  if (exchange) return multiply(line.amount, exchange);
  // An unknown currency is told by `currencyFaults`; telling it again as a missing rate would send people the wrong way.
  if (isCurrency(line.currency)) faults.push(missingExchangeRate(line.currency, "The customs value"));
  return line.amount;
};

/** Currencies that are none, wherever the request names one. */
export const currencyFaults = (line: Partial<ReadLine>): readonly DutyFault[] => {
  const faults: DutyFault[] = [];
  if (line.currency !== undefined && !isCurrency(line.currency)) {
    faults.push(unknownCurrency("/customsValue/currency", line.currency));
  }
  for (const currency of line.exchangeRates?.keys() ?? []) {
    if (!isCurrency(currency)) faults.push(unknownCurrency(pointerTo("exchangeRates", currency), currency));
  }
  return faults;
};

const unknownCurrency = (pointer: string, currency: string): DutyFault =>
  dutyFault(
    "unknown-currency",
    pointer,
    `${JSON.stringify(currency)} is no currency of ISO 4217.`,
    `Write the three capitals of the currency, such as "CNY" or "USD".`,
  );
