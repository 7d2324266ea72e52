/**
 * The inner nodes of the journal's tree, as far as proofs need them: the roots of all full subtrees of 256 leaves and
 * more are kept in memory (a quarter of a byte an entry), the rest is computed from seals that are read when asked for.
 */
import { type LeafRange, nodeHash, rootOfLeaves, splitOf } from "@openftz/kernel/merkle.ts";
import { sha256 } from "../desk/sealing.ts";
import type { Journal } from "../store.ts";

const TILE = 256;
const READ = 16 * TILE;

/** See the file's first lines. Positions count from 1, leaves from 0. */
export class ProofTree {
  readonly #journal: Pick<Journal, "readSeals">;
  /** `#levels[k][i]` is the root of the leaves from i·256·2^k, 256·2^k of them. */
  readonly #levels: Uint8Array[][] = [[]];
  #growing: Promise<void> = Promise.resolve();

  constructor(journal: Pick<Journal, "readSeals">) {
    this.#journal = journal;
  }

  /** The roots of some ranges of a tree of `size` durable leaves, in order. */
  async roots(ranges: readonly LeafRange[], size: number): Promise<Uint8Array[]> {
    this.#growing = this.#growing.catch(() => undefined).then(() => this.#grow(size));
    await this.#growing;
    const roots: Uint8Array[] = [];
    for (const [begin, end] of ranges) roots.push(await this.#root(begin, end));
    return roots;
  }

  /** Reads the seals of the tiles that became full since. */
  async #grow(size: number): Promise<void> {
    const tiles = this.#levels[0]!;
    while ((tiles.length + 1) * TILE <= size) {
      const first = tiles.length * TILE;
      const count = Math.min(READ, Math.floor((size - first) / TILE) * TILE);
      const seals = await this.#seals(first, first + count);
      for (let at = 0; at < count; at += TILE) this.#add(rootOfLeaves(sha256, seals.slice(at, at + TILE)));
    }
  }

  #add(root: Uint8Array): void {
    let carried = root;
    for (let level = 0; ; level++) {
      this.#levels[level] ??= [];
      const nodes = this.#levels[level]!;
      nodes.push(carried);
      if (nodes.length % 2 === 1) return;
      carried = nodeHash(sha256, nodes.at(-2)!, carried);
    }
  }

  async #root(begin: number, end: number): Promise<Uint8Array> {
    const leaves = end - begin;
    if (leaves < TILE || begin % TILE !== 0) return rootOfLeaves(sha256, await this.#seals(begin, end));
    const level = Math.log2(leaves / TILE);
    const known = Number.isInteger(level) ? this.#levels[level]?.[begin / leaves] : undefined;
    if (known) return known;
    const middle = begin + splitOf(leaves);
    return nodeHash(sha256, await this.#root(begin, middle), await this.#root(middle, end));
  }

  async #seals(begin: number, end: number): Promise<readonly Uint8Array[]> {
    const seals = await this.#journal.readSeals(begin + 1, end - begin);
    if (seals.length !== end - begin)
      throw new Error(`the store gave ${seals.length} seals of entries ${begin + 1} to ${end}`);
    return seals;
  }
}
