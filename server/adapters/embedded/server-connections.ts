import pg from "pg";

/** Ends the sessions of a killed OpenFTZ that PostgreSQL still works for; one of them may hold the writer's lock. */
export async function endOtherConnections(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid, 10000) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  await client.end();
}

/** Starting up or shutting down: its answer to a connection that is to come back later. */
const comingOrGoing = /^57P/;

/**
 * True when the server is up: it takes a connection now, or refuses it for a reason of its own (a full disk, too many
 * connections), which waiting for the server to come up would not mend.
 */
export async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError && !comingOrGoing.test(error.code ?? "");
  } finally {
    await client.end().catch(() => undefined);
  }
}
