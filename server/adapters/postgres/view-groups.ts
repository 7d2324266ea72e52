/**
 * Gathers the operations of one view into few groups that one statement each can do. Operations on different rows may
 * change places, those on the same row never do.
 */
import type { Cell, Row, RowOperation, ViewShape } from "../../store.ts";
import { namesOneRow } from "../../view-checks.ts";

/** Operations of one kind on distinct rows with the same fields; `fields` are those beside the key. */
export type KeyedGroup = {
  readonly kind: "put" | "set" | "add" | "remove";
  readonly fields: readonly string[];
  readonly rows: ReadonlyMap<string, Row>;
};
/** One operation on all rows that fit a condition. */
export type WideGroup = {
  readonly kind: "wide";
  readonly operation: { readonly set?: Row; readonly where: Row };
};

type Gathering = {
  readonly kind: KeyedGroup["kind"];
  readonly fields: readonly string[];
  readonly rows: Map<string, Row>;
};

export function groupOperations(
  shape: ViewShape,
  operations: readonly RowOperation[],
): readonly (KeyedGroup | WideGroup)[] {
  const groups: (Gathering | WideGroup)[] = [];
  /** For each kind and fields, the newest group; for each row, the newest group that touches it. */
  let newest = new Map<string, number>();
  let touched = new Map<string, number>();
  for (const operation of operations) {
    const keyed = asKeyed(shape, operation);
    if (keyed === undefined) {
      groups.push(wide(operation));
      newest = new Map();
      touched = new Map();
      continue;
    }
    const key = keyText(shape, keyed.row);
    if (keyed.kind === "set" && setOnPut(groups[touched.get(key) ?? -1], key, keyed.row)) continue;
    const signature = keyed.kind === "put" ? keyed.kind : `${keyed.kind} ${keyed.fields.join()}`;
    let at = newest.get(signature);
    if (at === undefined || at < (touched.get(key) ?? 0)) {
      at = groups.push({ kind: keyed.kind, fields: keyed.fields, rows: new Map() }) - 1;
      newest.set(signature, at);
    }
    touched.set(key, at);
    const group = groups[at]!;
    if (group.kind !== "wide") group.rows.set(key, merged(keyed, group.rows.get(key)));
  }
  return groups;
}

/** What is set on a row that was just put is put at once: one write to the table and its indexes in place of two. */
function setOnPut(last: Gathering | WideGroup | undefined, key: string, row: Row): boolean {
  if (last?.kind !== "put") return false;
  last.rows.set(key, { ...last.rows.get(key), ...row });
  return true;
}

/** The row's key as one text; numbers and texts never spell alike within one column. */
const keyText = ({ key }: ViewShape, row: Row): string =>
  key.length === 1 ? String(row[key[0]!]) : JSON.stringify(key.map((field) => row[field]));

const besideKeys = new WeakMap<ViewShape, readonly string[]>();

/** The columns beside the key, found once for each shape. */
const besideKey = (shape: ViewShape): readonly string[] => {
  const known = besideKeys.get(shape);
  if (known) return known;
  const fields = Object.keys(shape.columns).filter((field) => !shape.key.includes(field));
  besideKeys.set(shape, fields);
  return fields;
};

type Keyed = { readonly kind: KeyedGroup["kind"]; readonly fields: readonly string[]; readonly row: Row };

function asKeyed(shape: ViewShape, operation: RowOperation): Keyed | undefined {
  if ("put" in operation) return { kind: "put", fields: besideKey(shape), row: operation.put };
  if ("remove" in operation) {
    return namesOneRow(shape, operation.remove)
      ? { kind: "remove", fields: [], row: operation.remove }
      : undefined;
  }
  if (!namesOneRow(shape, operation.where)) return undefined;
  const cells: Row = "set" in operation ? operation.set : operation.add;
  const kind = "set" in operation ? "set" : "add";
  return { kind, fields: Object.keys(cells).toSorted(), row: { ...operation.where, ...cells } };
}

function wide(operation: RowOperation): WideGroup {
  if ("set" in operation) return { kind: "wide", operation };
  if ("remove" in operation) return { kind: "wide", operation: { where: operation.remove } };
  throw new Error("Only set and remove can mean many rows.");
}

/** Two operations of the same kind on the same row as one: sums for add, the later one for all others. */
function merged({ kind, fields, row }: Keyed, earlier: Row | undefined): Row {
  if (kind !== "add" || earlier === undefined) return row;
  const sum: Record<string, Cell> = { ...row };
  for (const field of fields) sum[field] = Number(earlier[field]) + Number(row[field]);
  return sum;
}
