import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { printTariffLine } from "./print-tariff-line.ts";
import { readTariff } from "./read-tariff.ts";
import { tariffLineReader } from "./read-tariff-line.ts";
import type { TariffFault } from "./tariff-line.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const faultsOf = (text: string): readonly TariffFault[] => readTariff(bytes(text), "t.jsonl").faults;
const FULL = {
  code: "0207141100",
  from: "2026-01-01",
  to: "2026-12-31",
  mfn: "0.6 CNY/kg",
  provisional: "5",
  general: "4.2 CNY/kg",
  agreements: { "R-KR": "5", AS: "0" },
  special: { BD: "1" },
  special_zero: ["KH", "LA"],
  quota: "1",
  quotaProvisional: "when price >= 14 CNY/kg: 0.28 CNY/kg; else min(40%, round(9.0/P + 2.69%*P - 1, 3))",
  export: "20% + 1 CNY/kg",
  exportProvisional: "when price <= 5 USD/kg: 0; else round(P / 100, 2)",
  vat: "9",
  consumptionTax: "20 + 1 CNY/kg",
  units: ["kg"],
  remedies: [
    {
      code: "AD-1",
      kind: "anti-dumping",
      origins: ["KR", "JP"],
      exporters: { "Hankook & Söhne": "12.5" },
      rate: "25",
      from: "2026-01-01",
      to: "2030-12-31",
    },
    { code: "RT-1", kind: "additional", origins: "all", exceptOrigins: ["SG"], rate: "0" },
  ],
  description: "chicken | 鸡",
  note: "x",
};

const REMEDY = { code: "AD-1", kind: "anti-dumping", origins: ["KR"], rate: "25" };
/** A line with one remedy, with what is given changed or (undefined) left out. */
const remedy = (changes: object): object => ({ code: "01", remedies: [{ ...REMEDY, ...changes }] });

describe("a tariff line is taken", () => {
  it("with every field, and printed back as it was", () => {
    const read = readTariff(bytes(JSON.stringify(FULL)), "t.jsonl");
    assert.deepEqual(read.faults, []);
    assert.equal(printTariffLine(read.lines[0]!), JSON.stringify(FULL));
  });
  const lines: readonly object[] = [
    { code: "01" },
    { code: "0123456789012" },
    { code: "01", mfn: null, provisional: null, general: null, vat: null, consumptionTax: null },
    { code: "01", special_zero: ["LD", "KH"] },
    { code: "01", remedies: [] },
    { code: "01", remedies: null, quota: null, quotaProvisional: null },
    { code: "01", quotaProvisional: "1" },
    { code: "01", vat: "when price <= 2 CNY/kg: 9; else 13" },
    { code: "01", remedies: [{ ...REMEDY, exceptOrigins: null, exporters: null, from: null, to: null }] },
    { code: "01", from: "2026-01-01", to: "2026-01-01" },
    { code: "01", consumptionTax: "99.99" },
    { code: "01", general: "270" },
    { code: "01", description: "", note: "" },
  ];
  for (const line of lines) {
    const text = JSON.stringify(line);
    it(text, () => assert.deepEqual(faultsOf(text), []));
  }
  it("with null VAT kept apart from absent VAT", () => {
    const { lines } = readTariff(bytes('{"code":"01","vat":null}\n{"code":"02"}'), "t");
    assert.deepEqual([lines[0]!.vat, lines[1]!.vat], [null, undefined]);
    assert.equal(printTariffLine(lines[0]!), '{"code":"01","vat":null}');
  });
});

