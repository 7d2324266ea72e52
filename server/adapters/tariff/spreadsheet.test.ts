import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deflateRawSync } from "node:zlib";
import type { TariffLine } from "@openftz/customs/duty/tariff-line.ts";
import { writeXlsx } from "hucre/xlsx";
import { importSpreadsheet } from "./compile.ts";
import { type Mapping, readMapping } from "./mapping.ts";
import { cellName } from "./table.ts";
import type { TariffImport } from "./tariff-import.ts";

type Value = string | number | boolean | Date | null;
const HEADS = ["商品编码", "最惠国", "普通", "协定韩国", "增值税", "单位", "备注"];
const MAPPING: Mapping = {
  columns: {
    商品编码: "code",
    最惠国: "mfn",
    普通: "general",
    协定韩国: "agreements.KR",
    增值税: "vat",
    单位: "units",
  },
  constants: { consumptionTax: "0", from: "2026-01-01" },
  ignored: ["备注"],
  numbers: "percent",
  texts: { 免税: "0", "-": null },
  units: { 千克: "kg", 升: "L" },
};

/** A workbook of some rows; cells named "row,column" (the heads are row 0) are shown in a number format. */
const workbook = (rows: readonly (readonly Value[])[], formats: Readonly<Record<string, string>> = {}) => {
  const cells = new Map(
    Object.entries(formats).map(([at, numFmt]) => {
      const [row, column] = at.split(",").map(Number);
      return [at, { value: rows[row! - 1]![column!]!, style: { numFmt } }] as const;
    }),
  );
  return writeXlsx({
    sheets: [{ name: "税则", rows: [HEADS, ...rows.map((row) => [...row])], cells }],
  });
};

const read = async (
  rows: readonly (readonly Value[])[],
  { formats = {}, mapping = {} }: { formats?: Record<string, string>; mapping?: Partial<Mapping> } = {},
): Promise<TariffImport> =>
  importSpreadsheet(await workbook(rows, formats), { ...MAPPING, ...mapping }, { file: "t.xlsx" });

const shown = ({ code, mfn, general, vat, agreements, units }: TariffLine): string =>
  [
    code,
    mfn?.text,
    general?.text,
    vat === null ? "null" : vat?.text,
    agreements.get("KR")?.text,
    units.join("+"),
  ]
    .map((each) => each || "-")
    .join(" ");

describe("a cell becomes an exact rate", () => {
  const cases: readonly [
    name: string,
    row: readonly Value[],
    expected: string,
    formats?: Record<string, string>,
  ][] = [
    [
      "a number is a percentage as the mapping says",
      ["0101210000", 14, 30, 0, 13],
      "0101210000 14 30 13 0 -",
    ],
    ["a cell shown as 14 % is 14", ["01", 0.14, 30, null, 13], "01 14 30 13 - -", { "1,1": "0%" }],
    [
      "0.07 shown as a percentage is 7",
      ["01", 0.07, 0.065, null, 13],
      "01 7 6.5 13 - -",
      { "1,1": "0%", "1,2": "0.0%" },
    ],
    [
      "a quoted percent sign multiplies nothing",
      ["01", 7, 30, null, 13],
      "01 7 30 13 - -",
      { "1,1": '0"%"' },
    ],
    [
      "text is rate text",
      ["01", "0.6 CNY/kg", "3% + 2 CNY/kg", "7.5%", "9"],
      "01 0.6 CNY/kg 3% + 2 CNY/kg 9 7.5% -",
    ],
    ["words the mapping knows", ["01", "免税", "-", null, 13], "01 0 - 13 - -"],
    ["an empty tax is not stated, never nothing owed", ["01", 10, 30, null, null], "01 10 30 null - -"],
    ["units are translated", ["01", 10, 30, null, 13, "千克/升"], "01 10 30 13 - kg+L"],
    ["a code may have points", ["0101.21.00", 10, 30, null, 13], "01012100 10 30 13 - -"],
  ];
  for (const [name, row, expected, formats] of cases)
    it(`${name}: ${expected}`, async () => {
      const { lines, faults } = await read([row], formats && { formats });
      assert.deepEqual([faults, lines.map(shown)], [[], [expected]]);
    });

  it("every fraction of three decimals becomes its percentage, with no dirt", async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [
      String(at).padStart(4, "0"),
      at / 1000,
      30,
      null,
      13,
    ]);
    const { lines, faults } = await read(rows, {
      mapping: { numbers: "fraction", constants: { consumptionTax: "0" } },
    });
    assert.deepEqual(faults, []);
    for (const [at, line] of lines.entries()) assert.equal(Number(line.mfn!.text), at / 10, line.code);
    assert.ok(lines.every(({ mfn }) => mfn!.text.length <= 4));
  });

  it("a code that is a number gets its digits back", async () => {
    const { lines } = await read([[101210000, 10, 30, null, 13]], { mapping: { codeDigits: 10 } });
    assert.equal(lines[0]!.code, "0101210000");
  });

  it("a day may be a cell of the workbook, and blank rows are none", async () => {
    const mapping: Mapping = {
      columns: { 商品编码: "code", 最惠国: "from" },
      constants: { vat: "13", consumptionTax: null },
      ignored: HEADS.slice(2),
      numbers: "percent",
    };
    const { lines, faults } = await read(
      [
        ["01", new Date("2026-07-01T00:00:00Z")],
        [null, null, null, null, null, null, "x"],
      ],
      { mapping },
    );
    assert.deepEqual(
      [faults, lines.map(({ from, consumptionTax }) => [from, consumptionTax])],
      [[], [["2026-07-01", null]]],
    );
  });
});

