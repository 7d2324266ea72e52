/** Reads a sheet of an Excel workbook (.xlsx), within bounds. */
import { readXlsx } from "hucre/xlsx";
import {
  type CellValue,
  cellName,
  MEGABYTE,
  TABLE_LIMITS,
  TableFault,
  type TableRow,
  tooLarge,
} from "./table.ts";
import { declaredSize } from "./zip-sizes.ts";

type Workbook = Awaited<ReturnType<typeof readXlsx>>;
type Sheet = Workbook["sheets"][number];

/** Whether bytes begin as a zip file does. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The rows of the sheet of that name, or of the only one. @throws TableFault when it cannot be read, or is too large */
export const workbookRows = async (
  bytes: Uint8Array,
  name: string | undefined,
): Promise<readonly TableRow[]> => {
  const { unpackedBytes } = TABLE_LIMITS;
  if (declaredSize(bytes) > unpackedBytes) throw tooLarge(`${unpackedBytes / MEGABYTE} MB unpacked`);
  const sheet = sheetOf(await read(bytes), name);
  if (sheet.rows.length > TABLE_LIMITS.rows) throw tooLarge(`${TABLE_LIMITS.rows} rows`);
  return sheet.rows.map((row, index) => ({
    number: index + 1,
    cells: row.map((_, column) => cellOf(sheet, index, column)),
  }));
};

/**
 * Columns beyond the limit are left out: a head that stands there is missed by the mapping. Rows are not, so that none
 * is lost: the reader itself refuses what spans more cells than the limits allow.
 */
const AREA = `A1:${cellName(TABLE_LIMITS.columns - 1, 1_048_576)}`;

const read = (bytes: Uint8Array): Promise<Workbook> =>
  readXlsx(bytes, { readStyles: true, range: AREA }).catch((error: Error) => {
    throw new TableFault(`the workbook cannot be read: ${error.message}`);
  });

const sheetOf = ({ sheets }: Workbook, name: string | undefined): Sheet => {
  const [only, second] = sheets;
  const found = name === undefined ? only : sheets.find((sheet) => sheet.name === name);
  const names = sheets.map((sheet) => `"${sheet.name}"`).join(", ");
  if (!found) throw new TableFault(`the workbook has no sheet "${name}"; it has ${names}`);
  if (name === undefined && second)
    throw new TableFault(`the workbook has ${sheets.length} sheets; name one as "sheet": ${names}`);
  return found;
};

const cellOf = (sheet: Sheet, row: number, column: number): CellValue | undefined => {
  const cell = sheet.cells?.get(`${row},${column}`);
  const value = sheet.rows[row]![column];
  if (cell?.type === "error") return { kind: "other", what: `the error ${String(value)}` };
  if (value === null || value === undefined || value === "")
    return cell?.formula === undefined
      ? undefined
      : { kind: "other", what: "a formula without its result; open and save the workbook" };
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "number")
    return { kind: "number", value, isPercent: showsPercent(cell?.style?.numFmt) };
  if (value instanceof Date) return { kind: "day", day: value.toISOString().slice(0, "2026-01-01".length) };
  return { kind: "other", what: `the value ${String(value)}` };
};

/** A percent sign that is neither quoted nor escaped multiplies what is shown by a hundred. */
const showsPercent = (format: string | undefined): boolean =>
  format?.replace(/"[^"]*"|\\./g, "").includes("%") ?? false;
