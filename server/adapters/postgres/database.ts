import pg from "pg";
import { StoreUnavailable } from "../../store.ts";
import { explain, isLost } from "./database-errors.ts";
import { answerWithinMs, clientConfig, setUpSession } from "./session.ts";

export type DatabaseOptions = {
  /** A URL, or the parts of one as `pg` takes them. */
  readonly connection: string | pg.ClientConfig;
  /** Called when no connection comes about, before trying once more: the embedded server starts again here. */
  readonly revive?: (() => Promise<void>) | undefined;
};

const readers = 4;
const ignore = (): void => undefined;

/** A small pool for everything but appends. A lost connection is replaced at its next use. */
export class Database {
  readonly #config: pg.ClientConfig;
  readonly #revive: (() => Promise<void>) | undefined;
  readonly #pool: pg.Pool;
  #closed = false;

  constructor(options: DatabaseOptions) {
    this.#config = clientConfig(options.connection);
    this.#revive = options.revive;
    this.#pool = new pg.Pool({
      ...this.#config,
      max: readers,
      idleTimeoutMillis: 60_000,
      query_timeout: answerWithinMs,
      verify: (client, done) => {
        setUpSession(client).then(() => done(), done);
      },
    });
    // A connection that dies idle is replaced at its next use, and one that dies in use fails its statement; without
    // these listeners the same news would end the process.
    this.#pool.on("error", ignore);
    this.#pool.on("connect", (client) => client.on("error", ignore));
  }

  /** Rows as objects, for reading only: a statement whose connection is lost is sent again on another. */
  async read<R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.#attempt(
      "reading",
      readers + 1,
      async (client) => (await client.query<R>(text, [...values])).rows,
    );
  }

  /** Rows as arrays, otherwise as `read`. */
  async readArrays<R extends unknown[]>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.#attempt("reading", readers + 1, async (client) => {
      return (await client.query<R>({ text, values: [...values], rowMode: "array" })).rows;
    });
  }

  /** One statement that changes something; the number of rows it changed. */
  async write(text: string, values: readonly unknown[]): Promise<number> {
    return this.#attempt(
      "writing",
      1,
      async (client) => (await client.query(text, [...values])).rowCount ?? 0,
    );
  }

  /** Several statements that hold together or not at all. */
  async transaction(work: (client: pg.ClientBase) => Promise<void>): Promise<void> {
    await this.#attempt("writing", 1, async (client) => {
      await client.query("begin");
      try {
        await work(client);
        await client.query("commit");
      } catch (error) {
        if (!isLost(error)) await client.query("rollback");
        throw error;
      }
    });
  }

  /** A connection of the caller's own, set up like all others. */
  async connect(): Promise<pg.Client> {
    return this.#reviving(async () => {
      const client = new pg.Client(this.#config);
      client.on("error", ignore);
      try {
        await client.connect();
        await setUpSession(client);
        return client;
      } catch (error) {
        void client.end();
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#pool.end();
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Each of several idle connections may turn out dead when it is used; a new one is not. */
  async #attempt<T>(doing: string, times: number, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error("This store is closed; open it again before using it.");
    for (let attempt = 1; ; attempt++) {
      const client = await this.#reviving(() => this.#pool.connect()).catch((error) => {
        throw explain(error, doing);
      });
      try {
        return await used(client, work);
      } catch (error) {
        if (attempt === times || !isLost(error)) throw explain(error, doing);
      }
    }
  }

  async #reviving<T>(connect: () => Promise<T>): Promise<T> {
    try {
      return await connect();
    } catch (error) {
      if (this.#revive === undefined || this.#closed || !isLost(error)) throw error;
      await this.#revive().catch(notBroughtBack);
      return await connect();
    }
  }
}

/** A database that does not come back now may do so later: on a full disk it cannot even start. */
function notBroughtBack(error: Error): never {
  throw new StoreUnavailable(`PostgreSQL could not be brought back: ${error.message}`, { cause: error });
}

/** Gives the connection back to the pool, or throws it away when it is lost or in an unknown state. */
async function used<T>(client: pg.PoolClient, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(isLost(error) || client.getTransactionStatus() !== "I");
    throw error;
  }
}
