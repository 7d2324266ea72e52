import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { CsvFault, csvRecords } from "./csv.ts";

const read = (text: string) => [...csvRecords(text)];
const fields = (text: string) => read(text).map((record) => record.fields);

describe("comma-separated values", () => {
  const rows: readonly [text: string, records: readonly (readonly string[])[]][] = [
    ["", []],
    [
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\r\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["\uFEFFa,b\n", [["a", "b"]]],
    [
      "a,\n,b\n",
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    ['"a,b","c""d"\n', [["a,b", 'c"d']]],
    ['"a\nb",c\n', [["a\nb", "c"]]],
    ["a\n\nb\n", [["a"], ["b"]]],
    ['""\n', []],
  ];
  for (const [text, records] of rows) it(JSON.stringify(text), () => assert.deepEqual(fields(text), records));

  it("tells the physical line of each record", () => {
    assert.deepEqual(
      read('a\n"b\nb"\n\nc').map(({ line }) => line),
      [1, 2, 5],
    );
  });

  const broken: readonly [text: string, line: number][] = [
    ['a,"b', 1],
    ['a\nb"c\n', 2],
    ['a\n"b"c\n', 2],
  ];
  for (const [text, line] of broken) {
    it(`${JSON.stringify(text)} is refused on line ${line}`, () =>
      assert.throws(
        () => read(text),
        (fault) => fault instanceof CsvFault && fault.line === line,
      ));
  }

  it("written and read again are the same", () => {
    const field = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é", " ") });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (records) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        assert.deepEqual(fields(records.map((record) => record.map(quote).join(",")).join("\n")), records);
      }),
    );
  });
});
