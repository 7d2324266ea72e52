/** One PostgreSQL for all tests of a process that only need databases in it; made when the first one is asked for. */
import { after } from "node:test";
import { findBinaries, type TemporaryCluster, temporaryCluster } from "./temporary-cluster.ts";

let cluster: Promise<TemporaryCluster> | undefined;
after(async () => (await cluster)?.remove());

const make = async (): Promise<TemporaryCluster> => {
  const binaries = await findBinaries();
  if ("missing" in binaries) throw new Error(binaries.missing);
  return temporaryCluster(binaries.folder);
};

/** The shared server; leave its settings as they were. @throws Error without PostgreSQL */
export const sharedCluster = (): Promise<TemporaryCluster> => {
  cluster ??= make();
  return cluster;
};
