import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { firstProblem, problems, request, result, tariffOf, told } from "./duty-samples.ts";
import { parseTariffRate } from "./rate-column.ts";
import { rateInWords } from "./rate-words.ts";

const LINE = { code: "12345678", mfn: "10", general: "50", vat: "13" };
const COTTON = "when price >= 14 CNY/kg: 0.28 CNY/kg; else min(40%, round(9.0/P + 2.69%*P - 1, 3))";
const VIDEO = "when price <= 2000 USD/unit: 3% + 4482 CNY/unit; else 3%";

describe("within a quota", () => {
  const line = { ...LINE, agreements: { "R-KR": "0" }, provisional: "1" };
  const rows: readonly [name: string, line: object, changes: object, basis: string][] = [
    ["its rate", { ...line, quota: "2" }, {}, "quota 2"],
    ["its provisional rate first", { ...line, quota: "2", quotaProvisional: "3" }, {}, "quota-provisional 3"],
    ["its provisional rate alone", { ...line, quotaProvisional: "3" }, {}, "quota-provisional 3"],
    ["no claim is looked at", { ...line, quota: "2" }, { claim: { agreement: "R-KR" } }, "quota 2"],
    [
      "not even an impossible one",
      { ...line, quota: "2" },
      { claim: { agreement: "?" }, originProof: false },
      "quota 2",
    ],
    ["no origin is looked at", { ...line, quota: "2" }, { origin: null }, "quota 2"],
    ["no treatment is looked at", { ...line, quota: "2" }, { treatment: "general" }, "quota 2"],
  ];
  for (const [name, line, changes, basis] of rows) {
    it(`${name}: ${basis}`, () => {
      const { duty, explanation } = result(request({ quota: "in", ...changes }), tariffOf(line));
      assert.equal(`${duty.basis} ${duty.expression}`, basis);
      assert.match(explanation[1]!, /in-quota .*line 1\) on 100000\.00 CNY.*Tariff Law, art\. 14/);
    });
  }
  it("out of it the quota rate is not looked at", () => {
    for (const quota of ["out", null, undefined])
      assert.equal(result(request({ quota }), tariffOf({ ...line, quota: "2" })).duty.basis, "provisional");
  });
  it("the claims that could be made are still shown", () => {
    const { alternatives } = result(request({ quota: "in" }), tariffOf({ ...line, quota: "2" }));
    assert.deepEqual(alternatives, [{ basis: "agreement:R-KR", expression: "0", amount: "0.00" }]);
  });
  it("without any quota rate there is nothing to fall back to", () => {
    const [problem] = problems(request({ quota: "in" }), tariffOf(line));
    assert.equal(told(problem!), "no-quota-rate /quota");
    assert.match(problem!.detail, /"quota":"out".*\.$/);
  });
});

