/**
 * The port behind which everything durable lives. One contract (`store-contract.ts`) is run against every adapter:
 * memory, the embedded PostgreSQL and a PostgreSQL of the installation's own.
 *
 * There is one writer. It holds the store's advisory lock from `open` to `close`, and each append names the head it
 * expects, so that a second writer, however it came about, is refused rather than mixed in.
 */

/** Where the journal ends: the last position (0 when empty) and that entry's seal (32 zero bytes when empty). */
export type Head = { readonly position: number; readonly seal: Uint8Array };

/** A reference that an accepted request bound: unique by (scope, text), for ever. `entries` is how many entries it made. */
export type BoundReference = { readonly scope: string; readonly text: string; readonly entries: number };

/** One entry as it is kept: exact sealed bytes, their seal, and what the indexes need. */
export type StoredEntry = {
  readonly position: number;
  readonly seal: Uint8Array;
  readonly bytes: Uint8Array;
  /** The records this entry belongs to, as "kind/id". */
  readonly records: readonly string[];
  /** Only on the first entry of a request that carried a reference. */
  readonly reference?: BoundReference;
};

/** Size and frontier of the RFC 6962 tree over all seals up to a position; see `kernel/merkle.ts`. */
export type Checkpoint = {
  readonly position: number;
  readonly root: Uint8Array;
  readonly frontier: Uint8Array;
};

/** Everything one durable append changes. It is there whole or not at all. */
export type Batch = {
  readonly expects: Head;
  /** At least one; positions follow `expects.position` without a gap. */
  readonly entries: readonly StoredEntry[];
  readonly checkpoint?: Checkpoint;
  /** Keys of persons first named in this batch, and subjects whose key this batch erases. */
  readonly newKeys: readonly { readonly subject: string; readonly key: Uint8Array }[];
  readonly erasedKeys: readonly string[];
};

/** The head is not the expected one: another writer was here. Nothing was appended. */
export class HeadMoved extends Error {
  override name = "HeadMoved";
}
/** The store cannot be reached or refused the work (lost, full, shutting down). Nothing was appended; retry later. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
}
/** The connection died while the append was being committed: it may be there or not. Read the head to find out. */
export class OutcomeUnknown extends Error {
  override name = "OutcomeUnknown";
}
/** A reference of the batch was bound before. Nothing was appended: look the references up, and answer those again. */
export class ReferenceBound extends Error {
  override name = "ReferenceBound";
}
/** Another process holds the writer's lock on this store. */
export class StoreLocked extends Error {
  override name = "StoreLocked";
}

export type ColumnType = "text" | "integer" | "boolean" | "json";

/** A table that pages read. Dropped and rebuilt from the journal whenever `version` differs from what the store holds. */
export type ViewShape = {
  readonly name: string;
  readonly version: number;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
};

export type Cell = string | number | boolean | null | object;
export type Row = Readonly<Record<string, Cell>>;

/** What a projection asks of its view. `put` makes or replaces a whole row; fields it leaves out are null. `set` and
 *  `remove` act on every row that equals `where` (null equals null), which is never empty. `add` names one row by its
 *  whole key, counts null as 0, and creates the row with the given numbers when it is not there. */
export type RowOperation =
  | { readonly put: Row }
  | { readonly set: Row; readonly where: Row }
  | { readonly add: Readonly<Record<string, number>>; readonly where: Row }
  | { readonly remove: Row };

/** One condition as data: the server compiles it to SQL, the memory adapter interprets it. Null equals null, and no
 *  order comparison holds with null. `prefix` and `contains` take every character as it stands, upper or lower case. */
export type Term =
  | { readonly field: string; readonly is: "=" | "!=" | "<" | "<=" | ">" | ">="; readonly value: Cell }
  | { readonly field: string; readonly is: "in"; readonly value: readonly Cell[] }
  | { readonly field: string; readonly is: "prefix" | "contains"; readonly value: string }
  | { readonly any: readonly Term[] }
  | { readonly all: readonly Term[] };

