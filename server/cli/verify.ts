/** `openftz verify`: proves the whole journal and every file beside it. */
import { hash } from "node:crypto";
import { toHex } from "@openftz/kernel/hash.ts";
import { rootOf } from "@openftz/kernel/merkle.ts";
import { sha256 } from "../desk/sealing.ts";
import { JournalFault, type Verified, verifyJournal } from "../desk/verify.ts";
import type { Store } from "../store.ts";
import { type CliCommand, LOCAL } from "./command.ts";
import { EXIT } from "./exit.ts";
import { answer, progress } from "./io.ts";
import { openStoreFor } from "./local.ts";

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

export const verifyCommand: CliCommand = {
  name: "verify",
  usage: "[--data DIR]",
  about:
    "Proves the journal from its first entry: every seal, the chain, the tree heads; and the hash of every file.",
  flags: LOCAL,
  more: "A running server does the same in the background after each start; stop it to verify its folder here.",
  run: async (given, io) => {
    const store = await openStoreFor(given, io);
    const say = progress(io);
    try {
      const { proof, root } = await prove(store, (position) => say(() => `  verified up to ${position}`));
      const words = proof.ok
        ? `${proof.entries} entries, all sound. Tree head ${root}`
        : `A fault: ${proof.firstFault!.detail}`;
      await answer(io, given.is("json"), proof, words);
      return proof.ok ? EXIT.ok : EXIT.refused;
    } finally {
      await store.close();
    }
  },
};

/** Verifies a store's journal and files; `root` is the tree head over all entries, in hexadecimal. */
export const prove = async (
  store: Store,
  onProgress: (position: number) => void = () => {},
): Promise<{ readonly proof: Proof; readonly root: string }> => {
  const { position: entries } = await store.journal.head();
  const fault = (firstFault: FirstFault) => ({ proof: { entries, ok: false, firstFault }, root: "" });
  let verified: Verified;
  try {
    verified = await verifyJournal(store.journal, { onProgress });
  } catch (error) {
    if (!(error instanceof JournalFault)) throw error;
    return fault({ position: error.position, detail: error.message });
  }
  const file = await findFaultyFile(store);
  if (file !== undefined) return fault({ file, detail: `The file ${file} does not fit its hash.` });
  return { proof: { entries, ok: true, firstFault: null }, root: toHex(rootOf(sha256, verified.frontier)) };
};

const findFaultyFile = async (store: Store): Promise<string | undefined> => {
  for (const name of await store.files.list()) {
    const bytes = await store.files.find(name);
    if (!bytes || hash("sha256", bytes, "hex") !== name) return name;
  }
  return undefined;
};
