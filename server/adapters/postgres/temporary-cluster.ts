/**
 * A PostgreSQL of its own for a test: installed binaries, a temporary folder, a unix socket, no TCP. As root it runs as
 * `nobody`, because PostgreSQL refuses root.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);
const debianFolder = "/usr/lib/postgresql";
const nobody = 65_534;
const port = 5432;

export type TemporaryCluster = {
  /** The folder of the unix socket, and of everything else. */
  readonly folder: string;
  /** A new, empty database; how to connect to it. */
  createDatabase(): Promise<pg.ClientConfig>;
  /** One statement in the database `postgres`, as its administrator. */
  administer(statement: string): Promise<void>;
  /** Ends the server as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again, with further settings. */
  start(...settings: readonly string[]): Promise<void>;
  /** Stops it and removes everything. */
  remove(): Promise<void>;
};

/** The newest installed binaries of version 15 or later, or why there are none. */
export async function findBinaries(): Promise<{ readonly folder: string } | { readonly missing: string }> {
  const named = process.env.OPENFTZ_POSTGRES_BIN;
  if (named !== undefined) return { folder: named };
  const versions = (await readdir(debianFolder).catch(() => []))
    .map(Number)
    .filter((version) => version >= 15);
  if (versions.length > 0) return { folder: join(debianFolder, String(Math.max(...versions)), "bin") };
  return {
    missing: `no PostgreSQL 15 or newer in ${debianFolder}; install one, or name its folder of binaries in OPENFTZ_POSTGRES_BIN`,
  };
}

/** `within` is an existing folder that everybody may enter; the system's temporary one unless told. */
export async function temporaryCluster(binaries: string, within = tmpdir()): Promise<TemporaryCluster> {
  const identity = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const folder = await mkdtemp(join(within, "openftz-pg-"));
  if ("uid" in identity) await chown(folder, nobody, nobody);
  const data = join(folder, "data");
  const initialise = ["-D", data, "-U", "openftz", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  await run(join(binaries, "initdb"), initialise, { ...identity, cwd: folder });

  const connection = (database: string): pg.ClientConfig => ({
    host: folder,
    port,
    user: "openftz",
    database,
  });
  let server: ChildProcess | undefined;
  let databases = 0;

  const start = async (...settings: readonly string[]): Promise<void> => {
    const fixed = [
      "listen_addresses=",
      `unix_socket_directories=${folder}`,
      `port=${port}`,
      "max_connections=200",
    ];
    const options = [...fixed, ...settings].flatMap((setting) => ["-c", setting]);
    server = spawn(join(binaries, "postgres"), ["-D", data, ...options], {
      ...identity,
      cwd: folder,
      stdio: "ignore",
    });
    await answering(connection("postgres"));
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = server;
    server = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill(signal);
    await gone;
  };
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client(connection("postgres"));
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };

  /** The processes that serve clients outlive their parent for a moment and still answer: a power cut takes them as well. */
  const kill = async (): Promise<void> => {
    const backends = await backendsOf(connection("postgres"));
    await end("SIGKILL");
    const signalled = backends.filter((backend) => signal(backend, "SIGKILL"));
    // Where nobody reaps what lost its parent, a dead process can still be signalled: the wait is bounded.
    const until = Date.now() + 1_000;
    while (Date.now() < until && signalled.some((backend) => signal(backend, 0)))
      await new Promise((resolve) => setTimeout(resolve, 5));
  };

  await start();
  return {
    folder,
    administer,
    start,
    kill,
    async createDatabase() {
      databases += 1;
      await administer(`create database test_${databases}`);
      return connection(`test_${databases}`);
    },
    async remove() {
      await end("SIGINT");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The processes that serve clients, but for the one that tells. */
async function backendsOf(config: pg.ClientConfig): Promise<readonly number[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return rows.map(({ pid }) => pid);
  } finally {
    await client.end();
  }
}

/** False when there is no such process any more. */
const signal = (processId: number, what: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(processId, what);
  } catch {
    return false;
  }
};

/** Resolves when the server takes connections; a server that was killed first repairs itself. */
async function answering(config: pg.ClientConfig): Promise<void> {
  for (const until = Date.now() + 30_000; ; ) {
    const client = new pg.Client(config);
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
