/**
 * What a trader keeps (C2SP tlog-proof): the sealed bytes of an entry, its place, the path from it to a tree head, and
 * the signed checkpoint with that head. `server/bin/check-proof.mjs` checks one without anything of ours.
 */
import { sealOf } from "@openftz/kernel/entry.ts";
import { verifyInclusion } from "@openftz/kernel/merkle.ts";
import { sha256 } from "../desk/sealing.ts";
import { openCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { fromBase64, NoteFault, toBase64 } from "./note.ts";
import type { VerifierKey } from "./verifier-key.ts";

/** A proof that an entry is in the journal. */
export type InclusionProof = {
  /** The entry's exact sealed bytes. */
  readonly entry: Uint8Array;
  /** Its place in the tree, counted from 0: its position less 1. */
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** The signed checkpoint, word for word. */
  readonly checkpoint: string;
};

const FORM = "c2sp.org/tlog-proof@v1";

/** A proof as text. */
export const proofText = ({ entry, index, path, checkpoint }: InclusionProof): string =>
  [FORM, `extra ${toBase64(entry)}`, `index ${index}`, ...path.map(toBase64), "", checkpoint].join("\n");

/** Reads a proof; nothing of it is checked yet. @throws NoteFault */
export const readProof = (text: string): InclusionProof => {
  const end = text.indexOf("\n\n");
  const [form, extra = "", at = "", ...path] = text.slice(0, Math.max(end, 0)).split("\n");
  if (form !== FORM) throw new NoteFault(`this is no proof; its first line is not ${FORM}`);
  const [, entry] = /^extra ([A-Za-z0-9+/]+={0,2})$/.exec(extra) ?? [];
  const [, index] = /^index (0|[1-9][0-9]{0,14})$/.exec(at) ?? [];
  if (entry === undefined || index === undefined)
    throw new NoteFault("the proof does not hold the entry and its index");
  return {
    entry: fromBase64(entry, "the entry"),
    index: Number(index),
    path: path.map((line) => fromBase64(line, "a line of the path")),
    checkpoint: text.slice(end + 2),
  };
};

/** Checks a proof against the keys. @throws NoteFault with what is wrong */
export const checkProof = (proof: InclusionProof, keys: readonly VerifierKey[]): SignedCheckpoint => {
  const checkpoint = openCheckpoint(proof.checkpoint, keys);
  const { size, root } = checkpoint.head;
  const leaf = sealOf(sha256, proof.entry);
  if (!verifyInclusion(sha256, { leaf, index: proof.index, size, root, proof: proof.path }))
    throw new NoteFault("the entry is not where the proof says in the tree of the checkpoint");
  return checkpoint;
};
