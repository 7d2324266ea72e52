import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { assessJson } from "./assess.ts";
import { DUTY_PROBLEM_TITLES } from "./duty-fault.ts";
import { firstProblem, problems, request, tariffOf, told } from "./duty-samples.ts";

const tariff = tariffOf(
  { code: "1234567890", mfn: "10", general: "50", vat: "13", to: "2026-12-31" },
  { code: "22", mfn: "5 CNY/L", vat: "13" },
  { code: "87", mfn: "3 USD/unit" },
  { code: "99", mfn: "1", vat: null },
);
const value = (amount: unknown, currency: unknown = "CNY") => ({ customsValue: { amount, currency } });

describe("each problem, and where it points", () => {
  const rows: readonly [changes: object, problem: string][] = [
    // Shape.
    [{ ref: undefined }, "malformed-line /ref"],
    [{ ref: null }, "malformed-line /ref"],
    [{ ref: 1 }, "malformed-line /ref"],
    [{ ref: "" }, "malformed-line /ref"],
    [{ date: undefined }, "malformed-line /date"],
    [{ date: "2026-02-29" }, "malformed-line /date"],
    [{ date: "1.3.2026" }, "malformed-line /date"],
    [{ date: 20260301 }, "malformed-line /date"],
    [{ direction: undefined }, "malformed-line /direction"],
    [{ direction: "Import" }, "malformed-line /direction"],
    [{ direction: "" }, "malformed-line /direction"],
    [{ commodity: undefined }, "malformed-line /commodity"],
    [{ commodity: "1" }, "malformed-line /commodity"],
    [{ commodity: "12345678901234" }, "malformed-line /commodity"],
    [{ commodity: "1234.56" }, "malformed-line /commodity"],
    [{ commodity: "１２３４" }, "malformed-line /commodity"],
    [{ commodity: 1234567890 }, "malformed-line /commodity"],
    [{ origin: "kr" }, "malformed-line /origin"],
    [{ origin: "EU" }, "malformed-line /origin"],
    [{ origin: "" }, "malformed-line /origin"],
    [{ claim: "R-KR" }, "malformed-line /claim"],
    [{ claim: {} }, "malformed-line /claim/agreement"],
    [{ claim: { agreement: "" } }, "malformed-line /claim/agreement"],
    [{ claim: { agreement: 1 } }, "malformed-line /claim/agreement"],
    [{ claim: { agreement: "R-KR", proof: 1 } }, "unknown-field /claim/proof"],
    [{ customsValue: undefined }, "malformed-line /customsValue"],
    [{ customsValue: "100" }, "malformed-line /customsValue"],
    [{ customsValue: [] }, "malformed-line /customsValue"],
    [{ customsValue: { currency: "CNY" } }, "malformed-line /customsValue/amount"],
    [{ customsValue: { amount: "1" } }, "malformed-line /customsValue/currency"],
    [{ customsValue: { amount: "1", currency: "CNY", per: 1 } }, "unknown-field /customsValue/per"],
    [value(""), "malformed-line /customsValue/amount"],
    [value(true), "malformed-line /customsValue/amount"],
    [value("1", ""), "malformed-line /customsValue/currency"],
    [value("1", 156), "malformed-line /customsValue/currency"],
    [{ quantities: [] }, "malformed-line /quantities"],
    [{ quantities: { kg: "" } }, "malformed-line /quantities/kg"],
    [{ quantities: { kg: {} } }, "malformed-line /quantities/kg"],
    [{ quantities: { "": "1" } }, "malformed-line /quantities/"],
    [{ quantities: { kg: "1", g: "1001" } }, "malformed-line /quantities"],
    [{ quantities: { t: "0", kg: "1" } }, "malformed-line /quantities"],
    [{ quota: "IN" }, "malformed-line /quota"],
    [{ quota: "" }, "malformed-line /quota"],
    [{ exporter: "" }, "malformed-line /exporter"],
    [{ exporter: 5 }, "malformed-line /exporter"],
    [{ originProof: "false" }, "malformed-line /originProof"],
    [{ originProof: 0 }, "malformed-line /originProof"],
    [{ treatment: "MFN" }, "malformed-line /treatment"],
    [{ rates: "13" }, "malformed-line /rates"],
    [{ rates: { vat: "" } }, "malformed-line /rates/vat"],
    [{ rates: { vat: "-1" } }, "malformed-line /rates/vat"],
    [{ rates: { vat: "13 %%" } }, "malformed-line /rates/vat"],
    [{ rates: { vat: "1 RMB/kg" } }, "malformed-line /rates/vat"],
    [{ rates: { consumptionTax: true } }, "malformed-line /rates/consumptionTax"],
    [{ rates: { consumptionTax: "100" } }, "malformed-line /rates/consumptionTax"],
    [{ rates: { duty: "1" } }, "unknown-field /rates/duty"],
    [{ exchangeRates: "7" }, "malformed-line /exchangeRates"],
    [{ exchangeRates: { USD: "" } }, "malformed-line /exchangeRates/USD"],
    [{ exchangeRates: { CNY: "2" } }, "malformed-line /exchangeRates/CNY"],
    [{ cif: "1" }, "unknown-field /cif"],
    [{ "a/b~c": 1 }, "unknown-field /a~1b~0c"],
    [{ remedies: null }, "unknown-field /remedies"],
    // Numbers.
    [value(100000), "not-a-decimal /customsValue/amount"],
    [value(-1), "not-a-decimal /customsValue/amount"],
    [value("1e5"), "not-a-decimal /customsValue/amount"],
    [value("1,000.00"), "not-a-decimal /customsValue/amount"],
    [value("01"), "not-a-decimal /customsValue/amount"],
    [value(" 1"), "not-a-decimal /customsValue/amount"],
    [value("-"), "not-a-decimal /customsValue/amount"],
    [value("-01"), "not-a-decimal /customsValue/amount"],
    [value("+1"), "not-a-decimal /customsValue/amount"],
    [value("-1"), "negative-amount /customsValue/amount"],
    [value("-0.00"), "negative-amount /customsValue/amount"],
    [{ quantities: { kg: 5 } }, "not-a-decimal /quantities/kg"],
    [{ quantities: { "m/2": "x" } }, "not-a-decimal /quantities/m~12"],
    [{ quantities: { kg: "-5" } }, "negative-amount /quantities/kg"],
    [{ rates: { vat: 13 } }, "not-a-decimal /rates/vat"],
    [{ exchangeRates: { USD: 7.1 } }, "not-a-decimal /exchangeRates/USD"],
    [{ exchangeRates: { USD: "0" } }, "negative-amount /exchangeRates/USD"],
    [{ exchangeRates: { USD: "0.000" } }, "negative-amount /exchangeRates/USD"],
    [{ exchangeRates: { USD: "-7" } }, "negative-amount /exchangeRates/USD"],
    // Look-ups.
    [{ commodity: "33" }, "unknown-commodity /commodity"],
    [{ commodity: "123456789" }, "unknown-commodity /commodity"],
    [{ date: "2027-01-01" }, "no-rate-in-force /commodity"],
    [{ commodity: "9901" }, "no-rate-in-force /commodity"],
    [value("1", "RMB"), "unknown-currency /customsValue/currency"],
    [value("1", "cny"), "unknown-currency /customsValue/currency"],
    [value("1", "XXX"), "unknown-currency /customsValue/currency"],
    [{ exchangeRates: { DEM: "4" } }, "unknown-currency /exchangeRates/DEM"],
    [value("1", "USD"), "missing-exchange-rate /exchangeRates/USD"],
    [{ ...value("1", "USD"), exchangeRates: { USD: null } }, "missing-exchange-rate /exchangeRates/USD"],
    [{ commodity: "2203" }, "missing-quantity /quantities/L"],
    [{ commodity: "2203", quantities: { L: "0" } }, "missing-quantity /quantities/L"],
    [{ commodity: "2203", quantities: { ml: "0", kg: "5" } }, "missing-quantity /quantities/L"],
    [{ commodity: "2203", quantities: { l: "5" } }, "missing-quantity /quantities/L"],
    [{ commodity: "8703", quantities: { unit: "1" } }, "missing-exchange-rate /exchangeRates/USD"],
    [{ quota: "in" }, "no-quota-rate /quota"],
    [{ claim: { agreement: "R-KR" } }, "claim-not-available /claim/agreement"],
  ];
  for (const [changes, problem] of rows) {
    it(`${JSON.stringify(changes, (_key, field) => (field === undefined ? "(absent)" : field))}: ${problem}`, () =>
      assert.equal(firstProblem(request(changes), tariff), problem));
  }

  for (const line of [null, 1, "text", [], [request()], true]) {
    it(`${JSON.stringify(line).slice(0, 20)} is no object`, () =>
      assert.equal(firstProblem(line, tariff), "malformed-line"));
  }
});

