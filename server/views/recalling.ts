/** Projections that go on from rows which earlier entries left. */
import type { Entry } from "@openftz/kernel/entry.ts";
import type { Row, RowOperation } from "../store.ts";
import type { Recall, View } from "./view.ts";

/** Rows of a view by their keys, as the entries so far have left them; undefined: there is none. */
export type KnownRows = Map<string, Row | undefined>;

/**
 * The operations of entries in a row, each projected on the rows as those before it leave them. Yields the keys of rows that
 * it lacks, and is given those of them that are there. A projection is run again when it lacked something, as it is pure.
 * `rows` are known from before; afterwards they are as these entries leave them.
 */
export function* recalling(
  { shape, on }: View,
  entries: readonly Entry[],
  rows: KnownRows = new Map(),
): Generator<readonly string[], readonly RowOperation[], readonly Row[]> {
  const key = shape.key[0]!;
  const missing = new Set<string>();
  const recall: Recall = (name) => {
    if (!rows.has(name)) missing.add(name);
    return rows.get(name);
  };
  const project = (entry: Entry) => on[entry.type]?.(entry as Entry<never>, recall) ?? [];
  const operations: RowOperation[] = [];
  for (const [index, entry] of entries.entries()) {
    let found = project(entry);
    while (missing.size > 0) {
      // Whatever can be known of the later ones is asked for at once.
      for (const later of entries.slice(index + 1)) project(later);
      const lacked = [...missing];
      missing.clear();
      const there = yield lacked;
      for (const name of lacked) rows.set(name, undefined);
      for (const row of there) rows.set(String(row[key]), row);
      found = project(entry);
    }
    for (const operation of found) {
      const [name, row] = outcomeOf(shape, operation);
      rows.set(name, row);
      operations.push(operation);
    }
  }
  return operations;
}

/** The row that an operation leaves, and its key. */
const outcomeOf = (
  { name, key: keys, columns }: View["shape"],
  operation: RowOperation,
): readonly [string, Row | undefined] => {
  const key = keys[0]!;
  if ("remove" in operation && Object.keys(operation.remove).join() === key)
    return [String(operation.remove[key]), undefined];
  if (!("put" in operation))
    throw new Error(`the view ${name} recalls rows, so it puts or removes single ones`);
  const { put } = operation;
  const whole = Object.fromEntries(Object.keys(columns).map((column) => [column, put[column] ?? null]));
  return [String(put[key]), whole];
};
