/** Statements of which some copy rows, with those rows, as one message and one answer. */
import type pg from "pg";

/** How a copy was answered: what the tag of an UPDATE before it said, and how PostgreSQL or the socket failed. */
export type CopyAnswer = { readonly updated: string | undefined; readonly error?: unknown };

/**
 * Sends statements and at once the rows that they copy. PostgreSQL reads the rows when it comes to them, and ignores
 * them when a statement before failed, so that nothing has to wait for an answer in between.
 */
export class CopyStatement implements pg.Submittable {
  readonly answered: Promise<CopyAnswer>;
  /** `pg` puts one here to hear of the end, and calls it when it gives up. */
  callback: ((error?: unknown) => void) | undefined;
  readonly #text: string;
  readonly #rows: Buffer;
  #answer!: (answer: CopyAnswer) => void;
  #updated: string | undefined;

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
    if (text.startsWith("UPDATE ")) this.#updated = text;
  }

  handleReadyForQuery(): void {
    this.callback?.();
    this.#answer({ updated: this.#updated });
  }

  handleError(error: unknown): void {
    this.callback?.(error);
    this.#answer({ updated: this.#updated, error });
  }

  handleCopyInResponse(): void {
    // The rows are already on their way.
  }

  handleRowDescription(): void {
    // No statement before a copy returns rows.
  }

  handleDataRow(): void {
    // As above.
  }
}
