/** `openftz trials NAME`: one crash trial, in full unless told otherwise. */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { STORES, type StoreName } from "./ground.ts";
import { asJson, type Report, table } from "./report.ts";
import { type Asked, crash, cut, database, diskFull } from "./trials.ts";

const HELP = `Usage: npm run trials -- NAME [--store embedded|postgresql] [--times N] [--seed TEXT] [--json]

  crash      the server is killed while a client files (--kills N; 200 unless told)
  database   PostgreSQL is killed under a living server and comes back (40 times)
  disk-full  the disk under the database is full, and has room again (10 times; Linux and root)
  cut        the connection to PostgreSQL is cut in the middle of appends (120 times, and --silences N; 1)
  mutations  random changes of every endpoint's valid request (--help tells more)
  year       a year of a zone's life, counted and accounted for (--help tells more)
  witness    no trial: a witness for checkpoints, see docs/guides/prove.md (--help tells more)

Each trial makes a store of its own in the temporary folder and removes it. The store is embedded unless told; cut is always
on postgresql, which takes an installed PostgreSQL 15 or newer. A seed repeats what is drawn, not the machine's timing.
--json: one JSON object on standard output. Ends with 0 when every promise held, with 1 when one was broken.
`;

const WRONG_USE = 2;

type Trial = { readonly times: number; readonly run: (asked: Asked, silences: number) => Promise<Report> };

const TRIALS: Readonly<Record<string, Trial>> = {
  crash: { times: 200, run: (asked) => crash(asked) },
  database: { times: 40, run: database },
  "disk-full": { times: 10, run: diskFull },
  cut: { times: 120, run: (asked, silences) => cut({ ...asked, store: "postgresql" }, silences) },
};

const OPTIONS = {
  store: { type: "string", default: "embedded" },
  times: { type: "string" },
  kills: { type: "string" },
  silences: { type: "string", default: "1" },
  seed: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

const isStore = (name: string): name is StoreName => (STORES as readonly string[]).includes(name);

const wrongUse = (why: string): number => {
  process.stderr.write(`openftz trials: ${why}\n\n${HELP}`);
  return WRONG_USE;
};

/** Runs the trial that the words name; returns the exit code. */
export const trials = async (argv: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [name = ""] = positionals;
  const trial = Object.hasOwn(TRIALS, name) ? TRIALS[name] : undefined;
  if (!trial) return wrongUse(`there is no trial "${name}".`);
  const { store, seed = randomBytes(4).toString("hex") } = values;
  if (!isStore(store)) return wrongUse(`there is no store "${store}".`);
  const times = Number(values.kills ?? values.times ?? trial.times);
  const silences = Number(values.silences);
  if (!(Number.isInteger(times) && times > 0 && Number.isInteger(silences) && silences >= 0))
    return wrongUse("a count is a whole number.");
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const report = await trial.run({ store, times, seed, say }, silences);
  process.stdout.write(values.json ? asJson(report) : table(report));
  return report.findings.length === 0 ? 0 : 1;
};
