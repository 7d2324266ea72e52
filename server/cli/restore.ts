/** `openftz restore`: an installation from an export. Erasures are applied to the keys before anything is served. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Entry, parseEntry } from "@openftz/kernel/entry.ts";
import { toHex } from "@openftz/kernel/hash.ts";
import { encodePeaks, rootOf } from "@openftz/kernel/merkle.ts";
import { type EntryBook, sha256 } from "../desk/sealing.ts";
import { fromTheStart, JournalFault, type Verified, verifySlice } from "../desk/verify.ts";
import { registry } from "../installation.ts";
import type { Store, StoredEntry } from "../store.ts";
import { type CliCommand, LOCAL } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import { ExportFault, FORM, type Manifest, PARTS, readFrames } from "./export-format.ts";
import { answer, progress } from "./io.ts";
import { type KeyFile, openKeys } from "./key-file.ts";
import { openStoreFor } from "./local.ts";

export const restoreCommand: CliCommand = {
  name: "restore",
  usage: "FROM [--data DIR]",
  about: "Makes an installation from an export, in a folder that has none. Then: openftz admin create.",
  flags: LOCAL,
  more: "The keys are opened with OPENFTZ_EXPORT_PASSPHRASE; without them all that is personal reads as erased.",
  run: async (given, io) => {
    const [from, more] = given.words;
    if (from === undefined || more !== undefined)
      throw wrongUse("Name one export.", "For example: openftz restore backup-1");
    const manifest = await readManifest(from);
    const keys = await readKeys(from, manifest, io.env.OPENFTZ_EXPORT_PASSPHRASE);
    const store = await openStoreFor(given, io);
    const say = progress(io);
    try {
      const restored = await restoreFrom(store, from, manifest, keys, (position) =>
        say(() => `  ${position} of ${manifest.entries} entries`),
      );
      const words = `${restored.entries} entries, ${restored.files} files and ${restored.keys} keys restored; ${restored.erased} erasures applied.\nNext: openftz admin create NAME`;
      await answer(io, given.is("json"), restored, words);
      return EXIT.ok;
    } catch (error) {
      if (error instanceof ExportFault || error instanceof JournalFault)
        throw refusal(
          `The export is not sound: ${error.message}`,
          "Use another export, and a fresh --data folder.",
        );
      throw error;
    } finally {
      await store.close();
    }
  },
};

const readManifest = async (from: string): Promise<Manifest> => {
  const text = await readFile(path.join(from, PARTS.manifest), "utf8").catch((error: Error) => {
    throw wrongUse(`${from} is no export: ${error.message}`, "Name the folder that openftz export wrote.");
  });
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.form !== FORM)
    throw refusal(`The export has the form ${manifest.form}.`, `This release reads ${FORM}.`);
  return manifest;
};

const readKeys = async (
  from: string,
  manifest: Manifest,
  passphrase: string | undefined,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  if (manifest.keys === null) return new Map();
  const text = await readFile(path.join(from, PARTS.keys), "utf8").catch(() => undefined);
  if (text === undefined) return new Map();
  if (!passphrase)
    throw wrongUse(
      "The keys need their passphrase.",
      "Set OPENFTZ_EXPORT_PASSPHRASE, or move keys.json away.",
    );
  const keys = openKeys(JSON.parse(text) as KeyFile, passphrase);
  if (!keys) throw refusal("The passphrase does not open the keys.", "Check OPENFTZ_EXPORT_PASSPHRASE.");
  return keys;
};

/** What a restore came to. */
export type Restored = {
  readonly entries: number;
  readonly files: number;
  readonly keys: number;
  readonly erased: number;
};

const SLICE = 500;

/** Restores into an empty store. The head and the tree head must be those of the manifest. */
export const restoreFrom = async (
  store: Store,
  from: string,
  manifest: Manifest,
  keys: ReadonlyMap<string, Uint8Array>,
  onProgress: (position: number) => void = () => {},
): Promise<Restored> => {
  if ((await store.journal.head()).position > 0)
    throw refusal("There is an installation here already.", "Restore into a fresh --data folder.");
  for (const hash of manifest.files)
    await store.files.put(hash, await readFile(path.join(from, PARTS.files, hash)));
  const erasures = new Erasures(registry.book);
  let verified = fromTheStart;
  for await (const slice of slices(readFrames(createReadStream(path.join(from, PARTS.entries))))) {
    verified = await appendSlice(store, verified, slice);
    for (const entry of slice) erasures.hear(parseEntry(entry.bytes));
    onProgress(verified.position);
  }
  if (verified.position !== manifest.entries || toHex(rootOf(sha256, verified.frontier)) !== manifest.root)
    throw new ExportFault("its entries are not those of the manifest");
  const living = new Map([...keys].filter(([subject]) => !erasures.has(subject)));
  await store.keys.restore(living);
  return {
    entries: verified.position,
    files: manifest.files.length,
    keys: living.size,
    erased: erasures.count,
  };
};

async function* slices(entries: AsyncIterable<StoredEntry>): AsyncGenerator<readonly StoredEntry[]> {
  let slice: StoredEntry[] = [];
  for await (const entry of entries) {
    slice.push(entry);
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

const appendSlice = async (
  store: Store,
  before: Verified,
  entries: readonly StoredEntry[],
): Promise<Verified> => {
  const after = verifySlice(before, entries);
  await store.journal.append({
    expects: { position: before.position, seal: before.seal },
    entries,
    newKeys: [],
    erasedKeys: [],
    checkpoint: {
      position: after.position,
      root: rootOf(sha256, after.frontier),
      frontier: encodePeaks(after.frontier),
    },
  });
  return after;
};

/** Whose key was erased and not made anew since: an older file of keys must not bring it back. */
class Erasures {
  readonly #book: EntryBook;
  readonly #erased = new Set<string>();

  constructor(book: EntryBook) {
    this.#book = book;
  }

  hear({ type, body }: Entry): void {
    const { erases, subject } = this.#book.typeOf(type);
    for (const each of erases?.(body as never) ?? []) this.#erased.add(each);
    if (this.#book.personal(type).length > 0) this.#erased.delete(subject!(body as never));
  }

  has(subject: string): boolean {
    return this.#erased.has(subject);
  }

  get count(): number {
    return this.#erased.size;
  }
}
