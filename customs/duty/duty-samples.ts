/** For tests: a tariff from a few lines as they stand in a file, a plain request, and answers as the contract prints them. */
import { assessJson } from "./assess.ts";
import { type AssessProblem, type AssessResult, problemOf, resultOf } from "./assess-result.ts";
import { readTariff } from "./read-tariff.ts";
import { type CompiledTariff, compileTariff } from "./tariff.ts";

/** A tariff of these lines, in a file named "test.jsonl". */
export const tariffOf = (...lines: readonly object[]): CompiledTariff => {
  const text = lines.map((line) => JSON.stringify(line)).join("\n");
  const read = readTariff(new TextEncoder().encode(text), "test.jsonl");
  if (read.faults.length > 0) throw new Error(JSON.stringify(read.faults));
  const compiled = compileTariff(read.lines);
  if (compiled.kind === "refused") throw new Error(JSON.stringify(compiled.faults));
  return compiled.tariff;
};

/** 100,000.00 CNY of the goods 1234567890 from KR on 2026-03-01, with what is given changed or (undefined) left out. */
export const request = (changes: object = {}): Record<string, unknown> => ({
  ref: "A1",
  date: "2026-03-01",
  direction: "import",
  commodity: "1234567890",
  origin: "KR",
  customsValue: { amount: "100000.00", currency: "CNY" },
  ...changes,
});

/** The answer to a line that can be assessed. */
export const result = (json: unknown, tariff: CompiledTariff): AssessResult => {
  const outcome = assessJson(json, tariff);
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.faults));
  return resultOf(outcome);
};

/** All problems, in the order they are told. */
export const problems = (json: unknown, tariff: CompiledTariff): readonly AssessProblem[] => {
  const outcome = assessJson(json, tariff);
  if (outcome.kind === "assessed") throw new Error("assessed, where a problem was expected");
  return outcome.faults.map(problemOf);
};

/** "type pointer" of the first problem, the one the command prints. */
export const firstProblem = (json: unknown, tariff: CompiledTariff): string =>
  told(problems(json, tariff)[0]!);

/** A problem as "type pointer". */
export const told = ({ type, pointer }: AssessProblem): string =>
  `${type.replace("https://openftz.org/problems/", "")} ${pointer}`.trim();
