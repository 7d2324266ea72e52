/** For tests: one hash for all records of a store and one for all rows of its views, so that two can be compared. */
import { hash } from "node:crypto";
import { parseEntry } from "@openftz/kernel/entry.ts";
import { foldAll } from "@openftz/kernel/fold.ts";
import { canonicalJson, type Json, stateToText } from "@openftz/kernel/json.ts";
import { type KeyRing, openEntry } from "../desk/sealing.ts";
import { Installation, registry, views } from "../installation.ts";
import type { Row, Store, StoredEntry } from "../store.ts";

const ALL = 1_000_000;

/** The rows of every view, in the order of their keys, once the views stand at the journal's end. Closes the store. */
export const rowsOf = async (store: Store): Promise<ReadonlyMap<string, readonly Row[]>> => {
  const installation = await Installation.open({ store, verifyInBackground: false });
  try {
    await installation.viewsReach(installation.status().durable);
    const rows = new Map<string, readonly Row[]>();
    for (const { shape } of views) {
      const order = shape.key.map((field) => ({ field }));
      rows.set(shape.name, await store.views.query({ view: shape.name, where: [], order, limit: ALL }));
    }
    return rows;
  } finally {
    await installation.close();
  }
};

/** The state of every record, folded from its first entry, with the keys of the store or with none. */
export const statesOf = async (
  store: Store,
  keys: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, string>> => {
  const ring: KeyRing = { find: (subject) => keys.get(subject) };
  const byRecord = new Map<string, StoredEntry[]>();
  for (const entry of await store.journal.read(1, ALL))
    for (const record of parseEntry(entry.bytes).records)
      byRecord.set(record, [...(byRecord.get(record) ?? []), entry]);
  const states = new Map<string, string>();
  for (const [record, entries] of byRecord) {
    const kind = registry.kinds.journal.get(record.slice(0, record.indexOf("/")));
    if (!kind) continue;
    const opened = entries.map((entry) => openEntry(registry.book, entry, ring));
    states.set(record, stateToText(foldAll(kind, opened)));
  }
  return states;
};

/** One hash for all records and one for all views. Closes the store. */
export const digestOf = async (
  store: Store,
): Promise<{ readonly records: string; readonly views: string }> => {
  const states = await statesOf(store, await store.keys.all());
  const rows = await rowsOf(store);
  const hashOf = (of: ReadonlyMap<string, unknown>): string =>
    hash("sha256", canonicalJson([...of].sort(([a], [b]) => (a < b ? -1 : 1)) as unknown as Json), "hex");
  return { records: hashOf(states), views: hashOf(rows) };
};
