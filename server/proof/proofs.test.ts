import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import {
  appendLeaf,
  consistencyRanges,
  emptyFrontier,
  inclusionRanges,
  leafHash,
  rootOf,
  rootOfLeaves,
  verifyConsistency,
} from "@openftz/kernel/merkle.ts";
import { sha256 } from "../desk/sealing.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { ProofTree } from "./proof-tree.ts";
import { Proofs } from "./proofs.ts";
import { newestKept, openSigning, SigningFault } from "./signing-folder.ts";
import { newSigningKey } from "./signing-key.ts";
import { checkProof, proofText, readProof } from "./tlog-proof.ts";

const ground = await mkdtemp(path.join(tmpdir(), "openftz-signing-"));
after(() => rm(ground, { recursive: true }));
let folders = 0;
const fresh = (): string => path.join(ground, `data-${folders++}.signing`);

const bytesOf = (position: number): Uint8Array => Buffer.from(`{"position":${position}}`);
const sealOf = (position: number): Uint8Array => leafHash(sha256, bytesOf(position));

/** A journal of `size` small entries that can grow, and how many seals were read of it. */
const growing = (size: number) => {
  const seals = Array.from({ length: size }, (_, index) => sealOf(index + 1));
  const state = { read: 0 };
  return {
    seals,
    state,
    grow: () => void seals.push(sealOf(seals.length + 1)),
    tree: () => seals.reduce((frontier, seal) => appendLeaf(sha256, frontier, seal), emptyFrontier),
    journal: {
      readSeals: async (from: number, limit: number) => {
        const found = seals.slice(from - 1, from - 1 + limit);
        state.read += found.length;
        return found;
      },
      read: async (from: number) => [
        { position: from, bytes: bytesOf(from), seal: sealOf(from), records: [] },
      ],
    },
  };
};

const proofsOver = async (size: number, folder = fresh()) => {
  const journal = growing(size);
  const signing = await openSigning(folder, []);
  const proofs = new Proofs({
    journal: journal.journal,
    tree: journal.tree,
    day: () => "2026-03-05",
    signing,
  });
  return { ...journal, proofs, signing };
};

describe("the nodes of the tree that proofs need", () => {
  it("are those of the definition, in trees of all kinds of sizes", async () => {
    for (const size of [1, 2, 255, 256, 257, 511, 513, 1_024, 1_700]) {
      const { journal, seals } = growing(size);
      const nodes = new ProofTree(journal);
      for (const index of [0, 1, 255, 256, 300, size - 2, size - 1].filter((at) => at >= 0 && at < size)) {
        const ranges = inclusionRanges(index, size);
        const expected = ranges.map(([begin, end]) => rootOfLeaves(sha256, seals.slice(begin, end)));
        assert.deepEqual(await nodes.roots(ranges, size), expected, `${index} of ${size}`);
      }
      for (const earlier of [1, 128, 256, 600, size].filter((each) => each <= size)) {
        const ranges = consistencyRanges(earlier, size);
        const expected = ranges.map(([begin, end]) => rootOfLeaves(sha256, seals.slice(begin, end)));
        assert.deepEqual(await nodes.roots(ranges, size), expected, `${earlier} in ${size}`);
      }
    }
  });

  it("are kept: a second proof reads two tiles at most", async () => {
    const { journal, state } = growing(5_000);
    const nodes = new ProofTree(journal);
    await nodes.roots(inclusionRanges(4_000, 5_000), 5_000);
    const first = state.read;
    await nodes.roots(inclusionRanges(3_000, 5_000), 5_000);
    assert(state.read - first <= 512, `${state.read - first} seals were read`);
  });
});

describe("checkpoints of a growing journal", () => {
  it("cover what is durable when they are asked for, and are kept for their day", async () => {
    const { proofs, grow, signing, tree } = await proofsOver(3);
    const first = await proofs.newest();
    assert.equal(first.head.size, 3);
    grow();
    assert.equal((await proofs.newest()).text, first.text, "nobody asked for more");
    const second = await proofs.newest(4);
    const { head } = openCheckpoint(second.text, signing.keys);
    assert.deepEqual([head.size, Buffer.from(head.root)], [4, Buffer.from(rootOf(sha256, tree()))]);
    assert.equal(await proofs.ofDay("2026-03-05"), second.text);
    assert.equal(await proofs.ofDay("2026-03-04"), undefined);
    assert.equal(await proofs.ofDay("../key"), undefined);
  });

  it("are signed once for everything that was asked at once", async () => {
    const { proofs } = await proofsOver(700);
    const all = await Promise.all([1, 700, 300].map((position) => proofs.newest(position)));
    assert.equal(new Set(all.map(({ text }) => text)).size, 1);
  });

  it("are signed as often as filing can bear, however many ask, and then cover what came meanwhile", async () => {
    const { journal, tree, grow } = growing(1);
    const signing = await openSigning(fresh(), []);
    const proofs = new Proofs({ journal, tree, day: () => "2026-03-05", signing, apartMs: 30 });
    await proofs.newest(1);
    grow();
    const asked = proofs.newest(2);
    grow();
    assert.equal((await asked).head.size, 3);
  });

  it("prove that the journal only grew, from every size to the newest", async () => {
    const { proofs, tree, seals } = await proofsOver(0);
    for (let size = 1; size <= 40; size++) {
      seals.push(sealOf(size));
      const { head, proof } = await proofs.consistency(size >> 1);
      const earlier = {
        size: size >> 1,
        root: rootOfLeaves(sha256, seals.slice(0, size >> 1)),
      };
      await proofs.newest(size);
      assert(verifyConsistency(sha256, { earlier, later: head, proof }), `${size}, ${tree().size}`);
    }
  });

  it("tell whether another head was one of theirs", async () => {
    const { proofs, seals } = await proofsOver(600);
    const origin = "any";
    assert.equal(
      await proofs.fits({ origin, size: 300, root: rootOfLeaves(sha256, seals.slice(0, 300)) }),
      true,
    );
    assert.equal(
      await proofs.fits({ origin, size: 300, root: rootOfLeaves(sha256, seals.slice(0, 301)) }),
      false,
    );
    assert.equal(await proofs.fits({ origin, size: 601, root: sealOf(1) }), false);
  });
});

