/** `openftz restore`: an installation from an export. Erasures are applied to the keys before anything is served. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { encodePeaks, rootOf } from "@openftz/kernel/merkle.ts";
import { sha256 } from "../desk/sealing.ts";
import { JournalFault } from "../desk/verify.ts";
import { Erasures } from "../export/erasures.ts";
import { ExportFault, PARTS } from "../export/export-format.ts";
import { type KeyFile, openKeys } from "../export/key-file.ts";
import {
  type Export,
  filesIn,
  newestOf,
  openExports,
  type Step,
  verifiedEntries,
} from "../export/read-export.ts";
import { registry } from "../installation.ts";
import type { Store } from "../store.ts";
import { type CliCommand, LOCAL } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import { answer, progress } from "./io.ts";
import { openStoreFor } from "./local.ts";

type Exports = readonly [Export, ...Export[]];

export const restoreCommand: CliCommand = {
  name: "restore",
  usage: "EXPORT ... [--keys FILE] [--data DIR]",
  about:
    "Makes an installation from an export and those that continue it, in a folder or database that has none. Then: openftz admin create.",
  flags: {
    keys: { value: "FILE", about: "the keys of persons; the keys.json of the newest export unless told" },
    ...LOCAL,
  },
  more:
    "The keys are opened with OPENFTZ_EXPORT_PASSPHRASE; without them all that is personal reads as erased.\n" +
    "The same way leads to another PostgreSQL: name it in OPENFTZ_DATABASE_URL.",
  run: async (given, io) => {
    if (given.words.length === 0) throw wrongUse("Name an export.", "For example: openftz restore backup-1");
    const exports = await openExports(given.words).catch(asRefusal);
    const keys = await readKeys(exports, given.text("keys"), io.env.OPENFTZ_EXPORT_PASSPHRASE);
    const { position: last } = newestOf(exports).manifest.end;
    const store = await openStoreFor(given, io);
    const say = progress(io);
    try {
      const restored = await restoreFrom(store, exports, keys, (position) =>
        say(() => `  ${position} of ${last} entries`),
      ).catch(asRefusal);
      const words = `${restored.entries} entries, ${restored.files} files and ${restored.keys} keys restored; ${restored.erased} erasures applied.\nNext: openftz admin create NAME`;
      await answer(io, given.is("json"), restored, words);
      return EXIT.ok;
    } finally {
      await store.close();
    }
  },
};

const asRefusal = (error: Error): never => {
  if (error instanceof ExportFault || error instanceof JournalFault)
    throw refusal(
      `The export is not sound: ${error.message}`,
      "Use another export, and a fresh --data folder.",
    );
  throw error;
};

/** The keys of a file that was named, else of the newest export; none where there is no file. */
const readKeys = async (
  exports: Exports,
  named: string | undefined,
  passphrase: string | undefined,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const file = named ?? path.join(newestOf(exports).folder, PARTS.keys);
  const text = await readFile(file, "utf8").catch((error: Error) => {
    if (named === undefined) return undefined;
    throw wrongUse(`${named} cannot be read: ${error.message}`, "Name the keys.json of an export.");
  });
  if (text === undefined) return new Map();
  if (!passphrase)
    throw wrongUse(
      "The keys need their passphrase.",
      "Set OPENFTZ_EXPORT_PASSPHRASE, or move keys.json away.",
    );
  const keys = await openKeys(parsed(text, file), passphrase);
  if (!keys) throw refusal("The passphrase does not open the keys.", "Check OPENFTZ_EXPORT_PASSPHRASE.");
  return keys;
};

const parsed = (text: string, file: string): KeyFile => {
  try {
    return JSON.parse(text) as KeyFile;
  } catch {
    throw refusal(`${file} is no file of keys.`, "Name the keys.json of an export.");
  }
};

/** What a restore came to. */
export type Restored = {
  readonly entries: number;
  readonly files: number;
  readonly keys: number;
  readonly erased: number;
};

/** Restores into an empty store; everything is verified on the way. @throws ExportFault, JournalFault */
export const restoreFrom = async (
  store: Store,
  exports: Exports,
  keys: ReadonlyMap<string, Uint8Array>,
  onProgress: (position: number) => void = () => {},
): Promise<Restored> => {
  if ((await store.journal.head()).position > 0)
    throw refusal("There is an installation here already.", "Restore into a fresh --data folder.");
  if (exports[0].manifest.begin.position > 0)
    throw new ExportFault(
      `${exports[0].folder} continues another export: name that one first, which ends with entry ${exports[0].manifest.begin.position}`,
    );
  let files = 0;
  for await (const { name, bytes } of filesIn(exports)) {
    await store.files.put(name, bytes);
    files += 1;
  }
  const erasures = new Erasures(registry.book);
  let entries = 0;
  for await (const step of verifiedEntries(exports)) {
    await append(store, step);
    for (const entry of step.entries) erasures.hear(entry);
    entries = step.after.position;
    onProgress(entries);
  }
  const living = erasures.living(keys);
  await store.keys.restore(living);
  return { entries, files, keys: living.size, erased: erasures.count };
};

const append = (store: Store, { before, after, entries }: Step): Promise<void> =>
  store.journal.append({
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
