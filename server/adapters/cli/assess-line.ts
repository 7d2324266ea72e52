/** One line in, one line out. */
import { assessJson } from "@openftz/customs/duty/assess.ts";
import { problemOf } from "@openftz/customs/duty/assess-result.ts";
import { type DutyFault, dutyFault, inOrder } from "@openftz/customs/duty/duty-fault.ts";
import { resultText } from "@openftz/customs/duty/result-text.ts";
import type { CompiledTariff } from "@openftz/customs/duty/tariff.ts";
import { parseStrictJson, type StrictJson, standsTwice } from "@openftz/kernel/strict-json.ts";
import { LONGEST_LINE, type TextLine } from "./text-lines.ts";

/** `text` ends with a line feed. Nothing answers an empty line. */
export type LineAnswer = { readonly kind: "assessed" | "problem"; readonly text: string };

export const assessLine = (line: TextLine, tariff: CompiledTariff): LineAnswer | undefined => {
  const { number } = line;
  if (line.kind === "too-long")
    return unreadable(number, `The line is longer than ${LONGEST_LINE} bytes.`, "Write one request a line.");
  if (line.kind === "not-utf8")
    return unreadable(number, "The line is not in UTF-8.", "Write the file in UTF-8.");
  if (isBlank(line.text)) return undefined;
  const json = parseStrictJson(line.text);
  if (json.kind === "refused") return notStrict(json, number, tariff);
  const outcome = assessJson(json.value, tariff);
  return outcome.kind === "assessed"
    ? { kind: "assessed", text: `${resultText(outcome)}\n` }
    : problem(refOf(json.value), number, outcome.faults[0]!);
};

/** A line that is no JSON, or has a key twice; then whatever else is wrong with it takes its turn too. */
const notStrict = (
  { pointer, others, detail, value }: Extract<StrictJson, { kind: "refused" }>,
  number: number,
  tariff: CompiledTariff,
): LineAnswer => {
  if (pointer === "") return problem(null, number, notOneObject(pointer, detail));
  const twice = [pointer, ...others];
  const outcome = assessJson(value, tariff);
  const rest = outcome.kind === "assessed" ? [] : outcome.faults;
  const faults = inOrder([...twice.map((each) => notOneObject(each, standsTwice(each))), ...rest]);
  return problem(twice.includes("/ref") ? null : refOf(value), number, faults[0]!);
};

const notOneObject = (pointer: string, detail: string): DutyFault =>
  dutyFault("malformed-line", pointer, detail, "Write one JSON object, each key once.");

/** JSON's white space only: space, tab and the carriage return before a line feed. */
const isBlank = (text: string): boolean => {
  for (const character of text) if (!" \t\r".includes(character)) return false;
  return true;
};

const unreadable = (number: number, detail: string, next: string): LineAnswer =>
  problem(null, number, dutyFault("malformed-line", "", detail, next));

const problem = (ref: string | null, line: number, fault: DutyFault): LineAnswer => ({
  kind: "problem",
  text: `${JSON.stringify({ ref, line, problem: problemOf(fault) })}\n`,
});

/** The line's own name, when there is one to read. */
const refOf = (value: unknown): string | null => {
  if (typeof value !== "object" || value === null || !("ref" in value)) return null;
  return typeof value.ref === "string" && value.ref !== "" ? value.ref : null;
};
