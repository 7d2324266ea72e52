import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { differences } from "./differences.ts";
import { verdictOn } from "./oracle.ts";
import { NotTaken, readRate } from "./rate.ts";

type Row = Record<string, unknown>;

const bytes = (...rows: Row[]): Buffer => Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n"));

const ask = (line: Row, request: Row): Row => {
  const sound = { ref: "A1", date: "2026-03-01", direction: "import", commodity: "0207141100" };
  const verdict = verdictOn(
    [{ name: "tariff.jsonl", bytes: bytes({ code: "0207", ...line }) }],
    bytes({ ...sound, ...request }),
  );
  assert.ok("answers" in verdict, JSON.stringify(verdict));
  return verdict.answers[0]![0]!;
};
const cny = (amount: string): Row => ({ amount, currency: "CNY" });

describe("the oracle finds what the contract's own example says", () => {
  it("the agreement is lower than a specific MFN rate, the anti-dumping duty comes on top", () => {
    const line = {
      mfn: "0.6 CNY/kg",
      general: "4.2 CNY/kg",
      agreements: { "R-KR": "5" },
      vat: "13",
      remedies: [{ code: "AD-KR-2026", kind: "anti-dumping", origins: ["KR"], rate: "12.5" }],
    };
    const request = {
      origin: "KR",
      claim: { agreement: "R-KR" },
      customsValue: cny("100000.00"),
      quantities: { kg: "25000" },
      quota: "out",
      exporter: "NAME",
      originProof: true,
      treatment: "mfn",
      rates: { vat: "9", consumptionTax: "0" },
      exchangeRates: { USD: "7.0288" },
    };
    assert.deepEqual(ask(line, request), {
      ref: "A1",
      customsValue: "100000.00",
      currency: "CNY",
      duty: { basis: "agreement:R-KR", expression: "5", amount: "5000.00" },
      additional: [{ code: "AD-KR-2026", kind: "anti-dumping", expression: "12.5", amount: "12500.00" }],
      consumptionTax: { expression: "0", amount: "0.00" },
      vat: { expression: "9", amount: "10575.00" },
      total: "28075.00",
      alternatives: [{ basis: "mfn", expression: "0.6 CNY/kg", amount: "15000.00" }],
    });
  });
});

/** Amounts by name: duty, additional, consumption tax, VAT, total. */
const amounts = (answer: Row): string => {
  const amount = (tax: unknown): string => (tax as { amount: string }).amount;
  const { duty, additional, consumptionTax, vat, total } = answer;
  return [
    amount(duty),
    ...(additional as unknown[]).map(amount),
    amount(consumptionTax),
    amount(vat),
    total,
  ].join(" ");
};

const AD = { code: "AD", kind: "anti-dumping", origins: "all", rate: "25" };
const cotton = "when price >= 14 CNY/kg: 0.28 CNY/kg; else min(40%, round(9.0/P + 2.69%*P - 1, 3))";

/** Each: what, tariff line, request, amounts. The first three are the domain reference's vectors T1 to T3 (section 4.4). */
const table: readonly (readonly [string, Row, Row, string])[] = [
  [
    "T1 wine",
    { mfn: "14", consumptionTax: "10", vat: "13" },
    { customsValue: cny("200000") },
    "28000.00 25333.33 32933.33 86266.66",
  ],
  [
    "T2 anti-dumping",
    { mfn: "6.5", vat: "13", remedies: [AD] },
    { customsValue: cny("100000") },
    "6500.00 25000.00 0.00 17095.00 48595.00",
  ],
  [
    "T3 compound consumption tax",
    { mfn: "10", consumptionTax: "20 + 1 CNY/kg", vat: "13" },
    { customsValue: cny("500000"), quantities: { kg: "1000" } },
    "50000.00 138750.00 89537.50 278287.50",
  ],
  [
    "cotton below the bound: the formula",
    { mfn: cotton },
    { customsValue: cny("10000"), quantities: { t: "1" } },
    "1690.00 0.00 0.00 1690.00",
  ],
  [
    "cotton on the bound: the specific rate",
    { mfn: cotton },
    { customsValue: cny("14000"), quantities: { t: "1" } },
    "280.00 0.00 0.00 280.00",
  ],
  [
    "cotton far below: 40 % at most",
    { mfn: cotton },
    { customsValue: cny("1000"), quantities: { t: "1" } },
    "400.00 0.00 0.00 400.00",
  ],
  ["half a fen is rounded up", { mfn: "5" }, { customsValue: cny("0.10") }, "0.01 0.00 0.00 0.01"],
  [
    "the exporter's rate instead of the residual one",
    { mfn: "0", remedies: [{ ...AD, exporters: { HANWHA: "4" } }] },
    { customsValue: cny("100"), exporter: " HANWHA" },
    "0.00 4.00 0.00 0.00 4.00",
  ],
  [
    "no proof of origin, general duty is higher",
    { mfn: "5", general: "90", remedies: [AD] },
    { customsValue: cny("100"), originProof: false },
    "90.00 0.00 0.00 90.00",
  ],
  [
    "no proof of origin, base and remedy reach the general duty",
    { mfn: "5", general: "30", remedies: [AD] },
    { customsValue: cny("100"), originProof: false },
    "5.00 25.00 0.00 0.00 30.00",
  ],
  [
    "an export is worth FOB without the duty",
    { export: "25" },
    { direction: "export", customsValue: cny("125") },
    "25.00 0.00 0.00 25.00",
  ],
];

