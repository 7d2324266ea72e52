/**
 * The form of an export, so that another release or another program can read it:
 *
 * - `entries.frames`: for each entry one line of JSON `{"position":1,"length":412,"seal":"…","reference":{…}}`, the
 *   entry's exact sealed bytes (`length` of them), and a line feed.
 * - `files/<sha-256>`: the files beside the journal.
 * - `manifest.json`: counts, the head and the RFC 6962 tree head over all seals.
 * - `keys.json`: the keys of persons, encrypted with a passphrase; it can travel by another way, or be left out.
 */
import type { BoundReference, StoredEntry } from "../store.ts";

/** The name and version of the form. */
export const FORM = "openftz-export/1";
/** The names of an export's parts. */
export const PARTS = {
  entries: "entries.frames",
  files: "files",
  manifest: "manifest.json",
  keys: "keys.json",
} as const;

/** What the manifest says; seals and roots in hexadecimal. */
export type Manifest = {
  readonly form: string;
  readonly release: string;
  readonly exportedAt: string;
  readonly entries: number;
  readonly seal: string;
  readonly root: string;
  readonly files: readonly string[];
  readonly keys: number | null;
};

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

/** The entries are not what the form says. */
export class ExportFault extends Error {
  override name = "ExportFault";
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
  if (held.length > 0) throw new ExportFault(`the entries end in the middle of the one after ${last}`);
}

const frameAt = (bytes: Buffer, start: number, last: number) => {
  const lineEnd = bytes.indexOf(LF, start);
  if (lineEnd < 0) return undefined;
  const head = parse<Frame>(bytes.subarray(start, lineEnd), last);
  const end = lineEnd + 1 + head.length;
  if (bytes.length < end + 1) return undefined;
  if (bytes[end] !== LF) throw new ExportFault(`the entry after ${last} is longer than its frame says`);
  const body = Uint8Array.from(bytes.subarray(lineEnd + 1, end));
  const { records } = parse<{ records: readonly string[] }>(body, last);
  const entry: StoredEntry = {
    position: head.position,
    seal: Uint8Array.from(Buffer.from(head.seal, "hex")),
    bytes: body,
    records,
    ...(head.reference && { reference: head.reference }),
  };
  return { entry, end: end + 1 };
};

const parse = <Value>(bytes: Uint8Array, last: number): Value => {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8")) as Value;
  } catch {
    throw new ExportFault(`the entry after ${last} cannot be read`);
  }
};
