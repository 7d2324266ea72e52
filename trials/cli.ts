/** The commands that the bin hands to this room: `openftz bench NAME`. */
import { parseArgs } from "node:util";
import { benchFiling, FULL_PLAN } from "./bench/filing.ts";

const HELP = `Usage: openftz bench NAME [--json] [--rounds N] [--per-round N] [--no-starts]

  filing   declarations filed over HTTP and made durable, against a bare HTTP server

Prints each figure with its median, lowest and highest round. --json: one JSON object on standard output.
`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const WRONG_USE = 2;

/** Runs \`bench\`; returns the exit code. */
export const main = async (argv: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    allowNegative: true,
    options: {
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      starts: { type: "boolean", default: true },
      rounds: { type: "string", default: String(FULL_PLAN.rounds) },
      "per-round": { type: "string", default: String(FULL_PLAN.perRound) },
    },
  });
  const [command, name] = positionals;
  if (values.help || command !== "bench" || name !== "filing") {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : WRONG_USE;
  }
  const figures = await benchFiling(
    { rounds: Number(values.rounds), perRound: Number(values["per-round"]), starts: values.starts },
    say,
  );
  if (values.json) process.stdout.write(`${JSON.stringify({ figures })}\n`);
  else
    for (const { name: figure, value, low, high, unit } of figures)
      process.stdout.write(
        `${figure.padEnd(28)} ${String(value).padStart(10)} ${unit.padEnd(6)} (${low} to ${high})\n`,
      );
  return 0;
};
