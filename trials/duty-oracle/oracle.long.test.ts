import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compareLines, describeDifference } from "./compare.ts";

const LINES_A_SEED = 4_000;
const SEEDS = ["1", "2", "3", "4", "5"];

describe("the duty engine and the oracle answer alike", () => {
  for (const seed of SEEDS)
    it(`on ${LINES_A_SEED} made lines of seed ${seed}`, async (t) => {
      const { found, ...counts } = await compareLines({ seed, lines: LINES_A_SEED });
      assert.equal(found.length, 0, found.slice(0, 5).map(describeDifference).join(""));
      assert.ok(counts.answered > LINES_A_SEED / 3, "too few lines were assessed to mean anything");
      t.diagnostic(Object.entries(counts).join("; "));
    });
});
