import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import pg from "pg";
import { readMigrations } from "../migrate.ts";
import { postgresStore } from "../postgres-store.ts";
import { sharedCluster } from "../shared-cluster.ts";
import { findBinaries, type TemporaryCluster } from "../temporary-cluster.ts";
import { assertSample } from "./sample.ts";

const binaries = await findBinaries();
const skip = "missing" in binaries && binaries.missing;

describe("the newest schema", () => {
  it("has a dump, for the migrations to come", async () => {
    const newest = `${String((await readMigrations()).length).padStart(4, "0")}.sql`;
    const dumps = await readdir(import.meta.dirname);
    assert.ok(
      dumps.includes(newest),
      `${newest} is missing. Make it before the release, with make-dump.ts beside it.`,
    );
  });
});

describe("a database of every earlier schema", { skip }, async () => {
  let cluster: TemporaryCluster;
  before(async () => {
    cluster = await sharedCluster();
  });

  for (const name of (await readdir(import.meta.dirname)).filter((each) => each.endsWith(".sql"))) {
    it(`${name} is brought forward and reads the same`, async () => {
      const connection = await cluster.createDatabase();
      const client = new pg.Client(connection);
      await client.connect();
      await client.query(await readFile(join(import.meta.dirname, name), "utf8"));
      await client.end();
      const store = await postgresStore({ connection });
      try {
        await assertSample(store);
      } finally {
        await store.close();
      }
    });
  }
});
