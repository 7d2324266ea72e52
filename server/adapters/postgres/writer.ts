/** The one connection that holds the writer's lock and appends. */
import type pg from "pg";
import type { Batch } from "../../store.ts";
import { HeadMoved, OutcomeUnknown, ReferenceBound, StoreLocked, StoreUnavailable } from "../../store.ts";
import { CopyBuffer } from "./copy-buffer.ts";
import { CopyStatement } from "./copy-statement.ts";
import type { Database } from "./database.ts";
import { explain, isLost, sentence, sqlState } from "./database-errors.ts";
import { encodeAppend } from "./encode-append.ts";

/** "OpenFTZ" in ASCII. Advisory locks belong to one database, so each has one writer. */
const lockKey = BigInt(`0x${Buffer.from("OpenFTZ").toString("hex")}`);
const retryLockMs = 50;
const unlockWithinMs = 2_000;
const bufferBytes = 1 << 18;
/** The head is one row, changed only if it stands where it is expected. */
const HEAD_FITTED = "UPDATE 1";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Writer {
  readonly #database: Database;
  readonly #lockPatienceMs: number;
  readonly #answerWithinMs: number;
  #buffer = new CopyBuffer(bufferBytes);
  #client: pg.Client | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: Database, lockPatienceMs: number, answerWithinMs: number) {
    this.#database = database;
    this.#lockPatienceMs = lockPatienceMs;
    this.#answerWithinMs = answerWithinMs;
  }

  /** Connects and takes the lock. Throws StoreLocked when another process keeps it longer than our patience. */
  async open(): Promise<pg.Client> {
    const client = await this.#database.connect();
    try {
      await this.#takeLock(client);
    } catch (error) {
      void client.end();
      throw error;
    }
    const forget = (): void => {
      if (this.#client === client) this.#client = undefined;
    };
    client.on("error", forget);
    client.on("end", forget);
    this.#client = client;
    return client;
  }

  /** Appends one batch after another, in the order of the calls. */
  append(batch: Batch): Promise<void> {
    const appended = this.#last.then(() => this.#append(batch));
    this.#last = appended.catch(() => undefined);
    return appended;
  }

  async close(): Promise<void> {
    await this.#last;
    const client = this.#client;
    if (client === undefined) return;
    // PostgreSQL would release the lock by itself, but only some time after the connection has ended.
    const deadline = setTimeout(() => giveUp(client, unlockWithinMs), unlockWithinMs);
    await client.query("select pg_advisory_unlock_all()").catch(() => undefined);
    clearTimeout(deadline);
    await client.end().catch(() => undefined);
  }

  async #takeLock(client: pg.Client): Promise<void> {
    for (const until = Date.now() + this.#lockPatienceMs; ; await pause(retryLockMs)) {
      const { rows } = await client.query<{ taken: boolean }>(
        `select pg_try_advisory_lock(${lockKey}) as taken`,
      );
      if (rows[0]!.taken) return;
      if (Date.now() >= until) {
        throw new StoreLocked(
          "Another OpenFTZ writes to this database. Stop it first, or give this one its own.",
        );
      }
    }
  }

  async #connected(): Promise<pg.Client> {
    if (this.#database.closed) throw new Error("This store is closed; open it again before using it.");
    if (this.#client !== undefined) return this.#client;
    try {
      return await this.open();
    } catch (error) {
      if (!(error instanceof StoreLocked)) throw explain(error, "connecting to append");
      throw new StoreUnavailable(`The connection was lost, and meanwhile: ${error.message}`, {
        cause: error,
      });
    }
  }

  async #append(batch: Batch): Promise<void> {
    const client = await this.#connected();
    const deadline = setTimeout(() => giveUp(client, this.#answerWithinMs), this.#answerWithinMs);
    try {
      await this.#send(client, batch);
      await commit(client);
    } catch (error) {
      // The socket may still hold the buffer.
      this.#buffer = new CopyBuffer(bufferBytes);
      throw error;
    } finally {
      clearTimeout(deadline);
    }
  }

  /** Everything but the COMMIT. Whatever goes wrong here, nothing was appended. */
  async #send(client: pg.Client, batch: Batch): Promise<void> {
    const text = encodeAppend(batch, this.#buffer);
    const { updated, error } = await client.query(new CopyStatement(text, this.#buffer.encoded)).answered;
    if (updated === HEAD_FITTED && error === undefined) return;
    if (isLost(error)) throw explain(error, "appending");
    await client.query("rollback").catch(() => undefined);
    if (updated !== undefined && updated !== HEAD_FITTED) throw headMoved(batch);
    throw sqlState(error) === "23505" ? alreadyThere(error, batch) : explain(error, "appending");
  }
}

/** A COMMIT that was refused on a connection that still answers did not happen; else nobody knows. */
async function commit(client: pg.Client): Promise<void> {
  try {
    const { command } = await client.query("commit");
    if (command !== "COMMIT")
      throw new StoreUnavailable("PostgreSQL rolled the append back instead of committing it.");
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    const refused = sqlState(error) !== undefined && (await stillAnswers(client));
    if (refused) throw explain(error, "committing");
    throw new OutcomeUnknown(
      `The connection ended in the COMMIT: ${sentence(error)}. Read the head to see whether the batch is there.`,
      { cause: error },
    );
  }
}

const stillAnswers = (client: pg.Client): Promise<boolean> =>
  client.query("select 1").then(
    () => true,
    () => false,
  );

const giveUp = (client: pg.Client, afterMs: number): void => {
  client.connection.stream.destroy(new Error(`Connection terminated: no answer within ${afterMs} ms`));
};

const headMoved = ({ expects }: Batch): HeadMoved =>
  new HeadMoved(`The journal does not end at the expected ${expects.position}: another writer was here.`);

const REFERENCE_INDEX = "journal_reference";

/** A reference that was bound before; anything else that is there already is a programmer's error. */
const alreadyThere = (error: unknown, { entries }: Batch): Error => {
  const said = `The batch of entries ${entries[0]!.position} to ${entries.at(-1)!.position} repeats what is bound already: ${sentence(error)}. Nothing was appended.`;
  const isReference = (error as { constraint?: string }).constraint === REFERENCE_INDEX;
  return isReference ? new ReferenceBound(said, { cause: error }) : new Error(said, { cause: error });
};
