/** A spreadsheet with a mapping file as a source of tariff: an Excel workbook or comma-separated values. */
import { tariffLineReader } from "@openftz/customs/duty/read-tariff-line.ts";
import type { TariffFault, TariffLine } from "@openftz/customs/duty/tariff-line.ts";
import { type CellText, codeText, plainText, rateText } from "./cell-text.ts";
import { CsvFault, csvRecords, decodeCsv } from "./csv.ts";
import { countsOf } from "./json-lines.ts";
import type { Mapping } from "./mapping.ts";
import {
  type CellValue,
  cellName,
  MEGABYTE,
  TABLE_LIMITS,
  TableFault,
  type TableRow,
  tooLarge,
} from "./table.ts";
import type { ImportOptions, TariffImport } from "./tariff-import.ts";
import { isWorkbook, workbookRows } from "./workbook.ts";

/** Reads the lines of a spreadsheet; every cell that is not understood is a fault with its name. */
export const readSpreadsheet = async (
  bytes: Uint8Array,
  mapping: Mapping,
  options: ImportOptions,
): Promise<TariffImport> => {
  const form = isWorkbook(bytes) ? "workbook" : "CSV";
  try {
    const { fileBytes } = TABLE_LIMITS;
    if (bytes.length > fileBytes) throw tooLarge(`${fileBytes / MEGABYTE} MB`);
    const rows = isWorkbook(bytes) ? await workbookRows(bytes, mapping.sheet) : csvRows(bytes);
    const { lines, faults } = readRows(rows, mapping, options);
    return { form: `Spreadsheet (${form})`, lines, counts: countsOf(lines), faults };
  } catch (error) {
    if (!(error instanceof TableFault) && !(error instanceof CsvFault)) throw error;
    const line = error instanceof TableFault ? error.row : error.line;
    return {
      form,
      lines: [],
      counts: {},
      faults: [{ file: options.file, line, field: "", detail: error.message }],
    };
  }
};

const csvRows = (bytes: Uint8Array): readonly TableRow[] => {
  const rows: TableRow[] = [];
  for (const { line, fields } of csvRecords(decodeCsv(bytes))) {
    if (rows.length === TABLE_LIMITS.rows) throw tooLarge(`${TABLE_LIMITS.rows} rows`);
    rows.push({
      number: line,
      cells: fields.map((field) => (field === "" ? undefined : { kind: "text", text: field })),
    });
  }
  return rows;
};

/** A column of the sheet and the field it is. */
type Place = { readonly column: number; readonly field: string };

const readRows = (
  rows: readonly TableRow[],
  mapping: Mapping,
  { file, from }: ImportOptions,
): { readonly lines: readonly TariffLine[]; readonly faults: readonly TariffFault[] } => {
  const headRow = mapping.headRow ?? 1;
  const firstRow = mapping.firstRow ?? headRow + 1;
  const places = placesOf(
    rows.find(({ number }) => number === headRow),
    headRow,
    mapping,
  );
  const read = tariffLineReader();
  const lines: TariffLine[] = [];
  const faults: TariffFault[] = [];
  for (const { number, cells } of rows) {
    if (number < firstRow || places.every(({ column }) => cells[column] === undefined)) continue;
    const place = { file, line: number };
    const row = new RowReader(mapping, from);
    for (const { column, field } of places) {
      const detail = row.take(field, cells[column]);
      if (detail !== undefined)
        faults.push({ ...place, field, detail: `${cellName(column, number)} ${detail}` });
    }
    const outcome = read(row.line(), place);
    if (outcome.kind === "line") lines.push(outcome.line);
    else faults.push(...named(outcome.faults, places, number));
  }
  return { lines, faults };
};

/** Faults of the line's reader with the name of the cell they come from. */
const named = (faults: readonly TariffFault[], places: readonly Place[], row: number) =>
  faults.map((fault) => {
    const place = places.find(({ field }) => field === fault.field);
    return place ? { ...fault, detail: `${cellName(place.column, row)}: ${fault.detail}` } : fault;
  });

/** Where each field is. @throws TableFault for a head that the mapping does not name, or one that is not there */
const placesOf = (heads: TableRow | undefined, headRow: number, mapping: Mapping): readonly Place[] => {
  const { columns, ignored = [] } = mapping;
  const found = new Map<string, number>();
  for (const [column, cell] of (heads?.cells ?? []).entries()) {
    const outcome = plainText(cell);
    if (outcome.kind !== "text") continue;
    const { text: head } = outcome;
    if (!Object.hasOwn(columns, head) && !ignored.includes(head))
      throw new TableFault(
        `${cellName(column, headRow)}: the mapping does not name "${head}"; map it, or list it as ignored`,
        headRow,
      );
    if (found.has(head)) throw new TableFault(`the head "${head}" stands twice`, headRow);
    found.set(head, column);
  }
  return Object.entries(columns).map(([head, field]) => {
    const column = found.get(head);
    if (column === undefined) throw new TableFault(`no head is "${head}", which the mapping names`, headRow);
    return { column, field };
  });
};

const PLAIN: ReadonlySet<string> = new Set(["from", "to", "description", "note"]);
/** Taxes that are "not stated" where a cell is empty: left out, they would read as nothing owed. */
const TAXES: ReadonlySet<string> = new Set(["vat", "consumptionTax"]);

/** Gathers a row's cells as a line in the contract's form. */
class RowReader {
  readonly #mapping: Mapping;
  readonly #line: Record<string, unknown>;
  readonly #units: string[] = [];

  constructor(mapping: Mapping, from: string | undefined) {
    this.#mapping = mapping;
    this.#line = from === undefined ? {} : { from };
    for (const [field, value] of Object.entries(mapping.constants ?? {})) this.#set(field, value);
  }

  /** Takes a cell as a field; answers with what is wrong with it. */
  take(field: string, cell: CellValue | undefined): string | undefined {
    const outcome = this.#read(field, cell);
    if (outcome.kind === "refused") return outcome.detail;
    if (outcome.kind === "text") this.#set(field, outcome.text);
    else if (TAXES.has(field)) this.#set(field, null);
    return undefined;
  }

  line(): object {
    return this.#units.length === 0 ? this.#line : { ...this.#line, units: this.#units };
  }

  #read(field: string, cell: CellValue | undefined): CellText {
    if (field === "code") return codeText(cell, this.#mapping.codeDigits);
    return PLAIN.has(field) || field === "units" || field === "special_zero"
      ? plainText(cell)
      : rateText(cell, this.#mapping);
  }

  #set(field: string, value: string | null): void {
    const [group, name] = field.split(".", 2);
    if (field === "units") this.#addUnits(value ?? "");
    else if (field === "special_zero") this.#line[field] = wordsOf(value ?? "");
    else if (name === undefined) this.#line[field] = value;
    else {
      this.#line[group!] ??= {};
      if (value !== null) (this.#line[group!] as Record<string, string>)[name] = value;
    }
  }

  /** Words between commas, slashes or spaces, translated where the mapping knows them. */
  #addUnits(value: string): void {
    for (const word of wordsOf(value)) {
      const { units = {} } = this.#mapping;
      const unit = Object.hasOwn(units, word) ? units[word]! : word;
      if (!this.#units.includes(unit)) this.#units.push(unit);
    }
  }
}

const wordsOf = (value: string): readonly string[] => value.split(/[\s,;/、]+/).filter((word) => word !== "");
