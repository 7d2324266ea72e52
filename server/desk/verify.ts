/** Proves the journal: every seal, the chain of entries, and the tree head of each checkpoint. */
import { faultOf, NO_SEAL, sealOf } from "@openftz/kernel/entry.ts";
import { sameBytes, toHex } from "@openftz/kernel/hash.ts";
import { appendLeaf, decodePeaks, emptyFrontier, type Frontier, rootOf } from "@openftz/kernel/merkle.ts";
import type { Checkpoint, Journal, StoredEntry } from "../store.ts";
import { sha256 } from "./sealing.ts";

/** The journal is not what was sealed. Serving stops; the position is where to look. */
export class JournalFault extends Error {
  override name = "JournalFault";
  readonly position: number;

  constructor(position: number, what: string) {
    super(
      `Entry ${position}: ${what}. Stop, keep the data as they are, and compare with an export or a backup.`,
    );
    this.position = position;
  }
}

/** Throws a JournalFault when an entry that was read does not fit its seal. */
export const checkSealed = ({ position, bytes, seal }: StoredEntry): void => {
  if (!sameBytes(sealOf(sha256, bytes), seal))
    throw new JournalFault(position, "its bytes do not fit its seal");
};

const SLICE = 500;

/** Where a verification stands: everything up to here was sound. */
export type Verified = { readonly position: number; readonly seal: Uint8Array; readonly frontier: Frontier };

/** Where a verification begins when nothing is taken on trust. */
export const fromTheStart: Verified = { position: 0, seal: NO_SEAL, frontier: emptyFrontier };

/** Where it may begin on the word of a checkpoint; the checkpoint's own root is checked. */
export const fromCheckpoint = async (journal: Journal, checkpoint: Checkpoint): Promise<Verified> => {
  const frontier = decodePeaks(checkpoint.position, checkpoint.frontier);
  if (!sameBytes(rootOf(sha256, frontier), checkpoint.root))
    throw new JournalFault(checkpoint.position, "the checkpoint's tree head does not fit its frontier");
  const [entry] = await journal.read(checkpoint.position, 1);
  if (entry?.position !== checkpoint.position)
    throw new JournalFault(checkpoint.position, "the entry of the newest checkpoint is missing");
  return { position: checkpoint.position, seal: entry.seal, frontier };
};

/** Verifies a slice of entries onto what was verified before. */
export const verifySlice = (from: Verified, entries: readonly StoredEntry[]): Verified => {
  let { position, seal, frontier } = from;
  for (const entry of entries) {
    const fault = faultOf(sha256, entry, { position, seal });
    if (fault) throw new JournalFault(entry.position, fault);
    frontier = appendLeaf(sha256, frontier, entry.seal);
    ({ position, seal } = entry);
  }
  return { position, seal, frontier };
};

/** A tree head that the journal must have had; `whose` says who says so, as in "a signed checkpoint". */
export type KnownHead = { readonly position: number; readonly root: Uint8Array; readonly whose: string };

/** Throws a JournalFault unless the tree verified so far has this head. */
export const checkHead = ({ position, frontier }: Verified, { root, whose }: KnownHead): void => {
  if (sameBytes(rootOf(sha256, frontier), root)) return;
  throw new JournalFault(position, `the tree up to here has another head than ${whose}`);
};

/** Throws a JournalFault when something is known of entries after the last. */
export const checkReach = (end: number, heads: readonly KnownHead[]): void => {
  const beyond = heads.find(({ position }) => position > end);
  if (!beyond) return;
  throw new JournalFault(
    end + 1,
    `it is missing: the journal ends before it, and ${beyond.whose} covers ${beyond.position} entries`,
  );
};

/** Options of `verifyJournal`. */
export type VerifyOptions = {
  readonly from?: Verified;
  /** Stop here; absent: at the head. */
  readonly upTo?: number;
  /** Heads that the tree must have on the way; those outside the range are passed over. */
  readonly heads?: readonly KnownHead[];
  /** Called after each slice; may wait, so that a verification in the background stays in the background. */
  readonly onProgress?: (position: number) => void | Promise<void>;
};

/** Verifies the journal, throwing a JournalFault at the first entry that is not sound. */
export const verifyJournal = async (journal: Journal, options: VerifyOptions = {}): Promise<Verified> => {
  const end = options.upTo ?? (await journal.head()).position;
  let verified = options.from ?? fromTheStart;
  const heads = [...(options.heads ?? []), ...(await keptHead(journal, end))]
    .filter(({ position }) => position > verified.position && position <= end)
    .sort((a, b) => a.position - b.position);
  while (verified.position < end) {
    const stop = heads[0]?.position ?? end;
    const slice = await journal.read(verified.position + 1, Math.min(SLICE, stop - verified.position));
    if (slice.length === 0) throw new JournalFault(verified.position + 1, "it is missing");
    verified = verifySlice(verified, slice);
    while (heads[0]?.position === verified.position) checkHead(verified, heads.shift()!);
    await options.onProgress?.(verified.position);
  }
  const head = await journal.head();
  if (options.upTo === undefined && head.position === end && !sameBytes(head.seal, verified.seal))
    throw new JournalFault(end, `the head says ${toHex(head.seal)}, the entry ${toHex(verified.seal)}`);
  return verified;
};

/** The newest checkpoint kept beside the entries: its root binds every entry before it. */
const keptHead = async (journal: Journal, end: number): Promise<readonly KnownHead[]> => {
  const found = await journal.findCheckpoint(end);
  return found ? [{ position: found.position, root: found.root, whose: "the checkpoint kept" }] : [];
};

/** Verifies up to a position from the nearest checkpoint before it, so that it costs the same however long the journal is. */
export const verifyUpTo = async (journal: Journal, position: number): Promise<Verified> => {
  const before = position === 0 ? undefined : await journal.findCheckpoint(position);
  const from = before ? await fromCheckpoint(journal, before) : fromTheStart;
  return verifyJournal(journal, { from, upTo: position });
};

/** Checks one head in the same way. */
export const verifyHead = async (journal: Journal, head: KnownHead): Promise<void> =>
  checkHead(await verifyUpTo(journal, head.position), head);
