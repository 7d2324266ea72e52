/** A measure: one rule of the law, as one file. */
import type { PlainDate } from "./plain-date.ts";

/** A text in both languages of the house. */
export type Bilingual = { readonly en: string; readonly zh: string };

/**
 * How many voices a question takes. `one`: a single measure answers it, and two that do not know each other are a
 * conflict. `all`: every measure that stands adds its answer (for instance the documents that are asked for).
 */
export type QuestionKind = "one" | "all";

/** An example: documentation, demonstration and test at once. */
export type Example<Facts, Answers> = {
  readonly name: string;
  readonly facts: Facts;
  readonly expect: "not applicable" | Partial<Answers>;
};

/** One rule of the law. Frozen once published: it changes only by a new version in a new file. */
export type Measure<Facts, Answers> = {
  /** The law's own name for it, lower case with dots: "cn.bonded-suspension". */
  readonly id: string;
  readonly version: number;
  readonly title: Bilingual;
  /** What the law says, in one sentence of our own, addressed to the person whom it concerns. */
  readonly sentence: Bilingual;
  /** Where the law says it. `confirmed` is false for a citation recalled and not yet read at its source. */
  readonly citation: { readonly text: string; readonly url?: string; readonly confirmed: boolean };
  /** Legal days, both included. */
  readonly inForce: { readonly from: PlainDate; readonly until?: PlainDate };
  /** The day from which it could be known. */
  readonly published: PlainDate;
  /** Where it applies at all, by dimension of the law (procedure, zone type ...); absent: everywhere. An index, not a condition. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** The measures that this one is an exception to. There are no priorities: an exception names its rule. */
  readonly exceptionTo?: readonly string[];
  readonly appliesTo: (facts: Facts) => boolean;
  readonly answers: {
    readonly [Question in keyof Answers]?: (facts: Facts, earlier: Partial<Answers>) => Answers[Question];
  };
  readonly examples: readonly Example<Facts, Answers>[];
};

/** "id@version", as decisions name a measure. */
export const nameOf = (measure: { readonly id: string; readonly version: number }): string =>
  `${measure.id}@${measure.version}`;

/** The frame that a law gives its measures: which questions, in which order, and by what they are found. */
export type Frame<Facts, Answers> = {
  readonly questions: { readonly [Question in keyof Answers]: QuestionKind };
  /** The legal day of the facts, which decides what is in force. */
  readonly dayOf: (facts: Facts) => PlainDate;
  /** The values of the facts in each dimension that a measure's `where` may name. */
  readonly dimensions: Readonly<Record<string, (facts: Facts) => string>>;
};
