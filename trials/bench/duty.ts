/**
 * The duty engine: one line against JSON itself, and the whole command against a program that parses and prints the same
 * lines. Both sides alternate in one run, and are compared by the processor time they took: it is what a core can do,
 * whatever else the machine has to do.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { assess } from "@openftz/customs/duty/assess.ts";
import { readTariff } from "@openftz/customs/duty/read-tariff.ts";
import type { RequestLine } from "@openftz/customs/duty/request-line.ts";
import { type CompiledTariff, compileTariff } from "@openftz/customs/duty/tariff.ts";
import { madeUpSchedule, measureImport } from "./duty-import.ts";
import { benchSearch, SEARCH_PLAN } from "./duty-search.ts";
import { dutyTariffText, EXAMPLE_REQUEST, requestBlock } from "./duty-world.ts";
import { type Figure, figureOf } from "./figures.ts";
import { LineFilter } from "./line-filter.ts";

/** `memoryLines`: how many lines the run for memory streams; 0 leaves it out. */
export type DutyPlan = { readonly rounds: number; readonly perRound: number; readonly memoryLines: number };

/** The plan of the figures. */
export const FULL_DUTY_PLAN: DutyPlan = { rounds: 9, perRound: 100_000, memoryLines: 5_000_000 };

/** One part of the benchmark: measures, and returns its figures. */
export type DutyPart = (plan: DutyPlan, say: (line: string) => void) => Promise<readonly Figure[]>;

const exampleTariff = (): CompiledTariff => {
  const read = readTariff(new TextEncoder().encode(dutyTariffText()), "bench.jsonl");
  const compiled = compileTariff(read.lines);
  if (compiled.kind === "refused") throw new Error("The tariff of the benchmark is refused.");
  return compiled.tariff;
};

const millisecondsOf = (times: number, work: () => void): number => {
  const start = performance.now();
  for (let time = 0; time < times; time++) work();
  return performance.now() - start;
};

/** The example of the contract, assessed from its parsed value, against reading and writing it as JSON. */
const againstJson: DutyPart = async ({ rounds, perRound }, say) => {
  const tariff = exampleTariff();
  const request = JSON.parse(EXAMPLE_REQUEST) as RequestLine;
  const assessOnce = (): void => {
    if (assess(request, tariff).kind !== "assessed") throw new Error("The example is not assessed.");
  };
  const jsonOnce = (): void => void JSON.stringify(JSON.parse(EXAMPLE_REQUEST));
  millisecondsOf(perRound, assessOnce);
  millisecondsOf(perRound, jsonOnce);
  const ratios = Array.from({ length: rounds }, () => {
    const json = millisecondsOf(perRound, jsonOnce);
    return millisecondsOf(perRound, assessOnce) / json;
  });
  say(`one line takes ${ratios.map((ratio) => ratio.toFixed(2)).join(", ")} of JSON`);
  return [figureOf("duty.ratioToJson", "ratio", ratios)];
};

const OPENFTZ = path.join(import.meta.dirname, "../../server/bin/openftz.mjs");
const REPRINT = path.join(import.meta.dirname, "reprint.ts");

/** Runs some work with the command running on the tariff of the benchmark. */
const withCommand = async <T>(work: (command: LineFilter) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(path.join(process.env.OPENFTZ_BENCH_DIR ?? tmpdir(), "openftz-bench-"));
  const file = path.join(folder, "tariff.jsonl");
  writeFileSync(file, dutyTariffText());
  const command = new LineFilter([OPENFTZ, "assess", "--quiet", "--tariff", file]);
  try {
    return await work(command);
  } finally {
    await command.stop();
    rmSync(folder, { recursive: true });
  }
};

/** The whole command with explanations, against parsing and printing the same lines. */
const againstReprinting: DutyPart = ({ rounds, perRound }, say) =>
  withCommand(async (command) => {
    const reprint = new LineFilter([REPRINT]);
    const [ratios, speeds]: [number[], number[]] = [[], []];
    // The first round warms both up and is not counted.
    for (let round = 0; round <= rounds; round++) {
      const block = requestBlock(round * perRound, perRound);
      const plain = await cpuMsFor(reprint, block, perRound);
      const own = await cpuMsFor(command, block, perRound);
      if (round === 0) continue;
      ratios.push(plain / own);
      speeds.push((perRound / own) * 1000);
      say(
        `round ${round}: ${speeds.at(-1)!.toFixed(0)} lines a second and core, ` +
          `${ratios.at(-1)!.toFixed(3)} of the speed of reprinting`,
      );
    }
    await reprint.stop();
    return [figureOf("duty.linesPerSecond", "1/s", speeds), figureOf("duty.streamRatio", "ratio", ratios)];
  });

const cpuMsFor = async (program: LineFilter, block: string, lines: number): Promise<number> => {
  const before = program.cpuMs();
  await program.answer(block, lines);
  return program.cpuMs() - before;
};

const MEMORY_BLOCK = 20_000;

/** The memory of the command while it streams very many lines: the median of all readings, and the highest. */
const memory: DutyPart = async ({ memoryLines }, say) => {
  if (memoryLines === 0) return [];
  return withCommand(async (command) => {
    const readings: number[] = [];
    for (let first = 0; first < memoryLines; first += MEMORY_BLOCK) {
      await command.answer(requestBlock(first, MEMORY_BLOCK), MEMORY_BLOCK);
      readings.push(command.rssMb());
    }
    say(`${memoryLines} lines streamed, at most ${Math.max(...readings).toFixed(0)} MB`);
    return [figureOf("duty.streamRssMb", "MB", readings)];
  });
};

/** Some work in a folder of its own that goes afterwards. */
const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(path.join(process.env.OPENFTZ_BENCH_DIR ?? tmpdir(), "openftz-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A whole tariff becomes an edition, checks included. */
const importing: DutyPart = (_plan, say) => inFolder(async (folder) => [await measureImport(folder, say)]);

/** The schedule of 2020 where the reference data are at hand, else one made up of its size. */
const searching: DutyPart = (_plan, say) =>
  inFolder(async (folder) => {
    const reference = process.env.OPENFTZ_REFERENCE_DATA;
    const made = path.join(folder, "schedule.csv");
    if (reference === undefined) writeFileSync(made, madeUpSchedule(0));
    const file = reference === undefined ? made : path.join(reference, "cn-tariff-2020/tariff.csv");
    return [await benchSearch(file, SEARCH_PLAN, say)];
  });

/** What `openftz bench duty` measures, in this order; a new figure is a new part. */
const DUTY_PARTS: readonly DutyPart[] = [againstJson, againstReprinting, importing, searching, memory];

/** Runs the benchmark. */
export const benchDuty: DutyPart = async (plan, say) => {
  const figures: Figure[] = [];
  for (const part of DUTY_PARTS) figures.push(...(await part(plan, say)));
  return figures;
};
