import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import pg from "pg";
import { StoreUnavailable } from "../../store.ts";
import { Database } from "./database.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { postgresStore } from "./postgres-store.ts";
import { sharedCluster } from "./shared-cluster.ts";
import { findBinaries, type TemporaryCluster } from "./temporary-cluster.ts";

const binaries = await findBinaries();
const skip = "missing" in binaries && binaries.missing;

describe("opening a PostgreSQL store", { skip }, () => {
  let cluster: TemporaryCluster;
  before(async () => {
    cluster = await sharedCluster();
  });

  async function withClient(work: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = new pg.Client(await cluster.createDatabase());
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }

  it("refuses a server that could lose what it acknowledged", async () => {
    for (const setting of ["fsync", "full_page_writes"]) {
      const connection = await cluster.createDatabase();
      await cluster.administer(`alter system set ${setting} = off`);
      await cluster.administer("select pg_reload_conf()");
      await assert.rejects(postgresStore({ connection }), new RegExp(`${setting} off.*Set ${setting} = on`));
      await cluster.administer(`alter system reset ${setting}`);
      await cluster.administer("select pg_reload_conf()");
    }
  });

  it("commits synchronously although the database says otherwise, and leaves a stronger setting", async () => {
    const connection = await cluster.createDatabase();
    for (const [given, used] of [
      ["off", "on"],
      ["local", "on"],
      ["remote_apply", "remote_apply"],
    ]) {
      await cluster.administer(`alter database ${connection.database} set synchronous_commit = ${given}`);
      const database = new Database({ connection });
      assert.deepEqual(await database.read("show synchronous_commit"), [{ synchronous_commit: used }]);
      await database.close();
    }
  });

  it("refuses a database in another encoding", async () => {
    const connection = { ...(await cluster.createDatabase()), database: "latin" };
    await cluster.administer("create database latin encoding 'LATIN1' locale 'C' template template0");
    await assert.rejects(postgresStore({ connection }), /encoded in LATIN1.*encoding 'UTF8'/);
  });

  it("says what to do when the database is not there, or nobody answers", async () => {
    const connection = await cluster.createDatabase();
    await assert.rejects(
      postgresStore({ connection: { ...connection, database: "unmade" } }),
      /Create it first/,
    );
    await assert.rejects(
      postgresStore({ connection: "postgres://nobody@127.0.0.1:1/none" }),
      StoreUnavailable,
    );
  });

  it("migrates once, and in order", () =>
    withClient(async (client) => {
      const first = { number: 1, name: "0001-a.sql", text: "create table a (b int)", hash: "1" };
      const second = { number: 2, name: "0002-b.sql", text: "alter table a add c int", hash: "2" };
      await migrate(client, [first]);
      await migrate(client, [first, second]);
      await migrate(client, [first, second]);
      await client.query("select b, c from a");
      await assert.rejects(
        migrate(client, [first]),
        /newer OpenFTZ has migrated this database \(0002-b.sql\)/,
      );
      await assert.rejects(migrate(client, [{ ...first, hash: "x" }, second]), /A migration never changes/);
    }));

  it("leaves nothing of a migration that fails", () =>
    withClient(async (client) => {
      const broken = {
        number: 1,
        name: "0001-a.sql",
        text: "create table a (b int); select nonsense",
        hash: "1",
      };
      await assert.rejects(migrate(client, [broken]), /nonsense/);
      await assert.rejects(client.query("select from a"), /does not exist/);
      await migrate(client, [{ ...broken, text: "create table a (b int)" }]);
    }));

  it("keeps the journal from being changed by hand", () =>
    withClient(async (client) => {
      await migrate(client, await readMigrations());
      await client.query("insert into journal values (1, '', '', '{}', null, null, null)");
      for (const statement of ["update journal set body = 'x'", "delete from journal", "truncate journal"]) {
        await assert.rejects(client.query(statement), /never changes/);
      }
    }));
});
