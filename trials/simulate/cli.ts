/** `openftz simulate`: days of the whole system under trouble, and the proof that broken promises are found. */
import { parseArgs } from "node:util";
import type { Plan } from "./day.ts";
import { explore, reportBroken, WHOLE_DAY } from "./explore.ts";
import { findFalseAlarm, type Proof, prove } from "./prove.ts";

const HELP = `Usage: openftz simulate [--seed N] [--days N] [--minutes M] [--commands N] [--troubles N] [--only STEPS] [--json]
       openftz simulate --prove [--fault NAME] [--json]

Runs the real desk, commands, folds and views in one process, with clock, chance, network and store simulated from one
seed, and looks at everything they promise. The same seed gives the same day. Ends with 1 when a promise is broken, and
prints the seed and the fewest steps that break it.

  --seed N        begin with this seed (one day unless --days or --minutes say more); absent: one from the clock
  --minutes M     go on with the next seeds for so long
  --days N        go on for so many days
  --commands N    requests in a day (20,000)       --troubles N   what goes wrong in a day (50)
  --only STEPS    take only these steps of the day: 3,17,40
  --prove         plant each fault of the list in the code, one after another, and look whether it is found
  --fault NAME    plant only this one
`;

const WRONG_USE = 2;
const MINUTE_MS = 60_000;

const readNumber = (name: string, text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!Number.isFinite(number) || number < 0) throw new WrongUse(`--${name} ${text} is no number`);
  return number;
};

class WrongUse extends Error {}

/** Runs it; returns the exit code. */
export const simulate = async (argv: readonly string[]): Promise<number> => {
  try {
    const { values } = parseArgs({ args: [...argv], options: OPTIONS });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    return values.prove ? await runProve(values) : await runDays(values);
  } catch (error) {
    const isUse =
      error instanceof WrongUse || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
    if (!isUse) throw error;
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    return WRONG_USE;
  }
};

const OPTIONS = {
  seed: { type: "string" },
  minutes: { type: "string" },
  days: { type: "string" },
  commands: { type: "string" },
  troubles: { type: "string" },
  only: { type: "string" },
  fault: { type: "string" },
  prove: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

type Values = Readonly<
  Partial<Record<"seed" | "minutes" | "days" | "commands" | "troubles" | "only" | "fault", string>>
> & {
  readonly json: boolean;
};

const runDays = async (values: Values): Promise<number> => {
  const plan: Plan = {
    seed: readNumber("seed", values.seed, Date.now() % 1_000_000_000),
    commands: readNumber("commands", values.commands, WHOLE_DAY.commands),
    troubles: readNumber("troubles", values.troubles, WHOLE_DAY.troubles),
    ...(values.only !== undefined && {
      only: new Set(values.only.split(",").map((step) => readNumber("only", step, 0))),
    }),
  };
  const ms = values.minutes === undefined ? undefined : readNumber("minutes", values.minutes, 0) * MINUTE_MS;
  const days =
    values.days === undefined ? (ms === undefined ? 1 : undefined) : readNumber("days", values.days, 1);
  const explored = await explore(
    plan,
    { ...(ms !== undefined && { ms }), ...(days !== undefined && { days }) },
    (each, result, seconds) => {
      const { accepted, repeated, refused, troubles, entries } = result;
      process.stderr.write(
        `seed ${each.seed}: ${accepted} accepted, ${repeated} again, ${refused} refused, ${troubles} troubles, ${entries} entries, ${seconds.toFixed(1)} s\n`,
      );
    },
  );
  const { broken, ...sum } = explored;
  const report = broken && (await reportBroken(broken.plan, broken.result));
  if (values.json)
    process.stdout.write(
      `${JSON.stringify({ ...sum, broken: broken ? { seed: broken.plan.seed, step: broken.result.steps, promise: broken.result.violation!.promise, detail: broken.result.violation!.message } : null })}\n`,
    );
  else if (!broken)
    process.stdout.write(
      `${sum.days} days, ${sum.commands} answers, ${sum.entries} entries, ${sum.troubles} troubles: no promise broken\n`,
    );
  if (report) process[values.json ? "stderr" : "stdout"].write(`${report}\n`);
  return broken ? 1 : 0;
};

const NAME_WIDTH = 44;

const lineOf = ({ fault, isFound, how, seed, seconds }: Proof): string =>
  `${isFound ? "found " : "MISSED"}  ${fault.name.padEnd(NAME_WIDTH)} ${seconds.toFixed(1).padStart(5)} s  ${seed === null ? "" : `seed ${seed}: `}${how}`;

const runProve = async ({ fault, json }: Values): Promise<number> => {
  const proofs = await prove(
    (proof) => process[json ? "stderr" : "stdout"].write(`${lineOf(proof)}\n`),
    fault === undefined ? {} : { names: [fault] },
  );
  const alarm = await findFalseAlarm();
  if (alarm !== undefined) process.stderr.write(`FALSE ALARM without any fault: ${alarm}\n`);
  const found = proofs.filter(({ isFound }) => isFound).length;
  if (json)
    process.stdout.write(
      `${JSON.stringify({ found, of: proofs.length, faults: proofs.map(({ fault: { name }, isFound, how, seed, seconds }) => ({ name, isFound, how, seed, seconds })) })}\n`,
    );
  else process.stdout.write(`found ${found} of ${proofs.length} planted faults\n`);
  return found === proofs.length && proofs.length > 0 && alarm === undefined ? 0 : 1;
};