describe("a sheet that is not understood is not imported", () => {
  const cases: readonly [
    name: string,
    rows: readonly (readonly Value[])[],
    complaint: string,
    mapping?: Partial<Mapping>,
  ][] = [
    [
      "the result of a calculation",
      [["01", 0.1 + 0.2, 30, null, 13]],
      "2 mfn B2 holds 0.30000000000000004, which is no short decimal",
    ],
    [
      "a third",
      [["01", 1 / 3, 30, null, 13]],
      "2 mfn B2 holds 0.3333333333333333, which is no short decimal",
    ],
    ["a negative rate", [["01", -5, 30, null, 13]], "2 mfn B2 is negative"],
    [
      "a text that is no rate, with its column",
      [["01", "10 per cent", 30, null, 13]],
      `2 mfn B2: "10 per cent" is no rate: column 4`,
    ],
    ["yes instead of a rate", [["01", true, 30, null, 13]], "2 mfn B2 holds the value true"],
    [
      "a day instead of a rate",
      [["01", new Date("2026-01-01T00:00:00Z"), 30, null, 13]],
      "2 mfn B2 holds the day 2026-01-01",
    ],
    ["a code that lost its zeros", [[101210000, 10, 30, null, 13]], "2 code A2 holds the number 101210000"],
    ["a row without a code", [[null, 10, 30, null, 13]], "2 code A2 is empty"],
    [
      "the same code twice",
      [
        ["01", 1, 2, null, 13],
        ["01", 1, 2, null, 13],
      ],
      "3 code 01 ",
    ],
    ["a head nobody named", [["01", 10]], `1  G1: the mapping does not name "备注"`, { ignored: [] }],
    [
      "a head that is missing",
      [["01", 10]],
      `1  no head is "出口"`,
      { columns: { ...MAPPING.columns, 出口: "export" } },
    ],
    ["a sheet that is missing", [["01", 10]], `1  the workbook has no sheet "2027"`, { sheet: "2027" }],
    ["no line", [], "1  it holds no line"],
  ];
  for (const [name, rows, complaint, mapping = {}] of cases)
    it(`${name}: ${complaint}`, async () => {
      const [fault] = (await read(rows, { mapping })).faults;
      assert.equal(`${fault?.line} ${fault?.field} ${fault?.detail}`.slice(0, complaint.length), complaint);
    });

  it("every cell that is wrong is named", async () => {
    const rows = Array.from({ length: 300 }, () => ["01", "x", "y", null, 13]);
    assert.equal((await read(rows)).faults.length, 600);
  });
});

describe("comma-separated values with a mapping", () => {
  const csv = (text: string, mapping: Partial<Mapping> = {}) =>
    importSpreadsheet(
      new TextEncoder().encode(text),
      {
        columns: { hs: "code", duty: "mfn", vat: "vat" },
        constants: { consumptionTax: "0" },
        numbers: "fraction",
        ...mapping,
      },
      { file: "t.csv", from: "2026-01-01" },
    );

  it("reads fractions exactly", async () => {
    const { lines, faults } = await csv("hs,duty,vat\n0101,0.065,0.13\n0102,5%,\n");
    assert.deepEqual([faults, lines.map(shown)], [[], ["0101 6.5 - 13 - -", "0102 5% - null - -"]]);
  });

  it("is refused where it is larger than any tariff", async () => {
    const rows = (count: number) => `hs,duty,vat\n${"0101,0.065,0.13\n".repeat(count)}`;
    const detail = async (text: string) => (await csv(text)).faults[0]?.detail ?? "accepted";
    assert.match(await detail(rows(1_300_000)), /at most 20 MB/);
    assert.match(await detail(rows(100_000)), /at most 100000 rows/);
  });

  it("takes a unit as it stands where the mapping does not translate it, whatever its name", async () => {
    const { lines, faults } = await csv("hs,duty,vat,unit\n0101,0.065,0.13,constructor\n", {
      columns: { hs: "code", duty: "mfn", vat: "vat", unit: "units" },
      units: { kilo: "kg" },
    });
    assert.deepEqual([faults, lines[0]?.units], [[], ["constructor"]]);
  });

  it("names the cell", async () => {
    const { faults } = await csv("hs,duty,vat\n0101,abc,0.13\n");
    assert.match(faults[0]!.detail, /^B2: "abc" is no rate: column 1/);
  });
});

