import { after, describe } from "node:test";
import { storeContract } from "../../store-contract.ts";
import { postgresStore } from "./postgres-store.ts";
import { findBinaries, type TemporaryCluster, temporaryCluster } from "./temporary-cluster.ts";

const binaries = await findBinaries();
if ("missing" in binaries) {
  describe("the store contract, postgres", { skip: binaries.missing }, () => {});
} else {
  const { folder } = binaries;
  let cluster: Promise<TemporaryCluster> | undefined;
  const started = (): Promise<TemporaryCluster> => {
    cluster ??= temporaryCluster(folder);
    return cluster;
  };
  after(async () => (await cluster)?.remove());

  storeContract("postgres", async () => {
    const connection = await (await started()).createDatabase();
    const reopen = () => postgresStore({ connection, lockPatienceMs: 100 });
    const store = await reopen();
    return { store, reopen, cleanup: () => store.close() };
  });
}
