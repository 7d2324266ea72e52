import { compileLaw, type Decision, decide, type Law } from "@openftz/kernel/decide.ts";
import { canonicalJson, type Json } from "@openftz/kernel/json.ts";
import { type Example, type Measure, nameOf } from "@openftz/kernel/measure.ts";

/** True when a measure takes a case: it is in force, at home there, and its condition holds. It may still be overruled. */
export const takes = <Facts extends object, Answers extends object>(
  law: Law<Facts, Answers>,
  measure: Measure<Facts, Answers>,
  facts: Facts,
): boolean => law.candidates(facts).includes(measure) && measure.appliesTo(facts);

/** The law that was known on the day when a measure was published: its examples are frozen with it and know no later rule. */
export const lawAsKnown = <Facts extends object, Answers extends object>(
  law: Law<Facts, Answers>,
  measure: Measure<Facts, Answers>,
): Law<Facts, Answers> =>
  compileLaw(
    law.frame,
    law.measures.filter(({ published }) => published <= measure.published),
  );

/**
 * What comes out otherwise than an example says, in words; nothing when it comes out as said. The example runs in the
 * law that was known when its measure was published, because it is frozen with it: where it expects an answer, the
 * answer must come from this measure and stand against all others of that day.
 */
export const exampleFault = <Facts extends object, Answers extends object>(
  whole: Law<Facts, Answers>,
  measure: Measure<Facts, Answers>,
  { facts, expect }: Example<Facts, Answers>,
): string | undefined => {
  const law = lawAsKnown(whole, measure);
  if (expect === "not applicable")
    return takes(law, measure, facts) ? "should leave this case, and takes it" : undefined;
  if (!takes(law, measure, facts)) return "should take this case, and leaves it";
  const decisions = decide(law, facts);
  const wrong = Object.entries(expect).filter(([question, value]) => {
    const decision = decisions.find((each) => each.question === question);
    return decision === undefined || !answersOf(decision, nameOf(measure)).includes(spell(value));
  });
  return wrong.length === 0
    ? undefined
    : wrong
        .map(([question, value]) => `should answer ${question} with ${spell(value)}, and does not`)
        .join("; ");
};

const answersOf = ({ outcome }: Decision, measure: string): readonly string[] => {
  const voices = outcome.kind === "answered" ? [outcome] : outcome.kind === "gathered" ? outcome.values : [];
  return voices.filter(({ by }) => by.measure === measure).map(({ value }) => spell(value));
};

const spell = (value: unknown): string => canonicalJson((value ?? null) as Json);
