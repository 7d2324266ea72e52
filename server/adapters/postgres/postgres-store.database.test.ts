import { describe } from "node:test";
import { storeContract } from "../../store-contract.ts";
import { postgresStore } from "./postgres-store.ts";
import { sharedCluster } from "./shared-cluster.ts";
import { findBinaries } from "./temporary-cluster.ts";

const binaries = await findBinaries();
if ("missing" in binaries) {
  describe("the store contract, postgres", { skip: binaries.missing }, () => {});
} else {
  storeContract("postgres", async () => {
    const connection = await (await sharedCluster()).createDatabase();
    const reopen = () => postgresStore({ connection, lockPatienceMs: 100 });
    const store = await reopen();
    return { store, reopen, cleanup: () => store.close() };
  });
}