describe("a proof that an entry is in the journal", () => {
  it("holds for each entry, as text too, and against earlier checkpoints", async () => {
    const { proofs, signing } = await proofsOver(530);
    for (const [position, size] of [[1], [256], [257], [530], [3, 3], [3, 100], [256, 256]] as const) {
      const proof = readProof(proofText(await proofs.inclusion(position, size)));
      assert.equal(checkProof(proof, signing.keys).head.size, size ?? 530);
      assert.deepEqual(Buffer.from(proof.entry), Buffer.from(bytesOf(position)));
    }
  });

  it("is not given out when the stored seals are not those that were signed", async () => {
    const { proofs, seals } = await proofsOver(10);
    await proofs.newest(10);
    seals[4] = sealOf(99);
    await assert.rejects(proofs.inclusion(3), { name: "JournalFault" });
    await assert.rejects(proofs.consistency(5), { name: "JournalFault" });
  });
});

describe("the signing folder", () => {
  it("is made at the first start, the key for its owner alone, and found again", async () => {
    const folder = fresh();
    const made = await openSigning(folder, [], "customs.example/one");
    assert.equal((await stat(path.join(folder, "key"))).mode & 0o777, 0o600);
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
    assert.equal(made.key.verifier.name, "customs.example/one");
    const again = await openSigning(folder, [made.key.verifier.text]);
    assert.equal(again.key.text, made.key.text);
    assert.deepEqual((await readdir(folder)).sort(), ["key", "keys"]);
  });

  const refused: readonly (readonly [
    what: string,
    harm: (folder: string) => Promise<unknown>,
    known: boolean,
    why: RegExp,
  ])[] = [
    ["a key that is lost", (folder) => rm(path.join(folder, "key")), true, /is not in/],
    [
      "a key that is lost, also when the database is a new one",
      (folder) => rm(path.join(folder, "key")),
      false,
      /is not in/,
    ],
    ["a folder that is lost", (folder) => rm(folder, { recursive: true }), true, /is not in/],
    ["a key that others can read", (folder) => chmod(path.join(folder, "key"), 0o644), true, /Others/],
    [
      "a key that was changed",
      (folder) => writeFile(path.join(folder, "key"), "PRIVATE+KEY+x"),
      true,
      /not what it was/,
    ],
    [
      "a key of another installation",
      async (folder) => {
        await writeFile(path.join(folder, "key"), newSigningKey("other").text);
        await rm(path.join(folder, "keys"));
      },
      true,
      /not one of this installation/,
    ],
  ];
  for (const [what, harm, known, why] of refused)
    it(`refuses ${what}, and says what to do`, async () => {
      const folder = fresh();
      const made = await openSigning(folder, []);
      await harm(folder);
      await assert.rejects(
        openSigning(folder, known ? [made.key.verifier.text] : []),
        (error: Error) => error instanceof SigningFault && why.test(error.message) && error.next.length > 20,
      );
    });

  it("tells the newest checkpoint that it signed, and passes over one that a power cut emptied", async () => {
    const { proofs, signing, grow } = await proofsOver(5);
    const { text } = await proofs.newest();
    const kept = path.join(signing.folder, "checkpoints");
    await writeFile(path.join(kept, "2026-03-06.txt"), "");
    assert.equal((await newestKept(signing.folder, signing.keys))?.text, text);
    grow();
    await proofs.newest(6);
    assert.equal((await newestKept(signing.folder, signing.keys))?.head.size, 6);
    assert.equal(await readFile(path.join(kept, "2026-03-05.txt"), "utf8"), (await proofs.newest()).text);
    assert.equal(await newestKept(signing.folder, [newSigningKey("other").verifier]), undefined);
  });
});
