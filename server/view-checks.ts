/** The rules of views that every adapter keeps: names, types of cells, what a row operation or a query may say. */
import type { Cell, ColumnType, Row, RowOperation, Term, ViewQuery, ViewShape } from "./store.ts";
import { checkText } from "./store-checks.ts";

const nameForm = /^[a-z][A-Za-z0-9_.-]{0,49}$/;
const orderedBy = new Set(["<", "<=", ">", ">="]);

/** Throws unless the shape's names are plain, its key is not empty, and its key and indexes name its columns. */
export function checkShape(shape: ViewShape): void {
  for (const name of [shape.name, ...Object.keys(shape.columns)]) {
    if (!nameForm.test(name)) {
      throw new Error(
        `View ${shape.name}: "${name}" is no name; use a small letter, then letters, digits, "_-."`,
      );
    }
  }
  if (shape.key.length === 0) throw new Error(`View ${shape.name} has no key; name at least one column.`);
  for (const field of [...shape.key, ...shape.indexes.flat()]) {
    if (columnType(shape, field) === "json")
      throw new Error(`View ${shape.name}: ${field} is json, it cannot be indexed.`);
  }
}

/** The type of a column. Throws for a field that the view does not have. */
export function columnType(shape: ViewShape, field: string): ColumnType {
  if (!Object.hasOwn(shape.columns, field)) {
    throw new Error(
      `View ${shape.name} has no field ${field}; it has ${Object.keys(shape.columns).join(", ")}.`,
    );
  }
  return shape.columns[field]!;
}

/** Throws unless the cell is null or fits the type of its column. */
export function checkCell(shape: ViewShape, field: string, cell: Cell | undefined): void {
  const type = columnType(shape, field);
  if (cell === null || cell === undefined) return;
  if (fits(type, cell)) {
    if (typeof cell === "string") checkText(cell, `View ${shape.name}, field ${field}`);
    return;
  }
  throw new Error(`View ${shape.name}: ${field} is ${type}, but it was given ${JSON.stringify(cell)}.`);
}

function fits(type: ColumnType, cell: NonNullable<Cell>): boolean {
  if (type === "text") return typeof cell === "string";
  if (type === "integer") return Number.isSafeInteger(cell);
  if (type === "boolean") return typeof cell === "boolean";
  return true;
}

export function checkCells(shape: ViewShape, cells: Row): void {
  for (const field of Object.keys(cells)) checkCell(shape, field, cells[field]);
}

/** True when `where` names the key and nothing else, so that it means one row at most. */
export function namesOneRow(shape: ViewShape, where: Row): boolean {
  return (
    Object.keys(where).length === shape.key.length && shape.key.every((field) => Object.hasOwn(where, field))
  );
}

/** Throws unless the operation is one the view can do. */
export function checkOperation(shape: ViewShape, operation: RowOperation): void {
  if ("put" in operation) {
    checkCells(shape, operation.put);
    checkKeyPresent(shape, operation.put, "put");
    return;
  }
  const where = "remove" in operation ? operation.remove : operation.where;
  checkCells(shape, where);
  if (Object.keys(where).length === 0)
    throw new Error(`View ${shape.name}: an empty condition would mean every row.`);
  if ("remove" in operation) return;
  const cells: Row = "set" in operation ? operation.set : operation.add;
  checkCells(shape, cells);
  const named = shape.key.find((field) => Object.hasOwn(cells, field));
  if (named !== undefined)
    throw new Error(`View ${shape.name}: ${named} is part of the key, which never changes.`);
  if ("add" in operation) checkAdd(shape, operation.add, where);
}

function checkAdd(shape: ViewShape, add: Readonly<Record<string, number>>, where: Row): void {
  if (!namesOneRow(shape, where)) {
    throw new Error(
      `View ${shape.name}: add names a row by its whole key (${shape.key.join(", ")}) and nothing else.`,
    );
  }
  checkKeyPresent(shape, where, "add");
  for (const field of Object.keys(add)) {
    if (columnType(shape, field) !== "integer")
      throw new Error(`View ${shape.name}: ${field} is no integer to add to.`);
  }
}

function checkKeyPresent(shape: ViewShape, row: Row, verb: string): void {
  const missing = shape.key.find((field) => row[field] === null || row[field] === undefined);
  if (missing !== undefined) throw new Error(`View ${shape.name}: ${verb} needs the key field ${missing}.`);
}

/** Throws unless the query's fields, values, order, `after` and limit fit the view. */
export function checkQuery(shape: ViewShape, query: ViewQuery): void {
  for (const term of query.where) checkTerm(shape, term);
  for (const { field } of query.order) {
    if (columnType(shape, field) === "json")
      throw new Error(`View ${shape.name}: ${field} is json, it has no order.`);
  }
  const missing = shape.key.find((field) => !query.order.some((part) => part.field === field));
  if (missing !== undefined)
    throw new Error(`View ${shape.name}: the order must end with the key; ${missing} is missing.`);
  if (query.after !== undefined) checkAfter(shape, query, query.after);
  if (!Number.isSafeInteger(query.limit) || query.limit < 0) {
    throw new Error(`View ${shape.name}: the limit is ${query.limit}; give a whole number of rows.`);
  }
}

function checkAfter(shape: ViewShape, query: ViewQuery, after: readonly Cell[]): void {
  if (after.length !== query.order.length) {
    throw new Error(
      `View ${shape.name}: after has ${after.length} cells for ${query.order.length} ordered fields.`,
    );
  }
  for (const [index, { field }] of query.order.entries()) checkCell(shape, field, after[index]);
}

function checkTerm(shape: ViewShape, term: Term): void {
  if ("any" in term || "all" in term) {
    for (const part of "any" in term ? term.any : term.all) checkTerm(shape, part);
    return;
  }
  const type = columnType(shape, term.field);
  const values = term.is === "in" ? term.value : [term.value];
  for (const value of values) {
    checkCell(shape, term.field, value);
    if (type === "json" && value !== null)
      throw new Error(`View ${shape.name}: json ${term.field} compares with null alone.`);
  }
  const wants =
    term.is === "prefix" || term.is === "contains"
      ? ["text"]
      : orderedBy.has(term.is)
        ? ["text", "integer"]
        : [];
  if (wants.length > 0 && !wants.includes(type)) {
    throw new Error(`View ${shape.name}: "${term.is}" does not fit ${term.field}, which is ${type}.`);
  }
}
