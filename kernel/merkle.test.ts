import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Hash, toHex } from "./hash.ts";
import {
  appendLeaf,
  consistencyProof,
  decodePeaks,
  emptyFrontier,
  encodePeaks,
  type Frontier,
  inclusionProof,
  leafHash,
  rootOf,
  rootOfLeaves,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";

const sha256: Hash = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"));
const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => leafHash(sha256, new TextEncoder().encode(`entry ${index}`)));
const grow = (leaves: readonly Uint8Array[]): Frontier =>
  leaves.reduce((frontier, leaf) => appendLeaf(sha256, frontier, leaf), emptyFrontier);
const flipped = (hash: Uint8Array, bit: number): Uint8Array =>
  hash.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

/** The entries and tree heads that Certificate Transparency logs test themselves with (RFC 6962, SHA-256). */
const ENTRIES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const HEADS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

describe("the tree of RFC 6962", () => {
  const known = ENTRIES.map((entry) => leafHash(sha256, bytes(entry)));
  HEADS.forEach((head, size) => {
    it(`has the known head of ${size} entries`, () => {
      assert.equal(toHex(rootOf(sha256, grow(known.slice(0, size)))), head);
      assert.equal(toHex(rootOfLeaves(sha256, known.slice(0, size))), head);
    });
  });

  it("gives the known audit path of the first of eight entries", () => {
    assert.deepEqual(inclusionProof(sha256, known, 0).map(toHex), [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
  });

  it("grown leaf by leaf has the head of the definition, and one peak for each bit of its size", () => {
    let frontier = emptyFrontier;
    leavesOf(130).forEach((leaf, index, leaves) => {
      frontier = appendLeaf(sha256, frontier, leaf);
      assert.deepEqual(rootOf(sha256, frontier), rootOfLeaves(sha256, leaves.slice(0, index + 1)));
    });
    assert.equal(frontier.peaks.length, 2); // 130 = 128 + 2
  });

  it("goes on from a checkpoint as if it had never stopped", () => {
    const leaves = leavesOf(30);
    for (const stop of [0, 1, 7, 16, 29]) {
      const before = grow(leaves.slice(0, stop));
      const restored = decodePeaks(stop, encodePeaks(before));
      const after = leaves.slice(stop).reduce((grown, leaf) => appendLeaf(sha256, grown, leaf), restored);
      assert.deepEqual(after, grow(leaves));
    }
    assert.throws(() => decodePeaks(6, encodePeaks(grow(leaves.slice(0, 4)))), /6 leaves has 2 peaks/);
    assert.throws(() => decodePeaks(1, new Uint8Array(31)), RangeError);
  });
});

const SIZES = [1, 2, 3, 5, 8, 13, 21];

describe("a proof of inclusion", () => {
  it("holds for each entry of each tree, and at no other place", () => {
    for (const size of SIZES) {
      const leaves = leavesOf(size);
      const root = rootOfLeaves(sha256, leaves);
      leaves.forEach((leaf, index) => {
        const proof = inclusionProof(sha256, leaves, index);
        assert.ok(verifyInclusion(sha256, { leaf, index, size, root, proof }));
        for (const other of [index - 1, index + 1, size])
          assert.ok(!verifyInclusion(sha256, { leaf, index: other, size, root, proof }));
      });
    }
  });

  it("fails for each bit that is flipped in the leaf, the root or the path, and for a path of another length", () => {
    const [leaves, index] = [leavesOf(11), 6];
    const claim = {
      leaf: leaves[index]!,
      index,
      size: leaves.length,
      root: rootOfLeaves(sha256, leaves),
      proof: inclusionProof(sha256, leaves, index),
    };
    for (let bit = 0; bit < 256; bit++) {
      assert.ok(!verifyInclusion(sha256, { ...claim, leaf: flipped(claim.leaf, bit) }));
      assert.ok(!verifyInclusion(sha256, { ...claim, root: flipped(claim.root, bit) }));
      claim.proof.forEach((hash, at) => {
        assert.ok(!verifyInclusion(sha256, { ...claim, proof: claim.proof.with(at, flipped(hash, bit)) }));
      });
    }
    assert.ok(!verifyInclusion(sha256, { ...claim, proof: claim.proof.slice(1) }));
    assert.ok(!verifyInclusion(sha256, { ...claim, proof: [...claim.proof, claim.root] }));
    assert.ok(!verifyInclusion(sha256, { ...claim, proof: [claim.root, ...claim.proof] }));
  });

  it("of a place or size that is no count is false, and ends", () => {
    const [leaf] = leavesOf(1);
    for (const [index, size] of [
      [0.5, 1],
      [0, 1.5],
      [-1, 1],
      [0, Number.POSITIVE_INFINITY],
      [Number.NaN, 1],
    ] as const)
      assert.ok(
        !verifyInclusion(sha256, { leaf: leaf!, index, size, root: leaf!, proof: [] }),
        `${index} of ${size}`,
      );
  });
});

describe("a proof of consistency", () => {
  const claimOf = (leaves: readonly Uint8Array[], size: number) => ({
    earlier: { size, root: rootOfLeaves(sha256, leaves.slice(0, size)) },
    later: { size: leaves.length, root: rootOfLeaves(sha256, leaves) },
    proof: consistencyProof(sha256, leaves, size),
  });

  it("holds for each beginning of each tree, the empty one included", () => {
    for (const size of SIZES)
      for (let earlier = 0; earlier <= size; earlier++)
        assert.ok(verifyConsistency(sha256, claimOf(leavesOf(size), earlier)), `${earlier} of ${size}`);
  });

  it("fails for each bit that is flipped in a root or the path", () => {
    for (const size of [0, 4, 6, 11]) {
      const claim = claimOf(leavesOf(11), size);
      for (let bit = 0; bit < 256; bit++) {
        const earlier = { size, root: flipped(claim.earlier.root, bit) };
        assert.ok(!verifyConsistency(sha256, { ...claim, earlier }), `earlier of ${size}, bit ${bit}`);
        const later = { size: 11, root: flipped(claim.later.root, bit) };
        // Of the empty tree every tree is a continuation: its proof says nothing about the later root.
        if (size > 0)
          assert.ok(!verifyConsistency(sha256, { ...claim, later }), `later of ${size}, bit ${bit}`);
        claim.proof.forEach((hash, at) => {
          assert.ok(
            !verifyConsistency(sha256, { ...claim, proof: claim.proof.with(at, flipped(hash, bit)) }),
          );
        });
      }
    }
  });

  it("fails when an old entry was changed, whatever the sizes", () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 40 }), fc.nat());
    fc.assert(
      fc.property(sizes, ([size, more, at]) => {
        const leaves = leavesOf(size + more);
        const forged = leaves.with(at % size, leafHash(sha256, bytes("ff")));
        const { earlier } = claimOf(leaves, size);
        assert.ok(!verifyConsistency(sha256, { ...claimOf(forged, size), earlier }));
      }),
    );
  });

  it("of a later tree that is smaller, or of a size that is no count, is false, and ends", () => {
    const claim = claimOf(leavesOf(5), 3);
    assert.ok(!verifyConsistency(sha256, { ...claim, earlier: claim.later, later: claim.earlier }));
    for (const size of [1.5, Number.POSITIVE_INFINITY, Number.NaN])
      assert.ok(!verifyConsistency(sha256, { ...claim, later: { ...claim.later, size } }));
  });
});
