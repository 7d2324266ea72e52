/** The keys of persons, fetched when needed and forgotten when erased. */
import type { Keys, StoredEntry } from "../store.ts";
import type { EntryBook, KeyRing } from "./sealing.ts";

/** A ring that remembers what it fetched. `undefined` is remembered too: asked for, and not there. */
export class FetchedKeys implements KeyRing {
  readonly #keys: Keys;
  readonly #known = new Map<string, Uint8Array | undefined>();
  #forgotten = 0;

  constructor(keys: Keys) {
    this.#keys = keys;
  }

  find(subject: string): Uint8Array | undefined {
    return this.#known.get(subject);
  }

  /** True when the key of a subject, or that it has none, is at hand. */
  knows(subject: string): boolean {
    return this.#known.has(subject);
  }

  /** A key just made for a subject; it is written with the batch that uses it. */
  put(subject: string, key: Uint8Array): void {
    this.#known.set(subject, key);
  }

  /** Forgets what is known of subjects, because they were erased or their batch was dropped. */
  forget(subjects: Iterable<string>): void {
    for (const subject of subjects) {
      this.#known.delete(subject);
      this.#forgotten += 1;
    }
  }

  /** Fetches the keys of subjects that are not known yet. */
  async fetch(subjects: Iterable<string>): Promise<void> {
    const missing = [...new Set(subjects)].filter((subject) => !this.#known.has(subject));
    if (missing.length === 0) return;
    const before = this.#forgotten;
    const found = await this.#keys.find(missing);
    if (before !== this.#forgotten) return this.fetch(missing); // a key that was erased meanwhile must not come back
    for (const subject of missing)
      if (!this.#known.has(subject)) this.#known.set(subject, found.get(subject));
  }

  /** Fetches what is needed to open some stored entries. */
  async fetchFor(book: EntryBook, entries: readonly StoredEntry[]): Promise<void> {
    const subjects = entries.flatMap((stored) => subjectsIn(book, stored));
    if (subjects.length > 0) await this.fetch(subjects);
  }
}

const decoder = new TextDecoder();

/** The subject of an entry with personal fields; the type is read cheaply before the whole is parsed. */
const subjectsIn = (book: EntryBook, { bytes }: StoredEntry): readonly string[] => {
  const type = /"type":"([^"]+)"/.exec(decoder.decode(bytes.subarray(0, 160)))?.[1] ?? "";
  if (book.personal(type).length === 0) return [];
  const { body } = JSON.parse(decoder.decode(bytes)) as { body: never };
  return [book.typeOf(type).subject!(body)];
};
