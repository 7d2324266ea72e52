/** A record is the fold of its entries: nothing else is ever its state. */
import type { Entry } from "./entry.ts";

/** How one type of entry changes a record. The state before is undefined on a record's first entry. */
export type Step<State> = (state: State | undefined, entry: Entry<never>) => State;

/** What a record is: its kind (the first half of "kind/id") and a step for each type of entry it reads. */
export type Fold<State> = {
  readonly kind: string;
  readonly on: Readonly<Record<string, Step<State>>>;
};

/** Turns the body of an older version of an entry type into the next version's. */
export type Upcasts = Readonly<Record<string, (body: never) => unknown>>;

/** Brings an entry to the newest version of its type, one version at a time. An unknown newer version is a fault. */
export const upcast = (entry: Entry, newest: Readonly<Record<string, number>>, upcasts: Upcasts): Entry => {
  const target = newest[entry.type];
  if (target === undefined || entry.version > target)
    throw new Error(
      `entry ${entry.position} is ${entry.type}@${entry.version}, which this release cannot read`,
    );
  let { version, body } = entry;
  for (; version < target; version += 1) {
    const step = upcasts[`${entry.type}@${version}`];
    if (!step) throw new Error(`no upcast from ${entry.type}@${version}`);
    body = step(body as never);
  }
  return version === entry.version ? entry : { ...entry, version, body };
};

/** Folds one entry into a record. An entry that the record's kind does not read is a programmer's error. */
export const foldEntry = <State>(fold: Fold<State>, state: State | undefined, entry: Entry): State => {
  const step = Object.hasOwn(fold.on, entry.type) ? fold.on[entry.type] : undefined;
  if (!step) throw new Error(`a ${fold.kind} does not read ${entry.type} (entry ${entry.position})`);
  return step(state, entry as Entry<never>);
};

/** Folds entries in order onto a state, from the start or from a snapshot. */
export const foldAll = <State>(
  fold: Fold<State>,
  entries: Iterable<Entry>,
  from?: State,
): State | undefined => {
  let state = from;
  for (const entry of entries) state = foldEntry(fold, state, entry);
  return state;
};