describe("a price band and a formula", () => {
  const usd = { exchangeRates: { USD: "7.0288" } };
  const cny = (amount: string) => ({ customsValue: { amount, currency: "CNY" } });
  const rows: readonly [rate: string, changes: object, amount: string][] = [
    // Cotton: 12 CNY/kg gives 9/12 + 0.0269 × 12 - 1 = 0.0728, in three digits 0.073.
    [COTTON, { ...cny("120000"), quantities: { kg: "10000" } }, "8760.00"],
    [COTTON, { ...cny("120000"), quantities: { t: "10" } }, "8760.00"],
    [COTTON, { ...cny("140000"), quantities: { kg: "10000" } }, "2800.00"],
    // 13.999999 CNY/kg: 0.642857 + 0.376599 - 1 = 0.019457, in three digits 0.019.
    [COTTON, { ...cny("139999.99"), quantities: { kg: "10000" } }, "2660.00"],
    // 5 CNY/kg: 1.8 + 0.1345 - 1 = 0.9345, above 40 %.
    [COTTON, { ...cny("50000"), quantities: { kg: "10000" } }, "20000.00"],
    [COTTON, { ...cny("0"), quantities: { kg: "10000" } }, "0.00"],
    [
      "when price >= 14 CNY/kg: 1; else round(P - 10, 1)",
      { ...cny("50000"), quantities: { kg: "10000" } },
      "0.00",
    ],
    [
      "when price >= 14 CNY/kg: 1; else 2 + round(P/100, 3)",
      { ...cny("50000"), quantities: { kg: "10000" } },
      "3500.00",
    ],
    [
      "when price >= 14 CNY/kg: 1; else round(0.0005, 3)",
      { ...cny("50000"), quantities: { kg: "10000" } },
      "50.00",
    ],
    // Video recorders: the price is that of the value as rounded in CNY.
    [
      VIDEO,
      { customsValue: { amount: "2000", currency: "USD" }, ...usd, quantities: { unit: "1" } },
      "4903.73",
    ],
    [
      VIDEO,
      { customsValue: { amount: "2000.01", currency: "USD" }, ...usd, quantities: { unit: "1" } },
      "421.73",
    ],
    [
      VIDEO,
      { customsValue: { amount: "2000.0005", currency: "USD" }, ...usd, quantities: { unit: "1" } },
      "4903.73",
    ],
    [
      "when price >= 10 CNY/g: 15; else when price >= 5 CNY/g: 10; else 0",
      { quantities: { kg: "15" } },
      "10000.00",
    ],
    // A branch that does not apply lacks nothing.
    ["when price <= 2 CNY/L: 1 USD/unit; else 3", { quantities: { ml: "1000" } }, "3000.00"],
  ];
  for (const [rate, changes, amount] of rows) {
    it(`${rate} of ${JSON.stringify(changes)}: ${amount}`, () =>
      assert.equal(result(request(changes), tariffOf({ ...LINE, mfn: rate })).duty.amount, amount));
  }

  it("in VAT and consumption tax too, with the price of the customs value", () => {
    const tariff = tariffOf({
      ...LINE,
      vat: "when price <= 100 CNY/kg: 9; else 13",
      consumptionTax: "when price >= 101 CNY/kg: 15; else 5",
    });
    const owed = result(request({ quantities: { kg: "1000" } }), tariff);
    assert.deepEqual([owed.consumptionTax.amount, owed.vat.amount], ["5789.47", "10421.05"]);
    const own = { rates: { vat: "when price <= 99 CNY/kg: 9; else 13" }, quantities: { kg: "1000" } };
    assert.equal(result(request(own), tariff).vat.amount, "15052.63");
  });

  it("needs the quantity and the exchange rate of its price", () => {
    const all = (changes: object) => problems(request(changes), tariffOf({ ...LINE, mfn: VIDEO })).map(told);
    assert.deepEqual(all({}), [
      "missing-quantity /quantities/unit",
      "missing-exchange-rate /exchangeRates/USD",
    ]);
    assert.deepEqual(all({ quantities: { unit: "0" }, ...usd }), ["missing-quantity /quantities/unit"]);
    // While the value is not known, no branch is guessed.
    const euro = { customsValue: { amount: "1", currency: "EUR" }, ...usd, quantities: { unit: "1" } };
    assert.deepEqual(all(euro), ["missing-exchange-rate /exchangeRates/EUR"]);
  });

  it("that divides by 0 at this price gives no rate", () => {
    const tariff = tariffOf({ ...LINE, mfn: "when price <= 5 CNY/kg: round(1/(P - 4), 2); else 3" });
    const [problem] = problems(request({ quantities: { kg: "25000" } }), tariff);
    assert.equal(told(problem!), "no-rate-in-force /commodity");
    assert.match(problem!.detail, /divides by 0 at the price P of 4\. Look the rate up/);
  });

  it("that takes the whole price as consumption tax gives no rate", () => {
    const tariff = tariffOf({ ...LINE, consumptionTax: "when price <= 5 CNY/kg: round(P, 2); else 3" });
    const changes = { quantities: { kg: "25000" } };
    assert.equal(firstProblem(request(changes), tariff), "no-rate-in-force /commodity");
  });

  it("is explained: which branch, at which price", () => {
    const changes = { ...cny("120000"), quantities: { kg: "10000" } };
    const [, duty] = result(request(changes), tariffOf({ ...LINE, mfn: COTTON })).explanation;
    assert.match(
      duty!,
      /as the price of 12 CNY\/kg is not at least 14 CNY\/kg, so "min\(40%, round\(9\.0 \/ P \+ 2\.69% \* P - 1, 3\)\)" applies, that is the lower of \(40 % of the value\) and \(7\.3 % of the value\) \(Tariff Law, art\. 23\)/,
    );
  });
});

