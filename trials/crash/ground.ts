/** A store for a trial: where it is, how it is read beside the server, and how its database dies and comes back. */
import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readPidFile } from "@openftz/server/adapters/embedded/pid-file.ts";
import { processesOf } from "@openftz/server/adapters/embedded/processes.ts";
import { removeSocketFolder } from "@openftz/server/adapters/embedded/socket-folder.ts";
import type { DatabaseOptions } from "@openftz/server/adapters/postgres/database.ts";
import { findBinaries, temporaryCluster } from "@openftz/server/adapters/postgres/temporary-cluster.ts";

/** The real stores: the PostgreSQL that comes with OpenFTZ, or one of the installation's own. */
export const STORES = ["embedded", "postgresql"] as const;

/** One of them. */
export type StoreName = (typeof STORES)[number];

/** See the file's first line. */
export type Ground = {
  readonly store: StoreName;
  /** The data folder to start a server on, and its environment. */
  readonly data: string;
  readonly env: Record<string, string>;
  /** How to connect to the database beside the server. */
  readonly connection: () => Promise<DatabaseOptions["connection"]>;
  /** The folder of the database's unix socket. */
  readonly socketFolder: () => Promise<string>;
  /** Every living process of the database. */
  readonly databaseProcesses: () => Promise<readonly number[]>;
  /** What brings a dead database back: its operator, or for the embedded one the server by itself. */
  readonly bringBack: () => Promise<void>;
  /** Stops what the ground started and removes everything. */
  readonly remove: () => Promise<void>;
};

/** Makes a ground in `within`, an existing folder; in the system's temporary one unless told. @throws Error without PostgreSQL */
export const makeGround = (store: StoreName, within = tmpdir()): Promise<Ground> =>
  store === "embedded" ? embeddedGround(within) : postgresqlGround(within);

const embeddedGround = async (within: string): Promise<Ground> => {
  const folder = await mkdtemp(path.join(within, "openftz crash "));
  const data = path.join(folder, "data");
  const cluster = path.join(data, "postgres");
  const socketFolder = async (): Promise<string> => (await readPidFile(cluster))?.socketFolder ?? "";
  return {
    store: "embedded",
    data,
    env: {},
    connection: async () => ({
      host: await socketFolder(),
      port: 5432,
      user: "openftz",
      database: "postgres",
    }),
    socketFolder,
    databaseProcesses: () => processesIn(cluster),
    bringBack: async () => undefined,
    remove: async () => {
      const sockets = await socketFolder();
      await killDatabase({ databaseProcesses: () => processesIn(cluster) });
      await removeSocketFolder(sockets);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** As the embedded one runs: otherwise every file is synced at the start of a recovery, which takes seconds. */
const QUICK_RECOVERY = "recovery_init_sync_method=syncfs";

const postgresqlGround = async (within: string): Promise<Ground> => {
  const binaries = await findBinaries();
  if ("missing" in binaries) throw new Error(binaries.missing);
  const cluster = await temporaryCluster(binaries.folder, within);
  const connection = await cluster.createDatabase();
  const data = path.join(within, path.basename(cluster.folder).replace("-pg-", "-data-"));
  await mkdir(data);
  return {
    store: "postgresql",
    data,
    env: { OPENFTZ_DATABASE_URL: databaseUrl(connection.database!, cluster.folder) },
    connection: async () => connection,
    socketFolder: async () => cluster.folder,
    databaseProcesses: () => processesIn(path.join(cluster.folder, "data")),
    bringBack: () => cluster.start(QUICK_RECOVERY),
    remove: async () => {
      await cluster.remove();
      for (const folder of [data, `${data}.signing`]) await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The URL of a database behind the socket in a folder. */
export const databaseUrl = (database: string, socketFolder: string): string =>
  `postgres://openftz@${encodeURIComponent(socketFolder)}:5432/${database}`;

const processesIn = async (cluster: string): Promise<readonly number[]> => {
  const data = await realpath(cluster).catch(() => undefined);
  return data === undefined ? [] : processesOf({ data, marker: data });
};

const GONE_WITHIN_MS = 60_000;

/** SIGKILL for all processes of the database at once; resolves when none is left. */
export const killDatabase = async ({
  databaseProcesses,
}: Pick<Ground, "databaseProcesses">): Promise<void> => {
  sigkill(await databaseProcesses());
  await databaseGone({ databaseProcesses });
};

/** Resolves when no process of the database is left. @throws Error when one stays */
export const databaseGone = async ({
  databaseProcesses,
}: Pick<Ground, "databaseProcesses">): Promise<void> => {
  for (const until = Date.now() + GONE_WITHIN_MS; (await databaseProcesses()).length > 0; await sleep(5))
    if (Date.now() > until) throw new Error("A killed database is still there.");
};

/** SIGKILL for processes, in this order, without a pause. One that is gone already is no matter. */
export const sigkill = (processes: readonly number[]): void => {
  for (const pid of processes)
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended between being listed and being struck.
    }
};
