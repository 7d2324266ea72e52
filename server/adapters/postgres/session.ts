/** How every connection is set up, and what a server must be before anything is entrusted to it. */
import pg from "pg";

type TypeParser = (text: string) => unknown;

/** bigint comes back as a number, and only when it is exact. */
function exactInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new Error(`PostgreSQL holds the integer ${text}, which is beyond the exact integers of JavaScript.`);
}

/** Integers as numbers, bytea as Buffer, text[] as array, json as value; dates and the like are not used. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary"): TypeParser => {
    if (oid === pg.types.builtins.INT8) return exactInteger;
    return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text");
  }) as typeof pg.types.getTypeParser,
};

/**
 * Stronger settings of the server are kept: a `remote_apply` stays. A transaction that its client abandoned ends after
 * a minute, and a client that vanished without a word is noticed by TCP keepalive, so that it cannot hold the lock.
 */
const prepareSession = `
  select set_config('synchronous_commit',
           case current_setting('synchronous_commit') when 'remote_apply' then 'remote_apply' else 'on' end, false),
         set_config('default_transaction_isolation', 'read committed', false),
         set_config('idle_in_transaction_session_timeout', '60s', false),
         set_config('client_min_messages', 'error', false),
         set_config('tcp_keepalives_idle', '20', false),
         set_config('tcp_keepalives_interval', '5', false),
         set_config('tcp_keepalives_count', '4', false)`;

export async function setUpSession(client: pg.ClientBase): Promise<void> {
  await client.query(prepareSession);
}

/** Milliseconds to wait for a connection, and for the answer to one statement. */
const connectWithinMs = 10_000;
export const answerWithinMs = 120_000;

/** The configuration of every connection, from a URL or the parts of one. */
export function clientConfig(connection: string | pg.ClientConfig): pg.ClientConfig {
  const given = typeof connection === "string" ? { connectionString: connection } : connection;
  return {
    application_name: "openftz",
    keepAlive: true,
    keepAliveInitialDelayMillis: 20_000,
    connectionTimeoutMillis: connectWithinMs,
    ...given,
    types,
  };
}

const oldest = 15;

/** Throws, in words for the operator, when the server could lose what it acknowledged or lacks what we use. */
export async function checkServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select name, current_setting(name) as value
       from unnest(array['server_version_num', 'server_version', 'fsync', 'full_page_writes', 'server_encoding']) name`,
  );
  const setting = new Map(rows.map(({ name, value }) => [name, value]));
  if (Number(setting.get("server_version_num")) < oldest * 10_000) {
    throw new Error(`This is PostgreSQL ${setting.get("server_version")}; OpenFTZ needs ${oldest} or newer.`);
  }
  for (const name of ["fsync", "full_page_writes"]) {
    if (setting.get(name) === "on") continue;
    throw new Error(
      `PostgreSQL runs with ${name} off, so it can lose what it acknowledged. Set ${name} = on in postgresql.conf, reload it and start OpenFTZ again.`,
    );
  }
  if (setting.get("server_encoding") !== "UTF8") {
    throw new Error(
      `The database is encoded in ${setting.get("server_encoding")}; create one with: create database openftz encoding 'UTF8' template template0`,
    );
  }
}
