import assert from "node:assert/strict";
import { it } from "node:test";
import { matchOf } from "./find-lines.ts";

const LINES = [
  { line: "T2218W000001-1", part: "V-100" },
  { line: "T2218W000001-2", part: "V-100" },
  { line: "T2218W000001-3", part: "V-200" },
];

it("a row is of the line that it names, else of one of its part, rather where something lies", () => {
  const full = (line: string) => line.endsWith("-2");
  for (const [row, line] of [
    [{ part: "V-100" }, "T2218W000001-2"],
    [{ part: "V-200" }, "T2218W000001-3"],
    [{ part: "V-300" }, undefined],
    [{ part: "v-200" }, undefined],
    [{ line: "1", part: "V-200" }, "T2218W000001-1"],
    [{ line: "9" }, undefined],
    [{}, undefined],
  ] as const)
    assert.equal(matchOf(row, LINES, full), line, JSON.stringify(row));
});
