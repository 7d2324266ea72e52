/**
 * The heart of the house: facts and law in, decisions and reasons out. It reads no clock, no database and no
 * chance, so a decision can be replayed years later.
 */
import type { Frame, Measure } from "./measure.ts";
import { nameOf } from "./measure.ts";
import type { PlainDate } from "./plain-date.ts";
import { type Loan, lend, type Reads } from "./watch.ts";

/** Which measure spoke, and the facts it looked at while making up its mind. */
export type Reason = { readonly measure: string; readonly because: Reads };

/** One question's outcome, with everything needed to defend it in an appeal: the losing rules are kept. */
export type Decision<Answer = unknown> = {
  readonly question: string;
  readonly outcome:
    | { readonly kind: "answered"; readonly value: Answer; readonly by: Reason }
    | { readonly kind: "gathered"; readonly values: readonly { value: Answer; by: Reason }[] }
    | { readonly kind: "conflict"; readonly between: readonly Reason[] }
    | { readonly kind: "silent" };
  readonly overruled: readonly Reason[];
};

/** A law ready to decide: its frame and its measures, indexed so that only candidates run. */
export type Law<Facts extends object, Answers extends object> = {
  readonly frame: Frame<Facts, Answers>;
  readonly measures: readonly Measure<Facts, Answers>[];
  readonly candidates: (facts: Facts) => readonly Measure<Facts, Answers>[];
};

const REMEMBERED = 10_000;

/**
 * Indexes measures by day and dimensions. Of one id, the highest version in force on the day stands: a new version
 * takes over on its first day, so that a published one never needs a last day written into it.
 * @throws RangeError for a `where` that names a dimension the frame does not have: it would quietly apply everywhere.
 */
export const compileLaw = <Facts extends object, Answers extends object>(
  frame: Frame<Facts, Answers>,
  measures: readonly Measure<Facts, Answers>[],
): Law<Facts, Answers> => {
  const sorted = measures.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const names = Object.keys(frame.dimensions);
  for (const measure of sorted) {
    const stray = Object.keys(measure.where ?? {}).find((name) => !names.includes(name));
    if (stray !== undefined) throw new RangeError(`${nameOf(measure)}: the law has no dimension "${stray}"`);
  }
  const remembered = new Map<string, readonly Measure<Facts, Answers>[]>();
  const candidates = (facts: Facts) => {
    const day = frame.dayOf(facts);
    const values = names.map((name) => frame.dimensions[name]!(facts));
    let key: string = day;
    for (const value of values) key += `|${value.length}|${value}`; // with its length, no two lists spell alike
    const known = remembered.get(key);
    if (known) return known;
    const inForce = sorted.filter((measure) => isInForce(measure, day));
    const found = inForce.filter(
      (measure) =>
        !inForce.some(({ id, version }) => id === measure.id && version > measure.version) &&
        names.every((name, index) => measure.where?.[name]?.includes(values[index]!) ?? true),
    );
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, found);
    return found;
  };
  return { frame, measures: sorted, candidates };
};

/** True on a legal day between a measure's first and last, both included. */
export const isInForce = (
  measure: { inForce: { from: PlainDate; until?: PlainDate } },
  day: PlainDate,
): boolean =>
  measure.inForce.from <= day && (measure.inForce.until === undefined || day <= measure.inForce.until);

/** Answers every question of the law about one set of facts, in the frame's order. A caller may lend the facts itself. */
export const decide = <Facts extends object, Answers extends object>(
  law: Law<Facts, Answers>,
  facts: Facts,
  loan: Loan<Facts> = lend(facts),
): readonly Decision[] => {
  const applicable: Speaker<Facts, Answers>[] = [];
  for (const measure of law.candidates(facts)) {
    const read = loan.testing(measure.appliesTo);
    if (read) applicable.push({ measure, read });
  }
  const earlier: Partial<Answers> = {};
  return (Object.keys(law.frame.questions) as (keyof Answers & string)[]).map((question) => {
    const speaking = applicable.filter(({ measure }) => measure.answers[question]);
    const excepted = new Set(speaking.flatMap(({ measure }) => measure.exceptionTo ?? []));
    const yielding = speaking.filter(({ measure }) => excepted.has(measure.id));
    const standing = speaking.filter(({ measure }) => !excepted.has(measure.id));
    // Rules that are all exceptions to each other leave none standing. Silence would hide them: a person decides.
    if (standing.length === 0 && yielding.length > 0)
      return { question, outcome: conflict(yielding), overruled: [] };
    const outcome =
      law.frame.questions[question] === "one"
        ? settle(question, standing, loan, earlier)
        : gather(question, standing, loan, earlier);
    if (outcome.kind === "answered") earlier[question] = outcome.value as Answers[typeof question];
    return { question, outcome, overruled: yielding.map((each) => reasonOf(each)) };
  });
};

type Speaker<Facts, Answers> = { readonly measure: Measure<Facts, Answers>; readonly read: Reads };

/** One voice answers, none is silence, two that do not know each other are a conflict for a person to resolve. */
const settle = <Facts extends object, Answers extends object>(
  question: keyof Answers & string,
  standing: readonly Speaker<Facts, Answers>[],
  loan: Loan<Facts>,
  earlier: Partial<Answers>,
): Decision["outcome"] => {
  const [only, ...others] = standing;
  if (!only) return { kind: "silent" };
  if (others.length > 0) return conflict(standing);
  const { value, by } = ask(question, only, loan, earlier);
  return { kind: "answered", value, by };
};

const conflict = <Facts, Answers>(between: readonly Speaker<Facts, Answers>[]): Decision["outcome"] => ({
  kind: "conflict",
  between: between.map((each) => reasonOf(each)),
});

const gather = <Facts extends object, Answers extends object>(
  question: keyof Answers & string,
  standing: readonly Speaker<Facts, Answers>[],
  loan: Loan<Facts>,
  earlier: Partial<Answers>,
): Decision["outcome"] =>
  standing.length === 0
    ? { kind: "silent" }
    : { kind: "gathered", values: standing.map((each) => ask(question, each, loan, earlier)) };

const ask = <Facts extends object, Answers extends object>(
  question: keyof Answers & string,
  speaker: Speaker<Facts, Answers>,
  loan: Loan<Facts>,
  earlier: Partial<Answers>,
): { value: unknown; by: Reason } => {
  const { result, read } = loan.noting((lent) => speaker.measure.answers[question]!(lent, earlier));
  return { value: result, by: reasonOf(speaker, read) };
};

const reasonOf = <Facts, Answers>(speaker: Speaker<Facts, Answers>, answering: Reads = {}): Reason => ({
  measure: nameOf(speaker.measure),
  because: { ...speaker.read, ...answering },
});