describe("a tariff line is refused, with its field", () => {
  const rows: readonly [line: object, field: string, detail: RegExp][] = [
    [{}, "code", /2 to 13 digits/],
    [{ code: 1234 }, "code", /1234/],
    [{ code: "1" }, "code", /2 to 13/],
    [{ code: "12345678901234" }, "code", /2 to 13/],
    [{ code: "12.34" }, "code", /2 to 13/],
    [{ ...FULL, mnf: "5" }, "mnf", /no field/],
    [{ ...FULL, MFN: "5" }, "MFN", /no field/],
    [{ ...FULL, mfn: 5 }, "mfn", /quotation marks/],
    [{ ...FULL, mfn: "" }, "mfn", /column 1,/],
    [{ ...FULL, mfn: "-5" }, "mfn", /column 1,/],
    [{ ...FULL, general: "5 CYN/kg" }, "general", /column 3,/],
    [{ ...FULL, provisional: " 5 %% " }, "provisional", /column 5,/],
    [{ ...FULL, vat: 13 }, "vat", /quotation marks/],
    [{ ...FULL, vat: "13 CNY" }, "vat", /column 7,/],
    [{ ...FULL, consumptionTax: "100" }, "consumptionTax", /100 % or more/],
    [{ ...FULL, consumptionTax: "60 + 40 + 1 CNY/kg" }, "consumptionTax", /100 % or more/],
    [{ ...FULL, consumptionTax: "min(5, 100)" }, "consumptionTax", /100 % or more/],
    [{ ...FULL, from: "2026-02-30" }, "from", /no day/],
    [{ ...FULL, to: "31.12.2026" }, "to", /no day/],
    [{ ...FULL, to: 2026 }, "to", /no day/],
    [{ ...FULL, from: "2027-01-01" }, "from", /after to/],
    [{ ...FULL, agreements: { "R-XX": "5" } }, "agreements.R-XX", /2026 list/],
    [{ ...FULL, agreements: { "R-KR": 5 } }, "agreements.R-KR", /quotation marks/],
    [{ ...FULL, agreements: { "R-KR": null } }, "agreements.R-KR", /no rate text/],
    [{ ...FULL, agreements: { "R-KR": "5 x" } }, "agreements.R-KR", /column 3,/],
    [{ ...FULL, agreements: ["R-KR"] }, "agreements", /no object/],
    [{ ...FULL, special: { XX: "5" } }, "special.XX", /no country/],
    [{ ...FULL, special: { LD: "5" } }, "special.LD", /no country/],
    [{ ...FULL, special_zero: ["XX"] }, "special_zero.XX", /no country/],
    [{ ...FULL, special_zero: "LD" }, "special_zero", /no list/],
    [{ ...FULL, special_zero: ["BD"] }, "special_zero", /BD has a rate in special/],
    [{ ...FULL, special_zero: ["LD"] }, "special_zero", /BD has a rate in special/],
    [{ ...FULL, export: "min(20, 5 CNY/kg)" }, "export", /min and max/],
    [{ ...FULL, exportProvisional: "5 + max(1, 2)" }, "exportProvisional", /min and max/],
    [{ ...FULL, units: "kg" }, "units", /no list/],
    [{ ...FULL, units: [1] }, "units", /no list/],
    [{ ...FULL, description: 5 }, "description", /no text/],
    [{ ...FULL, quota: 1 }, "quota", /quotation marks/],
    [{ ...FULL, quotaProvisional: "x" }, "quotaProvisional", /column 1,/],
    [{ ...FULL, mfn: "when price <= 2: 1; else 2" }, "mfn", /column 16,/],
    [{ ...FULL, mfn: "round(P, 2)" }, "mfn", /column 1,/],
    [{ ...FULL, export: `when price <= 2 CNY/kg: 1; else max(1, 2)` }, "export", /min and max/],
    [{ ...FULL, consumptionTax: `when price <= 2 CNY/kg: 1; else 100` }, "consumptionTax", /100 % or more/],
    [{ ...FULL, remedies: {} }, "remedies", /no list/],
    [{ ...FULL, remedies: ["AD"] }, "remedies.0", /no remedy/],
    [remedy({ rates: "1" }), "remedies.0.rates", /no field of a remedy/],
    [remedy({ code: undefined }), "remedies.0.code", /no code/],
    [remedy({ code: "" }), "remedies.0.code", /no code/],
    [remedy({ kind: "antidumping" }), "remedies.0.kind", /known are anti-dumping/],
    [remedy({ kind: undefined }), "remedies.0.kind", /no kind/],
    [remedy({ origins: undefined }), "remedies.0.origins", /names no origin/],
    [remedy({ origins: [] }), "remedies.0.origins", /names no origin/],
    [remedy({ origins: "KR" }), "remedies.0.origins", /names no origin/],
    [remedy({ origins: ["all"] }), "remedies.0.origins.all", /no country/],
    [remedy({ origins: ["KR", "EU"] }), "remedies.0.origins.EU", /no country/],
    [remedy({ exceptOrigins: ["XX"] }), "remedies.0.exceptOrigins.XX", /no country/],
    [remedy({ exceptOrigins: "JP" }), "remedies.0.exceptOrigins", /no list/],
    [remedy({ rate: undefined }), "remedies.0.rate", /residual rate is missing/],
    [remedy({ rate: null }), "remedies.0.rate", /residual rate is missing/],
    [remedy({ rate: 25 }), "remedies.0.rate", /quotation marks/],
    [remedy({ rate: "-25" }), "remedies.0.rate", /column 1,/],
    [remedy({ exporters: ["A"] }), "remedies.0.exporters", /no object/],
    [remedy({ exporters: { A: 5 } }), "remedies.0.exporters.A", /quotation marks/],
    [remedy({ exporters: { A: "5 %%" } }), "remedies.0.exporters.A", /column 4,/],
    [remedy({ exporters: { " ": "5" } }), "remedies.0.exporters. ", /no name/],
    [remedy({ exporters: { A: "5", " A": "6" } }), "remedies.0.exporters. A", /two rates/],
    [remedy({ from: "2026-02-30" }), "remedies.0.from", /no day/],
    [remedy({ from: "2026-02-02", to: "2026-02-01" }), "remedies.0.from", /after to/],
  ];
  for (const [line, field, detail] of rows) {
    it(`${field}: ${detail.source}`, () => {
      const faults = faultsOf(`\n${JSON.stringify(line)}\n`);
      const [fault] = faults;
      assert.deepEqual([fault!.file, fault!.line, fault!.field], ["t.jsonl", 2, field]);
      assert.match(fault!.detail, detail);
      assert.equal(faults.length, 1);
    });
  }

  const twice: readonly [name: string, other: object, isRefused: boolean][] = [
    ["for one origin", {}, true],
    ["for an origin among others", { origins: ["JP", "KR"] }, true],
    ["for all", { origins: "all" }, true],
    ["on one day", { from: "2026-06-30" }, true],
    ["of another kind", { kind: "safeguard" }, true],
    ["for another origin", { origins: ["JP"] }, false],
    ["for all but this origin", { origins: "all", exceptOrigins: ["KR"] }, false],
    ["for a list that excepts this origin", { origins: ["JP", "KR"], exceptOrigins: ["KR"] }, false],
    ["on later days", { from: "2026-07-01" }, false],
  ];
  const first = { ...REMEDY, to: "2026-06-30" };
  for (const [name, other, isRefused] of twice) {
    it(`the same remedy code twice ${name}: ${isRefused ? "refused" : "taken"}`, () => {
      for (const remedies of [
        [first, { ...REMEDY, ...other }],
        [{ ...REMEDY, ...other }, first],
      ]) {
        const fields = faultsOf(JSON.stringify({ code: "01", remedies })).map(({ field }) => field);
        assert.deepEqual(fields, isRefused ? ["remedies.1.code"] : []);
      }
    });
  }
  it("the same remedy code twice for all, as both are for an origin that is not known", () => {
    const all = { ...REMEDY, origins: "all" };
    const remedies = [
      { ...all, exceptOrigins: ["KR"] },
      { ...all, exceptOrigins: ["JP"] },
    ];
    assert.match(faultsOf(JSON.stringify({ code: "01", remedies }))[0]!.detail, /also stands in remedies\.0/);
  });
  it("two codes for one origin and day are taken", () => {
    const remedies = [REMEDY, { ...REMEDY, code: "CV-1", kind: "countervailing" }];
    assert.deepEqual(faultsOf(JSON.stringify({ code: "01", remedies })), []);
  });

  it("all faults of a file, each on its line", () => {
    const text =
      '{"code":"1"}\r\n\r\n{"code":"02","mfn":"x","vat":"y"}\nno json\n[]\n{"code":"03","mfn":"1","mfn":"2"}\n';
    assert.deepEqual(
      faultsOf(text).map(({ line, field }) => `${line} ${field}`),
      ["1 code", "3 mfn", "3 vat", "4 ", "5 ", "6 mfn"],
    );
  });
});