describe("of an optional field null means absent", () => {
  const fields = [
    "claim",
    "quantities",
    "quota",
    "exporter",
    "originProof",
    "treatment",
    "rates",
    "exchangeRates",
  ];
  for (const field of fields) {
    it(field, () => assert.equal(assessJson(request({ [field]: null }), tariff).kind, "assessed"));
  }
  it("inside a field too", () => {
    const changes = { quantities: { kg: null }, rates: { vat: null, consumptionTax: null } };
    assert.equal(assessJson(request(changes), tariff).kind, "assessed");
  });
});

describe("all faults are found: shape before numbers before look-ups, in the order of the fields", () => {
  const all = (changes: object) => problems(request(changes), tariff).map(told);

  it("shape, numbers and look-ups of one line", () => {
    const changes = {
      zone: 1,
      exchangeRates: { USD: "x", ABC: "1" },
      customsValue: { amount: 5, currency: "RMB" },
      commodity: "33",
      treatment: "none",
      date: "2026-03-01",
      ref: "",
    };
    assert.deepEqual(all(changes), [
      "malformed-line /ref",
      "malformed-line /treatment",
      "unknown-field /zone",
      "not-a-decimal /customsValue/amount",
      "not-a-decimal /exchangeRates/USD",
      "unknown-commodity /commodity",
      "unknown-currency /customsValue/currency",
      "unknown-currency /exchangeRates/ABC",
    ]);
  });

  it("every look-up of one line, each once", () => {
    const changes = {
      commodity: "8703",
      claim: { agreement: "CL" },
      ...value("1", "EUR"),
      rates: { consumptionTax: "1 USD/kg" },
    };
    assert.deepEqual(all(changes), [
      "claim-not-available /claim/agreement",
      "missing-quantity /quantities/kg",
      "missing-exchange-rate /exchangeRates/EUR",
      "missing-exchange-rate /exchangeRates/USD",
    ]);
  });

  it("a problem holds exactly type, title, detail and pointer, and its detail ends with what to do", () => {
    const [problem] = problems(request({ commodity: "33" }), tariff);
    assert.deepEqual(Object.keys(problem!), ["type", "title", "detail", "pointer"]);
    assert.equal(problem!.title, DUTY_PROBLEM_TITLES["unknown-commodity"]);
    assert.match(problem!.detail, /Check the code, or load the tariff it is in\.$/);
  });

  it("whatever is written, the line is answered and never breaks the run", () => {
    const spoilt = fc.tuple(
      fc.constantFrom(
        ...Object.keys(request()),
        "quantities",
        "quota",
        "rates",
        "exchangeRates",
        "claim",
        "x",
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(spoilt, { maxLength: 4 }), (changes) => {
        const outcome = assessJson(request(Object.fromEntries(changes)), tariff);
        if (outcome.kind === "refused") {
          assert.ok(outcome.faults.length > 0);
          for (const { type, detail, next } of outcome.faults) {
            assert.ok(
              type in DUTY_PROBLEM_TITLES && detail.endsWith(".") && next.endsWith("."),
              detail + next,
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
