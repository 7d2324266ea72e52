/** The cases on which measures are tried against each other: examples, and what lies between and around them. */
import { canonicalJson, type Json } from "@openftz/kernel/json.ts";
import type { Measure } from "@openftz/kernel/measure.ts";
import { addDays, type PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Dimension } from "@openftz/policy/define-measure.ts";

/** How facts are moved to another day or place of the law. */
export type Moves<Facts> = {
  readonly onDay: (facts: Facts, day: PlainDate) => Facts;
  readonly placed: (facts: Facts, dimension: Dimension, value: string) => Facts;
};

/** The first and the last day of force of each measure, and the days beside them. */
export const edgeDays = (
  measures: readonly { readonly inForce: Measure<unknown, unknown>["inForce"] }[],
): PlainDate[] => [
  ...new Set(
    measures.flatMap(({ inForce: { from, until } }) => [
      addDays(from, -1),
      from,
      ...(until === undefined ? [] : [until, addDays(until, 1)]),
    ]),
  ),
];

const DIMENSIONS: readonly Dimension[] = ["procedure", "direction", "zoneType"];

/**
 * The examples' facts; each with one part (goods, trader, draw ...) taken from another; each on every edge of force;
 * and each in every place that some measure names. Two measures that meet only where nobody looked are found here.
 */
export const gridOf = <Facts extends object, Answers>(
  measures: readonly Measure<Facts, Answers>[],
  { onDay, placed }: Moves<Facts>,
): Facts[] => {
  const seeds = measures.flatMap(({ examples }) => examples.map(({ facts }) => facts));
  const mixed = seeds.flatMap((facts) =>
    (Object.keys(facts) as (keyof Facts)[]).flatMap((part) =>
      distinct(seeds.map((other) => other[part])).map((value) => ({ ...facts, [part]: value })),
    ),
  );
  const days = edgeDays(measures);
  const dated = seeds.flatMap((facts) => days.map((day) => onDay(facts, day)));
  let places = distinct(seeds);
  for (const dimension of DIMENSIONS) {
    const values = [...new Set(measures.flatMap(({ where }) => where?.[dimension] ?? []))];
    places = places.concat(places.flatMap((facts) => values.map((value) => placed(facts, dimension, value))));
  }
  return distinct([...seeds, ...mixed, ...dated, ...places]);
};

const distinct = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [canonicalJson((value ?? null) as Json), value])).values(),
];
