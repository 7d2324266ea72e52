/**
 * Signed checkpoints and proofs of a running installation. Filing knows nothing of it: one signature is made for
 * everything that became durable since the last one, on another thread, once a second or when a proof needs it.
 */
import { setTimeout } from "node:timers/promises";
import { sameBytes } from "@openftz/kernel/hash.ts";
import {
  consistencyRanges,
  type Frontier,
  inclusionRanges,
  rootOf,
  verifyConsistency,
} from "@openftz/kernel/merkle.ts";
import type { Log } from "../desk/ports.ts";
import { sha256 } from "../desk/sealing.ts";
import { JournalFault } from "../desk/verify.ts";
import type { Journal } from "../store.ts";
import { checkpointText, type TreeHead } from "./checkpoint.ts";
import { NoteFault, noteOf, toBase64 } from "./note.ts";
import { ProofTree } from "./proof-tree.ts";
import { checkpointOf, keepCheckpoint, type Signing } from "./signing-folder.ts";
import { signText } from "./signing-key.ts";
import { checkProof, type InclusionProof } from "./tlog-proof.ts";
import type { VerifierKey } from "./verifier-key.ts";

/** What proofs are made from. */
export type ProofParts = {
  readonly journal: Pick<Journal, "read" | "readSeals">;
  /** The tree over everything that is durable now. */
  readonly tree: () => Frontier;
  /** The legal day, under which a checkpoint is kept. */
  readonly day: () => string;
  readonly signing: Signing;
  /** Signatures are at least so many milliseconds apart, however many ask: each is a write to the disk that filing uses. */
  readonly apartMs?: number;
};

/** A checkpoint as it is published. */
export type Published = { readonly head: TreeHead; readonly text: string };

/** See the file's first lines. */
export class Proofs {
  readonly #parts: ProofParts;
  readonly #nodes: ProofTree;
  #newest: Published | undefined;
  #signedAt = Number.NEGATIVE_INFINITY;
  #signing: Promise<unknown> = Promise.resolve();

  constructor(parts: ProofParts) {
    this.#parts = parts;
    this.#nodes = new ProofTree(parts.journal);
  }

  /** The public keys so far, the newest last. */
  get keys(): readonly VerifierKey[] {
    return this.#parts.signing.keys;
  }

  /** The newest checkpoint; one is signed first when the newest covers less than `atLeast` durable entries. */
  async newest(atLeast = 0): Promise<Published> {
    if (!this.#newest || this.#newest.head.size < atLeast) await this.sign();
    return this.#newest!;
  }

  /** The last checkpoint of a day, as text. */
  ofDay(day: string): Promise<string | undefined> {
    return checkpointOf(this.#parts.signing.folder, day);
  }

  /** Signs, keeps and publishes everything that is durable now, unless that was done. */
  sign(): Promise<void> {
    const signed = this.#signing.catch(() => undefined).then(() => this.#sign());
    this.#signing = signed;
    return signed;
  }

  async #sign(): Promise<void> {
    const { tree, signing, day } = this.#parts;
    if (this.#newest?.head.size === tree().size) return;
    await this.#pause();
    const frontier = tree();
    const root = rootOf(sha256, frontier);
    const published = await this.#signed({ origin: signing.key.verifier.name, size: frontier.size, root });
    await keepCheckpoint(signing.folder, day(), published.text);
    this.#newest = published;
  }

  async #pause(): Promise<void> {
    const { apartMs = 0 } = this.#parts;
    const left = this.#signedAt + apartMs - performance.now();
    if (left > 0) await setTimeout(left);
    this.#signedAt = performance.now();
  }

  async #signed(head: TreeHead): Promise<Published> {
    const text = checkpointText(head);
    return { head, text: noteOf(text, [await signText(this.#parts.signing.key, text)]) };
  }

  /** The checkpoint of the first `size` entries, which are durable. */
  async at(size: number): Promise<Published> {
    const newest = await this.newest(size);
    if (newest.head.size === size) return newest;
    const [root] = await this.#nodes.roots([[0, size]], size);
    return this.#signed({ ...newest.head, size, root: root! });
  }

  /**
   * The proof that an entry is in the journal, in the tree of `size` entries or of the newest checkpoint. Both must be
   * durable, and `position` at most `size`. @throws JournalFault when the store's seals are not those that were signed.
   */
  async inclusion(position: number, size?: number): Promise<InclusionProof> {
    const { journal } = this.#parts;
    const { head, text } = size === undefined ? await this.newest(position) : await this.at(size);
    const [stored] = await journal.read(position, 1);
    const path = await this.#nodes.roots(inclusionRanges(position - 1, head.size), head.size);
    const proof = { entry: stored!.bytes, index: position - 1, path, checkpoint: text };
    try {
      checkProof(proof, this.keys);
    } catch (error) {
      if (error instanceof NoteFault)
        throw new JournalFault(position, `it cannot be proved: ${error.message}`);
      throw error;
    }
    return proof;
  }

  /** The newest checkpoint, and the proof that the journal of its first `earlier` entries is a beginning of it. */
  async consistency(earlier: number): Promise<Published & { readonly proof: readonly Uint8Array[] }> {
    const { head, text } = await this.newest(earlier);
    const ranges = consistencyRanges(earlier, head.size);
    const proof = await this.#nodes.roots(ranges, head.size);
    const [before] = earlier === 0 ? [sha256()] : await this.#nodes.roots([[0, earlier]], head.size);
    if (!verifyConsistency(sha256, { earlier: { size: earlier, root: before! }, later: head, proof }))
      throw new JournalFault(head.size, "the stored seals do not have the tree head that was signed");
    return { head, text, proof };
  }

  /** True when the first entries have exactly this head. */
  async fits({ size, root }: TreeHead): Promise<boolean> {
    const durable = this.#parts.tree().size;
    if (size > durable) return false;
    const [found] = size === 0 ? [sha256()] : await this.#nodes.roots([[0, size]], durable);
    return sameBytes(found!, root);
  }
}

/** What a witness is sent (C2SP tlog-witness, add-checkpoint): old size, proof, checkpoint. */
export const witnessRequest = (earlier: number, proof: readonly Uint8Array[], checkpoint: string): string =>
  [`old ${earlier}`, ...proof.map(toBase64), "", checkpoint].join("\n");

const SIGN_EVERY_MS = 1_000;

/** Signs once a second what became durable. Returns how to stop, after a last signature. */
export const keepSigning = (proofs: Proofs, log: Log): (() => Promise<void>) => {
  const tick = (): Promise<void> =>
    proofs.sign().catch((error: Error) => log.warn("checkpoint-waits", { detail: error.message }));
  const timer = setInterval(tick, SIGN_EVERY_MS);
  return () => {
    clearInterval(timer);
    return tick();
  };
};
