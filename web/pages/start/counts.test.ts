import assert from "node:assert/strict";
import { it } from "node:test";
import { dayBefore, figuresOf } from "./counts.ts";

it("adds up a day and leaves other days out", () => {
  const day = "2026-11-24";
  const rows = [
    { day, what: "filed", count: 19 },
    { day, what: "state.released", count: 6 },
    { day, what: "released", count: 2 },
    { day, what: "state.held", count: 13 },
    { day, what: "lane.inspect", count: 6 },
    { day, what: "taxYuan", count: 1_241_121 },
    { day: "2026-11-23", what: "filed", count: 99 },
  ];
  assert.deepEqual(figuresOf(rows, day), {
    filed: 19,
    released: 8,
    held: 13,
    taxYuan: 1_241_121n,
    lanes: { release: 0, documents: 0, inspect: 6 },
  });
});

it("knows the day before, also over the end of a year", () =>
  assert.equal(dayBefore("2027-01-01"), "2026-12-31"));
