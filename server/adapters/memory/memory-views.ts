import type { Cell, Row, RowOperation, ViewQuery, ViewShape, Views } from "../../store.ts";
import { checkOperation, checkQuery, checkShape, namesOneRow } from "../../view-checks.ts";
import { compareInOrder, matches } from "./match-term.ts";

/** A view in memory: its rows by the JSON of their key. Rows are replaced, never changed in place. */
export type MemoryView = { readonly shape: ViewShape; position: number; readonly rows: Map<string, Row> };

/** What a failed apply puts back: for each touched key the row as it was. */
type Undo = Map<string, Row | undefined>;

export function memoryViews(views: Map<string, MemoryView>): Views {
  const get = (name: string): MemoryView => {
    const view = views.get(name);
    if (view === undefined) throw new Error(`There is no view ${name}; prepare its shape first.`);
    return view;
  };
  return {
    async prepare(shapes) {
      for (const shape of shapes) checkShape(shape);
      for (const shape of shapes) {
        if (JSON.stringify(views.get(shape.name)?.shape) === JSON.stringify(shape)) continue;
        views.set(shape.name, { shape: structuredClone(shape), position: 0, rows: new Map() });
      }
    },
    async position(name) {
      return get(name).position;
    },
    async apply(from, to, work) {
      const touched = [...work].map(([name, operations]) => ({ view: get(name), operations }));
      for (const { view, operations } of touched) {
        if (view.position !== from) throw new Error(stands(view, from));
        for (const operation of operations) checkOperation(view.shape, operation);
      }
      const undo = touched.map(({ view }): [MemoryView, Undo] => [view, new Map()]);
      try {
        for (const [index, { operations }] of touched.entries()) applyAll(...undo[index]!, operations);
      } catch (error) {
        for (const [view, rows] of undo) for (const [key, row] of rows) replace(view, key, row);
        throw error;
      }
      for (const { view } of touched) view.position = to;
    },
    async query(query) {
      const view = get(query.view);
      checkQuery(view.shape, query);
      return select(view, query);
    },
    async reset(name) {
      const view = get(name);
      view.rows.clear();
      view.position = 0;
    },
  };
}

const stands = (view: MemoryView, from: number): string =>
  `View ${view.shape.name} stands at ${view.position}, not at ${from}; nothing was applied.`;

function replace(view: MemoryView, key: string, row: Row | undefined): void {
  if (row === undefined) view.rows.delete(key);
  else view.rows.set(key, row);
}

const keyOf = (shape: ViewShape, row: Row): string => JSON.stringify(shape.key.map((field) => row[field]));

function applyAll(view: MemoryView, undo: Undo, operations: readonly RowOperation[]): void {
  for (const operation of operations) {
    for (const [key, row] of changes(view, operation)) {
      if (!undo.has(key)) undo.set(key, view.rows.get(key));
      replace(view, key, row);
    }
  }
}

/** The rows an operation leaves behind, by key; undefined for a removed one. */
function changes(
  { shape, rows }: MemoryView,
  operation: RowOperation,
): readonly (readonly [string, Row | undefined])[] {
  if ("put" in operation) return [[keyOf(shape, operation.put), wholeRow(shape, operation.put)]];
  if ("add" in operation) {
    const key = keyOf(shape, operation.where);
    return [[key, added(rows.get(key) ?? wholeRow(shape, operation.where), operation.add)]];
  }
  const where = "remove" in operation ? operation.remove : operation.where;
  const found = rowsWhere(shape, rows, where);
  if ("remove" in operation) return found.map(([key]) => [key, undefined]);
  const cells = detached(operation.set);
  return found.map(([key, row]) => [key, { ...row, ...cells }]);
}

function rowsWhere(
  shape: ViewShape,
  rows: ReadonlyMap<string, Row>,
  where: Row,
): readonly (readonly [string, Row])[] {
  if (namesOneRow(shape, where)) {
    const key = keyOf(shape, where);
    const row = rows.get(key);
    return row === undefined ? [] : [[key, row]];
  }
  const conditions = Object.entries(where);
  return [...rows].filter(([, row]) => conditions.every(([field, cell]) => row[field] === cell));
}

/** Every column, null where nothing was given. */
function wholeRow(shape: ViewShape, row: Row): Row {
  const whole: Record<string, Cell> = {};
  for (const field of Object.keys(shape.columns)) whole[field] = row[field] ?? null;
  return detached(whole);
}

/** A copy that shares no object with the caller, as a database would keep it. */
function detached(row: Row): Row {
  const copy: Record<string, Cell> = {};
  for (const [field, cell] of Object.entries(row)) {
    copy[field] =
      typeof cell === "object" && cell !== null ? JSON.parse(JSON.stringify(cell)) : (cell ?? null);
  }
  return copy;
}

function added(row: Row, numbers: Readonly<Record<string, number>>): Row {
  const sum: Record<string, Cell> = { ...row };
  for (const [field, number] of Object.entries(numbers)) {
    const total = Number(row[field] ?? 0) + number;
    if (!Number.isSafeInteger(total))
      throw new Error(`${field} would become ${total}, beyond the exact integers.`);
    sum[field] = total;
  }
  return sum;
}

/** The rows that can be meant: where the query lists their keys, those alone are looked at. */
function candidates({ shape, rows }: MemoryView, { where }: ViewQuery): readonly Row[] {
  const listed = where.find((term) => "is" in term && term.is === "in" && term.field === shape.key.join());
  if (listed === undefined || !("field" in listed) || listed.is !== "in") return [...rows.values()];
  return [...new Set(listed.value)]
    .map((cell) => rows.get(JSON.stringify([cell])))
    .filter((row) => row !== undefined);
}

function select(view: MemoryView, query: ViewQuery): readonly Row[] {
  const { where, order, after, limit } = query;
  const cells = (row: Row): readonly Cell[] => order.map(({ field }) => row[field]!);
  return candidates(view, query)
    .filter((row) => where.every((term) => matches(row, term)))
    .map((row) => ({ row, cells: cells(row) }))
    .filter((each) => after === undefined || compareInOrder(order, each.cells, after) > 0)
    .sort((left, right) => compareInOrder(order, left.cells, right.cells))
    .slice(0, limit)
    .map(({ row }) => row);
}
