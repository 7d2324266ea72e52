/**
 * The extract of import declarations of the Korea Customs Service (synthetic, 2020 to 2021; Jeong et al., "Customs
 * Import Declaration Datasets", github.com/Seondong/Customs-Declaration-Datasets, MIT): what its rows say, in our words.
 */
import { CsvFault, csvRecords } from "../adapters/tariff/csv.ts";
import { positiveDecimal } from "./float-text.ts";

/** The columns that are read; the extract may have more. */
const COLUMNS = [
  "Declaration ID",
  "Date",
  "Office ID",
  "Mode of Transport",
  "Declarant ID",
  "Importer ID",
  "HS6 Code",
  "Country of Origin",
  "Net Mass",
  "Item Price",
] as const;

/** One row of the extract. `line` is its physical line. */
export type KcsRow = { readonly line: number } & Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Reads the rows. @throws CsvFault when it is no such extract. */
export function* kcsRows(bytes: Uint8Array): Generator<KcsRow> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CsvFault(1, "the file is not in UTF-8");
  }
  let places: ReadonlyMap<string, number> | undefined;
  for (const { line, fields } of csvRecords(text)) {
    if (!places) {
      places = new Map(fields.map((name, index) => [name, index]));
      const missing = COLUMNS.filter((name) => !places!.has(name));
      if (missing.length > 0) throw new CsvFault(line, `the head lacks ${missing.join(", ")}`);
      continue;
    }
    if (fields.length !== places.size)
      throw new CsvFault(line, `the line has ${fields.length} fields where ${places.size} are expected`);
    yield {
      line,
      ...Object.fromEntries(COLUMNS.map((name) => [name, fields[places!.get(name)!]!])),
    } as KcsRow;
  }
}

/** The extract's offices ("40", "102") as four-digit codes that no Chinese office has: 9940, 9102. */
export const officeOf = (row: KcsRow): string => `9${row["Office ID"].padStart(3, "9")}`;
/** A party's code from the extract's seven characters, which are codes of their own for importers and declarants. */
export const traderOf = (row: KcsRow): string => `KCSI${row["Importer ID"]}`;
/** See `traderOf`. */
export const declarantOf = (row: KcsRow): string => `KCSD${row["Declarant ID"]}`;
/** A declarant's general guarantee. */
export const guaranteeOf = (row: KcsRow): string => `KCS-${row["Declarant ID"]}`;
/** The six digits as the extract has them. */
export const sixDigits = (row: KcsRow): string => row["HS6 Code"].padStart(6, "0");

/** Transport modes: the extract's codes begin as UN/ECE Recommendation 19 does. */
const MODES: Readonly<Record<string, string>> = { 10: "2", 20: "3", 30: "4", 40: "5", 50: "6" };
const OTHER_MODE = "9";
/** General trade: the extract's import types have no counterpart. */
const PROCEDURE = "0110";
/** How the extract says that it does not know the country. */
const UNKNOWN_COUNTRY = "ZZ";
const CURRENCY = "KRW";

/** A row as a request of `declaration.import`, or why it cannot be one. */
export type KcsRequest =
  | { readonly kind: "request"; readonly request: object }
  | { readonly kind: "refused"; readonly reason: string; readonly detail: string };

/** Makes the request; `commodity` is the ten-digit code that the tariff has first under the row's six. */
export const kcsRequest = (row: KcsRow, commodity: string | undefined): KcsRequest => {
  const mass = positiveDecimal(row["Net Mass"]);
  if (mass === undefined) return refused("mass of 0 or less", `Net Mass is ${row["Net Mass"]}.`);
  const amount = positiveDecimal(row["Item Price"]);
  if (amount === undefined) return refused("amount of 0 or less", `Item Price is ${row["Item Price"]}.`);
  if (commodity === undefined)
    return refused("unknown commodity", `No tariff line lies under ${sixDigits(row)}.`);
  const origin = row["Country of Origin"];
  return {
    kind: "request",
    request: {
      reference: referenceOf(row),
      direction: "import",
      office: officeOf(row),
      declarant: declarantOf(row),
      trader: traderOf(row),
      procedure: PROCEDURE,
      transportMode: MODES[row["Mode of Transport"]] ?? OTHER_MODE,
      grossMassKg: mass,
      guarantee: guaranteeOf(row),
      goods: [
        {
          commodity,
          description: `HS ${sixDigits(row)} in the extract, completed to ${commodity}, the tariff's first line under it`,
          ...(origin !== "" && origin !== UNKNOWN_COUNTRY && { origin }),
          customsValue: { amount, currency: CURRENCY },
          netMassKg: mass,
        },
      ],
      documents: [],
      day: row.Date,
    },
  };
};

/** What a row's declaration is called. */
export const referenceOf = (row: KcsRow): string => `KCS-${row["Declaration ID"]}`;

const refused = (reason: string, detail: string): KcsRequest => ({ kind: "refused", reason, detail });
