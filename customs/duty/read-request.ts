/** Turns a JSON value into a line that can be assessed, or into everything that is wrong with its shape and numbers. */

import { compare, digitsEnd, type Fraction, ONE, signOf } from "@openftz/kernel/fraction.ts";
import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { isCountry } from "../codes/countries.ts";
import { type DutyFault, dutyFault, pointerTo, REQUEST_FIELDS } from "./duty-fault.ts";
import { findDisagreement } from "./quantities.ts";
import { readOverride } from "./rate-column.ts";
import {
  isAbsent,
  isObject,
  malformed,
  readDecimal,
  readText,
  readWord,
  refuseUnknown,
  show,
} from "./read-values.ts";
import { remembering } from "./remembering.ts";
import type { ReadLine } from "./request-line.ts";
import type { Column } from "./tariff-line.ts";

/** `found` is what could be read although something else could not, so that look-ups can still be tried on it. */
export type ReadOutcome =
  | { readonly kind: "read"; readonly line: ReadLine }
  | { readonly kind: "refused"; readonly faults: readonly DutyFault[]; readonly found: Partial<ReadLine> };

const KNOWN: ReadonlySet<string> = new Set(REQUEST_FIELDS);
const CLAIM: ReadonlySet<string> = new Set(["agreement"]);
const VALUE: ReadonlySet<string> = new Set(["amount", "currency"]);
const RATES: ReadonlySet<string> = new Set(["vat", "consumptionTax"]);
const DIRECTIONS = ["import", "export"] as const;
const QUOTAS = ["in", "out"] as const;
const TREATMENTS = ["general", "mfn"] as const;
const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** Reads a line; every fault of shape and number is found, in no particular order. */
export const readRequest = (json: unknown): ReadOutcome => {
  const faults: DutyFault[] = [];
  if (!isObject(json)) {
    faults.push(malformed("", "The line is no JSON object.", "Write one object in braces on each line."));
    return { kind: "refused", faults, found: {} };
  }
  refuseUnknown(json, KNOWN, faults);
  const value = readValue(needed(json.customsValue, "customsValue", faults), faults);
  const rates = readRates(json.rates, faults);
  const found = {
    ref: neededText(json.ref, "ref", faults),
    date: readDate(neededText(json.date, "date", faults), faults),
    direction: readDirection(needed(json.direction, "direction", faults), faults),
    commodity: readCommodity(neededText(json.commodity, "commodity", faults), faults),
    origin: readOrigin(optionalText(json.origin, "origin", faults), faults),
    claim: readClaim(json.claim, faults),
    amount: value.amount,
    currency: value.currency,
    quantities: readQuantities(json.quantities, faults),
    quota: isAbsent(json.quota) ? "out" : readWord(json.quota, "/quota", QUOTAS, faults),
    exporter: optionalText(json.exporter, "exporter", faults),
    originProof: readOriginProof(json.originProof, faults),
    treatment: isAbsent(json.treatment) ? "mfn" : readWord(json.treatment, "/treatment", TREATMENTS, faults),
    vat: rates.vat,
    consumptionTax: rates.consumptionTax,
    exchangeRates: readExchangeRates(json.exchangeRates, faults),
  };
  // Without a fault every needed field was read: each reader that returns nothing for one adds a fault.
  return faults.length === 0
    ? { kind: "read", line: found as ReadLine }
    : { kind: "refused", faults, found: found as Partial<ReadLine> };
};

const needed = (value: unknown, field: string, faults: DutyFault[]): unknown => {
  if (!isAbsent(value)) return value;
  faults.push(
    malformed(pointerTo(field), `The field ${field} is missing.`, `Add it: every line needs ${field}.`),
  );
  return undefined;
};

const neededText = (value: unknown, field: string, faults: DutyFault[]): string | undefined =>
  needed(value, field, faults) === undefined ? undefined : readText(value, faults, field);

const optionalText = (value: unknown, field: string, faults: DutyFault[]): string | undefined =>
  isAbsent(value) ? undefined : readText(value, faults, field);

const dayOrNone = remembering((text): PlainDate | "" => parsePlainDate(text) ?? "");

const readDate = (text: string | undefined, faults: DutyFault[]): PlainDate | undefined => {
  if (text === undefined) return undefined;
  const date = dayOrNone(text) || undefined;
  if (!date)
    faults.push(malformed("/date", `/date is ${show(text)}, no day.`, "Write a real day as YYYY-MM-DD."));
  return date;
};

const readDirection = (value: unknown, faults: DutyFault[]): "import" | "export" | undefined =>
  value === undefined ? undefined : readWord(value, "/direction", DIRECTIONS, faults);

const readCommodity = (text: string | undefined, faults: DutyFault[]): string | undefined => {
  if (text === undefined || isCode(text)) return text;
  faults.push(
    malformed("/commodity", `/commodity is ${show(text)}.`, "Write a code of 2 to 13 digits, nothing else."),
  );
  return undefined;
};

/** Whether a text is a code of 2 to 13 digits. */
const isCode = (text: string): boolean =>
  text.length >= 2 && text.length <= 13 && digitsEnd(text, 0) === text.length;

