/** Writes the rows of a view for COPY. */
import type { Cell, ColumnType, Row, ViewShape } from "../../store.ts";
import { CopyBuffer, frameRoom, textRoom } from "./copy-buffer.ts";

const perRow = 2;
/** A number or a truth value with its length. */
const perCell = 12;

/** The rows of a view with all its columns, in the shape's order; what a row leaves out is null. */
export function copyRows(shape: ViewShape, rows: Iterable<Row>): Buffer {
  const columns = Object.entries(shape.columns);
  const cells = [...rows].map((row) => columns.map(([field, type]) => asCopied(type, row[field] ?? null)));
  const buffer = new CopyBuffer(roomFor(cells));
  const begin = buffer.begin();
  for (const row of cells) {
    buffer.row(columns.length);
    for (const [index, cell] of row.entries()) copyCell(columns[index]![1], cell, buffer);
  }
  buffer.end(begin);
  return buffer.encoded;
}

type Copied = string | number | boolean | null;

/** JSON travels as its text. */
const asCopied = (type: ColumnType, cell: Cell): Copied =>
  type === "json" && cell !== null ? JSON.stringify(cell) : (cell as Copied);

function roomFor(rows: readonly (readonly Copied[])[]): number {
  let room = frameRoom;
  for (const row of rows) {
    room += perRow;
    for (const cell of row) room += typeof cell === "string" ? textRoom(cell) : perCell;
  }
  return room;
}

function copyCell(type: ColumnType, cell: Copied, to: CopyBuffer): void {
  if (cell === null) to.nothing();
  else if (type === "integer") to.bigint(cell as number);
  else if (type === "boolean") to.boolean(cell as boolean);
  else to.text(cell as string);
}
