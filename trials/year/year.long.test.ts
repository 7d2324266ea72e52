import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FULL_YEAR, makeYear } from "./year.ts";

describe("a whole year of a zone", () => {
  it("of 40 enterprises and 30,000 lists ends with every unit of every line accounted for", async (test) => {
    const { counts, planted, found, findings } = await makeYear(FULL_YEAR);
    test.diagnostic(JSON.stringify({ ...counts, planted, found }));
    assert.deepEqual(findings, []);
    assert.equal(found, planted);
    assert.ok(counts.lists! >= 30_000 && counts.movements! >= 60_000 && planted >= 100);
  });
});
