/** `openftz verify`: proves a journal or an export from its first entry, and that it only grew since a checkpoint. */
import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { toHex } from "@openftz/kernel/hash.ts";
import { rootOf } from "@openftz/kernel/merkle.ts";
import { sha256 } from "../desk/sealing.ts";
import { checkReach, JournalFault, type KnownHead, type Verified, verifyJournal } from "../desk/verify.ts";
import { ExportFault, verifiedAt } from "../export/export-format.ts";
import { type Export, filesIn, newestOf, openExports, verifiedEntries } from "../export/read-export.ts";
import { headOf, openCheckpoint } from "../proof/checkpoint.ts";
import { NoteFault } from "../proof/note.ts";
import { listedKeys } from "../proof/signing-folder.ts";
import { readVerifierKeys, type VerifierKey } from "../proof/verifier-key.ts";
import type { Store } from "../store.ts";
import { type CliCommand, LOCAL } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io, progress } from "./io.ts";
import { openStoreFor } from "./local.ts";
import { headsKept, signingFolder } from "./signing.ts";

/** What is wrong first: an entry by its position, or a file by its hash. */
export type FirstFault =
  | { readonly position: number; readonly detail: string }
  | { readonly file: string; readonly detail: string };

/** What `openftz verify --json` answers. */
export type Proof = {
  readonly entries: number;
  readonly ok: boolean;
  readonly firstFault: FirstFault | null;
};

/** What a verification came to; `root` is the tree head over all entries, in hexadecimal. */
export type Proved = { readonly proof: Proof; readonly root: string };

export const verifyCommand: CliCommand = {
  name: "verify",
  usage: "[EXPORT ...] [--data DIR] [--against CHECKPOINT] [--keys KEYS]",
  about:
    "Proves the journal from its first entry: every seal, the chain, the tree heads, signed checkpoints; and the hash of every file.",
  flags: {
    against: {
      value: "FILE",
      about:
        "a checkpoint kept earlier or elsewhere: the journal must have grown from it and changed nothing",
    },
    keys: {
      value: "KEYS",
      about:
        "the public keys of the checkpoints: a file, or one key; those in the signing folder unless told",
    },
    ...LOCAL,
  },
  more:
    "With EXPORT it proves an export, or one and those that continue it, without any installation.\n" +
    "A running server proves its journal in the background after each start; stop it to prove its folder here.",
  run: async (given, io) => {
    const say = progress(io);
    const onProgress = (position: number) => say(() => `  verified up to ${position}`);
    const { proved, remarks } =
      given.words.length > 0
        ? await verifyExports(given, io, onProgress)
        : await verifyData(given, io, onProgress);
    const { proof, root } = proved;
    const words = proof.ok
      ? [`${proof.entries} entries, all sound. Tree head ${root}`, ...remarks].join("\n")
      : `A fault: ${proof.firstFault!.detail}`;
    await answer(io, given.is("json"), proof, words);
    return proof.ok ? EXIT.ok : EXIT.refused;
  },
};

type Outcome = { readonly proved: Proved; readonly remarks: readonly string[] };
type OnProgress = (position: number) => void;

const verifyData = async (given: Given, io: Io, onProgress: OnProgress): Promise<Outcome> => {
  const folder = signingFolder(given, io);
  const keys = (await keysGiven(given)) ?? (await listedKeys(folder));
  const against = await checkpointGiven(given, keys);
  const store = await openStoreFor(given, io);
  try {
    const heads = [...against.heads, ...(await headsKept({ folder, keys }))];
    return { proved: await prove(store, { heads, onProgress }), remarks: against.remarks };
  } finally {
    await store.close();
  }
};

const verifyExports = async (given: Given, io: Io, onProgress: OnProgress): Promise<Outcome> => {
  if (given.is("data")) throw wrongUse("An export needs no --data.", "Leave one of the two out.");
  const keys = (await keysGiven(given)) ?? (await listedKeys(signingFolder(given, io)));
  const against = await checkpointGiven(given, keys);
  try {
    const exports = await openExports(given.words);
    const proved = await proveExports(exports, { heads: against.heads, keys, onProgress });
    return { proved, remarks: [...against.remarks, ...remarksOn(exports, keys)] };
  } catch (error) {
    if (error instanceof ExportFault)
      return {
        proved: faulty(0, { position: error.position, detail: `The export is not sound: ${error.message}.` }),
        remarks: [],
      };
    throw error;
  }
};

const remarksOn = (exports: readonly [Export, ...Export[]], keys: readonly VerifierKey[]) => {
  const { checkpoint } = newestOf(exports).manifest;
  const { begin } = exports[0].manifest;
  return [
    ...(begin.position > 0 ? [`What came before entry ${begin.position + 1} is not in it.`] : []),
    ...(checkpoint === null ? ["It carries no signed checkpoint."] : []),
    ...(checkpoint !== null && keys.length === 0
      ? ["The signature of its checkpoint was not checked: add --keys."]
      : []),
  ];
};

