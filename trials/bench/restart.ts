/** What a long life costs: starts on an empty journal, a small one and a large one; its memory; and its verification. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { type Figure, figureOf } from "./figures.ts";
import { rssMbOf } from "./processes.ts";
import { fileMany, serve, stop, viewLag } from "./server-process.ts";
import { BIN, startOnce } from "./starts.ts";

const SMALL = 1_000;
const SLICE = 50_000;
const KILLS = 3;

/** How much is measured. */
export type RestartPlan = { readonly rounds: number; readonly declarations: number };

/** The plan of the figures. */
export const FULL_RESTART_PLAN: RestartPlan = { rounds: 7, declarations: 1_000_000 };

/** Files so many declarations on a folder; the server's memory in megabytes at their end. */
const fill = async (data: string, total: number, say: (line: string) => void): Promise<number> => {
  const server = await serve("filing-server.ts", [data]);
  for (let filed = 0; filed < total; filed += SLICE) {
    const { seconds } = await fileMany(server, Math.min(SLICE, total - filed), `f${filed}`);
    if (total > SLICE)
      say(
        `${filed + SLICE} filed, the last ${SLICE} in ${seconds.toFixed(1)} s, ${rssMbOf(server.child.pid!).toFixed(0)} MB`,
      );
  }
  await viewLag(server);
  const memory = rssMbOf(server.child.pid!);
  await stop(server);
  return memory;
};

const verify = (data: string): { readonly entries: number; readonly seconds: number } => {
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [BIN, "verify", "--json", "--data", data], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const { entries, ok } = JSON.parse(stdout) as { entries: number; ok: boolean };
  if (status !== 0 || !ok) throw new Error(`the journal does not verify: ${stdout}`);
  return { entries, seconds: (performance.now() - start) / 1000 };
};

/** Runs the benchmark. */
export const benchRestart = async (
  plan: RestartPlan,
  say: (line: string) => void,
): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(path.join(process.env.OPENFTZ_BENCH_DIR ?? tmpdir(), "openftz-bench-"));
  try {
    const [empty, small, large] = ["empty", "small", "large"].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    await fill(empty, 0, say);
    await fill(small, SMALL, say);
    const memory = await fill(large, plan.declarations, say);
    const seconds = { empty: [] as number[], small: [] as number[], large: [] as number[] };
    for (let round = 0; round < plan.rounds; round++) {
      seconds.empty.push(await startOnce(empty));
      seconds.small.push(await startOnce(small));
      seconds.large.push(await startOnce(large));
      say(
        `starts with nothing, ${SMALL} and ${plan.declarations} declarations: ` +
          `${[seconds.empty, seconds.small, seconds.large].map((each) => each.at(-1)!.toFixed(2)).join(", ")} s`,
      );
    }
    const killed: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await serve("filing-server.ts", [large]);
      await fileMany(server, SMALL, `k${kill}`);
      server.child.removeAllListeners("exit");
      server.child.kill("SIGKILL");
      killed.push(await startOnce(large));
    }
    const verified = verify(large);
    return [
      figureOf("restart.emptySeconds", "s", seconds.empty),
      figureOf("restart.thousandSeconds", "s", seconds.small),
      figureOf("restart.millionSeconds", "s", seconds.large),
      figureOf(
        "restart.millionExtraSeconds",
        "s",
        seconds.large.map((each, round) => each - seconds.empty[round]!),
      ),
      figureOf("restart.killedSeconds", "s", killed),
      figureOf("filing.millionRssMb", "MB", [memory]),
      figureOf("verify.entriesPerSecond", "1/s", [verified.entries / verified.seconds]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
