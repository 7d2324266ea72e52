/** A checkpoint (C2SP tlog-checkpoint): which journal, how many entries, and the tree head over all of them. */
import { fromBase64, type Note, NoteFault, readNote, toBase64 } from "./note.ts";
import { readVerifierKey, signersOf, type VerifierKey } from "./verifier-key.ts";

/** What a checkpoint says. */
export type TreeHead = {
  /** The name of the journal; its keys carry it too. */
  readonly origin: string;
  /** How many entries: the position of the last one. */
  readonly size: number;
  readonly root: Uint8Array;
  /** Only on the last checkpoint of a key: the one that follows it. */
  readonly nextKey?: VerifierKey;
};

const ROOT_BYTES = 32;
const NEXT_KEY = "next-key ";

/** The text that is signed. */
export const checkpointText = ({ origin, size, root, nextKey }: TreeHead): string =>
  `${origin}\n${size}\n${toBase64(root)}\n${nextKey ? `${NEXT_KEY}${nextKey.text}\n` : ""}`;

/** A checkpoint with the keys that signed it. */
export type SignedCheckpoint = {
  readonly head: TreeHead;
  readonly note: Note;
  readonly signers: readonly VerifierKey[];
};

/** Reads a checkpoint and verifies the signatures of the keys; which of them must be there is for the caller. @throws NoteFault */
export const readCheckpoint = (text: string, keys: readonly VerifierKey[]): SignedCheckpoint => {
  const note = readNote(text);
  return { head: readHead(note.text), note, signers: signersOf(note, keys) };
};

/** The same, and one of the keys of its own journal must have signed it. @throws NoteFault */
export const openCheckpoint = (text: string, keys: readonly VerifierKey[]): SignedCheckpoint => {
  const read = readCheckpoint(text, keys);
  const { origin } = read.head;
  if (read.signers.some(({ kind, name }) => kind === "log" && name === origin)) return read;
  const known = keys.filter(({ kind }) => kind === "log").map(({ name }) => name);
  throw new NoteFault(
    `none of the keys signed this checkpoint of ${origin}${known.length > 0 ? ` (they are of ${[...new Set(known)].join(", ")})` : ""}`,
  );
};

/** What a checkpoint says, whoever signed it or nobody. @throws NoteFault */
export const headOf = (checkpoint: string): TreeHead => readHead(readNote(checkpoint).text);

const readHead = (text: string): TreeHead => {
  const [origin, size, root, ...more] = text.slice(0, -1).split("\n");
  if (!origin || size === undefined || root === undefined)
    throw new NoteFault("a checkpoint has three lines: origin, size and root");
  if (!/^(0|[1-9][0-9]{0,14})$/.test(size)) throw new NoteFault(`the size of the checkpoint is "${size}"`);
  const bytes = fromBase64(root, "the root of the checkpoint");
  if (bytes.length !== ROOT_BYTES) throw new NoteFault("the root of the checkpoint is no SHA-256");
  const next = more.find((line) => line.startsWith(NEXT_KEY));
  return {
    origin,
    size: Number(size),
    root: bytes,
    ...(next !== undefined && { nextKey: readVerifierKey(next.slice(NEXT_KEY.length)) }),
  };
};
