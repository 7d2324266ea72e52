/** Starts, takes over, revives and stops the PostgreSQL that belongs to a data folder. The caller holds its lock. */
import { spawn } from "node:child_process";
import { access, open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { belongsToIdentity, type Ground, handOver, shortHash } from "./ground.ts";
import { type PidFile, pidFilePath, readPidFile } from "./pid-file.ts";
import { belongs, processesOf, type ServerMark } from "./processes.ts";
import { answers, endOtherConnections } from "./server-connections.ts";
import { serverArguments, socketPort } from "./server-settings.ts";
import { emptySocketFolder, makeSocketFolder, removeSocketFolder } from "./socket-folder.ts";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
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
    const running = (await this.#findRunning()) ?? (await this.#startUnlessFound());
    if (running === undefined) return;
    this.#processId = running.processId;
    this.#socketFolder = running.socketFolder;
    await endOtherConnections(this.connection);
  }

  /** A server that a killed OpenFTZ had just begun to start may be quicker than ours, which then gives up. */
  async #startUnlessFound(): Promise<PidFile | undefined> {
    this.#socketFolder = await makeSocketFolder();
    try {
      await this.#start();
      return undefined;
    } catch (error) {
      const running = await this.#findRunning();
      if (running === undefined) throw error;
      await removeSocketFolder(this.#socketFolder);
      return running;
    }
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
    await removeSocketFolder(this.#socketFolder);
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
    await emptySocketFolder(this.#socketFolder, identity);
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

/** Appends to the log, and begins it anew when it has grown long. */
async function openLog(path: string): ReturnType<typeof open> {
  const size = await stat(path).then(
    (known) => known.size,
    () => 0,
  );
  return open(path, size > largestLogBytes ? "w" : "a", 0o600);
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
