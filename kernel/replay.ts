/** The same facts decided again: by today's engine, or under a draft law. */
import { type Decision, decide, type Law } from "./decide.ts";
import { canonicalJson, type Json } from "./json.ts";

/** One item whose answer differs: what was recorded (or decided under the current law), and what comes out now. */
export type Change<Facts> = { readonly facts: Facts; readonly before: Decision; readonly after: Decision };

/** Decides recorded facts again and yields every question whose outcome is not the recorded one. */
export function* replay<Facts extends object, Answers extends object>(
  past: Iterable<{ readonly facts: Facts; readonly decisions: readonly Decision[] }>,
  law: Law<Facts, Answers>,
): Generator<Change<Facts>> {
  for (const { facts, decisions } of past) yield* differences(facts, decisions, decide(law, facts));
}

/** What a draft law would have changed, had it been in force for these facts. */
export function* tryDraft<Facts extends object, Answers extends object>(
  past: Iterable<Facts>,
  current: Law<Facts, Answers>,
  draft: Law<Facts, Answers>,
): Generator<Change<Facts>> {
  for (const facts of past) yield* differences(facts, decide(current, facts), decide(draft, facts));
}

function* differences<Facts>(
  facts: Facts,
  before: readonly Decision[],
  after: readonly Decision[],
): Generator<Change<Facts>> {
  const later = new Map(after.map((decision) => [decision.question, decision]));
  for (const earlier of before) {
    const now = later.get(earlier.question) ?? silent(earlier.question);
    later.delete(earlier.question);
    if (!sameOutcome(earlier, now)) yield { facts, before: earlier, after: now };
  }
  for (const added of later.values())
    if (added.outcome.kind !== "silent") yield { facts, before: silent(added.question), after: added };
}

const silent = (question: string): Decision => ({ question, outcome: { kind: "silent" }, overruled: [] });

/**
 * Outcomes are compared by what they say, not by who said it: a new version of a rule that agrees is no change.
 * Gathered values stand in the order of their measures' names, so they are sorted before they are compared.
 */
const sameOutcome = (a: Decision, b: Decision): boolean => spell(a) === spell(b);

const spell = ({ outcome }: Decision): string => {
  if (outcome.kind === "answered") return `answered ${canonicalJson((outcome.value ?? null) as Json)}`;
  if (outcome.kind === "gathered")
    return `gathered ${outcome.values
      .map(({ value }) => canonicalJson((value ?? null) as Json))
      .sort()
      .join(" ")}`;
  return outcome.kind;
};
