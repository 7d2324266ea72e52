/**
 * Writes `<newest migration>.sql` beside this file: the schema of this release with the sample's rows. Run it once for
 * each new migration, before the release, with a PostgreSQL installed: `node server/adapters/postgres/dumps/make-dump.ts`
 */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { readMigrations } from "../migrate.ts";
import { postgresStore } from "../postgres-store.ts";
import { findBinaries, temporaryCluster } from "../temporary-cluster.ts";
import { writeSample } from "./sample.ts";

const binaries = await findBinaries();
if ("missing" in binaries) throw new Error(binaries.missing);
const cluster = await temporaryCluster(binaries.folder);
try {
  const connection = await cluster.createDatabase();
  const store = await postgresStore({ connection });
  await writeSample(store);
  await store.close();
  const options = [
    "-h",
    cluster.folder,
    "-U",
    "openftz",
    "--no-owner",
    "--inserts",
    String(connection.database),
  ];
  const { stdout } = await promisify(execFile)(join(binaries.folder, "pg_dump"), options);
  // Lines with a backslash are for psql alone.
  const dump = stdout.replaceAll(/^\\.*\n/gm, "");
  const number = String((await readMigrations()).length).padStart(4, "0");
  await writeFile(join(import.meta.dirname, `${number}.sql`), dump);
} finally {
  await cluster.remove();
}
