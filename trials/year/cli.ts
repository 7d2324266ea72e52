/** `openftz trials year`: a year of a zone's life, in full unless told otherwise. */
import { parseArgs } from "node:util";
import { serveYear } from "./serve-year.ts";
import { FULL_YEAR, makeYear } from "./year.ts";

const HELP = `Usage: npm run trials -- year [--acts N] [--enterprises N] [--seed TEXT] [--serve PORT]

Lives a year of a zone in memory (40 enterprises and 36,000 acts, some 30,000 lists, unless told), counts its sheds each quarter, and looks at
every line, the journal and the views at its end; with --serve its pages can then be seen in a browser. Ends with 0 when every unit is accounted for and every planted error found.
`;

const WRONG_USE = 2;

/** Runs it and prints what it came to; returns the exit code. */
export const year = async (argv: string[]): Promise<number> => {
  const { values } = parseArgs({
    args: argv,
    options: {
      acts: { type: "string", default: String(FULL_YEAR.acts) },
      enterprises: { type: "string", default: String(FULL_YEAR.enterprises) },
      seed: { type: "string", default: FULL_YEAR.seed },
      serve: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const [acts, enterprises] = [Number(values.acts), Number(values.enterprises)];
  const port = values.serve === undefined ? undefined : Number(values.serve);
  const isFit = [acts, enterprises, ...(port === undefined ? [] : [port + 1])].every(
    (each) => Number.isInteger(each) && each > 0,
  );
  if (values.help || !isFit) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : WRONG_USE;
  }
  const said = (text: string): void => void process.stderr.write(`${text}\n`);
  const { counts, planted, found, findings } = await makeYear(
    { seed: values.seed, acts, enterprises },
    said,
    async (bench) => (port === undefined ? undefined : serveYear(bench, port, enterprises, said)),
  );
  for (const [what, count] of Object.entries(counts)) process.stdout.write(`  ${what.padEnd(14)} ${count}\n`);
  process.stdout.write(`${found} of ${planted} lines with planted errors found\n`);
  for (const finding of findings) process.stdout.write(`! ${finding}\n`);
  return findings.length === 0 && found === planted ? 0 : 1;
};
