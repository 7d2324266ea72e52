/** The second reading of the duty engine's contract: slow, plain, and sharing no code with the first. */
import { assess } from "./owed.ts";
import { type Fault, firstOf, type Request, readRequest } from "./shape.ts";
import { isInForce, readTariff, type TariffFault, type TariffFile, type TariffLine } from "./tariff.ts";
import { linesOf } from "./text.ts";

/**
 * What the command must answer: for each line one answer, or, where the contract leaves open which fault comes first,
 * any of several. The words of explanation, title and detail are left out.
 */
export type Verdict =
  | { readonly exit: 2; readonly faults: readonly TariffFault[] }
  | { readonly exit: 0 | 1; readonly answers: readonly (readonly Answer[])[] };
/** One line of output: a result, or a problem with its type and pointer. */
export type Answer = Readonly<Record<string, unknown>>;

/** True for the answer to a line that cannot be assessed. */
export const isProblem = ([answer]: readonly Answer[]): boolean =>
  answer !== undefined && "problem" in answer;

const PROBLEMS = "https://openftz.org/problems/";

/** Of the lines in force on the date, the one with the longest code that the commodity starts with. */
const lineFor = (request: Request, lines: readonly TariffLine[]): TariffLine | Fault => {
  const [phase, pointer] = ["look-ups", "/commodity"] as const;
  const all = lines.filter(({ code }) => request.commodity.startsWith(code));
  if (all.length === 0) return { phase, type: "unknown-commodity", pointer };
  const inForce = all.filter((line) => isInForce(line, request.date));
  const longest = Math.max(...inForce.map(({ code }) => code.length));
  return inForce.find(({ code }) => code.length === longest) ?? { phase, type: "no-rate-in-force", pointer };
};

const answerTo = (
  number: number,
  text: string | undefined,
  lines: readonly TariffLine[],
): readonly Answer[] => {
  const { ref, faults, request } = readRequest(text);
  const problem = (found: readonly Fault[]): readonly Answer[] =>
    firstOf(found).map(({ type, pointer }) => ({
      ref,
      line: number,
      problem: { type: PROBLEMS + type, pointer },
    }));
  if (request === undefined || faults.some(({ phase }) => phase !== "look-ups")) return problem(faults);
  const line = lineFor(request, lines);
  if ("phase" in line) return problem([...faults, line]);
  const assessed = assess(request, line);
  const all = [...faults, ...assessed.faults];
  return all.length > 0 ? problem(all) : [{ ref, ...assessed.result }];
};

/** What `openftz assess` owes for these tariff files and request lines. */
export const verdictOn = (tariff: readonly TariffFile[], requests: Buffer): Verdict => {
  const { lines, faults } = readTariff(tariff);
  if (faults.length > 0) return { exit: 2, faults };
  const answers = linesOf(requests).map(({ number, text }) => answerTo(number, text, lines));
  return { exit: answers.some(isProblem) ? 1 : 0, answers };
};
