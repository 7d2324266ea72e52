/** What happened, sealed. See docs/concepts/journal.md for the promises that rest on this file. */
import { type Hash, sameBytes, toHex } from "./hash.ts";
import { leafHash } from "./merkle.ts";

/**
 * One entry of the journal. `position` counts from 1 without a gap; `at` is an instant in UTC and never runs back;
 * `records` are the records ("kind/id") whose folds read it; `law` names the measures, editions and engine used, or null.
 */
export type Entry<Body = unknown> = {
  readonly position: number;
  readonly at: string;
  readonly type: string;
  readonly version: number;
  readonly records: readonly string[];
  readonly actor: string;
  readonly command: string;
  /** What the sender called the request, and the hash of its bytes; null when it carried none. */
  readonly reference: { readonly scope: string; readonly text: string; readonly hash: string } | null;
  readonly law: unknown;
  readonly body: Body;
  /** The seal of the entry before, in hexadecimal; 64 zeros for the first. */
  readonly previous: string;
};

/** What `previous` is for the first entry. */
export const NO_SEAL: Uint8Array = new Uint8Array(32);

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * The exact bytes that are sealed and kept: one JSON object with its fields in this order. The body comes as text,
 * so that a request which arrived as JSON is taken over as it was written instead of being serialised again.
 */
export const entryBytes = (entry: Omit<Entry, "body">, bodyText: string): Uint8Array =>
  encoder.encode(
    `{"position":${entry.position},"at":"${entry.at}","type":"${entry.type}","version":${entry.version},` +
      `"records":${JSON.stringify(entry.records)},"actor":${JSON.stringify(entry.actor)},` +
      `"command":"${entry.command}","reference":${JSON.stringify(entry.reference)},` +
      `"law":${JSON.stringify(entry.law)},"body":${bodyText},"previous":"${entry.previous}"}`,
  );

/** The seal: SHA-256(0x00 ‖ bytes), the leaf hash of an RFC 6962 tree. */
export const sealOf = (hash: Hash, bytes: Uint8Array): Uint8Array => leafHash(hash, bytes);

/** Reads sealed bytes. Throws when they are not the JSON of an entry; call only on bytes whose seal was checked. */
export const parseEntry = (bytes: Uint8Array): Entry => JSON.parse(decoder.decode(bytes)) as Entry;

/** What is wrong with a stored entry, in words for a person; undefined when it is sound. */
export const faultOf = (
  hash: Hash,
  stored: {
    readonly position: number;
    readonly bytes: Uint8Array;
    readonly seal: Uint8Array;
    /** What the index says of it; what was sealed must say the same. */
    readonly records?: readonly string[];
    readonly reference?: { readonly scope: string; readonly text: string };
  },
  before: { readonly position: number; readonly seal: Uint8Array } | undefined,
): string | undefined => {
  if (!sameBytes(sealOf(hash, stored.bytes), stored.seal)) return "its bytes do not fit its seal";
  let entry: Entry;
  try {
    entry = parseEntry(stored.bytes);
  } catch {
    return "its bytes are not an entry";
  }
  if (typeof entry !== "object" || entry === null || !Array.isArray(entry.records))
    return "its bytes are not an entry";
  if (entry.position !== stored.position) return `it says it is entry ${entry.position}`;
  if (stored.position === 1 && entry.previous !== toHex(NO_SEAL))
    return "it is the first and names one before it";
  if (stored.records && stored.records.join("\n") !== entry.records.join("\n"))
    return "the index gives it other records than were sealed";
  if (stored.records && !isReferenceOf(stored.reference, entry.reference))
    return "the index gives it another reference than was sealed";
  if (!before) return undefined;
  if (before.position + 1 !== stored.position) return `entry ${before.position + 1} is missing before it`;
  if (entry.previous !== toHex(before.seal)) return "it does not continue the entry before it";
  return undefined;
};

const isReferenceOf = (
  indexed: { readonly scope: string; readonly text: string } | undefined,
  sealed: Entry["reference"],
): boolean => indexed?.scope === sealed?.scope && indexed?.text === sealed?.text;
