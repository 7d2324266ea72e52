import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emptyLine } from "./form.ts";
import { pastedLine, readRows } from "./paste-lines.ts";

type Case = readonly [
  what: string,
  cells: readonly (readonly string[])[],
  way: "in" | "out",
  rows: readonly string[],
  unknown?: string,
];

const TABLE: readonly Case[] = [
  [
    "without a heading, in the usual order",
    [
      ["V-100", "1,000", "2 500", "2700", "80,000.00", "usd"],
      ["V-200", "7"],
    ],
    "out",
    [
      "part V-100, declared 1000, netMassKg 2500, grossMassKg 2700, amount 80000.00, currency USD",
      "part V-200, declared 7",
    ],
  ],
  [
    "new goods in the usual order",
    [["V-100", "8481.80.4090", "valves", "de", "pcs", "10", "pcs", "10", "kg", "25"]],
    "in",
    [
      "part V-100, commodity 8481804090, description valves, origin DE, unit pcs, declared 10, lawfulUnit pcs, lawful 10, secondUnit kg, second 25",
    ],
  ],
  [
    "a heading in any order, one column strange",
    [
      ["Quantity, pcs", "Colour", "part"],
      ["3", "red", "V-100"],
    ],
    "out",
    ["declared 3, part V-100"],
    "Colour",
  ],
  [
    "a Chinese heading",
    [
      ["料号", "申报数量", "净重（千克）"],
      ["V-100", "3", "7.5"],
    ],
    "out",
    ["part V-100, declared 3, netMassKg 7.5"],
  ],
  ["a part that is called like nothing else", [["V-100"], ["V-200"]], "out", ["part V-100", "part V-200"]],
  [
    "what is no number stays as it was written",
    [["V-100", "about 3"]],
    "out",
    ["part V-100, declared about 3"],
  ],
  ["nothing", [], "in", []],
];

describe("rows of a spreadsheet", () => {
  for (const [what, cells, way, rows, unknown = ""] of TABLE)
    it(what, () => {
      const sheet = readRows(cells, way);
      assert.deepEqual(
        sheet.rows.map((row) =>
          Object.entries(row)
            .map((each) => each.join(" "))
            .join(", "),
        ),
        rows,
      );
      assert.equal(sheet.unknown.join(), unknown);
    });

  it("are lines of the book, and the rest is proposed by its share; or goods that are new", () => {
    const known = emptyLine({
      ...{
        line: "B-1",
        part: "V-100",
        commodity: "8481804090",
        unit: "pcs",
        lawfulUnit: "pcs",
        secondUnit: "kg",
      },
      of: { declared: "100", lawful: "100", second: "250", amount: "8000" },
    });
    const tell = (row: object, of: typeof known | undefined) => {
      const { line, commodity, declared, lawful, second, netMassKg, amount } = pastedLine(row, of);
      return [line, commodity, declared, lawful, second, netMassKg, amount]
        .map((each) => each || "-")
        .join(" ");
    };
    assert.equal(tell({ part: "V-100", declared: "10" }, known), "B-1 8481804090 10 10 25 25 800");
    assert.equal(
      tell({ part: "V-100", declared: "10", amount: "1", commodity: "1" }, known),
      "B-1 8481804090 10 10 25 25 1",
    );
    assert.equal(
      tell({ part: "N-1", commodity: "1", unit: "kg", declared: "3" }, undefined),
      "- 1 3 - - 3 -",
    );
  });
});
