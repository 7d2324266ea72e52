import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { missingOf } from "./missing.ts";

const FREE: Readonly<Record<string, string>> = { "B-1": "100", "B-2": "0" };
const asked = (...lines: readonly string[]) =>
  lines.map((each) => {
    const [line = "", declared = ""] = each.split(" ");
    return { line, declared };
  });

describe("what is missing while it is typed", () => {
  for (const [lines, told] of [
    [["B-1 100"], ""],
    [["B-1 100.00001"], "B-1 0.00001"],
    [["B-1 60", "B-2 ", "B-1 60"], "B-1 20"],
    [["B-2 5", "B-3 5", " 5", "B-1 x"], "B-2 5"],
  ] as const)
    it(`${lines.join(", ")}: ${told || "nothing"}`, () =>
      assert.equal(
        [...missingOf(asked(...lines), (line) => FREE[line])].map((each) => each.join(" ")).join(", "),
        told,
      ));
});