describe("the bytes of a tariff file", () => {
  const line = '{"code":"01","mfn":"5"}';
  it("may begin with a byte order mark, and end without a line feed", () => {
    for (const text of [`\uFEFF${line}`, `${line}\n`, `${line}\r\n`, `\n \t\r\n${line}`]) {
      const read = readTariff(bytes(text), "t");
      assert.deepEqual([read.lines.length, read.faults], [1, []]);
    }
  });
  it("are only parted by line feeds", () => {
    const text = '{"code":"01","note":"a\u2028b\u2029c\u0085"}';
    assert.deepEqual(readTariff(bytes(text), "t").lines[0]!.note, "a\u2028b\u2029c\u0085");
  });
  it("have to be UTF-8", () => {
    const broken = Uint8Array.from([...bytes('{"code":"01","note":"'), 0xff, ...bytes('"}')]);
    assert.match(readTariff(broken, "t").faults[0]!.detail, /not in UTF-8/);
  });
  it("may be none at all", () => assert.deepEqual(readTariff(bytes(""), "t"), { lines: [], faults: [] }));
});

it("whatever stands in a field, the reader answers", () => {
  const read = tariffLineReader();
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(FULL)), fc.jsonValue(), (field, value) => {
      const outcome = read({ ...FULL, [field]: value }, { file: "t", line: 1 });
      if (outcome.kind === "refused") assert.ok(outcome.faults.length > 0);
    }),
    { numRuns: 500 },
  );
});
