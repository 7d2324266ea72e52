import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { AGREEMENTS_2026 } from "../codes/agreements.ts";
import { LEAST_DEVELOPED_2026 } from "../codes/least-developed.ts";
import { request, result } from "./duty-samples.ts";
import { readTariff } from "./read-tariff.ts";
import { compileTariff } from "./tariff.ts";

const folder = path.join(process.env.OPENFTZ_REFERENCE_DATA ?? "", "cn-tariff-2026");
const skip =
  process.env.OPENFTZ_REFERENCE_DATA && existsSync(folder)
    ? false
    : "OPENFTZ_REFERENCE_DATA names no folder with cn-tariff-2026";

const text = (file: string): string => readFileSync(path.join(folder, file), "utf8");
const sampleTariff = () => {
  const read = readTariff(readFileSync(path.join(folder, "import-lines.jsonl")), "import-lines.jsonl");
  assert.deepEqual(read.faults, []);
  const compiled = compileTariff(read.lines);
  if (compiled.kind === "refused") assert.fail(JSON.stringify(compiled.faults));
  return compiled.tariff;
};

describe("the sample of the tariff of 2026", { skip }, () => {
  it("loads, all thirty lines of it", () => assert.equal(sampleTariff().size, 30));

  it("has the agreements and the least developed countries that the engine knows", () => {
    const rows = [...text("agreements-2026.csv").matchAll(/^([^,\n]+),"([^"]*)","([^"]*)"$/gm)];
    assert.deepEqual(
      rows.map(([, code, name, origins]) => `${code} ${name} ${origins!.replaceAll(",", " ")}`),
      [...AGREEMENTS_2026.values()].map(
        ({ code, name, origins }) => `${code} ${name} ${[...origins].join(" ")}`,
      ),
    );
    const codes = text("ldc-zero-duty-2026.csv").trim().split(/\s+/).slice(1);
    assert.deepEqual(codes, LEAST_DEVELOPED_2026);
  });

  const rows: readonly [name: string, changes: object, answer: string][] = [
    [
      "chicken cuts by weight",
      { commodity: "0207141100", quantities: { kg: "25000" } },
      "mfn 0.6 CNY/kg 15000.00",
    ],
    [
      "chicken cuts claimed under RCEP, where 5 % is less",
      { commodity: "0207141100", quantities: { kg: "25000" }, claim: { agreement: "R-KR" } },
      "agreement:R-KR 5 5000.00",
    ],
    [
      "chicken cuts claimed under RCEP, where MFN is less",
      { commodity: "0207141100", quantities: { kg: "5000" }, claim: { agreement: "R-KR" } },
      "mfn 0.6 CNY/kg 3000.00",
    ],
    [
      "chicken cuts from Korea under its own agreement: free by weight",
      { commodity: "0207141100", quantities: { kg: "1" }, claim: { agreement: "KR" } },
      "agreement:KR 0 CNY/kg 0.00",
    ],
    ["salmon: provisional replaces MFN", { commodity: "03021410" }, "provisional 7 7000.00"],
    [
      "salmon from Japan under RCEP, below provisional",
      { commodity: "03021410", origin: "JP", claim: { agreement: "R-JP" } },
      "agreement:R-JP 5.5 5500.00",
    ],
    [
      "vermouth from Korea under its agreement, below provisional",
      { commodity: "22051000", claim: { agreement: "KR" } },
      "agreement:KR 26 26000.00",
    ],
    [
      "cattle from a least developed country",
      { commodity: "01022900", origin: "ET", claim: { agreement: "LD" } },
      "special:ET 0 0.00",
    ],
    ["wine of unknown origin", { commodity: "22042100", origin: null }, "general 180 180000.00"],
  ];
  for (const [name, changes, answer] of rows) {
    it(`${name}: ${answer}`, () => {
      const { duty } = result(request(changes), sampleTariff());
      assert.equal(`${duty.basis} ${duty.expression} ${duty.amount}`, answer);
    });
  }
});
