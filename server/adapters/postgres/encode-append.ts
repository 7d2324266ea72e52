/** One append up to its COMMIT: begin, the conditional head, everything that rides along. */
import pg from "pg";
import type { Batch } from "../../store.ts";
import type { CopyBuffer } from "./copy-buffer.ts";
import { copyEntries, copyRecords, roomForEntries } from "./copy-entries.ts";

const intoJournal =
  "copy journal (position, seal, body, records, reference_scope, reference_text, reference_entries) from stdin (format binary)";
const intoRecords = "copy entry_record (record, position) from stdin (format binary)";

const hex = (bytes: Uint8Array): string =>
  `'\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}'`;

/** The statements of an append and, in the buffer, the rows they copy. */
export function encodeAppend(batch: Batch, buffer: CopyBuffer): string {
  const { expects, entries, checkpoint, newKeys, erasedKeys } = batch;
  const last = entries.at(-1)!;
  const withRecords = entries.some(({ records }) => records.length > 0);
  buffer.start(roomForEntries(entries));
  copyEntries(entries, buffer);
  if (withRecords) copyRecords(entries, buffer);
  let text = `begin;update head set position = ${last.position}, seal = ${hex(last.seal)} where position = ${expects.position} and seal = ${hex(expects.seal)};${intoJournal};`;
  if (withRecords) text += `${intoRecords};`;
  if (checkpoint !== undefined) {
    text += `insert into checkpoint values (${checkpoint.position}, ${hex(checkpoint.root)}, ${hex(checkpoint.frontier)});`;
  }
  if (newKeys.length > 0) {
    const rows = newKeys.map(({ subject, key }) => `(${pg.escapeLiteral(subject)}, ${hex(key)})`);
    text += `insert into personal_key values ${rows.join()};`;
  }
  if (erasedKeys.length > 0) {
    text += `delete from personal_key where subject in (${erasedKeys.map((subject) => pg.escapeLiteral(subject)).join()});`;
  }
  return text;
}