describe("a hostile workbook", () => {
  it("that claims to unpack to more than any tariff is refused before it is unpacked", async () => {
    const bytes = Buffer.from(await workbook([["01", 1]]));
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(900_000_000, entry + 24);
    await assertRefused(bytes, /at most 40 MB unpacked/);
  });

  it("that hides a size is refused", async () => {
    const bytes = Buffer.from(await workbook([["01", 1]]));
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0, entry + 24);
    await assertRefused(bytes, /hides its size|cannot be read/);
  });

  it("that unpacks to more than it declares is stopped there", async () => {
    const bytes = Buffer.from(await workbook(Array.from({ length: 5000 }, (_, at) => [String(at), at, at])));
    for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 4))
      bytes.writeUInt32LE(Math.min(bytes.readUInt32LE(at + 24), 500), at + 24);
    await assertRefused(bytes, /cannot be read/);
  });

  it("that has a second list of entries, for readers of larger files, is refused", async () => {
    const bytes = Buffer.from(await workbook([["01", 1]]));
    const [end, at] = [bytes.lastIndexOf("PK\u0005\u0006"), bytes.length];
    const large = Buffer.alloc(56 + 20 + 22);
    large.write("PK\u0006\u0006", 0);
    large.writeBigUInt64LE(BigInt(bytes.readUInt16LE(end + 10)), 32);
    large.writeBigUInt64LE(BigInt(bytes.readUInt32LE(end + 16)), 48);
    large.write("PK\u0006\u0007", 56);
    large.writeBigUInt64LE(BigInt(at), 64);
    large.write("PK\u0005\u0006", 76); // no entries here, and a size that sends the reader to the other list
    large.writeUInt32LE(0xffffffff, 88);
    await assertRefused(Buffer.concat([bytes, large]), /ZIP64/);
  });

  it("that is no workbook at all is refused", async () => {
    await assertRefused(Buffer.from("PK"), /no whole workbook/);
    await assertRefused(
      Buffer.concat([Buffer.from("PK"), deflateRawSync(Buffer.alloc(1000))]),
      /no whole workbook/,
    );
  });

  const assertRefused = async (bytes: Uint8Array, why: RegExp): Promise<void> => {
    const { faults, lines } = await importSpreadsheet(bytes, MAPPING, { file: "t.xlsx" });
    assert.match(faults[0]?.detail ?? "accepted", why);
    assert.equal(lines.length, 0);
  };
});

describe("a mapping file", () => {
  const cases: readonly [name: string, mapping: object, complaint: RegExp][] = [
    [
      "without a code",
      { columns: { a: "mfn" }, constants: { vat: "13", consumptionTax: "0" }, numbers: "percent" },
      /no column is the "code"/,
    ],
    [
      "that forgets the VAT",
      { columns: { a: "code" }, constants: { consumptionTax: "0" }, numbers: "percent" },
      /nothing is the "vat"/,
    ],
    [
      "that names no field",
      {
        columns: { a: "code", b: "duty" },
        constants: { vat: "13", consumptionTax: "0" },
        numbers: "percent",
      },
      /"duty" is no field/,
    ],
    [
      "that names one twice",
      {
        columns: { a: "code", b: "mfn", c: "mfn" },
        constants: { vat: "13", consumptionTax: "0" },
        numbers: "percent",
      },
      /"mfn" is named twice/,
    ],
    ...["agreements.__proto__", "agreements.KR.1", "special."].map(
      (field): [name: string, mapping: object, complaint: RegExp] => [
        `with the field ${field}`,
        {
          columns: { a: "code", b: field },
          constants: { vat: "13", consumptionTax: "0" },
          numbers: "percent",
        },
        /is no field/,
      ],
    ),
    ["that does not say what numbers mean", { columns: { a: "code" } }, /\/numbers: This field is needed/],
    [
      "with a field nobody knows",
      { columns: { a: "code" }, numbers: "percent", collumns: {} },
      /\/collumns: Nobody knows/,
    ],
  ];
  for (const [name, mapping, complaint] of cases)
    it(`${name} is refused`, () => {
      const read = readMapping(JSON.stringify(mapping));
      assert.match("faults" in read ? read.faults.join("\n") : "taken", complaint);
    });
});

describe("names of cells", () => {
  it("are those of a spreadsheet", () =>
    assert.deepEqual(
      [cellName(0, 1), cellName(25, 2), cellName(26, 3), cellName(701, 4), cellName(702, 5)],
      ["A1", "Z2", "AA3", "ZZ4", "AAA5"],
    ));
});
