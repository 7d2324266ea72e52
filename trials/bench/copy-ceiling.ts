/** What the database alone could take: the same rows, copied into a bare table without index, durable batch by batch. */
import path from "node:path";
import { performance } from "node:perf_hooks";
import { readPidFile } from "@openftz/server/adapters/embedded/pid-file.ts";
import { CopyBuffer, frameRoom, textRoom } from "@openftz/server/adapters/postgres/copy-buffer.ts";
import { CopyStatement } from "@openftz/server/adapters/postgres/copy-statement.ts";
import { Database, type DatabaseOptions } from "@openftz/server/adapters/postgres/database.ts";

const PER_ROW = 64;
const SAMPLE = 2_000;

type Connection = DatabaseOptions["connection"];
type Client = Awaited<ReturnType<Database["connect"]>>;

/** The database that the server under measurement writes to. */
export const connectionTo = async (data: string): Promise<Connection> =>
  process.env.OPENFTZ_DATABASE_URL ?? {
    host: (await readPidFile(path.join(data, "postgres")))?.socketFolder ?? "",
    port: 5432,
    user: "openftz",
    database: "postgres",
  };

/** How much is copied: so many rows, so many in each transaction. */
export type CopyPlan = { readonly rows: number; readonly batch: number };

/** The columns of a bare table, the most bytes that a row takes in it, and how one is written. */
type Bare = {
  readonly columns: string;
  readonly count: number;
  readonly room: (index: number) => number;
  readonly write: (index: number, to: CopyBuffer) => void;
};

/** How many rows a second go into a bare table with the bodies of entries on record. */
export const copiesPerSecond = (connection: Connection, plan: CopyPlan): Promise<number> =>
  copyInto(connection, plan, async (client) => {
    const { rows } = await client.query<{ body: Buffer }>(
      "select body from journal order by position desc limit $1",
      [SAMPLE],
    );
    const bodyOf = (index: number): Buffer => rows[index % rows.length]!.body;
    return {
      ...{ columns: "position bigint, body bytea", count: 2 },
      room: (index) => bodyOf(index).length,
      write: (index, to) => {
        to.bigint(index);
        to.bytes(bodyOf(index));
      },
    };
  });

/** A posting as a row: of a list, on a line, from one account to another, in a unit. */
export type PostingRow = {
  readonly texts: readonly [list: string, line: string, from: string, to: string, unit: string];
  readonly amount: number;
};

/** How many postings a second go into a bare table. */
export const postingCopiesPerSecond = (
  connection: Connection,
  plan: CopyPlan,
  rowOf: (index: number) => PostingRow,
): Promise<number> =>
  copyInto(connection, plan, async () => ({
    columns: "list text, line text, origin text, destination text, unit text, amount bigint",
    count: 6,
    room: (index) => rowOf(index).texts.reduce((room, text) => room + textRoom(text), 0),
    write: (index, to) => {
      const { texts, amount } = rowOf(index);
      for (const text of texts) to.text(text);
      to.bigint(amount);
    },
  }));

const copyInto = async (
  connection: Connection,
  { rows, batch }: CopyPlan,
  prepare: (client: Client) => Promise<Bare>,
): Promise<number> => {
  const database = new Database({ connection });
  const client = await database.connect();
  try {
    const { columns, count, room, write } = await prepare(client);
    await client.query("drop table if exists bench_bare");
    await client.query(`create table bench_bare (${columns})`);
    const buffer = new CopyBuffer(1);
    const start = performance.now();
    for (let from = 0; from < rows; from += batch) {
      const indexes = Array.from({ length: Math.min(batch, rows - from) }, (_, index) => from + index);
      buffer.start(frameRoom + indexes.reduce((all, index) => all + PER_ROW + room(index), 0));
      const begin = buffer.begin();
      for (const index of indexes) {
        buffer.row(count);
        write(index, buffer);
      }
      buffer.end(begin);
      const { error } = await client.query(
        new CopyStatement("copy bench_bare from stdin (format binary)", buffer.encoded),
      ).answered;
      if (error !== undefined) throw error;
    }
    return rows / ((performance.now() - start) / 1000);
  } finally {
    await client.query("drop table if exists bench_bare");
    await client.end();
    await database.close();
  }
};
