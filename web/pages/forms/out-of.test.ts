import assert from "node:assert/strict";
import { it } from "node:test";
import { outOf } from "./out-of.ts";

const line = (of: string, pieces: string) => ({
  ...{ line: of, hs8: "84818040", changes: 0, declared: pieces, lawful: pieces, second: pieces },
  ...{ netMassKg: pieces, grossMassKg: pieces, value: { amount: `${pieces}.00`, currency: "USD" } },
});

it("what is out is what went less what came back", () => {
  const slip = { lines: [line("B-1", "10"), line("B-2", "5")], returnedBy: [] };
  assert.deepEqual(
    outOf(slip).map(({ declared }) => declared),
    ["10", "5"],
  );
  const back = { slip: "SS2", lines: [line("B-1", "4"), line("B-2", "5")] };
  const [left, ...none] = outOf({ ...slip, returnedBy: [back] });
  assert.deepEqual(none, []);
  assert.deepEqual(left, {
    ...{ line: "B-1", declared: "6", lawful: "6", second: "6", netMassKg: "6", grossMassKg: "6" },
    ...{ amount: "6", currency: "USD" },
  });
});
