import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { compileLaw, type Decision, decide, isInForce } from "./decide.ts";
import { plainDateOf } from "./plain-date.ts";
import { crossing, rule, type TollFacts, tollFrame, tollLaw, tollMeasures } from "./toll-law.ts";

/** "6 by toll@1, over x@1": a decision as a person would note it. */
const spell = ({ outcome, overruled }: Decision): string => {
  const over = overruled.length > 0 ? `, over ${overruled.map(({ measure }) => measure).join(" ")}` : "";
  if (outcome.kind === "answered") return `${outcome.value} by ${outcome.by.measure}${over}`;
  if (outcome.kind === "gathered") return outcome.values.map(({ value }) => value).join(" + ") + over;
  if (outcome.kind === "conflict")
    return `conflict ${outcome.between.map(({ measure }) => measure).join(" ")}${over}`;
  return `silent${over}`;
};
const answer = (facts: TollFacts, question: string, law = tollLaw): string =>
  spell(decide(law, facts).find((decision) => decision.question === question)!);

describe("deciding", () => {
  const table: [says: string, parts: Parameters<typeof crossing>[0], toll: string, papers: string][] = [
    ["a rule without an exception stands", {}, "6 by toll@1", "mill note"],
    ["an exception overrules its rule", { miller: true }, "0 by toll.miller@1, over toll@1", "mill note"],
    [
      "an exception to an exception overrules both",
      { miller: true, debt: true },
      "20 by toll.debtor@1, over toll.miller@1 toll@1",
      "mill note",
    ],
    ["measures of one bridge speak there only", { bridge: "new" }, "6 by toll@1", "mill note + bridge pass"],
    ["the first day of force is in force", { day: "1812-01-01" }, "6 by toll@1", "mill note + safe conduct"],
    ["the last day of force is in force", { day: "1815-12-31" }, "6 by toll@1", "mill note + safe conduct"],
    ["the day before it is not yet", { day: "1811-12-31" }, "6 by toll@1", "mill note"],
    ["the day after it is no more", { day: "1816-01-01" }, "6 by toll@1", "mill note"],
    ["where nobody asks for papers there is silence", { load: "coal" }, "6 by toll@1", "silent"],
  ];
  for (const [says, parts, toll, papers] of table) {
    it(says, () => {
      assert.equal(answer(crossing(parts), "toll"), toll);
      assert.equal(answer(crossing(parts), "papers"), papers);
    });
  }

  it("answers every question in the frame's order, and a later one may build on an earlier answer", () => {
    const decisions = decide(tollLaw, crossing());
    assert.deepEqual(
      decisions.map(({ question }) => question),
      ["toll", "papers", "receipt"],
    );
    assert.equal(spell(decisions[2]!), "6 pence by toll@1");
  });

  it("keeps the reasons of the answer and of the rules that had to yield", () => {
    assert.deepEqual(decide(tollLaw, crossing({ miller: true }))[0], {
      question: "toll",
      outcome: {
        kind: "answered",
        value: 0,
        by: { measure: "toll.miller@1", because: { "driver.miller": true } },
      },
      overruled: [{ measure: "toll@1", because: {} }],
    });
  });

  it("finds a conflict between two measures that do not know each other", () => {
    const rival = rule("bridge-fund", { answers: { toll: () => 1 } });
    const law = compileLaw(tollFrame, [...tollMeasures, rival]);
    assert.equal(answer(crossing(), "toll", law), "conflict bridge-fund@1 toll@1");
    assert.equal(
      answer(crossing({ miller: true }), "toll", law),
      "conflict bridge-fund@1 toll.miller@1, over toll@1",
    );
  });

  it("lets a new version of a rule take over, without a word about the old one", () => {
    const law = compileLaw(tollFrame, [...tollMeasures, { ...tollMeasures[0]!, version: 2 }]);
    assert.match(answer(crossing(), "toll", law), /^\d+ by toll@2$/);
  });

  it("is never silent because rules are exceptions to each other", () => {
    const law = compileLaw(tollFrame, [
      rule("hen", { exceptionTo: ["egg"], answers: { toll: () => 1 } }),
      rule("egg", { exceptionTo: ["hen"], answers: { toll: () => 2 } }),
    ]);
    assert.equal(answer(crossing(), "toll", law), "conflict egg@1 hen@1");
  });

  it("refuses a measure that is placed by a dimension the law does not have", () => {
    const stray = rule("stray", { where: { brigde: ["old"] }, answers: { toll: () => 1 } });
    assert.throws(() => compileLaw(tollFrame, [stray]), /stray@1: the law has no dimension "brigde"/);
  });

  it("does not mix up places whose names run into each other", () => {
    const frame = {
      ...tollFrame,
      dimensions: { bridge: (f: TollFacts) => f.crossing.bridge, load: (f: TollFacts) => f.cart.load },
    };
    const law = compileLaw(frame, [rule("one", { where: { bridge: ["a|1"] }, answers: { toll: () => 1 } })]);
    assert.equal(answer(crossing({ bridge: "a|1", load: "b" }), "toll", law), "1 by one@1");
    assert.equal(answer(crossing({ bridge: "a", load: "1|b" }), "toll", law), "silent");
    assert.equal(answer(crossing({ bridge: "a", load: "1|1|b" }), "toll", law), "silent");
  });
});

const anyCrossing = fc
  .record({
    day: fc.constantFrom("1811-12-31", "1812-01-01", "1815-12-31", "1816-01-01", "1820-06-01"),
    bridge: fc.constantFrom("old", "new", "far"),
    axles: fc.nat({ max: 4 }),
    load: fc.constantFrom("flour", "coal"),
    miller: fc.boolean(),
    debt: fc.boolean(),
  })
  .map(crossing);

describe("whatever the facts", () => {
  it("the order in which measures are listed never changes a decision", () => {
    const orders = fc.shuffledSubarray([...tollMeasures], { minLength: tollMeasures.length });
    fc.assert(
      fc.property(orders, anyCrossing, (measures, facts) => {
        assert.deepEqual(decide(compileLaw(tollFrame, measures), facts), decide(tollLaw, facts));
      }),
    );
  });

  it("a measure that is not in force never speaks", () => {
    const days = fc.constantFrom(
      ...["1800-01-01", "1812-01-01", "1816-01-01", "1821-01-01"].map(plainDateOf),
    );
    fc.assert(
      fc.property(anyCrossing, days, days, (facts, from, until) => {
        const passing = rule("passing", { inForce: { from, until }, answers: { papers: () => "passing" } });
        const law = compileLaw(tollFrame, [...tollMeasures, passing]);
        const spoke = answer(facts, "papers", law).includes("passing");
        assert.equal(spoke, isInForce(passing, facts.crossing.day));
      }),
    );
  });

  it("facts are read, never changed, and may be frozen", () => {
    fc.assert(
      fc.property(anyCrossing, (facts) => {
        const frozen = Object.freeze({
          crossing: Object.freeze({ ...facts.crossing }),
          cart: Object.freeze({ ...facts.cart }),
          driver: Object.freeze({ ...facts.driver }),
        });
        assert.deepEqual(decide(tollLaw, frozen), decide(tollLaw, facts));
      }),
    );
  });
});
