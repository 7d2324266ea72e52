import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { assess } from "@openftz/customs/duty/assess.ts";
import { compileTariff } from "@openftz/customs/duty/tariff.ts";
import type { TariffLine } from "@openftz/customs/duty/tariff-line.ts";
import { editionBytes, importTariff } from "./compile.ts";

const HEADER =
  "code,name_zh,licence_codes,general_rate,mfn_rate,note,export_rate,consumption_tax_rate,vat_rate,unit1,unit2,declaration_elements";
type Row = { code: string; general?: string; mfn?: string; export?: string; ct?: string; vat?: string };
const row = ({
  code,
  general = "0.30",
  mfn = "0.10",
  export: out = "0",
  ct = "0",
  vat = "0.13",
}: Row): string => `${code},货物,AB,${general},${mfn},备注,${out},${ct},${vat},035,007,1品牌;`;
const imported = (...rows: readonly string[]) =>
  importTariff(new TextEncoder().encode([HEADER, ...rows].join("\n")), { file: "s.csv", from: "2020-01-01" });
const rates = ({ mfn, general, vat, consumptionTax, export: out }: TariffLine): string =>
  [mfn, general, vat, consumptionTax, out]
    .map((column) => (column === null ? "null" : (column?.text ?? "-")))
    .join(" ");

describe("a row of the schedule of 2020 (MFN, general, VAT, consumption tax, export)", () => {
  const cases: readonly [name: string, row: Row, rates: string][] = [
    [
      "every rate is a fraction",
      { code: "2204210000", general: "1.80", mfn: "0.14", ct: "0.10" },
      "14 180 13 10 -",
    ],
    [
      "to the last decimal",
      { code: "0301110000", mfn: "0.0650", general: "1", vat: "0.09" },
      "6.5 100 9 - -",
    ],
    ["an export rate", { code: "7204490090", mfn: "0", general: "0.08", export: "0.40" }, "0 8 13 - 40"],
    ["MFN 0 beside a general rate is free", { code: "8541402000", mfn: "0" }, "0 30 13 - -"],
    ["both 0 are not stated", { code: "2602000000", mfn: "0", general: "0" }, "- - 13 - -"],
    ["unless listed as free", { code: "2601111000", mfn: "0", general: "0" }, "0 0 13 - -"],
    ["frozen chicken by the kilogram", { code: "0207141100", mfn: "0", general: "0" }, "- - 13 - -"],
    ["fresh chicken is not", { code: "0207110000", mfn: "0.20", general: "0.70" }, "20 70 13 - -"],
    [
      "a 0 alone in a heading taxed by quantity",
      { code: "3701302100", mfn: "0", general: "0.50" },
      "- 50 13 - -",
    ],
    ["beer, its consumption tax too", { code: "2203000000", mfn: "0", general: "0" }, "- - 13 null -"],
    [
      "spirits: the printed part by value is not the whole tax",
      { code: "2208300000", mfn: "0.10", ct: "0.20" },
      "10 30 13 null -",
    ],
    ["petrol", { code: "2710121000", mfn: "0.05" }, "5 30 13 null -"],
    ["video recorders: general empty", { code: "8521101100", mfn: "0", general: "" }, "- - 13 - -"],
    ["VAT 0 is a rate", { code: "7108120000", mfn: "0", general: "0", vat: "0.0" }, "0 0 0 - -"],
  ];
  for (const [name, given, expected] of cases) {
    it(`${name}: ${expected}`, () => {
      const { lines, faults } = imported(row(given));
      assert.deepEqual(faults, []);
      assert.equal(rates(lines[0]!), expected);
    });
  }

  it("keeps name, note, units and the first day", () => {
    const [line] = imported(row({ code: "0101290090" })).lines;
    assert.equal(
      new TextDecoder().decode(editionBytes([line!])),
      '{"code":"0101290090","from":"2020-01-01","mfn":"10","general":"30","vat":"13","units":["kg","piece"],' +
        '"description":"货物","note":"Tariff schedule 2020; 备注; licences AB"}\n',
    );
  });

  it("not stated is held, never free", () => {
    const compiled = compileTariff(imported(row({ code: "0207141100", mfn: "0", general: "0" })).lines);
    assert.equal(compiled.kind, "tariff");
    if (compiled.kind !== "tariff") return;
    const line = {
      ref: "A",
      date: "2020-06-01",
      direction: "import" as const,
      commodity: "0207141100",
      origin: "BR",
      customsValue: { amount: "100", currency: "CNY" },
    };
    const outcome = assess(line, compiled.tariff);
    assert.equal(outcome.kind === "refused" && outcome.faults[0]!.type, "no-rate-in-force");
  });
});

describe("a schedule that is not whole is not imported", () => {
  const broken: readonly [name: string, rows: readonly string[], complaint: RegExp][] = [
    [
      "a rate that is no fraction",
      [row({ code: "01", mfn: "10%" })],
      /2 mfn_rate "10%" is no fraction .*column 3/,
    ],
    ["a row with a field too few", [row({ code: "01" }), "02,x"], /3 .*2 fields where 12/],
    ["an open quote", [row({ code: "01" }).replace("货物", '"货物')], /2 .*never closed/],
    ["a code that is none", [row({ code: "01.01" })], /2 code .*2 to 13 digits/],
    ["the same code twice", [row({ code: "01" }), row({ code: "01" })], /3 code .*line 2/],
    ["a consumption tax of the whole price", [row({ code: "01", ct: "1.0" })], /2 consumptionTax /],
  ];
  for (const [name, rows, complaint] of broken) {
    it(name, () => {
      const [fault] = imported(...rows).faults;
      assert.match(`${fault!.line} ${fault!.field} ${fault!.detail}`, complaint);
    });
  }

  it("a file in no known form says what is known", () => {
    const { faults } = importTariff(new TextEncoder().encode("a,b,c\n1,2,3\n"), { file: "x.csv" });
    assert.match(faults[0]!.detail, /known are: JSON lines, Chinese schedule of 2020/);
  });
});

const reference = process.env.OPENFTZ_REFERENCE_DATA;
const skip =
  reference === undefined ? "OPENFTZ_REFERENCE_DATA names no folder with the reference data" : false;

describe("the real schedules", { skip }, () => {
  it("2020: every line is imported, and the counts say what is not stated", async () => {
    const bytes = await readFile(join(reference!, "cn-tariff-2020", "tariff.csv"));
    const { lines, counts, faults } = importTariff(bytes, { file: "tariff.csv", from: "2020-01-01" });
    assert.deepEqual(faults, []);
    assert.equal(lines.length, 11_988);
    assert.equal(counts["MFN rate not stated"], lines.filter(({ mfn }) => !mfn).length);
    assert.equal(counts["consumption tax not stated: taxed by quantity"], 53);
    const wine = lines.find(({ code }) => code === "2204210000");
    assert.equal(rates(wine!), "14 180 13 10 -");
    const again = importTariff(editionBytes(lines), { file: "edition" });
    assert.deepEqual(editionBytes(again.lines), editionBytes(lines));
  });

  it("2026: the sample of thirty lines", async () => {
    const bytes = await readFile(join(reference!, "cn-tariff-2026", "import-lines.jsonl"));
    const { lines, faults } = importTariff(bytes, { file: "import-lines.jsonl", from: "2026-01-01" });
    assert.deepEqual([lines.length, faults], [30, []]);
  });
});
