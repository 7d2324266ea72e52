/** Facts with days: what holds until the next one, and what holds from a day to a day. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";

/** Where a fact is from, and whether the document itself was read. */
export type Sourced = { readonly source: string; readonly confirmed: boolean };

/** A fact that holds from a day until the next of its kind. */
export type Dated = { readonly from: PlainDate };

/** The one that holds on a day of facts in the order of their days; undefined before the first. */
export const factOn = <Fact extends Dated>(facts: readonly Fact[], day: PlainDate): Fact | undefined =>
  facts.findLast(({ from }) => from <= day);

/** The facts with one more, in the order of their days. One from the same day replaces the one before. */
export const withFact = <Fact extends Dated>(facts: readonly Fact[], fact: Fact): readonly Fact[] => [
  ...facts.filter(({ from }) => from < fact.from),
  fact,
  ...facts.filter(({ from }) => from > fact.from),
];

/** A time with its first and its last day, both included; null: it is not over. */
export type Span = { readonly from: PlainDate; readonly until: PlainDate | null };

/** True when a day lies in the span. */
export const holdsOn = ({ from, until }: Span, day: PlainDate): boolean =>
  from <= day && (until === null || day <= until);

/** True when two spans have a day in common. */
export const overlap = (a: Span, b: Span): boolean =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);

/** A span in words: "from 2003-12-08 to 2020-07-31". */
export const spanWords = ({ from, until }: Span): string =>
  until === null ? `from ${from}` : `from ${from} to ${until}`;
