import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { assessJson } from "./assess.ts";
import { resultOf } from "./assess-result.ts";
import { request } from "./duty-samples.ts";
import { readTariff } from "./read-tariff.ts";
import { resultText } from "./result-text.ts";
import { compileTariff } from "./tariff.ts";

/** Anything a text may be, and what JSON has to escape more often than chance would. */
const text = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
  fc.constantFrom('"', "\\", "\n", "\u2028", "\ud800", "\udc00x", "船😀", "a\u0000b", "</script>", "\u007f"),
);
const AD = { code: "AD", kind: "anti-dumping", origins: "all", rate: "25" };
const BAND = "when price >= 14 CNY/kg: 1 USD/kg; else min(40%, round(9.0/P, 3))";

it("the text of a result is what JSON.stringify writes, whatever stands in tariff and request", () => {
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.subarray([
        { direction: "export" },
        { originProof: false },
        { claim: { agreement: "R-KR" } },
        { quota: "in" },
        { origin: null },
        { rates: { vat: BAND, consumptionTax: " 5 " } },
        { customsValue: { amount: "12.5", currency: "USD" } },
      ]),
      fc.constantFrom("10", "0.6 CNY/kg", BAND),
      (name, file, code, changes, rate) => {
        const tariff = {
          code: "12",
          mfn: rate,
          general: "90",
          quota: "1",
          agreements: { "R-KR": "5", KR: rate },
          special_zero: ["LD"],
          remedies: [{ ...AD, code: `x${code}`, exporters: { [`x${name}`]: "12" } }],
        };
        const read = readTariff(new TextEncoder().encode(JSON.stringify(tariff)), file);
        const compiled = compileTariff(read.lines);
        if (compiled.kind === "refused") assert.fail();
        const json = request({
          ref: name,
          exporter: `x${name}`,
          quantities: { kg: "1234.5", [`u${code}`]: "1" },
          exchangeRates: { USD: "7.0288" },
          ...Object.assign({}, ...changes),
        });
        const outcome = assessJson(json, compiled.tariff);
        fc.pre(outcome.kind === "assessed"); // a claim without an origin is not, and the like
        assert.equal(resultText(outcome), JSON.stringify(resultOf(outcome)));
      },
    ),
    { numRuns: 500 },
  );
});
