/** Brings the schema forward, file by file. There is no way back: a release reads what it or an older one wrote. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";

export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly hash: string;
};

const fileForm = /^(\d{4})-.+\.sql$/;

/** The migrations of this release, in order. Throws when their numbers have a gap. */
export async function readMigrations(
  folder: string = join(import.meta.dirname, "migrations"),
): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => fileForm.test(name)).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(fileForm.exec(name)![1]);
      if (number !== index + 1)
        throw new Error(`Migration ${name} stands where number ${index + 1} belongs.`);
      const text = await readFile(join(folder, name), "utf8");
      return { number, name, text, hash: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/**
 * Runs what is missing, each file in a transaction of its own. The caller holds the writer's lock. Throws when the
 * database was made by a newer release, or by a migration that reads otherwise today.
 */
export async function migrate(client: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  await client.query(
    `create table if not exists migration (
       number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ number: number; name: string; hash: string }>(
    "select number, name, hash from migration order by number",
  );
  for (const { number, name, hash } of rows) checkApplied(number, name, hash, migrations);
  for (const migration of migrations.slice(rows.length)) await apply(client, migration);
}

function checkApplied(number: number, name: string, hash: string, migrations: readonly Migration[]): void {
  const known = migrations[number - 1];
  if (known === undefined) {
    throw new Error(
      `A newer OpenFTZ has migrated this database (${name}). Start that release or a later one.`,
    );
  }
  if (known.hash !== hash) {
    throw new Error(
      `Migration ${known.name} is not the one this database was made with (${name}). A migration never changes; add a new one.`,
    );
  }
}

async function apply(client: pg.ClientBase, { number, name, text, hash }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into migration (number, name, hash) values ($1, $2, $3)", [
      number,
      name,
      hash,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}
