import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeYear } from "./year.ts";

describe("a year of a zone", () => {
  it("ends with every unit of every line accounted for, and each planted error found", async () => {
    const { counts, planted, found, findings } = await makeYear({
      seed: "small",
      enterprises: 6,
      acts: 900,
    });
    assert.deepEqual(findings, []);
    assert.ok(planted >= 3 && found === planted, `${found} of ${planted} found`);
    for (const what of ["transfers", "slips", "cancelled", "reversed", "declarations", "refused", "voided"])
      assert.ok(counts[what]! > 0, what);
  });
});
