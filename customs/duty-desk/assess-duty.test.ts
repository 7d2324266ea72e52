import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Records } from "../define/record.ts";
import { assessDuty } from "./assess-duty.ts";
import { recordsOf, SMALL_LAW, TODAY } from "./desk-samples.ts";
import type { DutyQuestion } from "./duty-question.ts";

const WINE = {
  code: "2204210000",
  mfn: "14",
  general: "180",
  agreements: { CL: "0", PK: "11.2", AS: "0" },
  special_zero: ["LD"],
  vat: "13",
  consumptionTax: "10",
  units: ["L", "kg"],
  description: "wine | 葡萄酒",
};
const CHICKEN = {
  code: "0207142200",
  mfn: "1 CNY/kg",
  general: "0.5 USD/kg",
  agreements: { "R-KR": "10" },
  vat: "9",
  units: ["kg"],
  note: "Tariff schedule 2020; licences 7A",
};
const RECORDS = recordsOf([["2020-01-01", [WINE, CHICKEN, { code: "0301", mfn: "5", vat: null }]]], {
  USD: "7",
  EUR: "8",
});

const ask = (question: DutyQuestion, records: Records = RECORDS) => {
  const answer = assessDuty.answer(
    question,
    { records, now: TODAY, actor: { id: "", grants: [] } },
    SMALL_LAW,
  );
  if ("problem" in answer) throw new Error(answer.problem.detail);
  return answer;
};
const cny = (amount: string) => ({ customsValue: { amount, currency: "CNY" } });
const wine: DutyQuestion = { commodity: "2204210000", origin: "CL", ...cny("200000") };

