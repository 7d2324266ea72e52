/**
 * The duty engine against the oracle: `node trials/duty-oracle/compare.ts --lines 100000 --seed 1`.
 * Both read the same made tariffs and the same made lines; everything but the words is compared.
 * `--world N` repeats one world alone; `--keep FOLDER` leaves its files there.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Difference, differences } from "./differences.ts";
import { runAssess, writeWorld } from "./engine.ts";
import { isProblem, verdictOn } from "./oracle.ts";
import { makeBrokenWorld, makeWorld, type World } from "./world.ts";

const LINES_A_WORLD = 400;

/** What a comparison came to; `answered` are lines with amounts, `problems` lines with a problem. */
export type Comparison = {
  worlds: number;
  lines: number;
  answered: number;
  problems: number;
  refusedTariffs: number;
  readonly found: (Difference & { readonly repeat: string })[];
};

const compareWorld = async (
  world: World,
  folder: string,
  repeat: string,
  into: Comparison,
): Promise<void> => {
  const running = runAssess(folder, ["--quiet", ...writeWorld(folder, world)], world.requests);
  const verdict = verdictOn(world.tariff, world.requests);
  const found = differences(world, verdict, await running);
  into.found.push(...found.map((one) => ({ ...one, repeat })));
  into.worlds++;
  if (verdict.exit === 2) into.refusedTariffs++;
  else {
    const problems = verdict.answers.filter(isProblem).length;
    into.lines += verdict.answers.length;
    into.problems += problems;
    into.answered += verdict.answers.length - problems;
  }
};

const inFolder = async (keep: string | undefined, work: (folder: string) => Promise<void>): Promise<void> => {
  if (keep !== undefined) {
    mkdirSync(keep, { recursive: true });
    return work(path.resolve(keep));
  }
  const folder = mkdtempSync(path.join(tmpdir(), "openftz-oracle-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Compares worlds of one seed, sound and broken in turn, until so many lines were put; or one world alone. */
export const compareLines = async (plan: {
  readonly seed: string;
  readonly lines: number;
  readonly world?: number;
  readonly keep?: string;
}): Promise<Comparison> => {
  const result: Comparison = { worlds: 0, lines: 0, answered: 0, problems: 0, refusedTariffs: 0, found: [] };
  const { seed, lines, world: only } = plan;
  const size = Math.min(lines, LINES_A_WORLD);
  const last = only ?? Math.max(0, Math.ceil(lines / size) - 1);
  for (let world = only ?? 0; world <= last; world++) {
    const repeat = `node trials/duty-oracle/compare.ts --seed ${seed} --lines ${size} --world ${world} --keep FOLDER`;
    for (const [name, made] of [
      ["broken", makeBrokenWorld(`${seed}/${world}/broken`)],
      ["sound", makeWorld(`${seed}/${world}`, size)],
    ] as const)
      await inFolder(plan.keep && path.join(plan.keep, name), (folder) =>
        compareWorld(made, folder, `${repeat} (${name})`, result),
      );
  }
  return result;
};

/** A difference as a person reads it. */
export const describeDifference = ({ asked, oracle, engine, repeat }: Comparison["found"][number]): string =>
  `\n${asked}\n  oracle: ${oracle}\n  engine: ${engine}\n  repeat: ${repeat}\n`;

const SHOWN = 10;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      lines: { type: "string", default: "20000" },
      seed: { type: "string", default: "1" },
      world: { type: "string" },
      keep: { type: "string" },
      show: { type: "string", default: String(SHOWN) },
    },
  });
  const result = await compareLines({
    seed: values.seed,
    lines: Number(values.lines),
    ...(values.world !== undefined && { world: Number(values.world) }),
    ...(values.keep !== undefined && { keep: values.keep }),
  });
  const { found, lines, answered, problems, refusedTariffs, worlds } = result;
  for (const one of found.slice(0, Number(values.show))) process.stdout.write(describeDifference(one));
  process.stdout.write(
    `\n${lines} lines of ${worlds} tariffs (seed ${values.seed}): ${answered} assessed, ${problems} problems, ` +
      `${refusedTariffs} tariffs refused; ${found.length} differences.\n`,
  );
  process.exitCode = found.length > 0 ? 1 : 0;
};

if (import.meta.main) await main();
