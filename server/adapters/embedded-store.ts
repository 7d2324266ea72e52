import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Store } from "../store.ts";
import { EmbeddedServer } from "./embedded/embedded-server.ts";
import { lockFolder } from "./embedded/folder-lock.ts";
import { type GroundOptions, prepareGround } from "./embedded/ground.ts";
import { postgresStore } from "./postgres/postgres-store.ts";

export type EmbeddedStoreOptions = GroundOptions & {
  /** How long to wait for another OpenFTZ to leave the folder, in milliseconds; 2,000 unless told. */
  readonly lockPatienceMs?: number;
  /** Leaves PostgreSQL running on close; the next OpenFTZ on the folder takes it over. */
  readonly leaveRunning?: boolean;
};

export type EmbeddedStore = Store & {
  /** The number of PostgreSQL's first process; another one after the server died and came back. */
  readonly processId: number;
};

/**
 * A store in a PostgreSQL that comes with OpenFTZ and keeps its data in `<dataDir>/postgres`. Nothing has to be
 * installed or set up. Throws StoreLocked while another OpenFTZ works in the folder.
 */
export async function embeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { dataDir, lockPatienceMs = 2_000, leaveRunning = false } = options;
  await mkdir(dataDir, { recursive: true });
  const lock = await lockFolder(dataDir, lockPatienceMs);
  let server: EmbeddedServer | undefined;
  try {
    server = new EmbeddedServer(await prepareGround(options), join(dataDir, "postgres.log"));
    await server.run();
    return await open(server, lock.release, leaveRunning);
  } catch (error) {
    if (server !== undefined && server.processId > 0) await server.stop();
    lock.release();
    throw error;
  }
}

async function open(
  server: EmbeddedServer,
  release: () => void,
  leaveRunning: boolean,
): Promise<EmbeddedStore> {
  const store = await postgresStore({
    name: "embedded",
    connection: server.connection,
    revive: () => server.revive(),
  });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await store.close();
    if (!leaveRunning) await server.stop();
    release();
  };
  return {
    ...store,
    get processId() {
      return server.processId;
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
