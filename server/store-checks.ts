/** What every adapter refuses before it touches anything. A failure here is a programmer's error: a plain Error. */
import { createHash } from "node:crypto";
import type { Batch, StoredEntry } from "./store.ts";

const sealBytes = 32;

/** Throws unless positions follow the expected head without a gap and every text can be kept exactly. */
export function checkBatch(batch: Batch): void {
  if (batch.entries.length === 0) throw new Error("A batch holds at least one entry; this one is empty.");
  checkSeal(batch.expects.seal, "the expected head");
  let position = batch.expects.position;
  for (const entry of batch.entries) {
    position += 1;
    if (entry.position !== position) {
      throw new Error(
        `Entry ${entry.position} stands where ${position} follows; number entries without a gap.`,
      );
    }
    checkEntry(entry);
  }
  for (const { subject } of batch.newKeys) checkText(subject, "the subject of a key");
}

function checkEntry(entry: StoredEntry): void {
  const { position, records, reference } = entry;
  checkSeal(entry.seal, `entry ${position}`);
  const seen = new Set<string>();
  for (const record of records) {
    checkText(record, `a record of entry ${position}`);
    if (seen.has(record)) throw new Error(`Entry ${position} names record ${record} twice.`);
    seen.add(record);
  }
  if (reference === undefined) return;
  checkText(reference.scope, `the reference scope of entry ${position}`);
  checkText(reference.text, `the reference of entry ${position}`);
}

function checkSeal(seal: Uint8Array, of: string): void {
  if (seal.length !== sealBytes)
    throw new Error(`The seal of ${of} has ${seal.length} bytes, not ${sealBytes}.`);
}

/** Throws for a text that PostgreSQL cannot keep exactly: with U+0000 or half of a surrogate pair. */
export function checkText(text: string, what: string): void {
  if (text.includes("\0")) throw new Error(`${what} holds the character U+0000, which a store cannot keep.`);
  if (!text.isWellFormed())
    throw new Error(`${what} holds half a surrogate pair, which a store cannot keep.`);
}

/** Throws unless `hash` is the lower-case hex SHA-256 of the bytes. */
export function checkHash(hash: string, bytes: Uint8Array): void {
  const actual = createHash("sha256").update(bytes).digest("hex");
  if (actual !== hash)
    throw new Error(`A file was named ${hash}, but the SHA-256 of its bytes is ${actual}.`);
}
