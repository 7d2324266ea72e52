/** A store in a PostgreSQL of the installation's own, 15 or newer. */
import type { Store } from "../../store.ts";
import { StoreLocked } from "../../store.ts";
import { Database, type DatabaseOptions } from "./database.ts";
import { explain, sentence, sqlState } from "./database-errors.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { postgresJournal } from "./postgres-journal.ts";
import { postgresCabinet, postgresFiles, postgresKeys, postgresSnapshots } from "./postgres-shelves.ts";
import { postgresViews } from "./postgres-views.ts";
import { answerWithinMs, checkServer } from "./session.ts";
import { Writer } from "./writer.ts";

export type PostgresStoreOptions = DatabaseOptions & {
  readonly name?: string;
  /** How long to wait for another writer to go, in milliseconds; 2,000 unless told. */
  readonly lockPatienceMs?: number;
  /** After how many milliseconds without an answer an append gives its connection up; 120,000 unless told. */
  readonly appendWithinMs?: number;
};

/**
 * Takes the writer's lock, checks the server and brings the schema forward. Throws StoreLocked when another OpenFTZ
 * writes to the database, StoreUnavailable when it cannot be reached, and an Error for the operator otherwise.
 */
export async function postgresStore(options: PostgresStoreOptions): Promise<Store> {
  const database = new Database(options);
  const writer = new Writer(
    database,
    options.lockPatienceMs ?? 2_000,
    options.appendWithinMs ?? answerWithinMs,
  );
  try {
    const client = await writer.open();
    await checkServer(client);
    await migrate(client, await readMigrations());
  } catch (error) {
    await writer.close();
    await database.close();
    throw error instanceof StoreLocked ? error : explainOpening(error);
  }
  return {
    name: options.name ?? "postgres",
    journal: postgresJournal(database, writer),
    snapshots: postgresSnapshots(database),
    views: postgresViews(database),
    files: postgresFiles(database),
    keys: postgresKeys(database),
    cabinet: postgresCabinet(database),
    reachable: () =>
      database.read("select 1").then(
        () => true,
        () => false,
      ),
    async close() {
      await writer.close();
      await database.close();
    },
  };
}

/** Class 28 is a refused login, 3D000 a database that is not there, 42501 a role that may not create tables. */
function explainOpening(error: unknown): unknown {
  const next: Readonly<Record<string, string>> = {
    "28": "Check the user and password in the database URL.",
    "3D": "Create it first: create database openftz encoding 'UTF8' template template0",
    "42": "Give the user the right to create tables in it: grant create on schema public to ...",
  };
  const hint = next[sqlState(error)?.slice(0, 2) ?? ""];
  if (hint === undefined) return explain(error, "opening the store");
  return new Error(`PostgreSQL refused: ${sentence(error)}. ${hint}`, { cause: error });
}
