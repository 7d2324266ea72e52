import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { compileLaw, decide } from "./decide.ts";
import { recalling } from "./recall.ts";
import { crossing, rule, type TollFacts, tollFrame, tollLaw, tollMeasures } from "./toll-law.ts";

const anyCrossing = fc
  .record({
    day: fc.constantFrom("1811-12-31", "1812-01-01", "1815-12-31", "1820-06-01"),
    bridge: fc.constantFrom("old", "new"),
    axles: fc.integer({ min: 1, max: 4 }),
    load: fc.constantFrom("flour", "coal", "salt"),
    miller: fc.boolean(),
    debt: fc.boolean(),
  })
  .map(crossing);

/** A law in which `looks` decides the toll, and how often it was asked. */
const counted = (looks: (facts: TollFacts) => number) => {
  let asked = 0;
  const law = compileLaw(tollFrame, [
    rule("toll", {
      answers: {
        toll: (facts) => {
          asked += 1;
          return looks(facts);
        },
      },
    }),
  ]);
  return { law, asked: () => asked };
};

describe("recalling a decision", () => {
  it("decides as without a memory, whatever was asked before and however little is kept", () => {
    const laws = [tollLaw, compileLaw(tollFrame, tollMeasures.toReversed())];
    fc.assert(
      fc.property(
        fc.array(anyCrossing, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(...laws),
        fc.integer({ min: 1, max: 9 }),
        (all, law, few) => {
          const recall = recalling(law, { leaves: few, branches: few });
          for (const facts of [...all, ...all]) assert.deepEqual(recall(facts), decide(law, facts));
        },
      ),
    );
  });

  it("asks the rules once for facts that differ only where no rule looks", () => {
    const { law, asked } = counted(({ driver }) => (driver.debt ? 20 : 6));
    const recall = recalling(law);
    const decisions = [1, 2, 3, 4].map((axles) => recall(crossing({ axles })));
    assert.equal(asked(), 1);
    assert.ok(decisions.every((each) => each === decisions[0]));
    recall(crossing({ debt: true }));
    assert.equal(asked(), 2);
  });

  it("tells lists apart by what is in them, and a missing fact from one that is null", () => {
    const { law, asked } = counted(
      ({ cart }) => JSON.stringify((cart as { seals?: unknown }).seals)?.length ?? 0,
    );
    const recall = recalling(law);
    const sealed = (seals: unknown) => ({ ...crossing(), cart: { ...crossing().cart, seals } }) as TollFacts;
    const likeAList = '\u0000["red"]';
    const lengths = [["red"], ["red", "blue"], null, undefined, ["red"], likeAList].map((seals) => {
      const [toll] = recall(sealed(seals));
      return toll!.outcome.kind === "answered" ? toll!.outcome.value : undefined;
    });
    assert.deepEqual(lengths, [7, 14, 4, 0, 7, 17]);
    assert.equal(asked(), 5);
  });

  it("remembers nothing where a rule asks which facts there are", () => {
    const { law, asked } = counted(({ cart }) => Object.keys(cart).length);
    const recall = recalling(law);
    recall(crossing());
    recall(crossing());
    assert.equal(asked(), 2);
  });

  it("makes no branch for each of a fact's many values", () => {
    const { law, asked } = counted(({ cart }) => cart.axles);
    const recall = recalling(law, { leaves: 1_000, branches: 3 });
    for (const axles of [1, 2, 3, 4, 5, 4, 5]) recall(crossing({ axles }));
    assert.equal(asked(), 7); // 1, 2 and 3 have branches; 4 and 5 are decided each time
    recall(crossing({ axles: 2 }));
    assert.equal(asked(), 7);
  });

  it("asks only the rule that looks at a fact with many values, and recalls the rest", () => {
    let answers = 0;
    const law = compileLaw(tollFrame, [
      rule("toll", {
        answers: {
          toll: ({ driver }) => {
            answers += 1;
            return driver.debt ? 20 : 6;
          },
        },
      }),
      rule("heavy", {
        exceptionTo: ["toll"],
        appliesTo: ({ cart, driver }) => cart.axles > 8 && !driver.debt,
        answers: { toll: ({ cart }) => cart.axles },
      }),
    ]);
    const recall = recalling(law, { leaves: 1_000, branches: 3 });
    for (const axles of [1, 2, 3, 4, 5, 6, 7]) recall(crossing({ axles }));
    assert.equal(answers, 4); // three branches, and one decision for all that are not heavy
    for (const axles of [8, 9, 10, 8, 9]) {
      assert.deepEqual(recall(crossing({ axles })), decide(law, crossing({ axles })));
      assert.deepEqual(recall(crossing({ axles, debt: true })), decide(law, crossing({ axles, debt: true })));
    }
    assert.equal(recall(crossing({ axles: 9 }))[0]!.overruled.length, 1);
    const before = answers;
    recall(crossing({ axles: 6 }));
    recall(crossing({ axles: 9, debt: true }));
    assert.equal(answers, before);
  });

  it("a rule that was asked each time hides nothing from the rules behind it that looked at the same", () => {
    type Known = Partial<TollFacts["driver"]> | undefined;
    const debtOf = (driver: Known) => driver?.debt ?? false;
    const law = compileLaw(tollFrame, [
      rule("heavy", {
        // The axles are looked at before anything of the driver.
        appliesTo: (facts) => facts.cart.axles > 8 && debtOf(facts.driver) && facts.cart.load === "salt",
        answers: { papers: () => "weighing bill" },
      }),
      rule("toll", { answers: { toll: ({ driver }) => (debtOf(driver) ? 20 : driver ? 6 : 9) } }),
    ]);
    const recall = recalling(law, { leaves: 1_000, branches: 3 });
    for (const axles of [1, 2, 3, 9, 10, 11]) {
      for (const driver of [{ debt: false }, { debt: true }, undefined, { debt: false }]) {
        const facts = { ...crossing({ axles }), driver } as unknown as TollFacts;
        assert.deepEqual(recall(facts), decide(law, facts));
      }
    }
  });

  it("lets go of everything once it keeps as much as it may, and decides on", () => {
    const { law, asked } = counted(({ cart }) => cart.axles);
    const recall = recalling(law, { leaves: 2, branches: 100 });
    for (const axles of [1, 2, 1, 2]) recall(crossing({ axles }));
    assert.equal(asked(), 2);
    recall(crossing({ axles: 3 })); // no room: all is forgotten
    for (const axles of [1, 2]) recall(crossing({ axles }));
    assert.equal(asked(), 5);
  });

  it("keeps nothing of a decision in which a rule failed", () => {
    let fails = true;
    const { law, asked } = counted(({ cart, driver }) => {
      if (fails && cart.axles > 1) throw new Error("the bridge is closed");
      return driver.debt ? 20 : 6;
    });
    const recall = recalling(law);
    assert.throws(() => recall(crossing({ axles: 2 })), /closed/);
    fails = false;
    assert.deepEqual(
      recall(crossing({ axles: 2, debt: true })),
      decide(law, crossing({ axles: 2, debt: true })),
    );
    assert.deepEqual(recall(crossing({ axles: 2 })), decide(law, crossing({ axles: 2 })));
    assert.equal(asked(), 5);
  });

  it("hands out decisions that nobody can change", () => {
    const decisions = recalling(tollLaw)(crossing({ miller: true }));
    assert.throws(() => Object.assign(decisions[0]!, { question: "other" }), TypeError);
    assert.throws(() => (decisions[0]!.overruled as unknown[]).push("me"), TypeError);
  });

  it("stops at a measure that is no pure function", () => {
    let calls = 0;
    const { law } = counted((facts) => {
      calls += 1;
      return calls === 1 ? facts.cart.axles : Number(facts.driver.debt);
    });
    const recall = recalling(law);
    recall(crossing({ axles: 2 }));
    assert.throws(() => recall(crossing({ axles: 3 })), /not a pure function/);
  });
});
