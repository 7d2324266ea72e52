import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { assessJson } from "../duty/assess.ts";
import { citationOf, type LegalStep } from "../duty/duty-law.ts";
import { request, tariffOf } from "../duty/duty-samples.ts";
import { explain } from "../duty/explain.ts";
import { chineseCitation } from "./chinese-citation.ts";
import { explainInChinese } from "./explain-in-chinese.ts";

const LINE = {
  code: "1234567890",
  mfn: "10",
  provisional: "8",
  general: "50",
  agreements: { "R-KR": "5", CL: "9" },
  quota: "1",
  export: "20",
  vat: "13",
  consumptionTax: "20 + 1 CNY/kg",
  remedies: [
    { code: "AD-1", kind: "anti-dumping", origins: ["KR"], exporters: { ACME: "3" }, rate: "12.5" },
    { code: "CV-1", kind: "countervailing", origins: "all", rate: "2 CNY/kg" },
  ],
};
const BAND = {
  code: "88",
  mfn: "when price <= 5 USD/kg: 20; else 3% + 1 CNY/kg",
  vat: null,
};
const TARIFF = tariffOf(LINE, BAND);
const QUANTITIES = { quantities: { kg: "1000" }, exchangeRates: { USD: "7" } };

describe("the reasons in Chinese", () => {
  const cases: readonly [what: string, changes: object][] = [
    ["provisional with remedies", QUANTITIES],
    ["an exporter's own rate", { ...QUANTITIES, exporter: "ACME" }],
    ["a claim that stands", { ...QUANTITIES, claim: { agreement: "R-KR" } }],
    ["a claim that is dearer", { ...QUANTITIES, origin: "CL", claim: { agreement: "CL" } }],
    ["within the quota", { ...QUANTITIES, quota: "in" }],
    ["no origin", { ...QUANTITIES, origin: undefined }],
    ["an origin that is not proved", { ...QUANTITIES, originProof: false }],
    [
      "own rates, in dollars",
      {
        ...QUANTITIES,
        rates: { vat: "9", consumptionTax: "0" },
        customsValue: { amount: "9", currency: "USD" },
      },
    ],
    ["an export", { direction: "export", origin: undefined }],
    ["an export that owes nothing", { direction: "export", commodity: "88", origin: undefined }],
    ["a price band", { ...QUANTITIES, commodity: "88", rates: { vat: "13" } }],
    ["years ago", { ...QUANTITIES, date: "2023-05-01" }],
  ];
  for (const [what, changes] of cases)
    it(`say the same amounts, sentence by sentence, as the English ones: ${what}`, () => {
      const outcome = assessJson(request(changes), TARIFF);
      assert.ok(outcome.kind === "assessed");
      const [english, chinese] = [explain(outcome), explainInChinese(outcome)];
      const amounts = (sentence: string) => [...new Set(sentence.match(/\d+\.\d\d(?!\d)/g))].sort();
      assert.deepEqual(chinese.map(amounts), english.map(amounts));
      for (const sentence of chinese) {
        assert.match(sentence, /\p{Script=Han}.*。$/u);
        assert.doesNotMatch(sentence.replace(/“.+?”/g, ""), /\b(the|rate|duty|value|Law|art|price|of)\b/);
      }
    });

  it("read as a broker would say it", () => {
    const outcome = assessJson(request({ ...QUANTITIES, claim: { agreement: "R-KR" } }), TARIFF);
    assert.ok(outcome.kind === "assessed");
    assert.deepEqual(explainInChinese(outcome).slice(0, 3), [
      "税目 1234567890（test.jsonl第 1 行）货物的计税价格为 CIF 价格 100000 CNY：100000.00 元（《关税法》第24条）。",
      "关税按协定税率（R-KR）“5”（税目 1234567890（test.jsonl第 1 行）），以 100000.00 元计征：5000.00 元（《关税法》第12、13条）。",
      "如按暂定税率“8”（税目 1234567890（test.jsonl第 1 行）），以 100000.00 元计征，为 8000.00 元，较高，因此适用协定税率（R-KR）（《关税法》第12、13条）。",
    ]);
  });
});

it("every citation is in Chinese, of whatever day", () => {
  const steps: readonly LegalStep[] = [
    "import-value",
    "export-value",
    "columns",
    "provisional",
    "claim",
    "quota",
    "by-price",
    "remedy",
    "origin-proof",
    "export-duty",
    "export-free",
    "consumption-tax",
    "vat",
  ];
  for (const step of steps)
    for (const day of ["2020-01-01", "2025-01-01", "2026-01-01"])
      assert.match(
        chineseCitation(citationOf(step, plainDateOf(day))),
        /^《[^a-z]+》第[^a-z]+条(（待核实）)?$/,
      );
});
