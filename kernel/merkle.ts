/**
 * The RFC 6962 Merkle tree over the seals of the journal: leaf = H(0x00 ‖ entry), node = H(0x01 ‖ left ‖ right).
 * Appending needs only the frontier, the roots of the full subtrees from the largest to the smallest.
 */
import { type Hash, sameBytes } from "./hash.ts";

const LEAF = new Uint8Array([0x00]);
const NODE = new Uint8Array([0x01]);
const HASH_BYTES = 32;

/** What is needed to append and to tell the root: `size` leaves and one peak per set bit of `size`. */
export type Frontier = { readonly size: number; readonly peaks: readonly Uint8Array[] };

/** The tree without leaves. */
export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/** The leaf hash of some bytes, which the journal calls the seal. RFC 6962, 2.1. */
export const leafHash = (hash: Hash, bytes: Uint8Array): Uint8Array => hash(LEAF, bytes);

/** The hash of an inner node over its two children. RFC 6962, 2.1. */
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
  hash(NODE, left, right);

/** The frontier after one more leaf. Costs one node hash on average. */
export const appendLeaf = (hash: Hash, frontier: Frontier, leaf: Uint8Array): Frontier => {
  const peaks = frontier.peaks.slice();
  let carried = leaf;
  for (let size = frontier.size; size % 2 === 1; size = Math.floor(size / 2)) {
    carried = nodeHash(hash, peaks.pop()!, carried);
  }
  peaks.push(carried);
  return { size: frontier.size + 1, peaks };
};

/** The tree head. Of no leaves it is the hash of nothing, as RFC 6962 says. */
export const rootOf = (hash: Hash, frontier: Frontier): Uint8Array => {
  const last = frontier.peaks.at(-1);
  if (!last) return hash();
  return frontier.peaks.slice(0, -1).reduceRight((right, left) => nodeHash(hash, left, right), last);
};

/** The peaks one after another, for a checkpoint. The size is kept beside it. */
export const encodePeaks = ({ peaks }: Frontier): Uint8Array => {
  const bytes = new Uint8Array(peaks.length * HASH_BYTES);
  peaks.forEach((peak, index) => {
    bytes.set(peak, index * HASH_BYTES);
  });
  return bytes;
};

/** The frontier that `encodePeaks` wrote. Throws when the number of peaks does not fit the size. */
export const decodePeaks = (size: number, bytes: Uint8Array): Frontier => {
  const peaks = [];
  for (let at = 0; at < bytes.length; at += HASH_BYTES) peaks.push(bytes.slice(at, at + HASH_BYTES));
  const expected = size
    .toString(2)
    .split("")
    .filter((bit) => bit === "1").length;
  if (peaks.length !== expected || bytes.length % HASH_BYTES !== 0)
    throw new RangeError(
      `a tree of ${size} leaves has ${expected} peaks, the checkpoint holds ${peaks.length}`,
    );
  return { size, peaks };
};

/** How many leaves the left half of a tree has: the largest power of two below `size`, which is at least 2. */
export const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

/** The root of some leaves, straight from the definition; the frontier must always agree with it. */
export const rootOfLeaves = (hash: Hash, leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return hash();
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return nodeHash(hash, rootOfLeaves(hash, leaves.slice(0, split)), rootOfLeaves(hash, leaves.slice(split)));
};

/** The leaves from index `begin` up to, but not with, `end`. */
export type LeafRange = readonly [begin: number, end: number];

/** Whose roots, in order, are the audit path of the leaf at `index` (from 0) in a tree of `size`. RFC 6962, 2.1.1. */
export const inclusionRanges = (index: number, size: number): LeafRange[] => {
  const walk = (begin: number, end: number): LeafRange[] => {
    if (end - begin <= 1) return [];
    const middle = begin + splitOf(end - begin);
    return index < middle ? [...walk(begin, middle), [middle, end]] : [...walk(middle, end), [begin, middle]];
  };
  return walk(0, size);
};

