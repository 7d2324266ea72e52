/** Where the engine's answer to a world is not the oracle's. */
import type { Run } from "./engine.ts";
import type { Answer, Verdict } from "./oracle.ts";
import type { TariffFault } from "./tariff.ts";
import { linesOf } from "./text.ts";
import type { World } from "./world.ts";

/** One difference: what was asked, what the oracle answers, what the engine answered. */
export type Difference = { readonly asked: string; readonly oracle: string; readonly engine: string };

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

/** JSON with its keys in order, so that answers compare as texts. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** An answer of the engine without its words, which are only asked to be there. */
const withoutWords = (line: string): Answer => {
  const answer = JSON.parse(line) as Record<string, unknown>;
  if ("problem" in answer) {
    const { title, detail, ...problem } = answer.problem as Record<string, unknown>;
    return { ...answer, problem: isText(title) && isText(detail) ? problem : answer.problem };
  }
  const { explanation, ...rest } = answer;
  const explained = Array.isArray(explanation) && explanation.length > 0 && explanation.every(isText);
  return explained ? rest : answer;
};

const answerOf = (line: string | undefined): string => {
  if (line === undefined) return "no answer";
  try {
    return canonical(withoutWords(line));
  } catch {
    return line;
  }
};

const compareAnswers = (world: World, answers: readonly (readonly Answer[])[], run: Run): Difference[] => {
  const asked = linesOf(world.requests);
  const got = run.out.split("\n").slice(0, -1);
  const count = Math.max(answers.length, got.length);
  return Array.from({ length: count }, (_, index) => ({
    asked: `line ${asked[index]?.number}: ${asked[index]?.text}`,
    oracle: (answers[index] ?? []).map(canonical),
    engine: answerOf(got[index]),
  }))
    .filter(({ oracle, engine }) => !oracle.includes(engine))
    .map(({ oracle, ...rest }) => ({ ...rest, oracle: oracle.join(" or ") || "no answer" }));
};

const told = ({ file, line, field, column, also }: TariffFault): string =>
  [
    `${file}, line ${line}`,
    field && `field ${field}`,
    column && `column ${column}`,
    also && `${also.file}, line ${also.line}`,
  ]
    .filter(Boolean)
    .join(", ");

/** True when one line of standard error names the fault's file, line and field, and the column or the second place. */
const names = (line: string, { file, line: number, field, column, also }: TariffFault): boolean => {
  const place = (name: string, at: number): boolean => line.includes(name) && line.includes(`line ${at}`);
  const second = also === undefined || place(also.file, also.line);
  const byField = also !== undefined || field === "" || line.includes(`field ${field}`);
  return (
    place(file, number) && second && byField && (column === undefined || line.includes(`column ${column},`))
  );
};

const compareRefusals = (world: World, faults: readonly TariffFault[], run: Run): Difference[] => {
  const lines = run.err.split("\n").filter(Boolean);
  const asked = world.tariff.map(({ name, bytes }) => `${name}:\n${bytes}`).join("\n");
  const wrong = (oracle: string, engine: string): Difference => ({ asked, oracle, engine });
  const missed = faults.filter((fault) => !lines.some((line) => names(line, fault)));
  const invented = lines.filter((line) => !faults.some((fault) => names(line, fault)));
  return [
    ...missed.map((fault) => wrong(told(fault), `exit ${run.exit}, not named: ${run.err}`)),
    ...invented.map((line) => wrong("no such fault", line)),
    ...(run.out === "" ? [] : [wrong("nothing on standard output", run.out)]),
  ];
};

/** Every difference between what the oracle says of a world and what the engine did (run with `--quiet`). */
export const differences = (world: World, verdict: Verdict, run: Run): Difference[] => {
  const found =
    verdict.exit === 2
      ? compareRefusals(world, verdict.faults, run)
      : compareAnswers(world, verdict.answers, run);
  if (run.exit !== verdict.exit)
    found.push({ asked: "the exit code", oracle: `${verdict.exit}`, engine: `${run.exit}: ${run.err}` });
  if (verdict.exit !== 2 && run.err !== "")
    found.push({ asked: "--quiet", oracle: "nothing on standard error", engine: run.err });
  return found;
};