const keysGiven = async (given: Given): Promise<readonly VerifierKey[] | undefined> => {
  const keys = given.text("keys");
  if (keys === undefined) return undefined;
  const isKey = /^[^\s+]+\+[0-9a-f]{8}\+\S+$/u.test(keys);
  const text = isKey ? keys : await readFile(keys, "utf8").catch(unreadable(keys));
  try {
    return readVerifierKeys(text);
  } catch (error) {
    throw wrongUse(`--keys: ${(error as Error).message}.`, "Give a file with one key a line, or a key.");
  }
};

const unreadable = (file: string) => (error: Error) => {
  throw wrongUse(`${file} cannot be read: ${error.message}`, "Check the path.");
};

/** The checkpoint to compare with. Whoever has no keys believes the file: he kept it himself. */
const checkpointGiven = async (
  given: Given,
  keys: readonly VerifierKey[],
): Promise<{ readonly heads: readonly KnownHead[]; readonly remarks: readonly string[] }> => {
  const file = given.text("against");
  if (file === undefined) return { heads: [], remarks: [] };
  const text = await readFile(file, "utf8").catch(unreadable(file));
  try {
    const { size, root, origin } = keys.length > 0 ? openCheckpoint(text, keys).head : headOf(text);
    const grew = `It only grew from the ${size} entries of the checkpoint of ${origin}.`;
    return {
      heads: [{ position: size, root, whose: `the checkpoint in ${file}` }],
      remarks: keys.length > 0 ? [grew] : [grew, "The checkpoint's signature was not checked: add --keys."],
    };
  } catch (error) {
    if (!(error instanceof NoteFault)) throw error;
    throw refusal(
      `${file} is no checkpoint to compare with: ${error.message}.`,
      "Check the file and the keys.",
    );
  }
};

/** What a verification takes into account. */
export type ProveOptions = { readonly heads?: readonly KnownHead[]; readonly onProgress?: OnProgress };

/** Verifies a store's journal and files. */
export const prove = async (
  store: Store,
  { heads = [], onProgress = () => {} }: ProveOptions = {},
): Promise<Proved> => {
  const { position: entries } = await store.journal.head();
  return proved(entries, async () => {
    checkReach(entries, heads);
    const verified = await verifyJournal(store.journal, { heads, onProgress });
    for (const name of await store.files.list()) checkFile(name, await store.files.find(name));
    return verified;
  });
};

/** Verifies exports: their entries, files, and the signature of the last checkpoint by one of the keys, if there are any. */
export const proveExports = (
  exports: readonly [Export, ...Export[]],
  {
    heads = [],
    keys = [],
    onProgress = () => {},
  }: ProveOptions & { readonly keys?: readonly VerifierKey[] } = {},
): Promise<Proved> => {
  const { end, checkpoint } = newestOf(exports).manifest;
  return proved(end.position, async () => {
    let last = verifiedAt(exports[0].manifest.begin);
    for await (const { after } of verifiedEntries(exports, [...heads, ...signedHead(checkpoint, keys)])) {
      last = after;
      onProgress(after.position);
    }
    for await (const { name, bytes } of filesIn(exports)) checkFile(name, bytes);
    return last;
  });
};

/** The head that the export's own checkpoint says; its signature must be good where keys are known. @throws ExportFault */
const signedHead = (checkpoint: string | null, keys: readonly VerifierKey[]): readonly KnownHead[] => {
  if (checkpoint === null) return [];
  try {
    const { size, root } = keys.length > 0 ? openCheckpoint(checkpoint, keys).head : headOf(checkpoint);
    return [{ position: size, root, whose: "its signed checkpoint" }];
  } catch (error) {
    if (error instanceof NoteFault) throw new ExportFault(`its checkpoint: ${error.message}`);
    throw error;
  }
};

class FileFault extends Error {
  override name = "FileFault";
}

const checkFile = (name: string, bytes: Uint8Array | undefined): void => {
  if (!bytes || hash("sha256", bytes, "hex") !== name) throw new FileFault(name);
};

const faulty = (entries: number, firstFault: FirstFault): Proved => ({
  proof: { entries, ok: false, firstFault },
  root: "",
});

/** Runs a verification and tells what it came to. */
const proved = async (entries: number, verify: () => Promise<Verified>): Promise<Proved> => {
  try {
    const { frontier } = await verify();
    return { proof: { entries, ok: true, firstFault: null }, root: toHex(rootOf(sha256, frontier)) };
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof JournalFault) return faulty(entries, { position: error.position, detail: message });
    if (error instanceof ExportFault)
      return faulty(entries, { position: error.position, detail: `The export is not sound: ${message}.` });
    if (error instanceof FileFault)
      return faulty(entries, { file: message, detail: `The file ${message} does not fit its hash.` });
    throw error;
  }
};
