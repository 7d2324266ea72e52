import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { request, result, tariffOf } from "./duty-samples.ts";

const LINE = { code: "12345678", mfn: "10", vat: "13" };

describe("the taxes of the domain reference's cases", () => {
  const rows: readonly [name: string, line: object, changes: object, taxes: readonly string[]][] = [
    [
      "T1 wine, 200,000 CIF",
      { ...LINE, mfn: "14", consumptionTax: "10" },
      { customsValue: { amount: "200000", currency: "CNY" } },
      ["28000.00", "25333.33", "32933.33", "86266.66"],
    ],
    [
      "T2 with its anti-dumping duty of 25,000.00",
      {
        ...LINE,
        mfn: "6.5",
        remedies: [{ code: "AD", kind: "anti-dumping", origins: ["KR"], rate: "25" }],
      },
      {},
      ["6500.00", "0.00", "17095.00", "48595.00"],
    ],
    [
      "T3 consumption tax by value and quantity",
      { ...LINE, consumptionTax: "20 + 1 CNY/kg" },
      { customsValue: { amount: "500000", currency: "CNY" }, quantities: { kg: "1000" } },
      ["50000.00", "138750.00", "89537.50", "278287.50"],
    ],
    [
      "T10 by material",
      LINE,
      { customsValue: { amount: "60", currency: "CNY" } },
      ["6.00", "0.00", "8.58", "14.58"],
    ],
    [
      "T10 by finished goods",
      { ...LINE, mfn: "0" },
      { customsValue: { amount: "100", currency: "CNY" } },
      ["0.00", "0.00", "13.00", "13.00"],
    ],
  ];
  for (const [name, line, changes, taxes] of rows) {
    it(name, () => {
      const owed = result(request(changes), tariffOf(line));
      assert.deepEqual([owed.duty.amount, owed.consumptionTax.amount, owed.vat.amount, owed.total], taxes);
    });
  }
});

describe("the result is written as the contract says", () => {
  it("with every field, in its order", () => {
    const line = { ...LINE, mfn: "0.6  CNY/kg", agreements: { "R-KR": "5" } };
    const owed = result(
      request({ claim: { agreement: "R-KR" }, quantities: { kg: "25000" } }),
      tariffOf(line),
    );
    const { explanation, ...rest } = owed;
    assert.equal(
      JSON.stringify(rest),
      '{"ref":"A1","customsValue":"100000.00","currency":"CNY",' +
        '"duty":{"basis":"agreement:R-KR","expression":"5","amount":"5000.00"},"additional":[],' +
        '"consumptionTax":{"expression":"0","amount":"0.00"},"vat":{"expression":"13","amount":"13650.00"},' +
        '"total":"18650.00","alternatives":[{"basis":"mfn","expression":"0.6 CNY/kg","amount":"15000.00"}]}',
    );
    assert.ok(explanation.length > 0);
  });

  it("with the expressions of the request's own rates", () => {
    const owed = result(request({ rates: { vat: " 9% ", consumptionTax: "5  +  0" } }), tariffOf(LINE));
    assert.deepEqual(owed.vat, { expression: "9%", amount: "10421.05" });
    assert.deepEqual(owed.consumptionTax, { expression: "5 + 0", amount: "5789.47" });
  });

  it("with an explanation that names rate, base, source line and article", () => {
    const owed = result(request(), tariffOf({ ...LINE, consumptionTax: "5" }));
    const [value, duty, consumptionTax, vat] = owed.explanation;
    assert.match(value!, /100000 CNY: 100000\.00 CNY \(Tariff Law, art\. 24\)/);
    assert.match(
      duty!,
      /MFN rate "10" of tariff line 12345678 \(test\.jsonl, line 1\) on 100000\.00 CNY.*art\. 12/,
    );
    assert.match(consumptionTax!, /"5".*line 1\) on 110000\.00 CNY.*5789\.47.*art\. 9/);
    assert.match(vat!, /"13".*line 1\) on 115789\.47 CNY.*VAT Law, art\. 14/);
  });

  it("citing the law of its day", () => {
    const owed = result(request({ date: "2020-03-01" }), tariffOf(LINE));
    assert.match(owed.explanation.join(" "), /Regulation on Import and Export Duties, art\. 10 \(R\)/);
    assert.match(owed.explanation.join(" "), /Provisional Regulation on Value-Added Tax/);
  });
});

describe("the customs value", () => {
  const rows: readonly [amount: string, currency: string, rate: string, value: string][] = [
    ["100.005", "CNY", "1", "100.01"],
    ["100.0049", "CNY", "1", "100.00"],
    ["12345.67", "USD", "7.0288", "86775.25"],
    ["1500", "JPY", "0.045678", "68.52"],
    ["0", "USD", "7", "0.00"],
    ["99999999999999999999.99", "CNY", "1", "99999999999999999999.99"],
  ];
  for (const [amount, currency, rate, value] of rows) {
    it(`of ${amount} ${currency} at ${rate} is ${value}`, () => {
      const changes = { customsValue: { amount, currency }, exchangeRates: { [currency]: rate } };
      assert.equal(result(request(changes), tariffOf(LINE)).customsValue, value);
    });
  }
});

