/** Writes an export into a folder, verifying every entry; one that was cut goes on where it ended. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, readFile, stat, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { sameBytes } from "@openftz/kernel/hash.ts";
import { fromTheStart, JournalFault, type Verified, verifySlice } from "../desk/verify.ts";
import manifest from "../package.json" with { type: "json" };
import { headOf } from "../proof/checkpoint.ts";
import {
  ExportFault,
  FORM,
  frameOf,
  isSamePlace,
  type Manifest,
  manifestText,
  PARTS,
  placeOf,
  readFrames,
} from "./export-format.ts";
import type { ExportSource } from "./export-source.ts";

/** What an export begins after: an entry, or all that an earlier export holds. */
export type Since = { readonly position: number; readonly earlier?: Manifest };

/** How an export is made. */
export type ExportOptions = {
  readonly since?: Since;
  /** Absent: the keys of persons are left out. */
  readonly passphrase?: string | undefined;
  readonly onProgress?: (position: number) => void;
};

/** Writes it. The folder may hold the beginning of the same export. @throws JournalFault, ExportFault */
export const writeExport = async (
  source: ExportSource,
  folder: string,
  { since = { position: 0 }, passphrase, onProgress = () => {} }: ExportOptions = {},
): Promise<Manifest> => {
  const begin = await beginOf(source, since);
  await mkdir(path.join(folder, PARTS.files), { recursive: true });
  const verified = await writeEntries(source, path.join(folder, PARTS.entries), begin, onProgress);
  const files = await source.files();
  const filesBefore = since.earlier?.files ?? [];
  for (const name of files) if (!filesBefore.includes(name)) await writeFileOnce(source, folder, name);
  const keys = passphrase === undefined ? undefined : await source.keys(passphrase);
  if (keys) await writeFile(path.join(folder, PARTS.keys), `${JSON.stringify(keys.file)}\n`, { mode: 0o600 });
  const made: Manifest = {
    form: FORM,
    release: manifest.version,
    exportedAt: new Date().toISOString(),
    begin: placeOf(begin),
    end: placeOf(verified),
    entriesHash: await hashOf(path.join(folder, PARTS.entries)),
    files,
    filesBefore,
    keys: keys?.count ?? null,
    checkpoint: await signedEnd(source, verified),
  };
  await writeFile(path.join(folder, PARTS.manifest), manifestText(made));
  return made;
};

/** The place after which it begins, which must be the one where the earlier export ended. */
const beginOf = async (source: ExportSource, { position, earlier }: Since): Promise<Verified> => {
  const begin = position === 0 ? fromTheStart : await source.at(position);
  if (earlier && !isSamePlace(placeOf(begin), earlier.end))
    throw new ExportFault(
      `the journal is not the one that was exported: entry ${position} or one before it is another`,
    );
  return begin;
};

const AT_ONCE = 200;

const writeEntries = async (
  source: ExportSource,
  file: string,
  begin: Verified,
  onProgress: (position: number) => void,
): Promise<Verified> => {
  let verified = await keptOf(file, begin);
  const end = await source.end();
  const handle = await open(file, "a");
  try {
    let waiting: Uint8Array[] = [];
    const write = async (): Promise<void> => {
      await handle.writeFile(Buffer.concat(waiting));
      waiting = [];
      onProgress(verified.position);
    };
    const frames = verified.position < end ? readFrames(source.frames(verified.position + 1, end)) : [];
    for await (const entry of frames) {
      verified = verifySlice(verified, [entry]);
      waiting.push(frameOf(entry));
      if (waiting.length === AT_ONCE) await write();
    }
    await write();
    if (verified.position < end) throw new JournalFault(verified.position + 1, "it is missing");
    await handle.sync();
  } finally {
    await handle.close();
  }
  return verified;
};

/** What is there of an export that was cut: its whole and sound entries; what follows them is taken away. */
const keptOf = async (file: string, begin: Verified): Promise<Verified> => {
  if (!existsSync(file)) return begin;
  let verified = begin;
  let bytes = 0;
  try {
    for await (const entry of readFrames(createReadStream(file))) {
      verified = verifySlice(verified, [entry]);
      bytes += frameOf(entry).length;
    }
  } catch (error) {
    if (!(error instanceof ExportFault || error instanceof JournalFault)) throw error;
  }
  if ((await stat(file)).size !== bytes) await truncate(file, bytes);
  return verified;
};

const writeFileOnce = async (source: ExportSource, folder: string, name: string): Promise<void> => {
  const to = path.join(folder, PARTS.files, name);
  const there = await readFile(to).catch(() => undefined);
  if (there && createHash("sha256").update(there).digest("hex") === name) return;
  const bytes = await source.file(name);
  if (!bytes) throw new ExportFault(`the file ${name} is gone`);
  await writeFile(to, bytes);
};

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest("hex");
};

/** The checkpoint must be of what was written: else the source signs another journal than it gave out. */
const signedEnd = async (source: ExportSource, verified: Verified): Promise<string | null> => {
  const text = await source.checkpoint(verified);
  if (text === undefined) return null;
  const { size, root } = headOf(text);
  const place = placeOf(verified);
  if (size !== place.position || !sameBytes(root, Buffer.from(place.root, "hex")))
    throw new ExportFault("the signed checkpoint is not of the entries that were given out");
  return text;
};
