import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainCode, plainNumber, readCells, readSheet, writeCells } from "./paste.ts";

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

  const SHEETS: readonly (readonly [what: string, text: string, cells: readonly (readonly string[])[]])[] = [
    [
      "of tabs",
      "V-1\t1,000\nV-2\t7",
      [
        ["V-1", "1,000"],
        ["V-2", "7"],
      ],
    ],
    [
      "of commas",
      'V-1,"1,000"\r\nV-2,7\r\n',
      [
        ["V-1", "1,000"],
        ["V-2", "7"],
      ],
    ],
    [
      "of semicolons, with the mark of its encoding",
      "\uFEFFPart;Quantity\nV-1;7",
      [
        ["Part", "Quantity"],
        ["V-1", "7"],
      ],
    ],
    ["of one column", "V-1\nV-2", [["V-1"], ["V-2"]]],
    ["of one cell", "V-1", [["V-1"]]],
    ["of nothing", " \n", []],
  ];
  for (const [what, text, cells] of SHEETS)
    it(`reads a file ${what}`, () => assert.deepEqual(readSheet(text), cells));

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