describe("a rate by quantity", () => {
  const rows: readonly [rate: string, quantities: object, amount: string][] = [
    ["0.6 CNY/kg", { kg: "25000" }, "15000.00"],
    ["0.6 CNY/kg", { g: "25000000" }, "15000.00"],
    ["0.6 CNY/kg", { t: "25" }, "15000.00"],
    ["600 CNY/t", { kg: "25000", g: "25000000" }, "15000.00"],
    ["7.5 CNY/L", { ml: "1500" }, "11.25"],
    ["1 CNY/ml", { L: "1.5" }, "1500.00"],
    ["2 CNY/unit", { unit: "3", kg: "9" }, "6.00"],
    ["1 USD/kg", { kg: "3" }, "21.09"],
    ["6% + 206 CNY/unit", { unit: "3" }, "6618.00"],
    ["min(10%, 0.6 CNY/kg)", { kg: "1" }, "0.60"],
    ["max(10%, 0.6 CNY/kg)", { kg: "1" }, "10000.00"],
    ["0.333 CNY/kg", { kg: "0.015" }, "0.00"],
    ["0.335 CNY/kg", { kg: "0.015" }, "0.01"],
  ];
  for (const [rate, quantities, amount] of rows) {
    it(`${rate} of ${JSON.stringify(quantities)} is ${amount}`, () => {
      const changes = { quantities, exchangeRates: { USD: "7.0288" } };
      assert.equal(result(request(changes), tariffOf({ ...LINE, mfn: rate })).duty.amount, amount);
    });
  }
});

describe("VAT and consumption tax", () => {
  it("are not owed when the line does not name them", () => {
    const owed = result(request(), tariffOf({ code: "12", mfn: "10" }));
    assert.deepEqual([owed.vat, owed.consumptionTax], Array(2).fill({ expression: "0", amount: "0.00" }));
  });

  it("not stated by the line can be given by the request", () => {
    const tariff = tariffOf({ code: "12", mfn: "10", vat: null, consumptionTax: null });
    const owed = result(request({ rates: { vat: "13", consumptionTax: "0" } }), tariff);
    assert.equal(owed.total, "24300.00");
  });

  it("may be counted by quantity", () => {
    const tariff = tariffOf({ code: "12", mfn: "0", vat: "13 + 0.1 CNY/kg" });
    assert.equal(result(request({ quantities: { kg: "10" } }), tariff).vat.amount, "13001.00");
  });
});

describe("an export", () => {
  const exported = { direction: "export", origin: undefined };
  const rows: readonly [name: string, line: object, changes: object, answer: readonly string[]][] = [
    ["divides FOB by its rate", { export: "20" }, {}, ["export", "20", "83333.33", "16666.67"]],
    [
      "takes the provisional rate, for value and duty",
      { export: "20", exportProvisional: "5" },
      {},
      ["export-provisional", "5", "95238.10", "4761.91"],
    ],
    [
      "may have a provisional rate of 0",
      { export: "40", exportProvisional: "0" },
      {},
      ["export-provisional", "0", "100000.00", "0.00"],
    ],
    [
      "may have a provisional rate alone",
      { exportProvisional: "25" },
      {},
      ["export-provisional", "25", "80000.00", "20000.00"],
    ],
    [
      "is not divided by a rate of quantity",
      { export: "2 CNY/kg" },
      { quantities: { kg: "10" } },
      ["export", "2 CNY/kg", "100000.00", "20.00"],
    ],
    [
      "is divided by the percentages of a compound rate only",
      { export: "20% + 5% + 2 CNY/kg" },
      { quantities: { kg: "10" } },
      ["export", "20% + 5% + 2 CNY/kg", "80000.00", "20020.00"],
    ],
    ["without a rate owes nothing", {}, {}, ["none", "0", "100000.00", "0.00"]],
    [
      "rounds its value once, after the exchange rate",
      { export: "20" },
      { customsValue: { amount: "1.07", currency: "USD" }, exchangeRates: { USD: "7.0288" } },
      ["export", "20", "6.27", "1.25"],
    ],
    [
      "looks at no claim and no quota",
      { export: "20" },
      { origin: "KR", claim: { agreement: "R-KR" }, quota: "in" },
      ["export", "20", "83333.33", "16666.67"],
    ],
  ];
  for (const [name, line, changes, answer] of rows) {
    it(name, () => {
      const tariff = tariffOf({ ...LINE, ...line, vat: null, consumptionTax: "20" });
      const owed = result(request({ ...exported, ...changes }), tariff);
      assert.deepEqual([owed.duty.basis, owed.duty.expression, owed.customsValue, owed.duty.amount], answer);
      assert.equal(owed.total, owed.duty.amount);
      assert.deepEqual(
        [owed.additional, owed.consumptionTax.amount, owed.vat.amount, owed.alternatives],
        [[], "0.00", "0.00", []],
      );
    });
  }
});