describe("the oracle works out by hand-checked tables", () => {
  for (const [name, line, request, expected] of table)
    it(name, () => assert.equal(amounts(ask(line, { origin: "US", ...request })), expected));

  const refused: readonly (readonly [string, number])[] = [
    ["5 XYZ/kg", 3],
    ["10 + ", 6],
    ["-5", 1],
    ["min(10)", 7],
    ["round(1, 2)", 1],
    ["when price <= 5: 1; else 2", 16],
    ["10%%", 4],
  ];
  for (const [text, column] of refused)
    it(`"${text}" breaks off at column ${column}`, () =>
      assert.throws(
        () => readRate(text),
        (error) => error instanceof NotTaken && error.column === column,
      ));
});

describe("the comparer sees a difference", () => {
  const tariff = [{ name: "tariff.jsonl", bytes: bytes({ code: "02", mfn: "5" }) }];
  const request = { ref: "A1", date: "2026-03-01", direction: "import", commodity: "02", origin: "US" };
  const requests = bytes({ ...request, customsValue: cny("100") }, { ref: "A2" });
  const verdict = verdictOn(tariff, requests);
  const right = {
    ...("answers" in verdict ? verdict.answers[0]![0] : {}),
    explanation: ["5 % of 100.00 CNY."],
  };
  const problem = {
    ref: "A2",
    line: 2,
    problem: {
      type: "https://openftz.org/problems/malformed-line",
      title: "T",
      detail: "D",
      pointer: "/date",
    },
  };
  const found = (answers: readonly Row[], exit = 1, err = ""): number =>
    differences({ tariff, requests }, verdict, {
      exit,
      err,
      out: answers.map((answer) => `${JSON.stringify(answer)}\n`).join(""),
    }).length;

  it("in none of two right answers", () => assert.equal(found([right, problem]), 0));
  for (const [name, count] of [
    ["an amount", found([{ ...right, total: "5.01" }, problem])],
    ["a field that is not in the contract", found([{ ...right, rate: "5" }, problem])],
    ["an explanation that is not there", found([{ ...right, explanation: [] }, problem])],
    ["a problem without a title", found([right, { ...problem, problem: { ...problem.problem, title: "" } }])],
    ["a line that is missing", found([right])],
    ["the exit code", found([right, problem], 0)],
    ["a word on standard error", found([right, problem], 1, "hm")],
  ] as const)
    it(`in ${name}`, () => assert.equal(count, 1));
  it("in the order of the lines", () => assert.equal(found([problem, right]), 2));

  it("in a refusal that names another field, or writes an answer", () => {
    const broken = [{ name: "tariff.jsonl", bytes: bytes({ code: "02", mfn: "5x" }) }];
    const world = { tariff: broken, requests };
    const run = { exit: 2, out: "", err: "tariff.jsonl, line 1, field mfn: column 2, no" };
    const refusal = verdictOn(broken, requests);
    assert.equal(differences(world, refusal, run).length, 0);
    const other = { ...run, err: run.err.replace("mfn", "vat") };
    assert.equal(differences(world, refusal, other).length, 2, "one missed, one invented");
    assert.equal(differences(world, refusal, { ...run, out: "{}\n" }).length, 1);
  });
});
