import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { matchPath, searchOf } from "./router.ts";

describe("addresses", () => {
  it("finds the parts that a pattern names", () => {
    assert.deepEqual(matchPath("/declarations/:number/amend", "/declarations/2218/amend/"), {
      number: "2218",
    });
    assert.deepEqual(matchPath("/", "/"), {});
  });

  it("takes no path of another length or other words", () => {
    assert.equal(matchPath("/declarations/:number", "/declarations"), null);
    assert.equal(matchPath("/declarations", "/parties"), null);
  });

  it("writes a search without empty fields", () => {
    assert.equal(searchOf({ text: "red wine", state: "", lane: undefined }), "?text=red+wine");
    assert.equal(searchOf({}), "");
  });
});