const readOrigin = (text: string | undefined, faults: DutyFault[]): string | undefined => {
  if (text === undefined || isCountry(text)) return text;
  const next = `Write the two capitals of ISO 3166, such as "KR", or leave the field out when it is unknown.`;
  faults.push(malformed("/origin", `/origin is ${show(text)}, no country.`, next));
  return undefined;
};

const readClaim = (value: unknown, faults: DutyFault[]): string | undefined => {
  if (isAbsent(value)) return undefined;
  if (!isObject(value)) return refuseShape("/claim", `an object such as {"agreement":"R-KR"}`, faults);
  refuseUnknown(value, CLAIM, faults, "claim");
  if (!isAbsent(value.agreement)) return readText(value.agreement, faults, "claim", "agreement");
  const next = "Name the agreement, or leave the claim out.";
  faults.push(malformed("/claim/agreement", "The claim names no agreement.", next));
  return undefined;
};

type ReadValue = { readonly amount: Fraction | undefined; readonly currency: string | undefined };
const NO_VALUE: ReadValue = { amount: undefined, currency: undefined };

const readValue = (value: unknown, faults: DutyFault[]): ReadValue => {
  if (value === undefined) return NO_VALUE;
  if (!isObject(value)) {
    refuseShape("/customsValue", `an object such as {"amount":"100.00","currency":"CNY"}`, faults);
    return NO_VALUE;
  }
  refuseUnknown(value, VALUE, faults, "customsValue");
  return {
    amount: isAbsent(value.amount)
      ? refuseIncomplete("amount", faults)
      : readDecimal(value.amount, faults, "customsValue", "amount"),
    currency: isAbsent(value.currency)
      ? refuseIncomplete("currency", faults)
      : readText(value.currency, faults, "customsValue", "currency"),
  };
};

const refuseIncomplete = (field: string, faults: DutyFault[]): undefined => {
  const detail = `The customs value has no ${field}.`;
  faults.push(malformed(pointerTo("customsValue", field), detail, `Add the ${field}.`));
  return undefined;
};

/** An object of decimals by name; null entries are absent. */
const readDecimals = (value: unknown, field: string, faults: DutyFault[]): ReadonlyMap<string, Fraction> => {
  if (isAbsent(value)) return NOTHING;
  const decimals = new Map<string, Fraction>();
  if (!isObject(value)) {
    refuseShape(pointerTo(field), "an object of decimal texts", faults);
    return decimals;
  }
  for (const name in value) {
    const text = value[name];
    if (isAbsent(text)) continue;
    const decimal = readDecimal(text, faults, field, name);
    if (decimal) decimals.set(name, decimal);
  }
  return decimals;
};

const readQuantities = (value: unknown, faults: DutyFault[]): ReadonlyMap<string, Fraction> => {
  const quantities = readDecimals(value, "quantities", faults);
  if (quantities.has("")) faults.push(malformed("/quantities/", "A quantity has no unit.", "Name its unit."));
  if (quantities.size > 1) faults.push(...quantityFaults(quantities));
  return quantities;
};

/** Quantities of one family that are not the same amount: nobody can tell which of them counts. */
export const quantityFaults = (quantities: ReadonlyMap<string, Fraction>): readonly DutyFault[] => {
  const odd = findDisagreement(quantities);
  if (!odd) return [];
  const detail = `The quantities in ${odd[0]} and ${odd[1]} are not the same amount.`;
  return [malformed("/quantities", detail, "Correct one of them, or leave one out.")];
};

const readOriginProof = (value: unknown, faults: DutyFault[]): boolean | undefined => {
  if (isAbsent(value)) return true;
  return typeof value === "boolean" ? value : refuseShape("/originProof", "true or false", faults);
};

type OwnRates = { readonly vat: Column | undefined; readonly consumptionTax: Column | undefined };
const NO_RATES: OwnRates = { vat: undefined, consumptionTax: undefined };

const readRates = (value: unknown, faults: DutyFault[]): OwnRates => {
  if (isAbsent(value)) return NO_RATES;
  if (!isObject(value)) return refuseShape("/rates", `an object such as {"vat":"13"}`, faults) ?? NO_RATES;
  refuseUnknown(value, RATES, faults, "rates");
  return {
    vat: readOverride(value.vat, "vat", faults),
    consumptionTax: readOverride(value.consumptionTax, "consumptionTax", faults),
  };
};

const readExchangeRates = (value: unknown, faults: DutyFault[]): ReadonlyMap<string, Fraction> => {
  const rates = readDecimals(value, "exchangeRates", faults);
  for (const [currency, rate] of rates) {
    if (signOf(rate) > 0 && currency !== "CNY") continue;
    const pointer = pointerTo("exchangeRates", currency);
    if (signOf(rate) === 0) {
      const next = "Write how many CNY one unit is worth.";
      faults.push(dutyFault("negative-amount", pointer, `The exchange rate of ${currency} is 0.`, next));
    } else if (compare(rate, ONE) !== 0) {
      faults.push(malformed(pointer, "Taxes are counted in CNY, whose exchange rate is 1.", "Leave it out."));
    }
  }
  return rates;
};

const refuseShape = (pointer: string, expected: string, faults: DutyFault[]): undefined => {
  faults.push(malformed(pointer, `${pointer} has another form than expected.`, `Write ${expected}.`));
  return undefined;
};