/** Whose roots, in order, prove that the tree of the first `earlier` leaves is a beginning of `size`. RFC 6962, 2.1.2. */
export const consistencyRanges = (earlier: number, size: number): LeafRange[] => {
  const walk = (begin: number, end: number, whole: boolean): LeafRange[] => {
    if (earlier === end) return whole ? [] : [[begin, end]];
    const middle = begin + splitOf(end - begin);
    return earlier <= middle
      ? [...walk(begin, middle, whole), [middle, end]]
      : [...walk(middle, end, false), [begin, middle]];
  };
  return earlier === 0 ? [] : walk(0, size, true);
};

/** The audit path of the leaf at `index`, from all leaves. */
export const inclusionProof = (hash: Hash, leaves: readonly Uint8Array[], index: number): Uint8Array[] =>
  inclusionRanges(index, leaves.length).map((range) => rootOfLeaves(hash, leaves.slice(...range)));

/** A claim comes from outside: a fraction or an infinite size must end in `false`, never in an endless walk. */
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** True when `leaf` stands at `index` in the tree of `size` leaves with that root. */
export const verifyInclusion = (
  hash: Hash,
  claim: { leaf: Uint8Array; index: number; size: number; root: Uint8Array; proof: readonly Uint8Array[] },
): boolean => {
  const walk = (index: number, size: number, proof: readonly Uint8Array[]): Uint8Array | undefined => {
    if (size === 1) return proof.length === 0 ? claim.leaf : undefined;
    const sibling = proof.at(-1);
    if (!sibling) return undefined;
    const split = splitOf(size);
    const inner =
      index < split
        ? walk(index, split, proof.slice(0, -1))
        : walk(index - split, size - split, proof.slice(0, -1));
    if (!inner) return undefined;
    return index < split ? nodeHash(hash, inner, sibling) : nodeHash(hash, sibling, inner);
  };
  if (!isCount(claim.index) || !isCount(claim.size) || claim.index >= claim.size) return false;
  const root = walk(claim.index, claim.size, claim.proof);
  return root !== undefined && sameBytes(root, claim.root);
};

/** The proof that the tree of the first `earlier` leaves is a beginning of the whole, from all leaves. */
export const consistencyProof = (hash: Hash, leaves: readonly Uint8Array[], earlier: number): Uint8Array[] =>
  consistencyRanges(earlier, leaves.length).map((range) => rootOfLeaves(hash, leaves.slice(...range)));

/** True when `proof` shows that the earlier tree is a beginning of the later one. */
export const verifyConsistency = (
  hash: Hash,
  claim: {
    earlier: { size: number; root: Uint8Array };
    later: { size: number; root: Uint8Array };
    proof: readonly Uint8Array[];
  },
): boolean => {
  const { earlier, later } = claim;
  if (!isCount(earlier.size) || !isCount(later.size) || earlier.size > later.size) return false;
  if (earlier.size === 0) return claim.proof.length === 0 && sameBytes(earlier.root, hash());
  /** Rebuilds both roots from the proof, the mirror image of `prove` above. */
  const walk = (
    size: number,
    of: number,
    whole: boolean,
    proof: readonly Uint8Array[],
  ): [Uint8Array, Uint8Array] | undefined => {
    const last = proof.at(-1);
    if (size === of) {
      if (whole) return proof.length === 0 ? [earlier.root, earlier.root] : undefined;
      return last && proof.length === 1 ? [last, last] : undefined;
    }
    if (!last) return undefined;
    const split = splitOf(of);
    const rest = proof.slice(0, -1);
    if (size <= split) {
      const inner = walk(size, split, whole, rest);
      return inner && [inner[0], nodeHash(hash, inner[1], last)];
    }
    const inner = walk(size - split, of - split, false, rest);
    return inner && [nodeHash(hash, last, inner[0]), nodeHash(hash, last, inner[1])];
  };
  const roots = walk(earlier.size, later.size, true, claim.proof);
  return roots !== undefined && sameBytes(roots[0], earlier.root) && sameBytes(roots[1], later.root);
};
