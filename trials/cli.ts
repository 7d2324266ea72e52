/** The commands that the bin hands to this room: `openftz bench NAME`, `openftz trials NAME` and `openftz simulate`. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { benchCheckpoint } from "./bench/checkpoint.ts";
import { benchDuty, FULL_DUTY_PLAN } from "./bench/duty.ts";
import type { Figure } from "./bench/figures.ts";
import { benchFiling, FULL_PLAN } from "./bench/filing.ts";
import { benchLedger, FULL_LEDGER_PLAN } from "./bench/ledger.ts";
import { circumstances } from "./bench/machine.ts";
import { benchRestart, FULL_RESTART_PLAN } from "./bench/restart.ts";
import { trials } from "./crash/cli.ts";
import { root } from "./files.ts";
import { mutations } from "./mutations/cli.ts";
import { simulate } from "./simulate/cli.ts";
import { witness } from "./witness/cli.ts";
import { year } from "./year/cli.ts";

const HELP = `Usage: openftz bench [NAME] [--json] [--out FILE] [--rounds N] [--per-round N] [--no-starts] [--per-open-round N]
                     [--memory-lines N] [--declarations N] [--book-lines N]

  filing      declarations filed over HTTP and made durable, against a bare HTTP server and a bare COPY
  duty        goods lines assessed, against parsing and printing the same JSON
  restart     starts, memory and verification with a million declarations on record
  ledger      lists posted against a bare COPY, lists that compete, a book of a million lines, views made anew
  checkpoint  what a signed checkpoint costs, for each entry that it covers

All of them without NAME, which takes more than an hour. Prints each figure with its median, lowest and highest round, and
writes them with the machine and the commit to FILE (.openftz/bench/TIME.json). --json: one JSON object on standard output.
--no-starts (filing): leave out how long a start takes. --per-open-round (filing): declarations at a fixed arrival rate, 0
for none. --memory-lines (duty): lines of the run for memory, 0 for none. --declarations (restart) and --book-lines (ledger): instead of a million.
`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const WRONG_USE = 2;

type Options = {
  readonly rounds?: string | undefined;
  readonly "per-round"?: string | undefined;
  readonly "per-open-round"?: string | undefined;
  readonly "memory-lines"?: string | undefined;
  readonly declarations?: string | undefined;
  readonly "book-lines"?: string | undefined;
  readonly starts: boolean;
};

/** A number of the command line, or the one of the full plan. */
const numberOr = (given: string | undefined, full: number): number =>
  given === undefined ? full : Number(given);

const BENCHMARKS: Readonly<Record<string, (options: Options) => Promise<readonly Figure[]>>> = {
  checkpoint: ({ rounds }) => benchCheckpoint(numberOr(rounds, FULL_PLAN.rounds)),
  filing: ({ rounds, "per-round": perRound, "per-open-round": perOpenRound, starts }) =>
    benchFiling(
      {
        rounds: numberOr(rounds, FULL_PLAN.rounds),
        perRound: numberOr(perRound, FULL_PLAN.perRound),
        perOpenRound: numberOr(perOpenRound, FULL_PLAN.perOpenRound),
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
  restart: ({ rounds, declarations }) =>
    benchRestart(
      {
        rounds: numberOr(rounds, FULL_RESTART_PLAN.rounds),
        declarations: numberOr(declarations, FULL_RESTART_PLAN.declarations),
      },
      say,
    ),
  ledger: ({ rounds, "per-round": perRound, "book-lines": bookLines }) =>
    benchLedger(
      {
        ...FULL_LEDGER_PLAN,
        rounds: numberOr(rounds, FULL_LEDGER_PLAN.rounds),
        listsPerRound: numberOr(perRound, FULL_LEDGER_PLAN.listsPerRound),
        bookLines: numberOr(bookLines, FULL_LEDGER_PLAN.bookLines),
      },
      say,
    ),
};

/** Runs \`bench\`, \`trials\` or \`simulate\`; returns the exit code. */
export const main = async (argv: string[]): Promise<number> => {
  const [command, ...rest] = argv;
  if (command === "simulate") return simulate(rest);
  if (command === "trials" && rest[0] === "witness") return witness(rest.slice(1));
  if (command === "trials" && rest[0] === "mutations") return mutations(rest.slice(1));
  if (command === "trials" && rest[0] === "year") return year(rest.slice(1));
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
      "per-open-round": { type: "string" },
      "memory-lines": { type: "string" },
      declarations: { type: "string" },
      "book-lines": { type: "string" },
      out: { type: "string" },
    },
  });
  const [command, name] = positionals;
  const chosen = name === undefined ? Object.keys(BENCHMARKS) : [name];
  if (values.help || command !== "bench" || !chosen.every((each) => Object.hasOwn(BENCHMARKS, each))) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : WRONG_USE;
  }
  const figures: Figure[] = [];
  for (const each of chosen) figures.push(...(await BENCHMARKS[each]!(values)));
  const { at, ...on } = circumstances();
  const text = JSON.stringify({ at, ...on, figures });
  const file = values.out ?? path.join(root, ".openftz", "bench", `${at.replaceAll(":", "-")}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
  say(`written to ${file}`);
  if (values.json) process.stdout.write(`${text}\n`);
  else
    for (const { name: figure, value, low, high, unit } of figures)
      process.stdout.write(
        `${figure.padEnd(28)} ${String(value).padStart(10)} ${unit.padEnd(6)} (${low} to ${high})\n`,
      );
  return 0;
};
