/**
 * What every store promises, as sentences. An adapter's test file calls `storeContract` with a way to open a store on
 * fresh, empty ground; each sentence gets its own.
 */
import { describe } from "node:test";
import type { Store } from "./store.ts";
import { journalContract } from "./store-contract/journal-contract.ts";
import { shelvesContract } from "./store-contract/shelves-contract.ts";
import { viewQueryContract } from "./store-contract/view-query-contract.ts";
import { viewsContract } from "./store-contract/views-contract.ts";
import { writerContract } from "./store-contract/writer-contract.ts";

export type OpenedStore = {
  readonly store: Store;
  /** Opens the same ground again; rejects with StoreLocked while a store is open on it. */
  readonly reopen?: () => Promise<Store>;
  /** Takes the ground away, whatever is still open on it. */
  readonly cleanup: () => Promise<void>;
};

export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the store contract, ${name}`, () => {
    journalContract(open);
    writerContract(open);
    viewsContract(open);
    viewQueryContract(open);
    shelvesContract(open);
  });
}
