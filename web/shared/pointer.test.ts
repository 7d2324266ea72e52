import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findField, itemOf } from "./pointer.ts";

const onPage = ["/office", "/goods/0/commodity", "/goods/0/customsValue/amount", "/goods/1/commodity"];

describe("from a fault to its field", () => {
  for (const [pointer, field] of [
    ["/office", "/office"],
    ["/content/office", "/office"],
    ["/goods/0/customsValue", "/goods/0/customsValue/amount"],
    ["/goods/1/unknown/deep", "/goods/1/commodity"],
    ["/goods", "/goods/0/commodity"],
    ["/nowhere", undefined],
    ["", undefined],
  ] as const)
    it(`${pointer || "the whole"} is shown at ${field ?? "no field"}`, () =>
      assert.equal(findField(pointer, onPage), field));

  it("names the goods item that a fault is about", () => {
    assert.equal(itemOf("/goods/2/origin"), 3);
    assert.equal(itemOf("/content/goods/0"), 1);
    assert.equal(itemOf("/office"), undefined);
  });
});