describe("an export by bands: the price is FOB, and the percentage of the branch divides", () => {
  const rows: readonly [rate: string, changes: object, answer: readonly string[]][] = [
    // FOB 4 CNY/kg; the value without the duty would be 3.33.
    ["when price >= 4 CNY/kg: 20; else 0", {}, ["83333.33", "16666.67"]],
    ["when price >= 4.01 CNY/kg: 20; else 0", {}, ["100000.00", "0.00"]],
    ["when price <= 4 CNY/kg: 25 + 1 CNY/kg; else 0", {}, ["80000.00", "45000.00"]],
    ["when price <= 5 CNY/kg: round(P/10, 1); else 0", {}, ["71428.57", "28571.43"]],
    // The exact FOB price, without a rounding of its own: 100.01 USD, though 712.42 CNY would be more.
    [
      "when price <= 100.01 USD/kg: 0; else 10",
      {
        customsValue: { amount: "100.01", currency: "USD" },
        exchangeRates: { USD: "7.12345" },
        quantities: { kg: "1" },
      },
      ["712.42", "0.00"],
    ],
  ];
  for (const [rate, changes, answer] of rows) {
    it(rate, () => {
      const json = request({ direction: "export", quantities: { kg: "25000" }, ...changes });
      const owed = result(json, tariffOf({ ...LINE, export: rate }));
      assert.deepEqual([owed.customsValue, owed.duty.amount], answer);
    });
  }
  it("what the price lacks is a problem", () => {
    const tariff = tariffOf({ ...LINE, export: "when price <= 4 CNY/kg: 25; else 0" });
    assert.equal(firstProblem(request({ direction: "export" }), tariff), "missing-quantity /quantities/kg");
  });
});

describe("a rate in words", () => {
  const rows: readonly [rate: string, en: string, zh: string][] = [
    ["10", "10 % of the value", "价格的10%"],
    ["6% + 20600 CNY/unit", "6 % of the value plus 20600 CNY for each unit", "价格的6%，加每unit 20600 CNY"],
    [
      "min(10%, 900 CNY/t)",
      "the lower of (10 % of the value) and (900 CNY for each t)",
      "（价格的10%）与（每t 900 CNY）两者取低",
    ],
    [
      "when price <= 2 USD/L: max(5, 1 CNY/L); else 3",
      "when the price is at most 2 USD for each L: the higher of (5 % of the value) and (1 CNY for each L); otherwise 3 % of the value",
      "单价不高于每L 2 USD时，（价格的5%）与（每L 1 CNY）两者取高；否则，价格的3%",
    ],
    [
      "when price >= 14 CNY/kg: 1; else round(9.0/P - 1, 3)",
      "when the price is at least 14 CNY for each kg: 1 % of the value; otherwise the rate 9.0 / P - 1 of the value, where P is the price, rounded half up to 3 decimals",
      "单价不低于每kg 14 CNY时，价格的1%；否则，价格乘以税率 9.0 / P - 1（P 为单价，四舍五入保留3位小数）",
    ],
  ];
  for (const [text, en, zh] of rows) {
    it(text, () => {
      const read = parseTariffRate(text);
      if (read.kind === "refused") assert.fail(read.detail);
      assert.deepEqual([rateInWords(read.rate, "en"), rateInWords(read.rate, "zh")], [en, zh]);
    });
  }
});
