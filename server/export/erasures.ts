/** Whose keys a journal has erased: an older file of keys must not bring anybody back. */
import { parseEntry } from "@openftz/kernel/entry.ts";
import { type EntryBook, holdsPersonal, opens } from "../desk/sealing.ts";
import type { StoredEntry } from "../store.ts";

/** Hears the entries of a journal in order, then says which of some keys may live. */
export class Erasures {
  readonly #book: EntryBook;
  /** Those whose key was erased; with the first entry since that holds something personal of theirs, if there is one. */
  readonly #erased = new Map<string, StoredEntry | undefined>();

  constructor(book: EntryBook) {
    this.#book = book;
  }

  /** One entry more. */
  hear(entry: StoredEntry): void {
    const { type, body } = parseEntry(entry.bytes);
    const { erases, subject } = this.#book.typeOf(type);
    for (const each of erases?.(body as never) ?? []) this.#erased.set(each, undefined);
    if (!holdsPersonal(this.#book, type, body as object)) return;
    const whose = subject!(body as never);
    if (this.#erased.has(whose) && !this.#erased.get(whose)) this.#erased.set(whose, entry);
  }

  /** The keys of those who were not erased, or who came again with another key since: the one that opens what they gave then. */
  living(keys: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
    return new Map([...keys].filter(([subject, key]) => this.#mayLive(subject, key)));
  }

  #mayLive(subject: string, key: Uint8Array): boolean {
    if (!this.#erased.has(subject)) return true;
    const since = this.#erased.get(subject);
    return since !== undefined && opens(this.#book, since, key);
  }

  /** How many are erased and did not come again. */
  get count(): number {
    return [...this.#erased.values()].filter((since) => since === undefined).length;
  }
}
