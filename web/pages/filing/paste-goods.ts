/** Cells of a spreadsheet into the goods grid, from the cell where they were pasted. */
import { plainCode, plainNumber } from "../../shared/paste.ts";
import { emptyGoods, type GoodsFields } from "./form.ts";

/** The grid's columns in the order of a pasted row; `quantity` goes to the first statutory unit that is not kg. */
export const GRID = [
  "commodity",
  "description",
  "origin",
  "amount",
  "currency",
  "netMassKg",
  "quantity",
] as const;
export type GridColumn = (typeof GRID)[number];

/** At most so many goods items stand on one declaration. */
export const MOST_GOODS = 50;

const READ: Readonly<Record<GridColumn, (text: string) => string>> = {
  commodity: plainCode,
  description: (text) => text,
  origin: (text) => text.toUpperCase(),
  amount: plainNumber,
  currency: (text) => text.toUpperCase(),
  netMassKg: plainNumber,
  quantity: plainNumber,
};

const written = (row: GoodsFields, column: GridColumn, text: string): GoodsFields => {
  const value = READ[column](text);
  if (column !== "quantity") return { ...row, [column]: value };
  // Which unit it is, the tariff line tells; until then it waits under the empty name.
  const [unit = ""] = Object.keys(row.quantities);
  return { ...row, quantities: { ...row.quantities, [unit]: value } };
};

/** A first row of words where codes belong is the spreadsheet's heading. */
const withoutHeading = (
  cells: readonly (readonly string[])[],
  from: GridColumn,
): readonly (readonly string[])[] => {
  const codeAt = 0 - GRID.indexOf(from);
  const first = cells[0]?.[codeAt];
  return codeAt === 0 && first !== undefined && cells.length > 1 && !/\d/.test(first)
    ? cells.slice(1)
    : cells;
};

export const pasteGoods = (
  goods: readonly GoodsFields[],
  cells: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: GridColumn },
): readonly GoodsFields[] => {
  const result = [...goods];
  const columns = GRID.slice(GRID.indexOf(at.column));
  for (const [offset, line] of withoutHeading(cells, at.column).entries()) {
    const index = at.row + offset;
    if (index >= MOST_GOODS) break;
    const before = result[index] ?? emptyGoods();
    result[index] = columns.reduce(
      (row, column, place) => (line[place] === undefined ? row : written(row, column, line[place])),
      before,
    );
  }
  return result;
};
