/** The signing folder that a command line names, and what an installation remembers of it. */
import path from "node:path";
import type { KnownHead } from "../desk/verify.ts";
import type { Installation } from "../installation.ts";
import { Proofs } from "../proof/proofs.ts";
import { newestKept, openSigning, type Signing, SigningFault } from "../proof/signing-folder.ts";
import type { VerifierKey } from "../proof/verifier-key.ts";
import type { Store } from "../store.ts";
import { refusal } from "./exit.ts";
import type { Given } from "./flags.ts";
import type { Io } from "./io.ts";
import { dataFolder } from "./local.ts";

/** Where the key of the checkpoints lies: beside the data folder, never in it. */
export const signingFolder = (given: Given, io: Io): string =>
  io.env.OPENFTZ_SIGNING ? path.resolve(io.env.OPENFTZ_SIGNING) : `${dataFolder(given)}.signing`;

const [DRAWER, KEYS] = ["signing", "keys"];

/** The public keys that an installation remembers, so that a lost key is not taken for a first start. */
export const rememberedKeys = async (store: Store): Promise<readonly string[]> =>
  ((await store.cabinet.get(DRAWER, KEYS)) as { keys: readonly string[] } | undefined)?.keys ?? [];

/** Remembers them. */
export const rememberKeys = (store: Store, keys: readonly VerifierKey[]): Promise<void> =>
  store.cabinet.put(DRAWER, KEYS, { keys: keys.map(({ text }) => text) });

/** Opens the signing folder of an installation, made at its first start; closes the store when that fails. @throws CommandFault */
export const openSigningFor = async (store: Store, given: Given, io: Io): Promise<Signing> => {
  try {
    const known = await rememberedKeys(store);
    const signing = await openSigning(signingFolder(given, io), known, io.env.OPENFTZ_ORIGIN || undefined);
    if (known.length !== signing.keys.length) await rememberKeys(store, signing.keys);
    return signing;
  } catch (error) {
    await store.close();
    throw error instanceof SigningFault ? refusal(error.message, error.next) : error;
  }
};

/** The newest checkpoint in the folder: a journal that does not continue it is not served. */
export const headsKept = async ({
  folder,
  keys,
}: Pick<Signing, "folder" | "keys">): Promise<readonly KnownHead[]> => {
  const kept = await newestKept(folder, keys);
  if (!kept) return [];
  return [{ position: kept.head.size, root: kept.head.root, whose: "the newest signed checkpoint" }];
};

const APART_MS = 100;

/** The proofs of an installation that is open. */
export const proofsOf = (installation: Installation, signing: Signing): Proofs =>
  new Proofs({
    journal: installation.store.journal,
    tree: () => installation.tree,
    day: () => installation.now().day,
    signing,
    apartMs: APART_MS,
  });
