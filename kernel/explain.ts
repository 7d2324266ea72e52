/** A recorded decision in words. Reads the record and the texts of the law; runs nothing. */
import type { Decision, Reason } from "./decide.ts";
import type { Bilingual } from "./measure.ts";

/** The texts of a measure that an explanation quotes. */
export type MeasureTexts = {
  readonly title: Bilingual;
  readonly sentence: Bilingual;
  readonly citation: { readonly text: string; readonly confirmed: boolean };
};

/** One question explained: the answer, the rule that gave it, the facts it read, and the rules that had to yield. */
export type Explanation = {
  readonly question: string;
  readonly kind: Decision["outcome"]["kind"];
  readonly answers: readonly { readonly value: unknown; readonly rule: ExplainedRule }[];
  readonly conflict: readonly ExplainedRule[];
  readonly overruled: readonly ExplainedRule[];
};

/** A rule as an explanation shows it. Texts are absent only when the release no longer carries the measure. */
export type ExplainedRule = {
  readonly measure: string;
  readonly texts?: MeasureTexts;
  readonly because: readonly { readonly fact: string; readonly value: unknown }[];
};

/** Only what is quoted, whatever else the law keeps with its texts. */
const quoted = ({ title, sentence, citation }: MeasureTexts): MeasureTexts => ({ title, sentence, citation });

/** Explains one decision. `textsOf` finds a measure's texts by "id@version". */
export const explain = (
  decision: Decision,
  textsOf: (measure: string) => MeasureTexts | undefined,
): Explanation => {
  const rule = (reason: Reason): ExplainedRule => {
    const texts = textsOf(reason.measure);
    const because = Object.entries(reason.because).map(([fact, value]) => ({ fact, value }));
    return { measure: reason.measure, ...(texts && { texts: quoted(texts) }), because };
  };
  const { outcome } = decision;
  const voices = outcome.kind === "answered" ? [outcome] : outcome.kind === "gathered" ? outcome.values : [];
  return {
    question: decision.question,
    kind: outcome.kind,
    answers: voices.map(({ value, by }) => ({ value, rule: rule(by) })),
    conflict: outcome.kind === "conflict" ? outcome.between.map(rule) : [],
    overruled: decision.overruled.map(rule),
  };
};
