import { describe } from "node:test";
import type pg from "pg";
import { emptyDatabase } from "../../store-contract/empty-database.ts";
import { storeContract } from "../../store-contract.ts";
import { postgresStore } from "./postgres-store.ts";
import { sharedCluster } from "./shared-cluster.ts";
import { findBinaries } from "./temporary-cluster.ts";

const binaries = await findBinaries();
if ("missing" in binaries) {
  describe("the store contract, postgres", { skip: binaries.missing }, () => {});
} else {
  /** One database for all sentences: each empties it when it is done. */
  let database: Promise<pg.ClientConfig> | undefined;

  storeContract("postgres", async () => {
    database ??= sharedCluster().then((cluster) => cluster.createDatabase());
    const connection = await database;
    const reopen = () => postgresStore({ connection, lockPatienceMs: 100 });
    const store = await reopen();
    const cleanup = async (): Promise<void> => {
      await store.close();
      await emptyDatabase(connection);
    };
    return { store, reopen, cleanup };
  });
}
