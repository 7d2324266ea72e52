/**
 * Reads central-parity quotations: `day,currency,units,price` and, where a price is not in CNY, `in`. So many units of
 * the currency cost the price. What is wrong is told by line; that words and numbers make sense is for the room of customs.
 */
import type { Quotation } from "@openftz/customs/exchange/quotations.ts";
import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { CsvFault, type CsvRecord, csvRecords } from "../adapters/tariff/csv.ts";

/** A fault with its place in the file. */
export type LineFault = { readonly line: number; readonly field: string; readonly detail: string };

/** The quotations, the line of each, and everything that could not be read. */
export type ReadQuotations = {
  readonly quotations: readonly Quotation[];
  readonly lines: readonly number[];
  readonly faults: readonly LineFault[];
};

const NEEDED = ["day", "currency", "units", "price"];
const HEADS = [NEEDED, [...NEEDED, "in"]].map((head) => head.join(","));

/** Reads a whole file. */
export const readQuotationCsv = (bytes: Uint8Array): ReadQuotations => {
  const wrong = (line: number, detail: string): ReadQuotations => ({
    quotations: [],
    lines: [],
    faults: [{ line, field: "", detail }],
  });
  let records: readonly CsvRecord[];
  try {
    records = [...csvRecords(new TextDecoder("utf-8", { fatal: true }).decode(bytes))];
  } catch (error) {
    if (error instanceof CsvFault) return wrong(error.line, error.message);
    return wrong(1, "the file is not UTF-8 text");
  }
  const [head, ...rows] = records;
  if (!head || !HEADS.includes(head.fields.join(",")))
    return wrong(head?.line ?? 1, `the first line must be ${HEADS.join(" or ")}`);
  if (rows.length === 0) return wrong(head.line, "the file has no quotation");
  return readRows(rows, head.fields.length);
};

const readRows = (rows: readonly CsvRecord[], width: number): ReadQuotations => {
  const quotations: Quotation[] = [];
  const lines: number[] = [];
  const faults: LineFault[] = [];
  for (const { line, fields } of rows) {
    const [text = "", currency = "", units = "", price = "", quotedIn = ""] = fields;
    const day = parsePlainDate(text);
    if (fields.length !== width)
      faults.push({ line, field: "", detail: `it has ${fields.length} fields where the head has ${width}` });
    else if (!day) faults.push({ line, field: "day", detail: `"${text}" is not a day of the calendar` });
    else {
      quotations.push({ day, currency, units, price, in: quotedIn === "" ? "CNY" : quotedIn });
      lines.push(line);
    }
  }
  return { quotations, lines, faults };
};
