/** Helpers of the store contract: opening, batches to append, a view to fill. */
import { createHash } from "node:crypto";
import { it } from "node:test";
import type { Batch, Head, RowOperation, Store, StoredEntry, ViewShape } from "../store.ts";
import type { OpenedStore } from "../store-contract.ts";

export type Open = () => Promise<OpenedStore>;

/** One sentence of the contract, on ground of its own. */
export function promise(
  sentence: string,
  open: Open,
  hold: (store: Store, ground: OpenedStore) => Promise<void>,
): void {
  it(sentence, async (test) => {
    const ground = await open();
    try {
      if (hold.length > 1 && ground.reopen === undefined) return test.skip("this adapter cannot be reopened");
      await hold(ground.store, ground);
    } finally {
      await ground.cleanup();
    }
  });
}

export const emptyHead: Head = { position: 0, seal: new Uint8Array(32) };

export const sealOf = (text: string): Uint8Array =>
  new Uint8Array(createHash("sha256").update(text).digest());

/** An entry whose seal depends on its position alone, so that the next head is easy to name. */
export function entry(position: number, parts: Partial<StoredEntry> = {}): StoredEntry {
  return {
    position,
    seal: sealOf(`entry ${position}`),
    bytes: new TextEncoder().encode(`{"position":${position}}`),
    records: [`declaration/${position}`],
    ...parts,
  };
}

export const headAt = (position: number): Head =>
  position === 0 ? emptyHead : { position, seal: sealOf(`entry ${position}`) };

/** A batch that follows the journal's first `entries[0].position - 1` entries. */
export function batch(entries: readonly StoredEntry[], parts: Partial<Batch> = {}): Batch {
  return { expects: headAt(entries[0]!.position - 1), entries, newKeys: [], erasedKeys: [], ...parts };
}

/** Entries from one position to another, both included. */
export const entries = (from: number, to: number, parts: Partial<StoredEntry> = {}): StoredEntry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index, parts));

/** What an entry looks like after a round trip, with plain arrays for buffers. */
export const plain = (read: StoredEntry): StoredEntry => ({
  ...read,
  seal: new Uint8Array(read.seal),
  bytes: new Uint8Array(read.bytes),
});

export const goodsView: ViewShape = {
  name: "goods",
  version: 1,
  columns: { zone: "text", item: "text", name: "text", massKg: "integer", held: "boolean", details: "json" },
  key: ["zone", "item"],
  indexes: [["name"]],
};

/** Prepares the goods view and applies the operations, from where it stands to the next position. */
export async function applyGoods(store: Store, operations: readonly RowOperation[]): Promise<void> {
  const from = await store.views.position("goods");
  await store.views.apply(from, from + 1, new Map([["goods", operations]]));
}

export const allGoods = {
  view: "goods",
  where: [],
  order: [{ field: "zone" }, { field: "item" }],
  limit: 1_000,
} as const;
