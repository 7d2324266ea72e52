/** The commands that the bin hands to this room: `openftz bench NAME`, `openftz trials NAME` and `openftz simulate`. */
import { parseArgs } from "node:util";
import { benchCheckpoint } from "./bench/checkpoint.ts";
import { benchDuty, FULL_DUTY_PLAN } from "./bench/duty.ts";
import type { Figure } from "./bench/figures.ts";
import { benchFiling, FULL_PLAN } from "./bench/filing.ts";
import { trials } from "./crash/cli.ts";
import { simulate } from "./simulate/cli.ts";
import { witness } from "./witness/cli.ts";

const HELP = `Usage: openftz bench NAME [--json] [--rounds N] [--per-round N] [--no-starts] [--memory-lines N]

  filing      declarations filed over HTTP and made durable, against a bare HTTP server
  duty        goods lines assessed, against parsing and printing the same JSON
  checkpoint  what a signed checkpoint costs, for each entry that it covers

Prints each figure with its median, lowest and highest round. --json: one JSON object on standard output.
--no-starts (filing): leave out how long a start takes. --memory-lines (duty): lines of the run for memory, 0 for none.
`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const WRONG_USE = 2;

type Options = {
  readonly rounds?: string | undefined;
  readonly "per-round"?: string | undefined;
  readonly "memory-lines"?: string | undefined;
  readonly starts: boolean;
};

/** A number of the command line, or the one of the full plan. */
const numberOr = (given: string | undefined, full: number): number =>
  given === undefined ? full : Number(given);

const BENCHMARKS: Readonly<Record<string, (options: Options) => Promise<readonly Figure[]>>> = {
  checkpoint: ({ rounds }) => benchCheckpoint(numberOr(rounds, FULL_PLAN.rounds)),
  filing: ({ rounds, "per-round": perRound, starts }) =>
    benchFiling(
      {
        rounds: numberOr(rounds, FULL_PLAN.rounds),
        perRound: numberOr(perRound, FULL_PLAN.perRound),
        starts,
      },
      say,
    ),
  duty: ({ rounds, "per-round": perRound, "memory-lines": memoryLines }) =>
    benchDuty(
      {
        rounds: numberOr(rounds, FULL_DUTY_PLAN.rounds),
        perRound: numberOr(perRound, FULL_DUTY_PLAN.perRound),
        memoryLines: numberOr(memoryLines, FULL_DUTY_PLAN.memoryLines),
      },
      say,
    ),
};

/** Runs \`bench\`, \`trials\` or \`simulate\`; returns the exit code. */
export const main = async (argv: string[]): Promise<number> => {
  const [command, ...rest] = argv;
  if (command === "simulate") return simulate(rest);
  if (command === "trials" && rest[0] === "witness") return witness(rest.slice(1));
  return command === "trials" ? trials(rest) : bench(argv);
};

const bench = async (argv: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    allowNegative: true,
    options: {
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      starts: { type: "boolean", default: true },
      rounds: { type: "string" },
      "per-round": { type: "string" },
      "memory-lines": { type: "string" },
    },
  });
  const [command, name = ""] = positionals;
  const benchmark = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
  if (values.help || command !== "bench" || !benchmark) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : WRONG_USE;
  }
  const figures = await benchmark(values);
  if (values.json) process.stdout.write(`${JSON.stringify({ figures })}\n`);
  else
    for (const { name: figure, value, low, high, unit } of figures)
      process.stdout.write(
        `${figure.padEnd(28)} ${String(value).padStart(10)} ${unit.padEnd(6)} (${low} to ${high})\n`,
      );
  return 0;
};
