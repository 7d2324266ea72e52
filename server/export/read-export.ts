/** Reads an export, or one and those that continue it, and verifies it on the way: for `verify` and for `restore`. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { checkHead, checkReach, type KnownHead, type Verified, verifySlice } from "../desk/verify.ts";
import type { StoredEntry } from "../store.ts";
import {
  ExportFault,
  isSamePlace,
  type Manifest,
  PARTS,
  placeOf,
  readFrames,
  readManifest,
  verifiedAt,
} from "./export-format.ts";

/** The folder of an export with its manifest. */
export type Export = { readonly folder: string; readonly manifest: Manifest };

/** Opens the exports, the first first; each must continue the one before. @throws ExportFault */
export const openExports = async (folders: readonly string[]): Promise<readonly [Export, ...Export[]]> => {
  const opened: Export[] = [];
  for (const folder of folders) {
    const text = await readFile(path.join(folder, PARTS.manifest), "utf8").catch((error: Error) => {
      throw new ExportFault(`${folder} holds no manifest (${error.message})`);
    });
    const manifest = readManifest(text);
    const before = opened.at(-1);
    if (before && !isSamePlace(before.manifest.end, manifest.begin))
      throw new ExportFault(
        `${folder} begins after entry ${manifest.begin.position} and does not continue ${before.folder}, which ends with ${before.manifest.end.position}`,
      );
    opened.push({ folder, manifest });
  }
  const [first, ...more] = opened;
  if (!first) throw new ExportFault("no export was named");
  return [first, ...more];
};

/** The newest of some exports. */
export const newestOf = (exports: readonly [Export, ...Export[]]): Export => exports.at(-1)!;

/** Entries that were verified, and where the verification stood before and stands after them. */
export type Step = {
  readonly before: Verified;
  readonly after: Verified;
  readonly entries: readonly StoredEntry[];
};

const SLICE = 500;

/** All entries, verified, in slices. @throws JournalFault and ExportFault; ends normally only when all is sound */
export async function* verifiedEntries(
  exports: readonly [Export, ...Export[]],
  heads: readonly KnownHead[] = [],
): AsyncGenerator<Step> {
  checkReach(newestOf(exports).manifest.end.position, heads);
  const known = heads
    .filter(({ position }) => position > exports[0].manifest.begin.position)
    .sort((a, b) => a.position - b.position);
  let verified = verifiedAt(exports[0].manifest.begin);
  for (const { folder, manifest } of exports) {
    const file = hashing(createReadStream(path.join(folder, PARTS.entries)));
    for await (const entries of slices(readFrames(file.chunks), () => known[0]?.position)) {
      const before = verified;
      verified = verifySlice(before, entries);
      while (known[0]?.position === verified.position) checkHead(verified, known.shift()!);
      yield { before, after: verified, entries };
    }
    if (!isSamePlace(placeOf(verified), manifest.end) || file.hash() !== manifest.entriesHash)
      throw new ExportFault(`the entries in ${folder} are not those of its manifest`);
  }
}

/** The chunks of a stream, and the SHA-256 of all of them once they were read. */
const hashing = (stream: AsyncIterable<Uint8Array>) => {
  const hash = createHash("sha256");
  const chunks = (async function* () {
    for await (const chunk of stream) {
      hash.update(chunk);
      yield chunk;
    }
  })();
  return { chunks, hash: () => hash.digest("hex") };
};

/** Gathers entries; a slice ends early at a position that is of interest. */
async function* slices(
  entries: AsyncIterable<StoredEntry>,
  stop: () => number | undefined,
): AsyncGenerator<readonly StoredEntry[]> {
  let slice: StoredEntry[] = [];
  for await (const entry of entries) {
    slice.push(entry);
    if (slice.length < SLICE && entry.position !== stop()) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

/** The bytes of every file beside the journal, by name. @throws ExportFault for one that is missing */
export async function* filesIn(
  exports: readonly [Export, ...Export[]],
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }> {
  for (const name of newestOf(exports).manifest.files) {
    const holder = exports.find(({ manifest }) => holds(manifest, name));
    // Of an export that continues another which is not at hand, what the other holds cannot be looked at.
    if (!holder) continue;
    const bytes = await readFile(path.join(holder.folder, PARTS.files, name)).catch((error: Error) => {
      throw new ExportFault(`the file ${name} cannot be read (${error.message})`);
    });
    yield { name, bytes };
  }
}

const holds = ({ files, filesBefore }: Manifest, name: string): boolean =>
  files.includes(name) && !filesBefore.includes(name);
