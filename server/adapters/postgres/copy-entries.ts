/** Writes entries for COPY, into the two tables that hold them. */
import type { StoredEntry } from "../../store.ts";
import { type CopyBuffer, frameRoom, textRoom } from "./copy-buffer.ts";

const perEntry = 128;
const perRecord = 32;

/** Room for these entries in both tables. */
export function roomForEntries(entries: readonly StoredEntry[]): number {
  let room = 2 * frameRoom;
  for (const { bytes, records, reference } of entries) {
    room += perEntry + bytes.length;
    for (const record of records) room += 2 * (perRecord + textRoom(record));
    if (reference !== undefined) room += textRoom(reference.scope) + textRoom(reference.text);
  }
  return room;
}

/** Rows of `journal`: position, seal, body, records, reference_scope, reference_text, reference_entries. */
export function copyEntries(entries: readonly StoredEntry[], to: CopyBuffer): void {
  const begin = to.begin();
  for (const entry of entries) {
    to.row(7);
    to.bigint(entry.position);
    to.bytes(entry.seal);
    to.bytes(entry.bytes);
    to.texts(entry.records);
    copyReference(entry.reference, to);
  }
  to.end(begin);
}

function copyReference(reference: StoredEntry["reference"], to: CopyBuffer): void {
  if (reference === undefined) {
    for (let column = 0; column < 3; column++) to.nothing();
    return;
  }
  to.text(reference.scope);
  to.text(reference.text);
  to.integer(reference.entries);
}

/** Rows of `entry_record`: record, position. */
export function copyRecords(entries: readonly StoredEntry[], to: CopyBuffer): void {
  const begin = to.begin();
  for (const { position, records } of entries) {
    for (const record of records) {
      to.row(2);
      to.text(record);
      to.bigint(position);
    }
  }
  to.end(begin);
}
