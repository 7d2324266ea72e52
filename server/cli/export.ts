/** `openftz export`: entries and files to a folder, the keys of persons as a second, encrypted file. */
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { JournalFault } from "../desk/verify.ts";
import { ExportFault, type Manifest, PARTS } from "../export/export-format.ts";
import { type ExportSource, storeSource } from "../export/export-source.ts";
import { openExports } from "../export/read-export.ts";
import { type Since, writeExport } from "../export/write-export.ts";
import { Proofs } from "../proof/proofs.ts";
import { listedKeys } from "../proof/signing-folder.ts";
import type { Store } from "../store.ts";
import { type CliCommand, LOCAL } from "./command.ts";
import { CommandFault, EXIT, refusal, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io, progress, tell } from "./io.ts";
import { openStoreFor } from "./local.ts";
import { remoteExport } from "./remote-export.ts";
import { openSigningFor, signingFolder } from "./signing.ts";

export const exportCommand: CliCommand = {
  name: "export",
  usage: "--to DIR [--since EXPORT] [--without-keys] [--server URL]",
  about:
    "Writes everything an installation is: its entries byte for byte, its files, and the keys of persons. With --server it is a backup of a running one.",
  flags: {
    to: { value: "DIR", about: "a folder that does not exist yet" },
    since: {
      value: "EXPORT|N",
      about: "only what came after an earlier export, or after entry N; restore takes both",
    },
    "without-keys": { about: "leave the keys out: what is personal will read as erased" },
    server: { value: "URL", about: "a running server; OPENFTZ_TOKEN holds the token of an administrator" },
    ...LOCAL,
  },
  more:
    "The keys are encrypted with the passphrase in OPENFTZ_EXPORT_PASSPHRASE. Accounts and tokens are not exported.\n" +
    "An export that was cut lies in DIR.part: the same command goes on where it ended.",
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
    const since = await sinceOf(given.text("since"));
    const say = progress(io);
    const made = await withSource(given, io, (source) =>
      writeAndName(source, to, {
        ...(since && { since }),
        passphrase: withKeys ? passphrase : undefined,
        onProgress: (position) => say(() => `  up to entry ${position}`),
      }),
    );
    await answer(io, given.is("json"), told(made, to), wordsOf(made, to));
    if (made.checkpoint === null)
      await tell(io, "It carries no signed checkpoint: no server has run on this folder yet.");
    return EXIT.ok;
  },
};

const told = ({ begin, end, files, keys, release, exportedAt }: Manifest, to: string) => ({
  release,
  exportedAt,
  since: begin.position,
  entries: end.position,
  seal: end.seal,
  root: end.root,
  files: files.length,
  keys,
  to,
});

const wordsOf = ({ begin, end, files, filesBefore, keys }: Manifest, to: string): string => {
  const entries =
    begin.position === 0 ? `${end.position} entries` : `entries ${begin.position + 1} to ${end.position}`;
  const none = begin.position > 0 && begin.position === end.position;
  return `${none ? "No new entries" : entries}, ${files.length - filesBefore.length} files, ${keys ?? "no"} keys written to ${to}\nTree head ${end.root}`;
};

/** Reads `--since`: a number, or the folder of an export. @throws CommandFault */
const sinceOf = async (text: string | undefined): Promise<Since | undefined> => {
  if (text === undefined) return undefined;
  if (/^[0-9]{1,15}$/.test(text) && !existsSync(text)) return { position: Number(text) };
  try {
    const [{ manifest }] = await openExports([text]);
    return { position: manifest.end.position, earlier: manifest };
  } catch (error) {
    if (!(error instanceof ExportFault)) throw error;
    throw wrongUse(
      `--since: ${error.message}.`,
      "Name the folder of an earlier export, or an entry's number.",
    );
  }
};

const withSource = async <Result>(
  given: Given,
  io: Io,
  work: (source: ExportSource) => Promise<Result>,
): Promise<Result> => {
  const server = given.text("server");
  if (server !== undefined) {
    if (given.is("data")) throw wrongUse("--data means nothing with --server.", "Use one of the two.");
    return work(remoteExport(server, io.env.OPENFTZ_TOKEN));
  }
  const store = await openStoreFor(given, io);
  try {
    return await work(storeSource(store, await signerOf(store, given, io)));
  } finally {
    await store.close();
  }
};

/** Signs the end of a local export, where this installation has a key. */
const signerOf = async (store: Store, given: Given, io: Io): Promise<ExportSource["checkpoint"]> => {
  if ((await listedKeys(signingFolder(given, io))).length === 0) return async () => undefined;
  const signing = await openSigningFor(store, given, io);
  return async ({ frontier }) => {
    const day = () => new Date().toISOString().slice(0, 10);
    const proofs = new Proofs({ journal: store.journal, tree: () => frontier, day, signing });
    return (await proofs.newest(frontier.size)).text;
  };
};

type Writing = Parameters<typeof writeExport>[2];

/** Writes beside the folder and gives it its name when it is whole. What was cut stays, what is not sound does not. */
const writeAndName = async (source: ExportSource, to: string, options: Writing): Promise<Manifest> => {
  const beside = `${path.resolve(to)}.part`;
  await checkSame(beside, String(options?.since?.position ?? 0));
  try {
    const made = await writeExport(source, beside, options);
    await rm(path.join(beside, BEGUN), { force: true });
    await rename(beside, to);
    return made;
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof JournalFault || error instanceof ExportFault) {
      await rm(beside, { recursive: true, force: true });
      const position = error.position;
      throw refusal(`The journal is not what was sealed: ${message}`, "Nothing was exported.", { position });
    }
    if (error instanceof CommandFault && error.code === EXIT.unreachable)
      throw new CommandFault(
        error.code,
        message,
        `${error.next} Then run the same command again: it goes on.`,
      );
    throw error;
  }
};

const BEGUN = "begun-after";

/** A folder that holds the beginning of another export is not gone on with. */
const checkSame = async (beside: string, since: string): Promise<void> => {
  const file = path.join(beside, BEGUN);
  const before = await readFile(file, "utf8").catch(() => undefined);
  if (before === since) return;
  if (existsSync(path.join(beside, PARTS.entries)))
    throw refusal(
      `${beside} holds the beginning of another export.`,
      "Remove it, or name another folder with --to.",
    );
  await mkdir(beside, { recursive: true });
  await writeFile(file, since);
};
