import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { postgresStore } from "../postgres-store.ts";
import { findBinaries, type TemporaryCluster, temporaryCluster } from "../temporary-cluster.ts";
import { assertSample } from "./sample.ts";

const binaries = await findBinaries();
const skip = "missing" in binaries && binaries.missing;

describe("a database of every earlier schema", { skip }, async () => {
  let cluster: TemporaryCluster;
  before(async () => {
    cluster = await temporaryCluster("folder" in binaries ? binaries.folder : "");
  });
  after(() => cluster.remove());

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
