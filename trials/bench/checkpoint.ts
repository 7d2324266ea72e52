/** What signed checkpoints cost: CPU of this process (all its threads) for one signature, shared by the entries it covers. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { appendLeaf, emptyFrontier, type Frontier } from "@openftz/kernel/merkle.ts";
import { sha256 } from "@openftz/server/desk/sealing.ts";
import { Proofs } from "@openftz/server/proof/proofs.ts";
import { openSigning } from "@openftz/server/proof/signing-folder.ts";
import { type Figure, figureOf } from "./figures.ts";

const SIGNATURES = 200;
/** A signature is made once a second: this many entries share it at 1,000 declarations a second. */
const ENTRIES = 1_000;

/** Measures it in rounds of 200 signatures, each over a journal that grew by 1,000 entries and kept in a file. */
export const benchCheckpoint = async (rounds: number): Promise<readonly Figure[]> => {
  const ground = await mkdtemp(path.join(tmpdir(), "openftz-bench-"));
  try {
    const signing = await openSigning(path.join(ground, "data.signing"), []);
    let tree: Frontier = emptyFrontier;
    const nothing = async () => [];
    const journal = { read: nothing, readSeals: nothing };
    const proofs = new Proofs({ journal, tree: () => tree, day: () => "2026-03-05", signing });
    const measured: number[] = [];
    for (let round = 0; round < rounds; round++) {
      let spent = 0;
      for (let signature = 0; signature < SIGNATURES; signature++) {
        for (let entry = 0; entry < ENTRIES; entry++)
          tree = appendLeaf(sha256, tree, Buffer.alloc(32, entry));
        const before = process.cpuUsage();
        await proofs.sign();
        const { user, system } = process.cpuUsage(before);
        spent += user + system;
      }
      measured.push(spent / SIGNATURES);
    }
    return [
      figureOf("checkpoint.cpuUsPerSignature", "µs", measured),
      figureOf(
        "checkpoint.cpuUsPerEntry",
        "µs",
        measured.map((each) => each / ENTRIES),
      ),
    ];
  } finally {
    await rm(ground, { recursive: true });
  }
};
