/** `openftz trials mutations`: random changes of every endpoint's valid request, in full unless told otherwise. */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { tryMutations } from "./mutations.ts";

const HELP = `Usage: npm run trials -- mutations [--times N] [--seed TEXT]

Changes each endpoint's valid request N times (10,000 unless told) and looks at every answer. Each finding names the endpoint
and its seed. Ends with 0 when there is none, with 1 when there is.
`;

const WRONG_USE = 2;

/** Runs them and prints what was answered; returns the exit code. */
export const mutations = async (argv: string[]): Promise<number> => {
  const { values } = parseArgs({
    args: argv,
    options: {
      times: { type: "string", default: "10000" },
      seed: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const times = Number(values.times);
  const isFit = Number.isInteger(times) && times > 0;
  if (values.help || !isFit) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : WRONG_USE;
  }
  const { seed = randomBytes(4).toString("hex") } = values;
  const { tried, endpoints, statuses, findings } = await tryMutations({ seed, times, onTheWire: 2 });
  const answers = Object.entries(statuses).map(([status, count]) => `  ${status.padEnd(8)} ${count}`);
  process.stdout.write(
    `${tried} changed requests to ${endpoints} endpoints, seed ${seed}\n${answers.join("\n")}\n`,
  );
  for (const finding of findings) process.stdout.write(`! ${finding}\n`);
  return findings.length === 0 ? 0 : 1;
};
