import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { distance, nearNames } from "./near.ts";

describe("names that were probably meant", () => {
  it("are as far as letters must be changed; two swapped neighbours are one change", () => {
    assert.equal(distance("file", "file"), 0);
    assert.equal(distance("file", "fiel"), 1);
    assert.equal(distance("", "abc"), 3);
    assert.equal(distance("start", "stop"), 3);
  });

  it("are the nearest first, and none when nothing is near", () => {
    const known = ["start", "verify", "restore", "export", "tariff import"];
    assert.deepEqual(nearNames("strat", known), ["start"]);
    assert.deepEqual(nearNames("tariff", known), ["tariff import"]);
    assert.deepEqual(nearNames("xyzzy", known), []);
  });
});
