import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { differencesOf } from "./differences.ts";

describe("what an amendment changes", () => {
  it("names each field with what it was and what it becomes", () =>
    assert.deepEqual(
      differencesOf(
        { a: "1", goods: [{ origin: "FR" }] },
        { a: "1", goods: [{ origin: "CL", claim: "CL" }] },
      ),
      [
        { pointer: "/goods/0/origin", before: "FR", after: "CL" },
        { pointer: "/goods/0/claim", before: "", after: "CL" },
      ],
    ));

  it("is nothing when nothing changes", () => assert.deepEqual(differencesOf({ a: [1] }, { a: [1] }), []));
});
