/**
 * The form of an export, so that another release or another program can read it:
 *
 * - `entries.frames`: for each entry one line of JSON `{"position":1,"length":412,"seal":"…","reference":{…}}`, the
 *   entry's exact sealed bytes (`length` of them), and a line feed.
 * - `files/<sha-256>`: the files beside the journal.
 * - `manifest.json`: where it begins and ends, the RFC 6962 tree heads there, and a signed checkpoint of its end.
 * - `keys.json`: the keys of persons, encrypted with a passphrase; it can travel by another way, or be left out.
 *
 * An export may continue another: it then holds only what came since.
 */
import { hash } from "node:crypto";
import { toHex } from "@openftz/kernel/hash.ts";
import { decodePeaks, encodePeaks, rootOf } from "@openftz/kernel/merkle.ts";
import { sha256 } from "../desk/sealing.ts";
import type { Verified } from "../desk/verify.ts";
import type { BoundReference, StoredEntry } from "../store.ts";

/** The name and version of the form. */
export const FORM = "openftz-export/2";
/** The names of an export's parts. */
export const PARTS = {
  entries: "entries.frames",
  files: "files",
  manifest: "manifest.json",
  keys: "keys.json",
} as const;

/** A place in the journal: the last position, its seal, the tree's peaks and head; all but the number in hexadecimal. */
export type Place = {
  readonly position: number;
  readonly seal: string;
  readonly peaks: string;
  readonly root: string;
};

/** What the manifest says; hashes in hexadecimal. */
export type Manifest = {
  readonly form: string;
  readonly release: string;
  readonly exportedAt: string;
  /** The entry after which it begins (0: the whole journal), and its last entry. */
  readonly begin: Place;
  readonly end: Place;
  /** SHA-256 of `entries.frames`. */
  readonly entriesHash: string;
  /** All files of the journal, and those of them that the export before it holds. */
  readonly files: readonly string[];
  readonly filesBefore: readonly string[];
  readonly keys: number | null;
  /** A signed checkpoint of the end; null where no key signs. */
  readonly checkpoint: string | null;
};

/** Where a verification stands, as a place of the manifest. */
export const placeOf = ({ position, seal, frontier }: Verified): Place => ({
  position,
  seal: toHex(seal),
  peaks: toHex(encodePeaks(frontier)),
  root: toHex(rootOf(sha256, frontier)),
});

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));

/** A place as where a verification may go on. @throws ExportFault when it does not fit itself */
export const verifiedAt = (place: Place): Verified => {
  try {
    const frontier = decodePeaks(place.position, bytesOf(place.peaks));
    const verified = { position: place.position, seal: bytesOf(place.seal), frontier };
    if (isSamePlace(placeOf(verified), place)) return verified;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new ExportFault(`its place after entry ${place.position} does not fit its own tree head`);
};

/** True when two places are the same. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  a.position === b.position && a.seal === b.seal && a.peaks === b.peaks && a.root === b.root;

/** The manifest as text, with a hash over itself as its last field. */
export const manifestText = (manifest: Manifest): string =>
  `${JSON.stringify({ ...manifest, hash: hashOf(manifest) }, null, 2)}\n`;

/** Reads a manifest. @throws ExportFault when it is no manifest of this form, or was changed */
export const readManifest = (text: string): Manifest => {
  let read: Manifest & { readonly hash?: string };
  try {
    read = JSON.parse(text) as typeof read;
  } catch {
    throw new ExportFault("its manifest cannot be read");
  }
  if (read?.form !== FORM)
    throw new ExportFault(`its manifest has the form ${read?.form}; this release reads ${FORM}`);
  const { hash: kept, ...manifest } = read;
  if (kept !== hashOf(manifest)) throw new ExportFault("its manifest was changed");
  return manifest;
};

const hashOf = (manifest: Manifest): string => hash("sha256", JSON.stringify(manifest), "hex");

type Frame = {
  readonly position: number;
  readonly length: number;
  readonly seal: string;
  readonly reference?: BoundReference;
};

const LF = 10;

/** One entry as the bytes of its frame. */
export const frameOf = ({ position, bytes, seal, reference }: StoredEntry): Uint8Array => {
  const head: Frame = {
    position,
    length: bytes.length,
    seal: Buffer.from(seal).toString("hex"),
    ...(reference && { reference }),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes, Buffer.from("\n")]);
};

/** An export is not what the form says; the position is the entry at which that was found, 0 when it is none. */
export class ExportFault extends Error {
  override name = "ExportFault";
  readonly position: number;

  constructor(what: string, position = 0) {
    super(what);
    this.position = position;
  }
}

/** Reads frames from chunks of bytes. The records of an entry are read from its own bytes. @throws ExportFault */
export async function* readFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<StoredEntry> {
  let held = Buffer.alloc(0);
  let last = 0;
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk]);
    let start = 0;
    for (;;) {
      const found = frameAt(held, start, last);
      if (!found) break;
      yield found.entry;
      last = found.entry.position;
      start = found.end;
    }
    held = held.subarray(start);
  }
  if (held.length > 0)
    throw new ExportFault(`the entries end in the middle of the one after ${last}`, last + 1);
}

const MOST_HEAD = 64 * 1024;
const MOST_ENTRY = 64 * 1024 * 1024;

/** The frame that begins there; nothing while its end has not been read. */
const frameAt = (bytes: Buffer, start: number, last: number) => {
  const lineEnd = bytes.indexOf(LF, start);
  if (lineEnd < 0) {
    if (bytes.length - start > MOST_HEAD) throw noFrame(last);
    return undefined;
  }
  const head = headOf(bytes.subarray(start, lineEnd), last);
  const end = lineEnd + 1 + head.length;
  if (bytes.length < end + 1) return undefined;
  if (bytes[end] !== LF) throw noFrame(last);
  const body = Uint8Array.from(bytes.subarray(lineEnd + 1, end));
  const entry: StoredEntry = {
    position: head.position,
    seal: bytesOf(head.seal),
    bytes: body,
    records: recordsIn(body, last),
    ...(head.reference && { reference: head.reference }),
  };
  return { entry, end: end + 1 };
};

const noFrame = (last: number): ExportFault =>
  new ExportFault(`what follows entry ${last} is not the frame of an entry`, last + 1);

const headOf = (line: Uint8Array, last: number): Frame => {
  const head = parse<Partial<Frame> | null>(line, last);
  const { position, length, seal } = head ?? {};
  const isOne =
    Number.isSafeInteger(position) &&
    Number.isSafeInteger(length) &&
    length! >= 0 &&
    length! <= MOST_ENTRY &&
    typeof seal === "string";
  if (!isOne) throw noFrame(last);
  return head as Frame;
};

const recordsIn = (body: Uint8Array, last: number): readonly string[] => {
  const records = parse<{ readonly records?: unknown } | null>(body, last)?.records;
  if (!Array.isArray(records) || !records.every((each) => typeof each === "string")) throw noFrame(last);
  return records as readonly string[];
};

const parse = <Value>(bytes: Uint8Array, last: number): Value => {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8")) as Value;
  } catch {
    throw noFrame(last);
  }
};
