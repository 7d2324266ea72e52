import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainCode, plainNumber, readCells, writeCells } from "./paste.ts";

describe("cells from a spreadsheet", () => {
  it("a single value is none of them: it belongs into one field", () =>
    assert.equal(readCells("wine"), null));

  it("reads rows and cells, and passes over empty rows", () =>
    assert.deepEqual(readCells("a\tb\r\n\r\nc\t\n"), [
      ["a", "b"],
      ["c", ""],
    ]));

  it("reads quoted cells with tabs, line ends and quotes in them", () =>
    assert.deepEqual(readCells('"a\tb"\t"say ""yes"""\n"c\nd"\te'), [
      ["a\tb", 'say "yes"'],
      ["c\nd", "e"],
    ]));

  it("what is copied can be pasted again", () => {
    const cells = [
      ["plain", "with\ttab"],
      ['with "quotes"', "two\nlines"],
    ];
    assert.deepEqual(readCells(writeCells(cells)), cells);
  });
});

describe("what people write", () => {
  it("loses the separators of thousands", () => {
    assert.equal(plainNumber("1,250.00"), "1250.00");
    assert.equal(plainNumber(" 1 250，5 ".replace("，5", ".5")), "1250.5");
    assert.equal(plainNumber("007"), "7");
  });

  it("is left as it is when it is no number", () => assert.equal(plainNumber("about 12"), "about 12"));

  it("loses the points of a commodity code", () => {
    assert.equal(plainCode("2204.21.0000"), "2204210000");
    assert.equal(plainCode("red wine"), "red wine");
  });
});
