/** Records in memory, on demand and within a limit; everything here can be had again from the journal. */
import type {
  DerivedKind,
  FileKind,
  JournalKind,
  Need,
  RecordKind,
  Records,
} from "@openftz/customs/define/record.ts";
import { keyOf } from "@openftz/customs/define/record.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import { foldAll, foldEntry } from "@openftz/kernel/fold.ts";
import { stateFromText, stateToText } from "@openftz/kernel/json.ts";
import type { RecordTail, Snapshot, Store, StoredEntry } from "../store.ts";
import type { FetchedKeys } from "./key-ring.ts";
import { OneBreath } from "./one-breath.ts";
import type { Soon } from "./ports.ts";
import { type EntryBook, openEntry } from "./sealing.ts";
import { checkSealed } from "./verify.ts";

/** A record as it stands in memory; `position` is the last entry folded into it (0: the record does not exist). */
export type Held = { readonly position: number; readonly state: unknown };

/** The kinds of records an installation knows. */
export type Kinds = {
  readonly journal: ReadonlyMap<string, JournalKind<unknown>>;
  readonly file: ReadonlyMap<string, FileKind<unknown>>;
  readonly derived: ReadonlyMap<string, DerivedKind<unknown>>;
};

/** How many records a generation holds, and from how many entries on a record gets a snapshot. */
export type CacheLimits = { readonly generation: number; readonly snapshotAfter: number };

const LIMITS: CacheLimits = { generation: 5_000, snapshotAfter: 200 };

/** How many derived records are kept: one may be megabytes, is asked for a few times, and can be made again. */
const MOST_DERIVED = 16;

/** See the file's first line. States staged and not yet durable live here too and are evicted when their batch is dropped. */
export class RecordCache {
  readonly #files = new Map<string, Held>();
  /** In the order in which they were made. */
  readonly #derived = new Map<string, Held>();
  /** Two generations: what is used moves to the young one, and when that is full the old one is let go. */
  #young = new Map<string, Held>();
  #old = new Map<string, Held>();
  /**
   * Records that began with an entry which is not yet durable. Most are not looked at again soon, so they are not kept:
   * what dies young costs the memory nothing, and what is asked for is one read away.
   */
  #newborn = new Map<string, Held>();
  readonly #loading = new Map<string, Promise<unknown>>();
  readonly #snapshots = new OneBreath((keys: readonly string[]) => this.#findSnapshots(keys));
  readonly #tails = new OneBreath((asked: readonly RecordTail[]) => this.#readTails(asked));
  readonly #store: Store;
  readonly #book: EntryBook;
  readonly #kinds: Kinds;
  readonly #keys: FetchedKeys;
  /** Names the release's folds: a snapshot made by other folds is not used. */
  readonly #foldHash: string;
  readonly #soon: Soon;
  readonly #limits: CacheLimits;
  #durable = 0;

  constructor(
    store: Store,
    book: EntryBook,
    kinds: Kinds,
    keys: FetchedKeys,
    foldHash: string,
    soon: Soon,
    limits: CacheLimits = LIMITS,
  ) {
    this.#soon = soon;
    this.#store = store;
    this.#book = book;
    this.#kinds = kinds;
    this.#keys = keys;
    this.#foldHash = foldHash;
    this.#limits = limits;
  }

  /** How many records are in memory, files apart; one that is in both generations counts twice. */
  get size(): number {
    return this.#young.size + this.#old.size + this.#derived.size;
  }

  /** The record if it is in memory. */
  peek(key: string): Held | undefined {
    const young = this.#young.get(key) ?? this.#newborn.get(key);
    if (young) return young;
    const old = this.#old.get(key);
    if (old) this.#young.set(key, old);
    return old ?? this.#files.get(key) ?? this.#derived.get(key);
  }

