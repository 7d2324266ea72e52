import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { parseTariffRate } from "@openftz/customs/duty/rate-column.ts";
import { csvRecords } from "./csv.ts";
import { readUsRate, readUsSpecial, type UsRate } from "./us-hts-rate.ts";

const told = (rate: UsRate): string => {
  if (rate.kind === "rate") return rate.text ?? "understood, and the contract cannot say it";
  return rate.kind === "reference" ? "reference" : `column ${rate.column}: ${rate.detail}`;
};

describe("a rate of the United States' tariff in the contract's words", () => {
  const rows: readonly [text: string, expected: string][] = [
    ["Free", "0"],
    ["6.8%", "6.8%"],
    ["6.8¢/kg + 2.1%", "0.068 USD/kg + 2.1%"],
    ["4.4¢/kg +10%", "0.044 USD/kg + 10%"],
    ["$1.035/kg", "1.035 USD/kg"],
    ["  $1,015/t ", "1015 USD/t"],
    ["1.4¢/liter", "0.014 USD/L"],
    ["$3.50/pf. liter", "3.5 USD/proof_liter"],
    ["51¢ each + 6%", "0.51 USD/unit + 6%"],
    ["2¢/kg on drained weight", "0.02 USD/kg_drained_weight"],
    ["33¢/t, including weight of container", "0.33 USD/t_including_weight_of_container"],
    ["$1.50/1,000 + 10%", "1.5 USD/per_1000 + 10%"],
    ["17¢/jewel over 7", "0.17 USD/jewel_over_7"],
    ["12 1/2%", "12.5%"],
    ["33 1/3%", "understood, and the contract cannot say it"],
    ["20¢ each + 4.8% on the case", "understood, and the contract cannot say it"],
    ["See 9903.88.15", "reference"],
    ["No change", "reference"],
    ["The rate applicable to the natural juice in heading 2009", "reference"],
    ["The duty provided in the applicable subheading + 25%", "reference"],
    ["Free, under bond, as prescribed in U.S. note 1 to this subchapter", "reference"],
    ["37% /", 'column 4: "+" or the end is expected'],
    ["0.2¢ for each piece", "column 5: a unit is expected behind the amount"],
    ["6% + ten", 'column 6: "Free", a percentage, cents or dollars are expected'],
    ["", 'column 1: "Free", a percentage, cents or dollars are expected'],
  ];
  for (const [text, expected] of rows)
    it(`${text || "nothing"}: ${expected}`, () => assert.equal(told(readUsRate(text)), expected));

  it("the special column is rates before their programmes", () => {
    const special = readUsSpecial("Free (A*,AU, BH) 3.2¢/kg (KR) See 9823.02.01 (S+)");
    assert.deepEqual(
      special.map(({ programmes, rate }) => [programmes.join(" "), told(rate)]),
      [
        ["A* AU BH", "0"],
        ["KR", "0.032 USD/kg"],
        ["S+", "reference"],
      ],
    );
  });
});

const reference = process.env.OPENFTZ_REFERENCE_DATA;
const skip =
  reference === undefined ? "OPENFTZ_REFERENCE_DATA names no folder with the reference data" : false;

type Count = { rates: number; understood: number; inWords: number; references: number; refused: string[] };

describe("the corpus: 35,859 rows of the basic edition of 2025", { skip }, () => {
  it("at least 99 % of the rates of each column are understood; the rest is listed", async (test) => {
    const file = join(reference!, "us-hts-2025", "hts_2025_basic_edition.csv");
    const rows = [...csvRecords(await readFile(file, "utf8"))].slice(1);
    assert.equal(rows.length, 35_859);
    const columns: readonly [name: string, at: number][] = [
      ["General Rate of Duty", 4],
      ["Special Rate of Duty", 5],
      ["Column 2 Rate of Duty", 6],
    ];
    for (const [name, at] of columns) {
      const count: Count = { rates: 0, understood: 0, inWords: 0, references: 0, refused: [] };
      for (const { line, fields } of rows) {
        const text = fields[at]!.trim();
        if (text === "") continue;
        const rates = at === 5 ? readUsSpecial(text).map(({ rate }) => rate) : [readUsRate(text)];
        for (const rate of rates) tally(count, rate, `line ${line}: ${text}`);
      }
      const share = (100 * count.understood) / count.rates;
      test.diagnostic(
        `${name}: ${count.rates} rates, ${count.understood} understood (${share.toFixed(2)} %), ` +
          `${count.inWords} of them in the contract's words; ${count.references} references`,
      );
      for (const refused of count.refused) test.diagnostic(`  not understood, ${refused.slice(0, 200)}`);
      assert.ok(share >= 99, `${name}: ${share} %`);
    }
  });
});

const tally = (count: Count, rate: UsRate, where: string): void => {
  if (rate.kind === "reference") {
    count.references++;
    return;
  }
  count.rates++;
  if (rate.kind === "refused") {
    count.refused.push(`${where} (column ${rate.column})`);
    return;
  }
  count.understood++;
  if (rate.text === undefined) return;
  count.inWords++;
  assert.equal(parseTariffRate(rate.text).kind, "rate", `${where}: ${rate.text}`);
};
