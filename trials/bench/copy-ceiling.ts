/** What the database alone could take: the same bytes, copied into a bare table without index, durable batch by batch. */
import { performance } from "node:perf_hooks";
import { CopyBuffer, frameRoom } from "@openftz/server/adapters/postgres/copy-buffer.ts";
import { CopyStatement } from "@openftz/server/adapters/postgres/copy-statement.ts";
import { Database, type DatabaseOptions } from "@openftz/server/adapters/postgres/database.ts";

const PER_ROW = 64;
const SAMPLE = 2_000;

/** How many rows a second go into a bare table, so many in each transaction, with the bodies of entries on record. */
export const copiesPerSecond = async (
  connection: DatabaseOptions["connection"],
  { rows, batch }: { readonly rows: number; readonly batch: number },
): Promise<number> => {
  const database = new Database({ connection });
  const client = await database.connect();
  try {
    const { rows: found } = await client.query<{ body: Buffer }>(
      "select body from journal order by position desc limit $1",
      [SAMPLE],
    );
    const bodies = found.map(({ body }) => body);
    await client.query("drop table if exists bench_bare");
    await client.query("create table bench_bare (position bigint, body bytea)");
    const buffer = new CopyBuffer(1);
    const start = performance.now();
    for (let from = 0; from < rows; from += batch) {
      const slice = Array.from(
        { length: Math.min(batch, rows - from) },
        (_, index) => bodies[(from + index) % bodies.length]!,
      );
      buffer.start(frameRoom + slice.reduce((room, { length }) => room + PER_ROW + length, 0));
      const begin = buffer.begin();
      for (const [index, body] of slice.entries()) {
        buffer.row(2);
        buffer.bigint(from + index);
        buffer.bytes(body);
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
