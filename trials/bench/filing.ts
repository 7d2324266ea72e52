/**
 * Filing end to end, durable, over HTTP, against a bare HTTP server and a bare COPY: all sides alternate in one run.
 * Clients, server and database share this machine's cores; a figure is a ratio of one run, with its spread.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DatabaseOptions } from "@openftz/server/adapters/postgres/database.ts";
import { connectionTo, copiesPerSecond } from "./copy-ceiling.ts";
import { type Figure, figureOf, percentile } from "./figures.ts";
import { runOpenLoad } from "./open-load.ts";
import { cpuMsOf, familyOf, rssMbOf } from "./processes.ts";
import { CLIENTS, fileMany, filing, type Served, serve, stop, viewLag } from "./server-process.ts";
import { measureStarts } from "./starts.ts";
import { syncsPerSecond } from "./syncs.ts";

const WARM_UP = 4_000;
/** Of what 64 clients reach who wait for their answers. */
const OPEN_LOAD = 0.7;
const OPEN_CLIENTS = [1, 100, 1_000] as const;

/** How much is measured; the long run shows that memory stays flat. */
export type FilingPlan = {
  readonly rounds: number;
  readonly perRound: number;
  /** Declarations of each round at a fixed arrival rate, for each number of clients; 0 for none. */
  readonly perOpenRound: number;
  readonly starts: boolean;
};

/** The plan of the figures: enough declarations for 100,000 in all. */
export const FULL_PLAN: FilingPlan = { rounds: 9, perRound: 11_000, perOpenRound: 6_000, starts: true };

type Round = {
  readonly ratio: number;
  readonly copyRatio: number;
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly databaseCpuMs: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly rssMb: number;
  readonly lag: number;
};

type Sides = {
  readonly openftz: Served;
  readonly bare: Served;
  readonly connection: DatabaseOptions["connection"];
};

const measureRound = async (
  { openftz, bare, connection }: Sides,
  index: number,
  perRound: number,
): Promise<Round> => {
  const baseline = await fileMany(bare, perRound, `b${index}`);
  const server = openftz.child.pid!;
  const database = openftz.databasePid ? familyOf(openftz.databasePid) : [];
  const [serverBefore, databaseBefore] = [cpuMsOf([server]), cpuMsOf(database)];
  const { seconds, latencies } = await fileMany(openftz, perRound, `r${index}`);
  const [serverAfter, databaseAfter] = [cpuMsOf([server]), cpuMsOf(database)];
  const lag = await viewLag(openftz);
  const copies = await copiesPerSecond(connection, { rows: perRound, batch: CLIENTS });
  return {
    ratio: baseline.seconds / seconds,
    copyRatio: perRound / seconds / copies,
    perSecond: perRound / seconds,
    cpuMs: (serverAfter - serverBefore) / perRound,
    databaseCpuMs: (databaseAfter - databaseBefore) / perRound,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    p999: percentile(latencies, 0.999),
    rssMb: rssMbOf(server),
    lag,
  };
};

type OpenRound = {
  readonly clients: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  /** How many were refused early, because a stall had filled the server's places. */
  readonly refused: number;
};

/** Declarations arrive at a fixed rate; the disk's state of the moment is told beside each round. */
const measureOpen = async (
  openftz: Served,
  { rounds, perOpenRound }: FilingPlan,
  { perSecond, folder, say }: { perSecond: number; folder: string; say: (line: string) => void },
): Promise<readonly OpenRound[]> => {
  const measured: OpenRound[] = [];
  for (let round = 0; round < rounds; round++)
    for (const clients of OPEN_CLIENTS) {
      const syncs = syncsPerSecond(folder, 250);
      const { latencies, refused, lateMs } = await runOpenLoad({
        ...filing(openftz, `o${round}-${clients}`),
        clients,
        perSecond,
        total: perOpenRound,
      });
      const [p50, p99, p999] = [0.5, 0.99, 0.999].map((share) => percentile(latencies, share)) as [
        number,
        number,
        number,
      ];
      measured.push({ clients, p50, p99, p999, refused });
      say(
        `${perSecond.toFixed(0)}/s from ${clients} clients: p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, ` +
          `p99.9 ${p999.toFixed(1)} ms, ${refused} refused; the generator at most ${lateMs.toFixed(1)} ms late, ${syncs.toFixed(0)} syncs/s`,
      );
    }
  return measured;
};

const openFigures = (rounds: readonly OpenRound[]): readonly Figure[] =>
  OPEN_CLIENTS.flatMap((clients) => {
    const of = rounds.filter((round) => round.clients === clients);
    if (of.length === 0) return [];
    const figure = (name: string, pick: (round: OpenRound) => number, unit = "ms"): Figure =>
      figureOf(`filing.open${clients}.${name}`, unit, of.map(pick));
    return [
      figure("p50Ms", ({ p50 }) => p50),
      figure("p99Ms", ({ p99 }) => p99),
      figure("p999Ms", ({ p999 }) => p999),
      figure("refused", ({ refused }) => refused, "count"),
    ];
  });

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
    const data = path.join(folder, "data");
    const [openftz, bare] = [await serve("filing-server.ts", [data]), await serve("bare-server.ts", [])];
    const sides = { openftz, bare, connection: await connectionTo(data) };
    await fileMany(bare, WARM_UP, "w");
    await fileMany(openftz, WARM_UP, "w");
    const rounds: Round[] = [];
    for (let index = 0; index < plan.rounds; index++) {
      const round = await measureRound(sides, index, plan.perRound);
      rounds.push(round);
      say(
        `round ${index + 1}: ${round.perSecond.toFixed(0)}/s, ratio ${round.ratio.toFixed(3)}, ` +
          `of COPY ${round.copyRatio.toFixed(3)}, CPU ${round.cpuMs.toFixed(3)} + ${round.databaseCpuMs.toFixed(3)} ms, ` +
          `p99 ${round.p99.toFixed(1)} ms, views ${round.lag.toFixed(2)} s behind, ${round.rssMb.toFixed(0)} MB`,
      );
    }
    const figure = (name: string, unit: string, pick: (round: Round) => number): Figure =>
      figureOf(`filing.${name}`, unit, rounds.map(pick));
    const perSecond = figure("perSecond", "1/s", (round) => round.perSecond);
    const open =
      plan.perOpenRound === 0
        ? []
        : await measureOpen(openftz, plan, { perSecond: OPEN_LOAD * perSecond.value, folder, say });
    await Promise.all([stop(openftz), stop(bare)]);
    const memory = rounds.map(({ rssMb }) => rssMb);
    return [
      figure("ratioToHttp", "ratio", ({ ratio }) => ratio),
      figure("ratioToCopy", "ratio", ({ copyRatio }) => copyRatio),
      figure("cpuMs", "ms", ({ cpuMs }) => cpuMs),
      figure("databaseCpuMs", "ms", ({ databaseCpuMs }) => databaseCpuMs),
      perSecond,
      figure("p50Ms", "ms", ({ p50 }) => p50),
      figure("p99Ms", "ms", ({ p99 }) => p99),
      figure("p999Ms", "ms", ({ p999 }) => p999),
      ...openFigures(open),
      figure("viewLagSeconds", "s", ({ lag }) => lag),
      figureOf("filing.rssMb", "MB", memory),
      figureOf("filing.rssGrowthMb", "MB", [memory.at(-1)! - memory[Math.min(2, memory.length - 1)]!]),
      figureOf("disk.syncsPerSecond", "1/s", [syncs]),
      ...starts,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
