import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileLaw, decide } from "./decide.ts";
import { explain } from "./explain.ts";
import { nameOf } from "./measure.ts";
import { crossing, rule, tollFrame, tollLaw, tollMeasures } from "./toll-law.ts";

const texts = new Map(tollMeasures.map((measure) => [nameOf(measure), measure]));
const textsOf = (name: string) => texts.get(name);
const explained = (question: string, parts: Parameters<typeof crossing>[0] = {}, law = tollLaw) =>
  explain(decide(law, crossing(parts)).find((decision) => decision.question === question)!, textsOf);

describe("an explanation", () => {
  it("names the answer, its rule with the citation, the facts it read, and the rules that had to yield", () => {
    const { kind, answers, overruled } = explained("toll", { miller: true });
    assert.equal(kind, "answered");
    assert.equal(answers[0]!.value, 0);
    assert.equal(answers[0]!.rule.texts?.citation.text, "Toll Act, toll.miller");
    assert.deepEqual(answers[0]!.rule.because, [{ fact: "driver.miller", value: true }]);
    assert.deepEqual(
      overruled.map(({ measure }) => measure),
      ["toll@1"],
    );
  });

  it("of gathered answers names each with its rule", () => {
    assert.deepEqual(
      explained("papers", { bridge: "new" }).answers.map(
        ({ value, rule: { measure } }) => `${value} ${measure}`,
      ),
      ["mill note papers.flour@1", "bridge pass papers.new-bridge@1"],
    );
  });

  it("of a conflict names the rules that do not know each other, and gives no answer", () => {
    const law = compileLaw(tollFrame, [...tollMeasures, rule("rival", { answers: { toll: () => 1 } })]);
    const { kind, answers, conflict } = explained("toll", {}, law);
    assert.equal(kind, "conflict");
    assert.deepEqual(answers, []);
    assert.deepEqual(
      conflict.map(({ measure }) => measure),
      ["rival@1", "toll@1"],
    );
  });

  it("of silence is empty", () => {
    assert.deepEqual(explained("papers", { load: "coal" }), {
      question: "papers",
      kind: "silent",
      answers: [],
      conflict: [],
      overruled: [],
    });
  });

  it("still names a measure whose text the release no longer carries", () => {
    const decision = decide(tollLaw, crossing())[0]!;
    assert.deepEqual(explain(decision, () => undefined).answers[0]!.rule, {
      measure: "toll@1",
      because: [{ fact: "cart.axles", value: 2 }],
    });
  });
});
