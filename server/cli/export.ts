/** `openftz export`: entries and files to a folder, the keys of persons as a second, encrypted file. */
import { existsSync } from "node:fs";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { toHex } from "@openftz/kernel/hash.ts";
import { rootOf } from "@openftz/kernel/merkle.ts";
import { sha256 } from "../desk/sealing.ts";
import { fromTheStart, JournalFault, type Verified, verifySlice } from "../desk/verify.ts";
import manifest from "../package.json" with { type: "json" };
import type { Store } from "../store.ts";
import { type CliCommand, LOCAL } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import { FORM, frameOf, type Manifest, PARTS } from "./export-format.ts";
import { answer, progress } from "./io.ts";
import { sealKeys } from "./key-file.ts";
import { openStoreFor } from "./local.ts";

export const exportCommand: CliCommand = {
  name: "export",
  usage: "--to DIR [--without-keys]",
  about:
    "Writes everything an installation is: its entries byte for byte, its files, and the keys of persons.",
  flags: {
    to: { value: "DIR", about: "a folder that does not exist yet" },
    "without-keys": { about: "leave the keys out: what is personal will read as erased" },
    ...LOCAL,
  },
  more: "The keys are encrypted with the passphrase in OPENFTZ_EXPORT_PASSPHRASE. Accounts and tokens are not exported.",
  run: async (given, io) => {
    const to = given.text("to");
    if (to === undefined) throw wrongUse("Nobody said where to.", "Add --to DIR.");
    if (existsSync(to)) throw refusal(`${to} is there already.`, "Name a folder that does not exist yet.");
    const passphrase = io.env.OPENFTZ_EXPORT_PASSPHRASE;
    const withKeys = !given.is("without-keys");
    if (withKeys && !passphrase)
      throw wrongUse(
        "The keys of persons need a passphrase.",
        "Set OPENFTZ_EXPORT_PASSPHRASE, or add --without-keys.",
      );
    const store = await openStoreFor(given, io);
    const say = progress(io);
    const beside = `${path.resolve(to)}.part`;
    try {
      await rm(beside, { recursive: true, force: true });
      const made = await exportTo(store, beside, {
        passphrase: withKeys ? passphrase : undefined,
        onProgress: (position) => say(() => `  ${position} entries`),
      });
      await rename(beside, to);
      const words = `${made.entries} entries, ${made.files.length} files, ${made.keys ?? "no"} keys written to ${to}\nTree head ${made.root}`;
      await answer(io, given.is("json"), { ...made, files: made.files.length, to }, words);
      return EXIT.ok;
    } catch (error) {
      if (error instanceof JournalFault)
        throw refusal(`The journal is not what was sealed: ${error.message}`, "Nothing was exported.", {
          position: error.position,
        });
      throw error;
    } finally {
      await rm(beside, { recursive: true, force: true });
      await store.close();
    }
  },
};

const SLICE = 500;

/** Writes an export into a folder. Every entry is verified on the way. */
export const exportTo = async (
  store: Store,
  folder: string,
  {
    passphrase,
    onProgress,
  }: { passphrase?: string | undefined; onProgress?: (position: number) => void } = {},
): Promise<Manifest> => {
  await mkdir(path.join(folder, PARTS.files), { recursive: true });
  const verified = await writeEntries(store, path.join(folder, PARTS.entries), onProgress ?? (() => {}));
  const files = await store.files.list();
  for (const hash of files)
    await writeFile(path.join(folder, PARTS.files, hash), (await store.files.find(hash))!);
  const keys = passphrase === undefined ? undefined : await store.keys.all();
  if (keys)
    await writeFile(path.join(folder, PARTS.keys), `${JSON.stringify(sealKeys(keys, passphrase!))}\n`, {
      mode: 0o600,
    });
  const made: Manifest = {
    form: FORM,
    release: manifest.version,
    exportedAt: new Date().toISOString(),
    entries: verified.position,
    seal: toHex(verified.seal),
    root: toHex(rootOf(sha256, verified.frontier)),
    files,
    keys: keys?.size ?? null,
  };
  await writeFile(path.join(folder, PARTS.manifest), `${JSON.stringify(made, null, 2)}\n`);
  return made;
};

const writeEntries = async (
  store: Store,
  file: string,
  onProgress: (position: number) => void,
): Promise<Verified> => {
  const { position: end } = await store.journal.head();
  const handle = await open(file, "wx");
  let verified = fromTheStart;
  try {
    while (verified.position < end) {
      const slice = await store.journal.read(verified.position + 1, Math.min(SLICE, end - verified.position));
      if (slice.length === 0) throw new JournalFault(verified.position + 1, "it is missing");
      verified = verifySlice(verified, slice);
      await handle.writeFile(Buffer.concat(slice.map(frameOf)));
      onProgress(verified.position);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return verified;
};
