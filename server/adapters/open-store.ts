import type { Store } from "../store.ts";
import { embeddedStore } from "./embedded-store.ts";
import { postgresStore } from "./postgres/postgres-store.ts";

export type OpenStoreOptions = {
  /** The installation's folder; the embedded PostgreSQL keeps its data under `postgres` in it. */
  readonly dataDir: string;
  /** A PostgreSQL of the installation's own, as postgres://user:password@host:port/database; then nothing is embedded. */
  readonly databaseUrl?: string | undefined;
};

/** Opens the installation's store: the database the operator named, else the embedded one. */
export async function openStore({ dataDir, databaseUrl }: OpenStoreOptions): Promise<Store> {
  if (databaseUrl !== undefined && databaseUrl !== "") return postgresStore({ connection: databaseUrl });
  return embeddedStore({ dataDir });
}
