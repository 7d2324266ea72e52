import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { OneBreath } from "./one-breath.ts";

describe("what is asked for in one breath", () => {
  const questions: (readonly number[])[] = [];
  const doubles = new OneBreath(async (asked: readonly number[]) => {
    questions.push(asked);
    if (asked.includes(0)) throw new RangeError("not 0");
    return asked.map((each) => 2 * each);
  });

  it("is one question, and each gets its own answer", async () => {
    assert.deepEqual(await Promise.all([3, 1, 3].map((each) => doubles.ask(each))), [6, 2, 6]);
    assert.equal(await doubles.ask(5), 10);
    assert.deepEqual(questions.splice(0), [[3, 1, 3], [5]]);
  });

  it("also when it is asked for because of what one question answered", async () => {
    const twice = async (each: number) => doubles.ask(await doubles.ask(each));
    assert.deepEqual(await Promise.all([1, 2, 3].map(twice)), [4, 8, 12]);
    assert.deepEqual(questions.splice(0), [
      [1, 2, 3],
      [2, 4, 6],
    ]);
  });

  it("fails together, and the next breath is asked anew", async () => {
    const outcomes = await Promise.allSettled([1, 0].map((each) => doubles.ask(each)));
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    assert.equal(await doubles.ask(1), 2);
  });
});
