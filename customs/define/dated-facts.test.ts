import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fromDayNumber, type PlainDate } from "@openftz/kernel/plain-date.ts";
import fc from "fast-check";
import { factOn, holdsOn, overlap, withFact } from "./dated.ts";

const FIRST = 18_000;
const days = fc.integer({ min: FIRST, max: FIRST + 40 }).map(fromDayNumber);
const facts = fc.array(fc.record({ from: days, value: fc.nat(9) }), { maxLength: 12 });
const spans = fc
  .tuple(days, fc.option(days))
  .filter(([from, until]) => until === null || until >= from)
  .map(([from, until]) => ({ from, until }));

/** The plain rule: of those that have begun the one from the latest day; of those from one day the one said last. */
const slow = (said: readonly { from: PlainDate; value: number }[], day: PlainDate) =>
  said
    .filter(({ from }) => from <= day)
    .reduce<(typeof said)[number] | undefined>(
      (best, each) => (best && best.from > each.from ? best : each),
      undefined,
    );

describe("dated facts", () => {
  it("answer every day by the latest that has begun, whatever the order in which they were said", () => {
    fc.assert(
      fc.property(facts, days, (said, day) => {
        const kept = said.reduce<readonly { from: PlainDate; value: number }[]>(withFact, []);
        assert.deepEqual(factOn(kept, day), slow(said, day));
        assert.deepEqual(
          kept,
          kept.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
        );
      }),
    );
  });

  it("overlap exactly when some day lies in both", () => {
    const all = Array.from({ length: 42 }, (_, at) => fromDayNumber(FIRST + at));
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        assert.equal(
          overlap(a, b),
          all.some((day) => holdsOn(a, day) && holdsOn(b, day)),
        );
      }),
    );
  });
});
