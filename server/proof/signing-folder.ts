/**
 * The folder with the key of an installation's checkpoints. It lies outside the data, so that neither a copy of the data
 * nor whoever administers the database can sign:
 *
 * - `key`: the private key; for its owner's eyes only.
 * - `keys`: the public keys so far, one a line, the newest last.
 * - `checkpoints/DAY.txt`: the last checkpoint signed on each day. A start compares the journal with the newest one.
 * - `handovers.txt`: the last checkpoint of each former key, signed by it and by the key that followed.
 */
import { randomUUID } from "node:crypto";
import { appendFile, mkdir, open, readdir, readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import { toHex } from "@openftz/kernel/hash.ts";
import { readCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { NoteFault } from "./note.ts";
import { newSigningKey, readSigningKey, type SigningKey } from "./signing-key.ts";
import { readVerifierKeys, type VerifierKey } from "./verifier-key.ts";

/** The key is lost, not ours, or open to others: what is wrong, and what an operator does next. */
export class SigningFault extends Error {
  override name = "SigningFault";
  readonly next: string;

  constructor(detail: string, next: string) {
    super(detail);
    this.next = next;
  }
}

const PRIVATE = 0o600;
const FOLDER = 0o700;
const OTHERS = 0o077;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A signing folder that was opened: the key that signs, and all public keys so far. */
export type Signing = {
  readonly folder: string;
  readonly key: SigningKey;
  readonly keys: readonly VerifierKey[];
};

const ifThere = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cannot(file, error as Error);
  }
};

const cannot = (file: string, { message }: Error): SigningFault =>
  new SigningFault(
    `${file} cannot be read or written (${message}).`,
    "Let the server's user write there, or name another folder in OPENFTZ_SIGNING.",
  );

/** Writes a file whole or not at all, durably. */
const writeWhole = async (file: string, text: string, mode: number): Promise<void> => {
  const beside = `${file}.part`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: FOLDER });
    const handle = await open(beside, "w", mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    throw cannot(file, error as Error);
  }
};

/**
 * Opens the folder; makes key and folder at the first start, which is when the installation knows no key yet and the
 * folder holds none. `known` are the public keys that the installation remembers. @throws SigningFault
 */
export const openSigning = async (
  folder: string,
  known: readonly string[],
  origin?: string,
): Promise<Signing> => {
  const text = await ifThere(path.join(folder, "key"));
  const listed = (await ifThere(path.join(folder, "keys"))) ?? "";
  if (text === undefined) {
    if (known.length > 0 || listed !== "") throw lost(folder);
    return writeKey(folder, newSigningKey(origin ?? newOrigin()), []);
  }
  const key = await readKey(path.join(folder, "key"), text);
  const keys = readVerifierKeys(listed);
  // A rotation that was cut left a key that the installation does not remember yet, but its former one is on the list.
  const ours = [key.verifier, ...keys].some(({ text: each }) => known.includes(each));
  if (known.length > 0 && !ours)
    throw new SigningFault(
      `The key in ${folder} is not one of this installation, which has ${known.at(-1)}.`,
      "Bring its own folder back, or name it in OPENFTZ_SIGNING.",
    );
  if (!keys.some(({ text: each }) => each === key.verifier.text)) return writeKey(folder, key, keys);
  return { folder, key, keys };
};

const lost = (folder: string): SigningFault =>
  new SigningFault(
    `The key that signs this installation's checkpoints is not in ${folder}.`,
    "Bring the folder back from your own copy, or name it in OPENFTZ_SIGNING; if it is lost for good: openftz checkpoint rotate-key --lost.",
  );

/** A name that no other journal has; an operator can choose a better one in OPENFTZ_ORIGIN before the first start. */
const newOrigin = (): string => `openftz.org/journal/${randomUUID()}`;

const readKey = async (file: string, text: string): Promise<SigningKey> => {
  const { mode } = await stat(file);
  if ((mode & OTHERS) !== 0)
    throw new SigningFault(
      `Others than its owner can read ${file}.`,
      `chmod 600 ${file}; if somebody may have read it: openftz checkpoint rotate-key.`,
    );
  try {
    return readSigningKey(text);
  } catch (error) {
    throw new SigningFault(
      `${file} is not what it was: ${(error as Error).message}.`,
      "Bring it back from your own copy.",
    );
  }
};

/** Puts the private key in place, then the public key on the list: cut in between, the next opening completes it. */
const writeKey = async (
  folder: string,
  key: SigningKey,
  before: readonly VerifierKey[],
): Promise<Signing> => {
  const keys = [...before, key.verifier];
  await writeWhole(path.join(folder, "key"), `${key.text}\n`, PRIVATE);
  await writeWhole(path.join(folder, "keys"), keys.map(({ text }) => `${text}\n`).join(""), 0o644);
  return { folder, key, keys };
};

/** Replaces the key; the handover (the last checkpoint of the former key) is written first, where there is one. */
export const replaceKey = async (
  { folder, keys }: Pick<Signing, "folder" | "keys">,
  key: SigningKey,
  handover: string | undefined,
): Promise<Signing> => {
  if (handover !== undefined)
    await appendFile(path.join(folder, "handovers.txt"), `${handover}\n`).catch((error: Error) => {
      throw cannot(path.join(folder, "handovers.txt"), error);
    });
  return writeKey(folder, key, keys);
};

/** The public keys of a folder, whether or not its private key is there. @throws SigningFault */
export const listedKeys = async (folder: string): Promise<readonly VerifierKey[]> =>
  readVerifierKeys((await ifThere(path.join(folder, "keys"))) ?? "");

/** Keeps a signed checkpoint as the last one of its day. */
export const keepCheckpoint = (folder: string, day: string, text: string): Promise<void> =>
  writeWhole(path.join(folder, "checkpoints", `${day}.txt`), text, 0o644);

/** The last checkpoint signed on a day, as text. */
export const checkpointOf = (folder: string, day: string): Promise<string | undefined> =>
  DAY.test(day) ? ifThere(path.join(folder, "checkpoints", `${day}.txt`)) : Promise.resolve(undefined);

/** The newest checkpoint kept that one of the keys signed. One that cannot be read, as after a power cut, is passed over. */
export const newestKept = async (
  folder: string,
  keys: readonly VerifierKey[],
): Promise<(SignedCheckpoint & { readonly text: string }) | undefined> => {
  const names = await readdir(path.join(folder, "checkpoints")).catch(() => [] as string[]);
  const days = names.filter((name) => name.endsWith(".txt")).map((name) => name.slice(0, -".txt".length));
  let newest: (SignedCheckpoint & { readonly text: string }) | undefined;
  for (const day of days.sort().slice(-2)) {
    const text = (await checkpointOf(folder, day)) ?? "";
    const read = readable(text, keys);
    if (read && read.signers.length > 0 && (newest === undefined || read.head.size >= newest.head.size))
      newest = { ...read, text };
  }
  return newest;
};

const readable = (text: string, keys: readonly VerifierKey[]): SignedCheckpoint | undefined => {
  try {
    return readCheckpoint(text, keys);
  } catch (error) {
    if (error instanceof NoteFault) return undefined;
    throw error;
  }
};

/** How a key is told to people: its name and its id. */
export const keyWords = ({ name, keyId }: VerifierKey): string => `${name} (key ${toHex(keyId)})`;