describe("what is owed, asked by anybody", () => {
  it("is a receipt: every step with its rate, its base and its article", () => {
    const { receipt, result } = ask(wine);
    assert.deepEqual(
      receipt.map(({ step, basis, expression, base, amount, article }) =>
        [step, basis, expression, base, amount, article.en].join(" | "),
      ),
      [
        "customs-value |  |  |  | 200000.00 | Tariff Law, art. 24",
        "duty | mfn | 14 | 200000.00 | 28000.00 | Tariff Law, art. 12",
        "consumption-tax |  | 10 | 228000.00 | 25333.33 | Provisional Regulation on Consumption Tax, art. 9",
        "vat |  | 13 | 253333.33 | 32933.33 | VAT Law, art. 14",
      ],
    );
    assert.equal(result?.total, "86266.66");
  });

  it("reasons and articles stand in both languages", () => {
    const { reasons, receipt } = ask(wine);
    assert.equal(reasons.en.length, reasons.zh.length);
    assert.equal(receipt[0]?.article.zh, "《关税法》第24条");
    assert.deepEqual(receipt.at(-1)?.inWords, null);
  });

  it("a rate that is more than one number is said in words too", () => {
    const records = recordsOf([
      ["2020-01-01", [{ code: "90", mfn: "min(10%, 900 CNY/t)", vat: "1 CNY/kg" }]],
    ]);
    const { receipt } = ask({ commodity: "90", origin: "US", ...cny("1"), quantities: { t: "1" } }, records);
    assert.deepEqual(receipt[1]?.inWords, {
      en: "the lower of (10 % of the value) and (900 CNY for each t)",
      zh: "（价格的10%）与（每t 900 CNY）两者取低",
    });
    assert.equal(receipt.at(-1)?.inWords, null);
  });

  it("without a value it is told which column will apply, as far as that does not depend on amounts", () => {
    const applying = (question: Omit<DutyQuestion, "commodity">) =>
      ask({ commodity: "2204210000", ...question }).columns.find(({ applies }) => applies)?.basis;
    assert.equal(applying({ origin: "FR" }), "mfn");
    assert.equal(applying({}), "general");
    assert.equal(applying({ origin: "FR", treatment: "general" }), "general");
    assert.equal(applying({ origin: "CL", claim: { agreement: "CL" } }), undefined);
  });

  it("an export's columns each have the value without their own duty", () => {
    const records = recordsOf([
      ["2020-01-01", [{ code: "26", export: "25", exportProvisional: "10", vat: "13" }]],
    ]);
    const { columns } = ask({ commodity: "26", direction: "export", ...cny("110") }, records);
    assert.deepEqual(
      columns.map(({ basis, amount, applies }) => `${basis} ${amount} ${applies}`),
      ["export 22.00 false", "export-provisional 10.00 true"],
    );
  });

  const remedies: readonly [what: string, question: Omit<DutyQuestion, "commodity">, told: string][] = [
    ["an origin that it is against", { origin: "KR" }, "AD hits, SG hits, OLD misses"],
    ["another origin: those against all first", { origin: "US" }, "SG hits, AD misses, OLD misses"],
    ["an origin that is excepted", { origin: "CL" }, "AD misses, SG misses, OLD misses"],
    ["an origin that is not known", {}, "SG hits, AD misses, OLD misses"],
    ["an export", { direction: "export", origin: "KR" }, "AD misses, SG misses, OLD misses"],
    ["another day", { origin: "KR", date: "2022-01-01" }, "AD hits, SG hits, OLD hits"],
  ];
  const REMEDIED = recordsOf(
    [
      [
        "2020-01-01",
        [
          {
            code: "29",
            mfn: "5",
            vat: "13",
            remedies: [
              { code: "AD", kind: "anti-dumping", origins: ["KR"], exporters: { ACME: "3" }, rate: "12.5" },
              { code: "SG", kind: "safeguard", origins: "all", exceptOrigins: ["CL"], rate: "1 USD/kg" },
              { code: "OLD", kind: "additional", origins: ["KR"], rate: "1", to: "2022-12-31" },
            ],
          },
        ],
      ],
    ],
    { USD: "7" },
  );
  for (const [what, question, told] of remedies)
    it(`remedies of the line: ${what}`, () =>
      assert.equal(
        ask({ commodity: "29", ...question }, REMEDIED)
          .remedies.map(({ code, hits }) => `${code} ${hits ? "hits" : "misses"}`)
          .join(", "),
        told,
      ));

  it("a remedy counted in dollars finds its exchange rate, and stands in the receipt", () => {
    const { receipt } = ask(
      { commodity: "29", origin: "KR", exporter: "ACME", ...cny("100"), quantities: { kg: "1" } },
      REMEDIED,
    );
    assert.deepEqual(
      receipt
        .filter(({ step }) => step === "additional")
        .map(({ code, amount, article }) => `${code} ${amount} ${article.en}`),
      ["AD 3.00 Tariff Law, art. 16 to 18", "SG 7.00 Tariff Law, art. 16 to 18"],
    );
  });

  it("an export is value and duty, nothing else", () => {
    const { receipt } = ask({ ...wine, direction: "export" });
    assert.deepEqual(
      receipt.map(({ step, basis, amount }) => `${step} ${basis} ${amount}`),
      ["customs-value null 200000.00", "duty none 0.00"],
    );
  });

  it("the columns stand side by side with what each would come to, and which applies or can be claimed", () => {
    assert.deepEqual(
      ask(wine).columns.map(({ basis, expression, amount, applies, claim }) =>
        [basis, expression, amount, applies ? "applies" : "", claim ?? ""].join(" "),
      ),
      [
        "general 180 360000.00  ",
        "mfn 14 28000.00 applies ",
        "agreement:CL 0 0.00  CL",
        "agreement:PK 11.2 22400.00  ",
        "agreement:AS 0 0.00  ",
        "special 0 0.00  ",
      ],
    );
  });

  it("a special rate names the country, and can be claimed", () => {
    const { columns, certificates } = ask({ ...wine, origin: "ET" });
    assert.deepEqual(
      columns.filter(({ claim }) => claim).map(({ basis, claim }) => `${basis} ${claim}`),
      ["special:ET LD"],
    );
    assert.equal(certificates[0]?.saves, "35155.55");
  });

  const worth: readonly [what: string, question: DutyQuestion, certificates: string][] = [
    ["a certificate saves duty and the taxes on it", wine, "CL saves 35155.55, 51111.11 owed"],
    [
      "a claim that was made counts the same",
      { ...wine, claim: { agreement: "CL" } },
      "CL saves 35155.55, 51111.11 owed, claimed",
    ],
    [
      "an origin that is not proved would be, by the certificate",
      { ...wine, originProof: false },
      "CL saves 35155.55, 51111.11 owed",
    ],
    ["no preference for the origin", { ...wine, origin: "FR" }, ""],
    ["no origin", { commodity: "2204210000", ...cny("200000") }, ""],
    ["no value yet", { commodity: "2204210000", origin: "CL" }, ""],
    ["an export", { ...wine, direction: "export" }, ""],
    [
      "a preference that is dearer saves nothing",
      { commodity: "0207142200", origin: "KR", ...cny("100000"), quantities: { kg: "10" } },
      "R-KR saves 0.00, 9010.90 owed",
    ],
  ];
  for (const [what, question, expected] of worth)
    it(`what a certificate of origin is worth: ${what}`, () =>
      assert.equal(
        ask(question)
          .certificates.map(
            ({ agreement, saves, total, claimed }) =>
              `${agreement} saves ${saves}, ${total} owed${claimed ? ", claimed" : ""}`,
          )
          .join("; "),
        expected,
      ));

  it("exchange rates are the installation's, unless the question brings its own", () => {
    const inDollars = { ...wine, customsValue: { amount: "1000", currency: "USD" } };
    assert.equal(ask(inDollars).result?.customsValue, "7000.00");
    assert.deepEqual(ask(inDollars).exchange, [
      { currency: "USD", rate: "7", from: "2020-01-01", source: "test", own: false },
    ]);
    const own = ask({ ...inDollars, exchangeRates: { USD: "7.5" } });
    assert.equal(own.result?.customsValue, "7500.00");
    assert.equal(own.exchange[0]?.own, true);
  });

  it("rates that count in a foreign currency find their exchange rate too", () => {
    const answer = ask({ commodity: "0207142200", ...cny("100"), quantities: { kg: "2" } });
    assert.equal(answer.result?.duty.amount, "7.00");
  });

  const faults: readonly [what: string, question: DutyQuestion, faults: string][] = [
    ["nothing is wrong", wine, ""],
    ["the value is not given yet", { commodity: "2204210000" }, "malformed-line /customsValue"],
    [
      "a quantity is missing",
      { commodity: "0207142200", origin: "KR", ...cny("1") },
      "missing-quantity /quantities/kg",
    ],
    [
      "a currency has no rate",
      { ...wine, customsValue: { amount: "1", currency: "JPY" } },
      "missing-exchange-rate /exchangeRates/JPY",
    ],
    [
      "a claim cannot be made",
      { ...wine, claim: { agreement: "PK" } },
      "claim-not-available /claim/agreement",
    ],
    ["no such code", { commodity: "9999", ...cny("1") }, "unknown-commodity /commodity"],
    ["words in place of a code", { commodity: "wine", ...cny("1") }, "malformed-line /commodity"],
    [
      "a rate that is not stated",
      { commodity: "0301", origin: "KR", ...cny("1") },
      "no-rate-in-force /commodity",
    ],
    ["no such day", { ...wine, date: "2026-02-30" }, "malformed-line /date"],
    ["no tariff on the day", { ...wine, date: "2019-12-31" }, "no-rate-in-force /date"],
    [
      "a value that cannot be read hides nothing else",
      { ...wine, claim: { agreement: "PK" }, customsValue: { amount: "2000x", currency: "CNY" } },
      "not-a-decimal /customsValue/amount; claim-not-available /claim/agreement",
    ],
    [
      "several at once",
      { commodity: "0207142200", customsValue: { amount: "1,000", currency: "XYZ" } },
      "not-a-decimal /customsValue/amount; unknown-currency /customsValue/currency; missing-quantity /quantities/kg",
    ],
  ];
  for (const [what, question, expected] of faults)
    it(`faults point at their fields: ${what}`, () =>
      assert.equal(
        ask(question)
          .faults.map(({ type, pointer }) => `${type} ${pointer}`)
          .join("; "),
        expected,
      ));

  it("what can be said without a value is said: line, columns, papers, history", () => {
    const { line, columns, papers, history } = ask({ commodity: "0207142200" });
    assert.equal(line?.code, "0207142200");
    assert.deepEqual([columns.length, papers.length, history.length], [3, 2, 1]);
    assert.deepEqual(
      columns.map(({ amount }) => amount),
      [null, null, null],
    );
  });

  it("a claim that cannot be made leaves the columns their amounts", () => {
    const { columns } = ask({ ...wine, claim: { agreement: "PK" } });
    assert.equal(columns[1]?.amount, "28000.00");
  });

  it("a code that stands for several lines tells which", () => {
    assert.deepEqual(
      ask({ commodity: "02" }).under.map(({ code }) => code),
      ["0207142200"],
    );
    assert.deepEqual(ask(wine).under, []);
  });

  it("papers are those that a measure asks for and those that the source prints", () => {
    assert.deepEqual(
      ask({ commodity: "0207142200" }).papers.map(({ kind, name, measures }) => [
        kind,
        name?.en,
        measures.map(({ sentence }) => sentence.en),
      ]),
      [
        ["7", "Automatic import licence", []],
        ["A", "Quarantine clearance", ["Meat is inspected."]],
      ],
    );
  });
});
