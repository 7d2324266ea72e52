/** Starts, takes over, revives and stops the PostgreSQL that belongs to a data folder. The caller holds its lock. */
import { spawn } from "node:child_process";
import { access, chown, mkdir, mkdtemp, open, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import pg from "pg";
import { belongsToIdentity, type Ground, handOver, shortHash } from "./ground.ts";
import { type PidFile, pidFilePath, readPidFile } from "./pid-file.ts";
import { belongs, processesOf, type ServerMark } from "./processes.ts";
import { serverArguments, socketPort } from "./server-settings.ts";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const socketPrefix = "openftz-";
/** A unix socket's path may have 107 bytes (103 on macOS); ours adds 30 to the temporary folder. */
const longestTemporary = 70;
const patienceMs = 30_000;
const largestLogBytes = 10_000_000;

export class EmbeddedServer {
  readonly #ground: Ground;
  readonly #mark: ServerMark;
  readonly #logFile: string;
  #processId = 0;
  #socketFolder = "";
  #reviving: Promise<void> | undefined;

  constructor(ground: Ground, logFile: string) {
    this.#ground = ground;
    this.#mark = { data: ground.data, marker: `openftz-${shortHash(ground.data)}` };
    this.#logFile = logFile;
  }

  /** The process that all others of this server come from. */
  get processId(): number {
    return this.#processId;
  }

  get connection(): pg.ClientConfig {
    return { host: this.#socketFolder, port: socketPort, user: "openftz", database: "postgres" };
  }

  /** Takes over a server that a killed OpenFTZ left behind, or starts one. */
  async run(): Promise<void> {
    const left = await this.#findRunning();
    if (left === undefined) {
      this.#socketFolder = await makeSocketFolder();
      await this.#start();
      return;
    }
    this.#processId = left.processId;
    this.#socketFolder = left.socketFolder;
    await endOtherConnections(this.connection);
  }

  /** Brings the server back after it died, or waits while it repairs itself. Many may ask at once. */
  revive(): Promise<void> {
    this.#reviving ??= this.#revive().finally(() => {
      this.#reviving = undefined;
    });
    return this.#reviving;
  }

  /** Ends every session and stops the server, which then has nothing to repair at its next start. */
  async stop(): Promise<void> {
    await this.#reviving?.catch(() => undefined);
    signal(this.#processId, "SIGINT");
    await this.#gone();
    await rm(this.#socketFolder, { recursive: true, force: true });
  }

  async #revive(): Promise<void> {
    for (const until = Date.now() + patienceMs; ; await pause(20)) {
      if ((await this.#findRunning()) === undefined) await this.#start();
      if (await answers(this.connection)) return;
      if (Date.now() > until) throw new Error(`PostgreSQL does not come back. ${await this.#logTail()}`);
    }
  }

  /** The server at work in the folder, once it is ready; removes what a dead one left. */
  async #findRunning(): Promise<PidFile | undefined> {
    let useless = "";
    for (const until = Date.now() + patienceMs; ; await pause(20)) {
      const file = await readPidFile(this.#ground.data);
      if (file === undefined) {
        await removeSocketFolder(useless);
        return undefined;
      }
      if (await belongs(file.processId, this.#mark)) {
        if (file.status === "ready") {
          if (await this.#isOfUse(file)) return file;
          useless = file.socketFolder;
          signal(file.processId, "SIGINT");
        }
      } else if ((await processesOf(this.#mark)).length === 0) {
        await rm(pidFilePath(this.#ground.data), { force: true });
        if (file.socketFolder !== this.#socketFolder) await removeSocketFolder(file.socketFolder);
        return undefined;
      }
      if (Date.now() > until) throw new Error(await this.#stuck());
    }
  }

  /** Not when its socket is gone (a cleaned temporary folder), or when it runs as another user than we would use. */
  async #isOfUse({ socketFolder, port }: PidFile): Promise<boolean> {
    return (await exists(join(socketFolder, `.s.PGSQL.${port}`))) && (await belongsToIdentity(this.#ground));
  }

  async #start(): Promise<void> {
    await handOver(this.#ground);
    const { identity, binaries, data } = this.#ground;
    const [file, args, options] = identity.command(
      join(binaries, "bin", "postgres"),
      serverArguments(data, this.#socketFolder, this.#mark.marker),
    );
    await emptySocketFolder(this.#socketFolder, this.#ground);
    const log = await openLog(this.#logFile);
    // Detached, so that a Ctrl-C in the terminal reaches OpenFTZ alone, which then stops PostgreSQL in order.
    const child = spawn(file, args, {
      ...options,
      cwd: data,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    let failure: string | undefined;
    child.on("error", (error) => {
      failure = error.message;
    });
    child.on("exit", (code, by) => {
      failure = `it ended with ${by ?? code}`;
    });
    child.unref();
    await log.close();
    for (const until = Date.now() + patienceMs; ; await pause(3)) {
      const ready = await readPidFile(data);
      if (ready?.status === "ready" && ready.processId === child.pid) break;
      if (failure === undefined && Date.now() > until) failure = `it was not ready within ${patienceMs} ms`;
      if (failure !== undefined)
        throw new Error(`PostgreSQL did not start: ${failure}. ${await this.#logTail()}`);
    }
    this.#processId = child.pid!;
  }

  async #gone(): Promise<void> {
    for (const until = Date.now() + patienceMs; await belongs(this.#processId, this.#mark); await pause(5)) {
      if (Date.now() > until) throw new Error(await this.#stuck());
    }
  }

  async #stuck(): Promise<string> {
    const still = await processesOf(this.#mark);
    return `PostgreSQL's processes ${still.join(", ")} still work in ${this.#ground.data} after ${patienceMs / 1000} s. End them, then start again. ${await this.#logTail()}`;
  }

  async #logTail(): Promise<string> {
    const text = await readFile(this.#logFile, "utf8").catch(() => "");
    return `The end of ${this.#logFile}:\n${text.trimEnd().split("\n").slice(-8).join("\n")}`;
  }
}

async function makeSocketFolder(): Promise<string> {
  const unfit = Buffer.byteLength(tmpdir()) > longestTemporary || tmpdir().includes(",");
  return mkdtemp(join(unfit ? "/tmp" : tmpdir(), socketPrefix));
}

/**
 * Makes the folder again if somebody cleaned it away, and removes what a killed server left in it: its lock would look
 * alive as soon as another process has its number.
 */
async function emptySocketFolder(folder: string, { identity }: Ground): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  if (identity.kind === "system user") await chown(folder, identity.owner!.uid, identity.owner!.gid);
}

/** Appends to the log, and begins it anew when it has grown long. */
async function openLog(path: string): ReturnType<typeof open> {
  const size = await stat(path).then(
    (known) => known.size,
    () => 0,
  );
  return open(path, size > largestLogBytes ? "w" : "a", 0o600);
}

/** Those of a killed OpenFTZ that PostgreSQL still works for; one of them may hold the writer's lock. */
async function endOtherConnections(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid, 10000) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  await client.end();
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Only a folder that we made: by its name, and nothing but a socket and its lock file in it. */
async function removeSocketFolder(folder: string): Promise<void> {
  if (basename(folder).startsWith(socketPrefix)) await rm(folder, { recursive: true, force: true });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function signal(processId: number, name: NodeJS.Signals): void {
  try {
    process.kill(processId, name);
  } catch {
    // Gone already.
  }
}
