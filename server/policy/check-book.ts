/** What can be wrong with the measures of one frame. Pure: measures in, faults out. */
import { compileLaw, decide, type Law } from "@openftz/kernel/decide.ts";
import { type Frame, type Measure, nameOf } from "@openftz/kernel/measure.ts";
import { exampleFault, lawAsKnown, takes } from "@openftz/policy/example-fault.ts";
import { gridOf, type Moves } from "./grid.ts";
import type { PolicyFault } from "./report.ts";
import { writtenFaults } from "./written-faults.ts";

/** The measures of one frame, and how its facts are moved about. */
export type Book<Facts extends object, Answers extends object> = {
  readonly frame: Frame<Facts, Answers>;
  readonly measures: readonly Measure<Facts, Answers>[];
  readonly moves: Moves<Facts>;
};

/** Everything that is wrong with a book, and how many examples and cases were tried. */
export const checkBook = <Facts extends object, Answers extends object>({
  frame,
  measures,
  moves,
}: Book<Facts, Answers>): { faults: PolicyFault[]; examples: number; cases: number } => {
  const written = writtenFaults(measures);
  let law: Law<Facts, Answers>;
  try {
    law = compileLaw(frame, measures);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const fault: PolicyFault = {
      kind: "law",
      where: "policy/measures",
      detail: error.message,
      next: "Correct the measure.",
    };
    return { faults: [...written, fault], examples: 0, cases: 0 };
  }
  const cases = gridOf(measures, moves);
  const examples = measures.reduce((sum, measure) => sum + measure.examples.length, 0);
  return {
    faults: [...written, ...exampleFaults(law), ...conflictFaults(law, cases)],
    examples,
    cases: cases.length,
  };
};

const exampleFaults = <Facts extends object, Answers extends object>(
  law: Law<Facts, Answers>,
): PolicyFault[] =>
  law.measures.flatMap((measure) => {
    const fault = (detail: string, next: string): PolicyFault => ({
      kind: "example",
      where: nameOf(measure),
      detail,
      next,
    });
    const wrong = measure.examples.flatMap((example) => {
      const said = exampleFault(law, measure, example);
      return said ? [fault(`"${example.name}": ${said}.`, "Correct the example or the condition.")] : [];
    });
    const known = lawAsKnown(law, measure);
    const taken = measure.examples.filter(({ facts }) => takes(known, measure, facts)).length;
    if (taken === 0) wrong.push(fault("No example shows a case that it takes.", "Add one."));
    if (taken === measure.examples.length)
      wrong.push(fault("No example shows a case that it leaves.", "Add one."));
    return wrong;
  });

/** Two measures that answer one question for the same case and do not know each other; each pair once, with its case. */
const conflictFaults = <Facts extends object, Answers extends object>(
  law: Law<Facts, Answers>,
  cases: readonly Facts[],
): PolicyFault[] => {
  const found = new Map<string, PolicyFault>();
  for (const facts of cases)
    for (const { question, outcome } of decide(law, facts)) {
      if (outcome.kind !== "conflict") continue;
      const names = outcome.between.map(({ measure }) => measure);
      const key = `${question} ${names.join(" ")}`;
      if (found.has(key)) continue;
      found.set(key, {
        kind: "conflict",
        where: names.join(", "),
        detail: `They both answer ${question} and do not know each other. A case: ${JSON.stringify(facts)}`,
        next: "Make one an exception to the other (exceptionTo), or narrow its condition.",
      });
    }
  return [...found.values()];
};
