/**
 * A small witness (C2SP tlog-witness and tlog-cosignature): for each journal it keeps the newest checkpoint that it saw,
 * and signs another only when the journal grew from there. It shares the forms with OpenFTZ, and nothing else.
 */
import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { sameBytes } from "@openftz/kernel/hash.ts";
import { verifyConsistency } from "@openftz/kernel/merkle.ts";
import { sha256 } from "@openftz/server/desk/sealing.ts";
import {
  headOf,
  readCheckpoint,
  type SignedCheckpoint,
  type TreeHead,
} from "@openftz/server/proof/checkpoint.ts";
import { fromBase64, NoteFault, signatureLine } from "@openftz/server/proof/note.ts";
import { cosignedText, type VerifierKey } from "@openftz/server/proof/verifier-key.ts";
import type { WitnessKey } from "./witness-key.ts";

/** What the witness answers: an HTTP status, the body, and its type where it matters. */
export type Answer = { readonly status: number; readonly text: string; readonly type?: string };

/** What a witness is made of; `folder` holds the checkpoints it signed. */
export type WitnessParts = {
  readonly folder: string;
  readonly key: WitnessKey;
  /** The keys of the journals that it watches. */
  readonly journals: readonly VerifierKey[];
  /** Seconds since 1970. */
  readonly now: () => number;
};

const MOST_LINES = 63;
const conflict = (size: number): Answer => ({ status: 409, text: `${size}\n`, type: "text/x.tlog.size" });

/** See the file's first lines. Requests are answered one after another, so that no two can pass each other. */
export class Witness {
  readonly #parts: WitnessParts;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: WitnessParts) {
    this.#parts = parts;
  }

  /** The answer to `POST add-checkpoint`. */
  add(body: string): Promise<Answer> {
    const answer = this.#last.then(() => this.#add(body));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** The newest checkpoint that it signed for a journal. */
  async seen(origin: string): Promise<TreeHead | undefined> {
    const text = await readFile(this.#fileOf(origin), "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
    return text === undefined ? undefined : headOf(text);
  }

  async #add(body: string): Promise<Answer> {
    const request = unlessFaulty(() => readRequest(body));
    if ("fault" in request) return { status: 400, text: request.fault };
    const { checkpoint, head } = request;
    const journals = this.#parts.journals.filter(({ name }) => name === head.origin);
    if (journals.length === 0) return { status: 404, text: "This witness does not watch that journal.\n" };
    const signed = unlessFaulty(() => readCheckpoint(checkpoint, journals));
    if ("fault" in signed) return { status: 403, text: signed.fault };
    if (signed.signers.length === 0) return { status: 403, text: "None of its known keys signed it.\n" };
    return refusalOf(await this.seen(head.origin), request) ?? this.#sign(signed);
  }

  async #sign({ head, note }: SignedCheckpoint): Promise<Answer> {
    const { key, now } = this.#parts;
    const seconds = BigInt(Math.floor(now()));
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(seconds);
    const signature = Buffer.concat([time, key.sign(cosignedText(seconds, note.text))]);
    const line = signatureLine({ name: key.verifier.name, keyId: key.verifier.keyId, signature });
    await writeDurably(this.#fileOf(head.origin), `${note.text}\n${line}`);
    return { status: 200, text: line };
  }

  #fileOf(origin: string): string {
    return path.join(this.#parts.folder, `${createHash("sha256").update(origin).digest("hex")}.txt`);
  }
}

/** What was read, or what is wrong with it in a line. */
const unlessFaulty = <Read extends object>(read: () => Read): Read | { readonly fault: string } => {
  try {
    return read();
  } catch (error) {
    if (error instanceof NoteFault) return { fault: `${error.message}\n` };
    throw error;
  }
};

type Request = {
  readonly old: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: string;
  readonly head: TreeHead;
};

const readRequest = (body: string): Request => {
  const end = body.indexOf("\n\n");
  const [first = "", ...lines] = body.slice(0, Math.max(end, 0)).split("\n");
  const old = /^old (0|[1-9][0-9]{0,14})$/.exec(first)?.[1];
  if (old === undefined) throw new NoteFault('the first line is not "old" and a size');
  if (lines.length > MOST_LINES) throw new NoteFault("the proof is too long");
  const proof = lines.map((line) => fromBase64(line, "a line of the proof"));
  const checkpoint = body.slice(end + 2);
  return { old: Number(old), proof, checkpoint, head: headOf(checkpoint) };
};

/** Why a checkpoint that a known key signed is not signed here; nothing when it is a continuation. */
const refusalOf = (seen: TreeHead | undefined, { old, proof, head }: Request): Answer | undefined => {
  if (old > head.size) return { status: 400, text: "The old size is larger than the checkpoint's.\n" };
  const size = seen?.size ?? 0;
  if (old !== size) return conflict(size);
  if (seen && seen.size === head.size && !sameBytes(seen.root, head.root)) return conflict(size);
  const earlier = { size, root: seen?.root ?? sha256() };
  const isContinuation =
    size === 0 ? proof.length === 0 : verifyConsistency(sha256, { earlier, later: head, proof });
  return isContinuation ? undefined : { status: 422, text: "It does not continue what was seen.\n" };
};

const writeDurably = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(`${file}.part`, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
};
