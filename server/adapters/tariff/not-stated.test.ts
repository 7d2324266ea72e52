import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { TariffLine } from "@openftz/customs/duty/tariff-line.ts";
import type { Rate } from "@openftz/kernel/rate-text.ts";
import { importTariff } from "./compile.ts";
import { csvRecords } from "./csv.ts";

const reference = process.env.OPENFTZ_REFERENCE_DATA;
const skip =
  reference === undefined ? "OPENFTZ_REFERENCE_DATA names no folder with the reference data" : false;
const bytesOf = (...name: readonly string[]) => readFile(join(reference!, ...name));
const schedule2020 = async () =>
  importTariff(await bytesOf("cn-tariff-2020", "tariff.csv"), { file: "tariff.csv", from: "2020-01-01" })
    .lines;

const isByValue = (rate: Rate): boolean =>
  rate.kind === "sum" && rate.terms.every(({ kind }) => kind === "percent");

type Doubted = "mfn" | "general" | "consumptionTax";

/** "0207141100 mfn" for each line under a code, and whether the import of 2020 states the rate. */
const under = (lines: readonly TariffLine[], code: string, column: Doubted): readonly [string, boolean][] =>
  lines
    .filter((line) => line.code.startsWith(code))
    .map((line) => [`${line.code} ${column}`, line[column] !== undefined && line[column] !== null]);

describe("what the schedule of 2020 can only print as a fraction of the value is not stated", {
  skip,
}, () => {
  it("wherever the tariff of 2026 taxes by quantity", async () => {
    const old = await schedule2020();
    const { lines } = importTariff(await bytesOf("cn-tariff-2026", "import-lines.jsonl"), { file: "2026" });
    const found: [string, boolean][] = [];
    for (const line of lines)
      for (const column of ["mfn", "general", "consumptionTax"] as const) {
        const rate = line[column]?.rate;
        if (rate && !isByValue(rate)) found.push(...under(old, line.code, column));
      }
    assert.deepEqual(
      found.filter(([, isStated]) => isStated),
      [],
    );
    const headings = new Set(found.map(([name]) => `${name.slice(0, 8)} ${name.split(" ")[1]}`));
    assert.deepEqual([...headings].sort(), [
      "02071411 general",
      "02071411 mfn",
      "02071421 general",
      "02071421 mfn",
      "02071429 general",
      "02071429 mfn",
      "22030000 general",
    ]);
    assert.equal(found.length, 17);
  });

  it("wherever the schedule of 2018 prints the note of specific and compound rates (T6) instead of a rate", async () => {
    const old = await schedule2020();
    const text = (await bytesOf("cn-tariff-2018", "tariff.csv")).toString("utf8");
    const found: [string, boolean][] = [];
    for (const { fields } of csvRecords(text)) {
      if (fields[4] === "T6") found.push(...under(old, fields[0]!, "mfn"));
      if (fields[5] === "T6") found.push(...under(old, fields[0]!, "general"));
    }
    assert.equal(found.length, 17);
    assert.deepEqual(
      found.filter(([, isStated]) => isStated),
      [],
    );
  });
});
