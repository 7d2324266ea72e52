/** A sheet of cells, wherever it comes from: a workbook, or comma-separated values. */

/** What stands in a cell. A number is a binary float as Excel keeps it; `isPercent`: it is shown with a percent sign. */
export type CellValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly isPercent: boolean }
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "other"; readonly what: string };

/** A row with its number from 1; a cell that is empty is undefined. */
export type TableRow = { readonly number: number; readonly cells: readonly (CellValue | undefined)[] };

/** A sheet that cannot be read: what is wrong with it, and in which row (1 where it is the whole). */
export class TableFault extends Error {
  override name = "TableFault";
  readonly row: number;
  constructor(detail: string, row = 1) {
    super(detail);
    this.row = row;
  }
}

/** The most that is read: no tariff is larger, and a hostile file must not exhaust the memory. */
export const TABLE_LIMITS = { fileBytes: 20_000_000, unpackedBytes: 40_000_000, rows: 100_000, columns: 200 };

/** How many bytes people mean by a megabyte. */
export const MEGABYTE = 1_000_000;

/** The fault of what is larger. */
export const tooLarge = (most: string): TableFault =>
  new TableFault(`the file is larger than any tariff: at most ${most} are read`);

const LETTERS = 26;

/** A cell's name as spreadsheets show it: column 0 of row 12 is A12. */
export const cellName = (column: number, row: number): string => {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / LETTERS) - 1)
    letters = String.fromCharCode(65 + (rest % LETTERS)) + letters;
  return `${letters}${row}`;
};
