/**
 * Filing end to end, durable, over HTTP, 64 clients, against a bare HTTP server: both sides alternate in one run.
 * Clients, server and database share this machine's cores; a figure is a ratio of one run, with its spread.
 */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { type Figure, figureOf, percentile } from "./figures.ts";
import { declarationText } from "./filing-world.ts";
import { type LoadResult, runLoad } from "./load.ts";
import { cpuMsOf, familyOf, rssMbOf } from "./processes.ts";
import { measureStarts } from "./starts.ts";
import { syncsPerSecond } from "./syncs.ts";

const CLIENTS = 64;
const WARM_UP = 4_000;

/** How much is measured; the long run shows that memory stays flat. */
export type FilingPlan = { readonly rounds: number; readonly perRound: number; readonly starts: boolean };

/** The plan of the figures: enough declarations for 100,000 in all. */
export const FULL_PLAN: FilingPlan = { rounds: 9, perRound: 11_000, starts: true };

type Ready = { readonly url: string; readonly token?: string; readonly databasePid?: number | null };

/** What `npm start` tells Node, so that both servers are measured as a server is run. */
const startFlags = (): readonly string[] => {
  const file = path.join(import.meta.dirname, "../../package.json");
  const { scripts } = JSON.parse(readFileSync(file, "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
};

const startProcess = (file: string, args: readonly string[]): Promise<[ChildProcess, Ready]> =>
  new Promise((resolve, reject) => {
    const execArgv = [...process.execArgv, ...startFlags()];
    const child = fork(path.join(import.meta.dirname, file), args, { execArgv });
    child.once("message", (ready) => resolve([child, ready as Ready]));
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} before it was ready`)));
  });

const stopProcess = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.send("stop");
  });

type Status = { readonly durable: number; readonly views: number };

const statusOf = (child: ChildProcess): Promise<Status> =>
  new Promise((resolve) => {
    child.once("message", (message) => resolve((message as { status: Status }).status));
    child.send("status");
  });

/** Seconds until the views have caught up with the journal. */
const viewLag = async (child: ChildProcess): Promise<number> => {
  const start = performance.now();
  for (;;) {
    const { durable, views } = await statusOf(child);
    if (views >= durable) return (performance.now() - start) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

type Side = { readonly child: ChildProcess; readonly ready: Ready };

const fileMany = (side: Side, total: number, prefix: string): Promise<LoadResult> =>
  runLoad({
    url: side.ready.url,
    path: "/api/v1/declaration/file",
    headers: side.ready.token ? { Authorization: `Bearer ${side.ready.token}` } : {},
    clients: CLIENTS,
    total,
    body: (index) => declarationText(`${prefix}-${index}`),
  });

type Round = {
  readonly ratio: number;
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly databaseCpuMs: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssMb: number;
};

const measureRound = async (openftz: Side, bare: Side, index: number, perRound: number): Promise<Round> => {
  const baseline = await fileMany(bare, perRound, `b${index}`);
  const server = openftz.child.pid!;
  const database = openftz.ready.databasePid ? familyOf(openftz.ready.databasePid) : [];
  const [serverBefore, databaseBefore] = [cpuMsOf([server]), cpuMsOf(database)];
  const result = await fileMany(openftz, perRound, `r${index}`);
  if (result.refused > 0) throw new Error(`${result.refused} of ${perRound} declarations were refused`);
  return {
    ratio: baseline.seconds / result.seconds,
    perSecond: perRound / result.seconds,
    cpuMs: (cpuMsOf([server]) - serverBefore) / perRound,
    databaseCpuMs: (cpuMsOf(database) - databaseBefore) / perRound,
    p50: percentile(result.latencies, 0.5),
    p99: percentile(result.latencies, 0.99),
    rssMb: rssMbOf(server),
  };
};

/** Runs the benchmark. */
export const benchFiling = async (
  plan: FilingPlan,
  say: (line: string) => void,
): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(path.join(process.env.OPENFTZ_BENCH_DIR ?? tmpdir(), "openftz-bench-"));
  try {
    const syncs = syncsPerSecond(folder);
    say(`the disk keeps ${Math.round(syncs)} blocks a second when each is synced`);
    const starts = plan.starts ? await measureStarts(folder, say) : [];
    const [server, ready] = await startProcess("filing-server.ts", [path.join(folder, "data")]);
    const [plain, plainReady] = await startProcess("bare-server.ts", []);
    const [openftz, bare]: [Side, Side] = [
      { child: server, ready },
      { child: plain, ready: plainReady },
    ];
    await fileMany(bare, WARM_UP, "w");
    await fileMany(openftz, WARM_UP, "w");
    const rounds: Round[] = [];
    const lags: number[] = [];
    for (let index = 0; index < plan.rounds; index++) {
      const round = await measureRound(openftz, bare, index, plan.perRound);
      lags.push(await viewLag(server));
      rounds.push(round);
      say(
        `round ${index + 1}: ${round.perSecond.toFixed(0)}/s, ratio ${round.ratio.toFixed(3)}, ` +
          `CPU ${round.cpuMs.toFixed(3)} + ${round.databaseCpuMs.toFixed(3)} ms, p99 ${round.p99.toFixed(1)} ms, ` +
          `views ${lags.at(-1)!.toFixed(2)} s behind, ${round.rssMb.toFixed(0)} MB`,
      );
    }
    await Promise.all([stopProcess(server), stopProcess(plain)]);
    const of = (pick: (round: Round) => number) => rounds.map(pick);
    const memory = of(({ rssMb }) => rssMb);
    return [
      figureOf(
        "filing.ratioToHttp",
        "ratio",
        of(({ ratio }) => ratio),
      ),
      figureOf(
        "filing.cpuMs",
        "ms",
        of(({ cpuMs }) => cpuMs),
      ),
      figureOf(
        "filing.databaseCpuMs",
        "ms",
        of(({ databaseCpuMs }) => databaseCpuMs),
      ),
      figureOf(
        "filing.perSecond",
        "1/s",
        of(({ perSecond }) => perSecond),
      ),
      figureOf(
        "filing.p50Ms",
        "ms",
        of(({ p50 }) => p50),
      ),
      figureOf(
        "filing.p99Ms",
        "ms",
        of(({ p99 }) => p99),
      ),
      figureOf("filing.viewLagSeconds", "s", lags),
      figureOf("filing.rssMb", "MB", memory),
      figureOf("filing.rssGrowthMb", "MB", [memory.at(-1)! - memory[Math.min(2, memory.length - 1)]!]),
      figureOf("disk.syncsPerSecond", "1/s", [syncs]),
      ...starts,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
