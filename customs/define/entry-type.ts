/** The types of entries: what a body holds, and which of its fields are personal. */
import type { TObject } from "typebox";

/** One type of entry at its newest version. A published (type, version) never changes. */
export type EntryType = {
  readonly type: string;
  readonly version: number;
  readonly body: TObject;
  /**
   * For a body with fields marked `personal`: whose they are ("person/…" or "party/…"). Those fields are encrypted
   * with that subject's key before sealing, and read as null once the key has been erased.
   */
  readonly subject?: (body: never) => string;
  /** Subjects whose key this entry erases. */
  readonly erases?: (body: never) => readonly string[];
};

/** Defines a type of entry. */
export const defineEntry = (entry: EntryType): EntryType => entry;
