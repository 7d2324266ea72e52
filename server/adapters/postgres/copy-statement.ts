/** One append up to its COMMIT as one message and one answer: begin, the conditional head, everything that rides along. */
import pg from "pg";
import type { Batch } from "../../store.ts";
import type { CopyBuffer } from "./copy-binary.ts";

const copyJournal =
  "copy journal (position, seal, body, records, reference_scope, reference_text, reference_entries) from stdin (format binary)";
const copyRecords = "copy entry_record (record, position) from stdin (format binary)";

const hex = (bytes: Uint8Array): string =>
  `'\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}'`;

/** The statements of an append and, in the buffer, the rows they copy. */
export function encodeAppend(batch: Batch, buffer: CopyBuffer): string {
  const { expects, entries, checkpoint, newKeys, erasedKeys } = batch;
  const last = entries.at(-1)!;
  const withRecords = entries.some(({ records }) => records.length > 0);
  buffer.start(entries);
  buffer.journal(entries);
  if (withRecords) buffer.records(entries);
  let text = `begin;update head set position = ${last.position}, seal = ${hex(last.seal)} where position = ${expects.position} and seal = ${hex(expects.seal)};${copyJournal};`;
  if (withRecords) text += `${copyRecords};`;
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

/** How an append's first message was answered: the head fitted, it did not, or PostgreSQL or the socket failed. */
export type AppendAnswer = { readonly headFitted: boolean | undefined; readonly error?: unknown };

/**
 * Sends the statements and at once the copied rows. PostgreSQL reads the rows when it comes to them, and ignores them
 * when a statement before failed, so that nothing has to wait for an answer in between.
 */
export class AppendStatement implements pg.Submittable {
  readonly answered: Promise<AppendAnswer>;
  /** `pg` calls this one when it gives up on a statement. */
  callback: ((error?: unknown) => void) | undefined;
  readonly #text: string;
  readonly #rows: Buffer;
  #answer!: (answer: AppendAnswer) => void;
  #headFitted: boolean | undefined;

  constructor(text: string, rows: Buffer) {
    this.#text = text;
    this.#rows = rows;
    this.answered = new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  submit(connection: pg.Connection): void {
    connection.stream.cork();
    connection.query(this.#text);
    connection.stream.write(this.#rows);
    connection.stream.uncork();
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    if (text.startsWith("UPDATE ")) this.#headFitted = text === "UPDATE 1";
  }

  handleReadyForQuery(): void {
    this.#answer({ headFitted: this.#headFitted });
  }

  handleError(error: unknown): void {
    this.#answer({ headFitted: this.#headFitted, error });
  }

  handleCopyInResponse(): void {
    // The rows are already on their way.
  }

  handleRowDescription(): void {
    // No statement of an append returns rows.
  }

  handleDataRow(): void {
    // As above.
  }
}
