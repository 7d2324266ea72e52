/** What can be wrong with measures as they are written, before any case is tried. */
import { type Measure, nameOf } from "@openftz/kernel/measure.ts";
import type { PolicyFault } from "./report.ts";

/** What is looked at in a measure without asking it anything. */
export type Rule = Pick<
  Measure<unknown, unknown>,
  "id" | "version" | "title" | "sentence" | "citation" | "inForce" | "exceptionTo"
> & { readonly answers: object };

/** Missing texts, versions that do not follow each other, and exceptions that lead nowhere or in a circle. */
export const writtenFaults = (measures: readonly Rule[]): PolicyFault[] => [
  ...measures.flatMap(textFaults),
  ...overlapFaults(measures),
  ...exceptionFaults(measures),
];

const HAN = /\p{Script=Han}/u;

const textFaults = (measure: Rule): PolicyFault[] => {
  const fault = (detail: string, next: string): PolicyFault => ({
    kind: "text",
    where: nameOf(measure),
    detail,
    next,
  });
  const found = (["title", "sentence"] as const).flatMap((field) => {
    const { en, zh } = measure[field];
    return [
      ...(en.trim() === "" || HAN.test(en)
        ? [fault(`Its ${field} has no English text.`, `Write ${field}.en.`)]
        : []),
      ...(HAN.test(zh) ? [] : [fault(`Its ${field} has no Chinese text.`, `Write ${field}.zh.`)]),
    ];
  });
  if (measure.citation.text.trim() === "") found.push(fault("It cites nothing.", "Write citation.text."));
  if (Object.keys(measure.answers).length === 0)
    found.push(fault("It answers nothing.", "Give it an answer, or remove it."));
  return found;
};

/** A version takes over from the one before on its first day, which must therefore be later. */
const overlapFaults = (measures: readonly Rule[]): PolicyFault[] =>
  pairsOf(measures.toSorted((a, b) => a.version - b.version))
    .filter(([older, newer]) => older.id === newer.id && newer.inForce.from <= older.inForce.from)
    .map(([older, newer]) => ({
      kind: "overlap",
      where: nameOf(newer),
      detail: `It does not begin after ${nameOf(older)}.`,
      next: "Let the newer version begin on a later day.",
    }));

const pairsOf = <Value>(values: readonly Value[]): [Value, Value][] =>
  values.flatMap((a, index) => values.slice(index + 1).map((b): [Value, Value] => [a, b]));

const exceptionFaults = (measures: readonly Rule[]): PolicyFault[] => {
  const known = new Set(measures.map(({ id }) => id));
  const rulesOf = (id: string): string[] =>
    measures.filter((each) => each.id === id).flatMap((each) => each.exceptionTo ?? []);
  const leadsTo = (from: string, target: string, seen = new Set<string>()): boolean =>
    rulesOf(from).some((rule) => {
      if (rule === target) return true;
      if (seen.has(rule)) return false;
      seen.add(rule);
      return leadsTo(rule, target, seen);
    });
  return measures.flatMap((measure) => [
    ...(measure.exceptionTo ?? [])
      .filter((rule) => !known.has(rule))
      .map(
        (rule): PolicyFault => ({
          kind: "exception",
          where: nameOf(measure),
          detail: `It is an exception to ${rule}, which no measure is called.`,
          next: "Name a measure by its id, without the version.",
        }),
      ),
    ...(leadsTo(measure.id, measure.id)
      ? [
          {
            kind: "exception" as const,
            where: nameOf(measure),
            detail: "It is, in the end, an exception to itself.",
            next: "Take one of the exceptions out of the circle.",
          },
        ]
      : []),
  ]);
};
