/** What a record is, and how commands and queries ask for records. */
import type { Fold } from "@openftz/kernel/fold.ts";

/** A kind of record: the fold of its entries, or an immutable file that is read into memory whole. */
export type RecordKind<State> = {
  readonly kind: string;
  /** Never set; it carries the type of the state, so that `find` and `get` know what they give. */
  readonly state?: State;
};

/** A record's name in the journal: "declaration/221820261000000001". */
export const keyOf = (kind: RecordKind<unknown>, id: string): string => `${kind.kind}/${id}`;

/** A kind of record that lives in the journal. */
export type JournalKind<State> = RecordKind<State> & Fold<State> & { readonly deadlines?: DeadlineRule };

/** Defines a record that is the fold of its entries. */
export const defineRecord = <State>(record: JournalKind<State>): JournalKind<State> => record;

/**
 * A kind of record that is a content-addressed file; its id is the file's hash. Reading it pauses at each yield, so
 * that a large file never holds up the writer; undefined means that the bytes are no such file.
 */
export type FileKind<State> = RecordKind<State> & {
  readonly parse: (bytes: Uint8Array) => Generator<void, State | undefined>;
};

/** Defines a record that is an immutable file. */
export const defineFile = <State>(file: FileKind<State>): FileKind<State> => file;

/**
 * A kind of record that is made from immutable files and nothing else: as true for ever as they are, so it is made
 * outside the writer, pausing at each yield, and may be forgotten and made again. Ask for it once its files are there.
 */
export type DerivedKind<State> = RecordKind<State> & {
  /** The files it is made from, by its id. */
  readonly parts: (id: string) => readonly Need[];
  readonly make: (id: string, records: Records) => Generator<void, State>;
};

/** Defines a record that is made from files. */
export const defineDerived = <State>(derived: DerivedKind<State>): DerivedKind<State> => derived;

/** A record that a request needs. With `pointer`, the request is refused when it is not there. */
export type Need = { readonly kind: RecordKind<unknown>; readonly id: string; readonly pointer?: string };

/** Asks for a record that may be absent. */
export const may = (kind: RecordKind<unknown>, id: string): Need => ({ kind, id });

/** Asks for a record that must be there; `pointer` is where the request names it. */
export const must = (kind: RecordKind<unknown>, id: string, pointer: string): Need => ({ kind, id, pointer });

/** The records that were asked for. Reading one that was not is a programmer's error. */
export type Records = {
  /** The record, or undefined when there is none (or, while needs are still being found, when it is not loaded yet). */
  readonly find: <State>(kind: RecordKind<State>, id: string) => State | undefined;
  /** The record; it must have been asked for with `must`. */
  readonly get: <State>(kind: RecordKind<State>, id: string) => State;
};

/** A day on which something is due: the desk then submits `command` with `request` as the actor "clock". */
export type Deadline = {
  readonly name: string;
  readonly at: string;
  readonly command: string;
  readonly request: object;
};

/** What one entry does to the deadlines of its record: those it sets (replacing the same name) and those it clears. */
export type DeadlineRule = (entry: {
  readonly type: string;
  readonly body: never;
}) => { readonly set?: readonly Deadline[]; readonly clear?: readonly string[] } | undefined;