  /** The record, from memory or from the store. */
  async load(key: string): Promise<Held> {
    for (;;) {
      const held = this.peek(key);
      if (held) return held;
      await (this.#loading.get(key) ?? this.#startLoading(key));
    }
  }

  #startLoading(key: string): Promise<void> {
    const loading: Promise<void> = this.#fetch(key).then(
      (found) => this.#loaded(key, loading, found),
      (error) => {
        this.#loaded(key, loading, undefined);
        throw error;
      },
    );
    this.#loading.set(key, loading);
    return loading;
  }

  /** A record that was evicted while it was being read may be out of date: it is not kept, but read again. */
  #loaded(key: string, loading: Promise<void>, found: Held | undefined): void {
    if (this.#loading.get(key) !== loading) return;
    this.#loading.delete(key);
    if (!found || this.peek(key)) return;
    this.trim(this.#durable);
    this.#remember(key, found);
  }

  /** Folds a new entry into the records it belongs to. All of them must be in memory. */
  fold(entry: Entry): void {
    for (const key of entry.records) {
      const held = this.peek(key);
      if (!held) throw new Error(`${entry.type} belongs to ${key}, which its command did not ask for`);
      this.#remember(key, { position: entry.position, state: this.#step(key, held, entry) });
    }
  }

  #step(key: string, held: Held, entry: Entry): unknown {
    return foldEntry(this.#kindOf(key), held.state, entry);
  }

  /** Notes that a record does not exist yet, so that its first entry can be folded. */
  begin(key: string): void {
    this.evict([key]); // somebody may have asked for it before, and was told that there is none
    this.#newborn.set(key, { position: 0, state: undefined });
  }

  /** Forgets records, because what was folded into them was dropped. */
  evict(keys: Iterable<string>): void {
    for (const key of keys) {
      this.#loading.delete(key);
      this.#newborn.delete(key);
      this.#young.delete(key);
      this.#old.delete(key);
      this.#files.delete(key);
      this.#derived.delete(key);
    }
  }

  /** Lets go of what has not been used for a generation, except what is not yet durable. */
  trim(durable: number): void {
    this.#durable = durable;
    this.#newborn = notYetDurable(this.#newborn, durable);
    if (this.#young.size < this.#limits.generation) return;
    const kept = new Map<string, Held>();
    for (const [key, held] of this.#old)
      if (held.position > durable && !this.#young.has(key)) kept.set(key, held);
    this.#old = this.#young;
    this.#young = kept;
  }

  /** The record as of a position, folded from its entries; not kept. */
  async asOf(key: string, position: number): Promise<Held> {
    const kind = this.#kinds.journal.get(kindName(key));
    if (!kind) return this.load(key);
    const entries = await this.#read(key, 0, position);
    return { position: entries.at(-1)?.position ?? 0, state: foldAll(kind, entries) };
  }

  #remember(key: string, held: Held): void {
    if (this.#newborn.has(key)) return void this.#newborn.set(key, held);
    const kind = kindName(key);
    if (this.#kinds.derived.has(kind)) return void this.#rememberDerived(key, held);
    const isFile = held.state !== undefined && this.#kinds.file.has(kind);
    (isFile ? this.#files : this.#young).set(key, held);
  }

  #rememberDerived(key: string, held: Held): void {
    this.#derived.set(key, held);
    const [oldest] = this.#derived.keys();
    if (this.#derived.size > MOST_DERIVED) this.#derived.delete(oldest!);
  }

  #kindOf(key: string): JournalKind<unknown> {
    const kind = this.#kinds.journal.get(kindName(key));
    if (!kind) throw new Error(`nobody defined the record kind of ${key}`);
    return kind;
  }

  async #fetch(key: string): Promise<Held> {
    const file = this.#kinds.file.get(kindName(key));
    if (file) {
      const bytes = await this.#store.files.find(key.slice(key.indexOf("/") + 1));
      return { position: 0, state: bytes && (await this.#bitByBit(file.parse(bytes))) };
    }
    const derived = this.#kinds.derived.get(kindName(key));
    if (derived) return { position: 0, state: await this.#make(derived, key.slice(key.indexOf("/") + 1)) };
    const kind = this.#kindOf(key);
    const snapshot = await this.#snapshots.ask(key);
    const from = snapshot?.position ?? 0;
    const entries = await this.#read(key, from);
    const start = snapshot && stateFromText(Buffer.from(snapshot.state).toString("utf8"));
    const state = foldAll(kind, entries, start);
    const position = entries.at(-1)?.position ?? from;
    if (entries.length >= this.#limits.snapshotAfter && !this.#isPersonal(kind))
      await this.#store.snapshots.put(key, this.#foldHash, position, Buffer.from(stateToText(state)));
    return { position, state };
  }

  /** Makes a record from its files. They are there for good: whoever asks for it saw them. */
  async #make(kind: DerivedKind<unknown>, id: string): Promise<unknown> {
    const parts = kind.parts(id);
    const held = new Map<string, Held>();
    for (const { kind: part, id: file } of parts) {
      const key = keyOf(part, file);
      held.set(key, await this.load(key));
    }
    const { records } = missingNeeds(
      () => parts,
      (key) => held.get(key),
    );
    return this.#bitByBit(kind.make(id, records));
  }

  /** Does work bit by bit, letting requests pass between. */
  async #bitByBit<Result>(work: Generator<void, Result>): Promise<Result> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      await new Promise<void>((resolve) => this.#soon(resolve));
    }
  }

  /** A snapshot would keep in clear what an erasure must reach, so these records have none. */
  #isPersonal(kind: JournalKind<unknown>): boolean {
    return Object.keys(kind.on).some((type) => this.#book.personal(type).length > 0);
  }

  /** Reads a record's entries; each is checked against its seal whenever it is read. */
  async #read(key: string, after: number, upTo?: number): Promise<readonly Entry[]> {
    if (upTo === undefined) return this.#tails.ask({ record: key, after });
    return this.#open(await this.#store.journal.readRecord(key, after, upTo));
  }

  async #findSnapshots(keys: readonly string[]): Promise<readonly (Snapshot | undefined)[]> {
    const found = await this.#store.snapshots.find(keys, this.#foldHash);
    return keys.map((key) => found.get(key));
  }

  /** The lines of a list have its entries in common: each is read and opened once for all of them. */
  async #readTails(asked: readonly RecordTail[]): Promise<readonly (readonly Entry[])[]> {
    const entries = await this.#open(await this.#store.journal.readRecords(asked));
    const tails = asked.map(({ record, after }) => ({ record, after, entries: [] as Entry[] }));
    const byRecord = Map.groupBy(tails, ({ record }) => record);
    for (const entry of entries)
      for (const record of entry.records)
        for (const tail of byRecord.get(record) ?? [])
          if (entry.position > tail.after) tail.entries.push(entry);
    return tails.map((tail) => tail.entries);
  }

  async #open(stored: readonly StoredEntry[]): Promise<readonly Entry[]> {
    for (const each of stored) checkSealed(each);
    await this.#keys.fetchFor(this.#book, stored);
    return stored.map((each) => openEntry(this.#book, each, this.#keys));
  }
}

/** A new map rather than deletions: tables of a map that shrinks keep each other, and what they held, from being freed. */
const notYetDurable = (newborn: ReadonlyMap<string, Held>, durable: number): Map<string, Held> => {
  const kept = new Map<string, Held>();
  for (const [key, held] of newborn) if (held.position > durable) kept.set(key, held);
  return kept;
};

const kindName = (key: string): string => key.slice(0, key.indexOf("/"));

/** What a request needs, which of it is not in memory, and the records as they stand. */
export type FoundNeeds = {
  readonly needs: readonly Need[];
  readonly missing: readonly string[];
  readonly records: Records;
};

/** Finds what a request needs, step by step, until it asks for nothing that `have` lacks. */
export const missingNeeds = (
  ask: (records: Records) => readonly Need[],
  have: (key: string) => Held | undefined,
): FoundNeeds => {
  const find = <State>(kind: RecordKind<State>, id: string): State | undefined =>
    have(keyOf(kind, id))?.state as State | undefined;
  const needs = ask({
    find,
    get: (kind, id) => {
      const state = find(kind, id);
      if (state === undefined) throw new StillMissing();
      return state;
    },
  });
  const missing: string[] = [];
  const states = needs.map(({ kind, id }) => {
    const key = keyOf(kind, id);
    const held = have(key);
    if (held === undefined) missing.push(key);
    return held?.state;
  });
  return { needs, missing, records: new AskedFor(needs, states) };
};

/** Up to so many needs, looking along the list beats spelling their keys. */
const FEW = 16;

/** The records that were asked for. Mostly they are few, and read often; a long list has hundreds. */
class AskedFor implements Records {
  readonly #needs: readonly Need[];
  readonly #states: readonly unknown[];
  #places: ReadonlyMap<string, number> | undefined;

  constructor(needs: readonly Need[], states: readonly unknown[]) {
    this.#needs = needs;
    this.#states = states;
  }

  find<State>(kind: RecordKind<State>, id: string): State | undefined {
    const at = this.#needs.length > FEW ? this.#placeOf(keyOf(kind, id)) : this.#search(kind.kind, id);
    if (at < 0) throw new Error(`${keyOf(kind, id)} was not asked for`);
    return this.#states[at] as State | undefined;
  }

  #search(kind: string, id: string): number {
    for (let at = 0; at < this.#needs.length; at++) {
      const need = this.#needs[at]!;
      if (need.id === id && need.kind.kind === kind) return at;
    }
    return -1;
  }

  #placeOf(key: string): number {
    this.#places ??= new Map(this.#needs.map(({ kind, id }, at) => [keyOf(kind, id), at]));
    return this.#places.get(key) ?? -1;
  }

  get<State>(kind: RecordKind<State>, id: string): State {
    const state = this.find(kind, id);
    if (state === undefined) throw new Error(`${keyOf(kind, id)} is not there; ask for it with must()`);
    return state;
  }
}

/** Thrown when `needs` calls get() for something not loaded: it should use find(). */
class StillMissing extends Error {
  constructor() {
    super("needs() must use records.find(), because what it looks for may not be loaded yet");
  }
}