export type ViewQuery = {
  readonly view: string;
  readonly where: readonly Term[];
  /** Ends with the key, so that the order is total and `after` can continue it. Text compares by code point (as
   *  PostgreSQL's COLLATE "C"), null stands after everything else and therefore comes first when descending. */
  readonly order: readonly { readonly field: string; readonly descending?: boolean }[];
  /** The ordered fields of the last row already seen. */
  readonly after?: readonly Cell[];
  readonly limit: number;
};

/** What a record's entries are after a position. */
export type RecordTail = { readonly record: string; readonly after: number };

/** A folded record as of a position. */
export type Snapshot = { readonly position: number; readonly state: Uint8Array };

export interface Journal {
  head(): Promise<Head>;
  /** Throws HeadMoved, StoreUnavailable, ReferenceBound (nothing appended) or OutcomeUnknown. */
  append(batch: Batch): Promise<void>;
  /** Entries from `from` on, in order, at most `limit`. */
  read(from: number, limit: number): Promise<readonly StoredEntry[]>;
  /** Only their seals, for proofs. */
  readSeals(from: number, limit: number): Promise<readonly Uint8Array[]>;
  /** The entries of one record after a position and up to another, in order; all of them. */
  readRecord(record: string, after: number, upTo?: number): Promise<readonly StoredEntry[]>;
  /** The entries of any of some records, each after a position of its own; an entry of several is there once. In order. */
  readRecords(asked: readonly RecordTail[]): Promise<readonly StoredEntry[]>;
  /** For each asked key that is bound, the first entry's position and the number of entries. One round trip. */
  findReferences(
    keys: readonly { readonly scope: string; readonly text: string }[],
  ): Promise<readonly (BoundReference & { readonly position: number })[]>;
  /** The newest checkpoint at or before a position. */
  findCheckpoint(upTo?: number): Promise<Checkpoint | undefined>;
}

export interface Snapshots {
  /** Those of some records that are there. */
  find(records: readonly string[], fold: string): Promise<ReadonlyMap<string, Snapshot>>;
  put(record: string, fold: string, position: number, state: Uint8Array): Promise<void>;
}

export interface Views {
  /** Creates missing tables, drops and recreates those whose version or shape changed (their position becomes 0).
   *  A view must be prepared by this store before anything else is asked of it. */
  prepare(shapes: readonly ViewShape[]): Promise<void>;
  position(view: string): Promise<number>;
  /** Applies operations in order and moves each named view from `from` to `to`, all in one transaction.
   *  Throws when a view does not stand at `from`: so nothing is ever applied twice. */
  apply(from: number, to: number, work: ReadonlyMap<string, readonly RowOperation[]>): Promise<void>;
  query(query: ViewQuery): Promise<readonly Row[]>;
  /** Empties the view and sets its position to 0. */
  reset(view: string): Promise<void>;
}

/** Immutable content-addressed files: tariff editions, documents. */
export interface Files {
  /** Idempotent. `hash` is the lower-case hex SHA-256 of the bytes; the adapter checks it. */
  put(hash: string, bytes: Uint8Array): Promise<void>;
  find(hash: string): Promise<Uint8Array | undefined>;
  list(): Promise<readonly string[]>;
}

/** The keys of persons; they live outside the journal and can be erased. Written by `append` alone. */
export interface Keys {
  find(subjects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  all(): Promise<ReadonlyMap<string, Uint8Array>>;
  /** For restore alone: put keys that are not there. */
  restore(keys: ReadonlyMap<string, Uint8Array>): Promise<void>;
  erase(subjects: readonly string[]): Promise<void>;
}

/** Small mutable things that are never entries: accounts, sessions, tokens, settings. Values are JSON. */
export interface Cabinet {
  get(drawer: string, key: string): Promise<unknown>;
  put(drawer: string, key: string, value: object): Promise<void>;
  remove(drawer: string, key: string): Promise<void>;
  list(drawer: string): Promise<readonly { readonly key: string; readonly value: unknown }[]>;
}

export interface Store {
  readonly name: string;
  readonly journal: Journal;
  readonly snapshots: Snapshots;
  readonly views: Views;
  readonly files: Files;
  readonly keys: Keys;
  readonly cabinet: Cabinet;
  /** True when the store answers; used by readiness and by the desk while it waits for a lost store. */
  reachable(): Promise<boolean>;
  /** Releases the writer's lock and all connections. */
  close(): Promise<void>;
}
