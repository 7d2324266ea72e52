import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dayAfter, neighbours, reachOf } from "./days.ts";

describe("the day of the map", () => {
  const changes = ["2005-06-22", "2020-05-16", "2020-08-01"];

  it("reaches from the first change to a year ahead, or to the last change", () => {
    assert.deepEqual(reachOf(changes, "2026-11-28"), { first: "2005-06-22", last: "2027-11-28" });
    assert.deepEqual(reachOf([...changes, "2030-01-01"], "2026-11-28"), {
      first: "2005-06-22",
      last: "2030-01-01",
    });
    assert.deepEqual(reachOf([], "2026-11-28"), { first: "2026-11-28", last: "2027-11-28" });
  });

  it("goes to the change before and after", () => {
    assert.deepEqual(neighbours(changes, "2020-05-16"), { before: "2005-06-22", after: "2020-08-01" });
    assert.deepEqual(neighbours(changes, "2000-01-01"), { before: undefined, after: "2005-06-22" });
    assert.deepEqual(neighbours(changes, "2026-01-01"), { before: "2020-08-01", after: undefined });
    assert.equal(dayAfter("2020-02-28", 1), "2020-02-29");
  });
});
