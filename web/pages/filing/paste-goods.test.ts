import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emptyGoods } from "./form.ts";
import { MOST_GOODS, pasteGoods } from "./paste-goods.ts";

const row = ["2204.21.0000", "red wine", "fr", "200,000.00", "cny", "1,200", "1200"];

describe("pasting into the goods", () => {
  it("fills a row and cleans what a spreadsheet adds", () => {
    const [goods] = pasteGoods([emptyGoods()], [row], { row: 0, column: "commodity" });
    const { key: _, ...fields } = goods!;
    assert.deepEqual(fields, {
      commodity: "2204210000",
      description: "red wine",
      origin: "FR",
      amount: "200000.00",
      currency: "CNY",
      netMassKg: "1200",
      quantities: { "": "1200" },
      agreement: "",
      certificate: "",
      purpose: "",
      exporter: "",
      originProof: "",
      quota: "",
    });
  });

  it("passes over a heading", () => {
    const pasted = pasteGoods([emptyGoods()], [["HS code", "Goods"], row], { row: 0, column: "commodity" });
    assert.equal(pasted.length, 1);
    assert.equal(pasted[0]?.commodity, "2204210000");
  });

  it("begins at the cell where it was pasted and adds rows below", () => {
    const first = { ...emptyGoods(), commodity: "2204210000" };
    const pasted = pasteGoods([first], [["red"], ["white"]], { row: 0, column: "description" });
    assert.deepEqual(
      pasted.map(({ commodity, description }) => [commodity, description]),
      [
        ["2204210000", "red"],
        ["", "white"],
      ],
    );
  });

  it("adds no more rows than a declaration may have", () => {
    const many = Array.from({ length: 60 }, () => row);
    assert.equal(pasteGoods([], many, { row: 0, column: "commodity" }).length, MOST_GOODS);
  });
});
