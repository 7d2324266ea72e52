/**
 * The articles behind each step, by the day of the line. (R): recalled, not confirmed in a text read for this project.
 * Tariff Law of 2024-04-26, in force 2024-12-01; VAT Law of 2024-12-25, in force 2026-01-01.
 */
import { type PlainDate, plainDateOf } from "@openftz/kernel/plain-date.ts";

/** The steps of an assessment that have a legal ground. */
export type LegalStep =
  | "import-value"
  | "export-value"
  | "columns"
  | "provisional"
  | "claim"
  | "quota"
  | "by-price"
  | "remedy"
  | "origin-proof"
  | "export-duty"
  | "export-free"
  | "consumption-tax"
  | "vat";

const TARIFF_LAW_FROM = plainDateOf("2024-12-01");
const VAT_LAW_FROM = plainDateOf("2026-01-01");

const TARIFF_LAW: Readonly<Record<Exclude<LegalStep, "consumption-tax" | "vat" | "export-free">, string>> = {
  "import-value": "Tariff Law, art. 24",
  "export-value": "Tariff Law, art. 29",
  columns: "Tariff Law, art. 12",
  provisional: "Tariff Law, art. 13",
  claim: "Tariff Law, art. 12 and 13",
  quota: "Tariff Law, art. 14",
  "by-price": "Tariff Law, art. 23",
  remedy: "Tariff Law, art. 16 to 18",
  "origin-proof": "Tariff Law, art. 19",
  "export-duty": "Tariff Law, art. 10 and 13",
};

const DUTY_REGULATION: typeof TARIFF_LAW = {
  "import-value": "Regulation on Import and Export Duties, art. 18 (R)",
  "export-value": "Regulation on Import and Export Duties, art. 26 (R)",
  columns: "Regulation on Import and Export Duties, art. 10 (R)",
  provisional: "Regulation on Import and Export Duties, art. 11 (R)",
  claim: "Regulation on Import and Export Duties, art. 10 and 11 (R)",
  quota: "Regulation on Import and Export Duties, art. 12 (R)",
  "by-price": "Regulation on Import and Export Duties, art. 36 (R)",
  remedy: "Regulation on Import and Export Duties, art. 13 and 14 (R)",
  "origin-proof": "Regulation on Import and Export Duties, art. 10 (R)",
  "export-duty": "Regulation on Import and Export Duties, art. 9 and 11 (R)",
};

const VAT_LAW: Readonly<Record<"vat" | "export-free", string>> = {
  vat: "VAT Law, art. 14",
  "export-free": "VAT Law, art. 10",
};

const VAT_REGULATION: typeof VAT_LAW = {
  vat: "Provisional Regulation on Value-Added Tax, art. 14 (R)",
  "export-free": "Provisional Regulation on Value-Added Tax, art. 2 (R)",
};

/** The citation of each step. */
export type Citations = Readonly<Record<LegalStep, string>>;

const CONSUMPTION_TAX = { "consumption-tax": "Provisional Regulation on Consumption Tax, art. 9" };
const SINCE_VAT_LAW: Citations = { ...TARIFF_LAW, ...VAT_LAW, ...CONSUMPTION_TAX };
const SINCE_TARIFF_LAW: Citations = { ...TARIFF_LAW, ...VAT_REGULATION, ...CONSUMPTION_TAX };
const BEFORE_BOTH: Citations = { ...DUTY_REGULATION, ...VAT_REGULATION, ...CONSUMPTION_TAX };

/** The citations for goods whose rates are those of `date`. */
export const citationsOn = (date: PlainDate): Citations => {
  if (date >= VAT_LAW_FROM) return SINCE_VAT_LAW;
  return date >= TARIFF_LAW_FROM ? SINCE_TARIFF_LAW : BEFORE_BOTH;
};

/** The citation of a step for goods whose rates are those of `date`. */
export const citationOf = (step: LegalStep, date: PlainDate): string => citationsOn(date)[step];
