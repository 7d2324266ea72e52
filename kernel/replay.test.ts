import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { compileLaw, type Decision, decide } from "./decide.ts";
import { plainDateOf } from "./plain-date.ts";
import { type Change, replay, tryDraft } from "./replay.ts";
import {
  crossing,
  rule,
  type TollFacts,
  type TollMeasure,
  tollFrame,
  tollLaw,
  tollMeasures,
} from "./toll-law.ts";

const value = ({ outcome }: Decision): unknown =>
  outcome.kind === "answered"
    ? outcome.value
    : outcome.kind === "gathered"
      ? outcome.values.map((each) => each.value)
      : outcome.kind;
const spell = ({ facts, before, after }: Change<TollFacts>): string =>
  `${facts.crossing.day} ${before.question}: ${value(before)} -> ${value(after)}`;

const past = [
  crossing(),
  crossing({ miller: true, day: "1820-06-02" }),
  crossing({ axles: 4, day: "1820-06-03" }),
];
const recorded = past.map((facts) => ({ facts, decisions: decide(tollLaw, facts) }));
const lawOf = (...measures: TollMeasure[]) => compileLaw(tollFrame, measures);

describe("replay", () => {
  it("of one's own decisions finds no change, whatever the facts", () => {
    const facts = fc
      .record({ axles: fc.nat({ max: 9 }), miller: fc.boolean(), debt: fc.boolean() })
      .map(crossing);
    fc.assert(
      fc.property(fc.array(facts), (items) => {
        const own = items.map((item) => ({ facts: item, decisions: decide(tollLaw, item) }));
        assert.deepEqual([...replay(own, tollLaw)], []);
      }),
    );
  });

  it("survives the journal: decisions that were written and read again are the same", () => {
    const stored = JSON.parse(JSON.stringify(recorded)) as typeof recorded;
    assert.deepEqual([...replay(stored, tollLaw)], []);
  });

  it("reports each answer that differs, with both decisions", () => {
    const changed = lawOf(
      { ...tollMeasures[0]!, version: 2, answers: { toll: ({ cart }) => (cart.axles > 2 ? 99 : 6) } },
      ...tollMeasures.slice(1),
    );
    assert.deepEqual([...replay(recorded, changed)].map(spell), [
      "1820-06-01 receipt: 6 pence -> silent",
      "1820-06-02 receipt: 0 pence -> silent",
      "1820-06-03 toll: 12 -> 99",
      "1820-06-03 receipt: 12 pence -> silent",
    ]);
  });

  it("a rule's new version that says the same is no change", () => {
    const renewed = tollMeasures.map((measure) => ({ ...measure, version: 7 }));
    assert.deepEqual([...replay(recorded, lawOf(...renewed))], []);
  });

  it("the same papers asked for by other rules in another order are no change", () => {
    const one = lawOf(
      rule("a", { answers: { papers: () => "note" } }),
      rule("b", { answers: { papers: () => "pass" } }),
    );
    const other = lawOf(
      rule("a", { answers: { papers: () => "pass" } }),
      rule("z", { answers: { papers: () => "note" } }),
    );
    assert.deepEqual([...tryDraft(past, one, other)], []);
  });

  it("a question that the record did not know is a change when it is answered now", () => {
    const older = recorded.map(({ facts, decisions }) => ({ facts, decisions: decisions.slice(0, 2) }));
    assert.deepEqual([...replay(older, tollLaw)].map(spell).slice(0, 1), [
      "1820-06-01 receipt: silent -> 6 pence",
    ]);
  });
});

describe("a draft law", () => {
  it("shows whom it would have touched, and nobody else", () => {
    const draft = rule("toll.heavy", {
      exceptionTo: ["toll"],
      inForce: { from: plainDateOf("1820-06-02") },
      appliesTo: ({ cart }) => cart.axles > 3,
      answers: { toll: () => 50 },
    });
    assert.deepEqual([...tryDraft(past, tollLaw, lawOf(...tollMeasures, draft))].map(spell), [
      "1820-06-03 toll: 12 -> 50",
      "1820-06-03 receipt: 12 pence -> 50 pence",
    ]);
  });

  it("that contradicts the law shows as conflicts", () => {
    const draft = rule("rival", { appliesTo: ({ driver }) => driver.miller, answers: { toll: () => 1 } });
    assert.deepEqual([...tryDraft(past, tollLaw, lawOf(...tollMeasures, draft))].map(spell), [
      "1820-06-02 toll: 0 -> conflict",
      "1820-06-02 receipt: 0 pence -> none",
    ]);
  });
});
