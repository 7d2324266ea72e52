import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { firstProblem, problems, request, result, tariffOf, told } from "./duty-samples.ts";

const LINE = { code: "12345678", mfn: "10", general: "50", vat: "13" };
const AD = { code: "AD-KR", kind: "anti-dumping", origins: ["KR"], rate: "25" };
const tariffWith = (...remedies: readonly object[]) => tariffOf({ ...LINE, remedies });
/** "code expression amount" of every additional duty. */
const additional = (changes: object, ...remedies: readonly object[]): readonly string[] =>
  result(request(changes), tariffWith(...remedies)).additional.map(
    ({ code, expression, amount }) => `${code} ${expression} ${amount}`,
  );

describe("a remedy is owed", () => {
  const exporters = { "Hankook Söhne": "12.5", "B & C": "0" };
  const decomposed = "Hankook So\u0308hne";
  const safeguard = { ...AD, code: "SG", kind: "safeguard", rate: "2 CNY/kg" };
  const rows: readonly [
    name: string,
    changes: object,
    remedies: readonly object[],
    owed: readonly string[],
  ][] = [
    ["on its origin", {}, [AD], ["AD-KR 25 25000.00"]],
    ["not on another", { origin: "JP" }, [AD], []],
    [
      "not on an origin that is not known, when it names some",
      { origin: undefined, treatment: "general" },
      [AD],
      [],
    ],
    ["on all", { origin: "JP" }, [{ ...AD, origins: "all" }], ["AD-KR 25 25000.00"]],
    [
      "on all, an unknown origin too",
      { origin: undefined },
      [{ ...AD, origins: "all" }],
      ["AD-KR 25 25000.00"],
    ],
    ["on all but some", {}, [{ ...AD, origins: "all", exceptOrigins: ["KR"] }], []],
    [
      "an unknown origin cannot be excepted",
      { origin: undefined },
      [{ ...AD, origins: "all", exceptOrigins: ["KR"] }],
      ["AD-KR 25 25000.00"],
    ],
    ["on its first day", { date: "2026-03-01" }, [{ ...AD, from: "2026-03-01" }], ["AD-KR 25 25000.00"]],
    ["not before", { date: "2026-02-28" }, [{ ...AD, from: "2026-03-01" }], []],
    ["on its last day", { date: "2026-03-01" }, [{ ...AD, to: "2026-03-01" }], ["AD-KR 25 25000.00"]],
    ["not after", { date: "2026-03-02" }, [{ ...AD, to: "2026-03-01" }], []],
    [
      "at the exporter's rate",
      { exporter: "Hankook Söhne" },
      [{ ...AD, exporters }],
      ["AD-KR 12.5 12500.00"],
    ],
    [
      "at the exporter's rate, trimmed and in NFC",
      { exporter: ` \u3000${decomposed}\t` },
      [{ ...AD, exporters }],
      ["AD-KR 12.5 12500.00"],
    ],
    [
      "at the exporter's rate when the tariff is not in NFC",
      { exporter: "Hankook Söhne" },
      [{ ...AD, exporters: { [` ${decomposed}`]: "12.5" } }],
      ["AD-KR 12.5 12500.00"],
    ],
    [
      "at the exporter's rate of 0, and listed",
      { exporter: "B & C" },
      [{ ...AD, exporters }],
      ["AD-KR 0 0.00"],
    ],
    [
      "at the residual rate for others",
      { exporter: "hankook söhne" },
      [{ ...AD, exporters }],
      ["AD-KR 25 25000.00"],
    ],
    ["at the residual rate without exporter", {}, [{ ...AD, exporters }], ["AD-KR 25 25000.00"]],
    ["a rate of 0 is listed", {}, [{ ...AD, rate: "0" }], ["AD-KR 0 0.00"]],
    [
      "each, in the order of the line, by quantity too",
      { quantities: { t: "3" } },
      [safeguard, AD, { ...AD, code: "CV", kind: "countervailing", rate: "max(1, 9 CNY/kg)" }],
      ["SG 2 CNY/kg 6000.00", "AD-KR 25 25000.00", "CV max(1, 9 CNY/kg) 27000.00"],
    ],
    [
      "by its price band",
      { quantities: { kg: "1000" } },
      [{ ...AD, rate: "when price <= 100 CNY/kg: 30 CNY/kg; else 5" }],
      ["AD-KR when price <= 100 CNY/kg: 30 CNY/kg; else 5 30000.00"],
    ],
    ["whatever is claimed", { claim: null, treatment: "mfn", quota: "out" }, [AD], ["AD-KR 25 25000.00"]],
  ];
  for (const [name, changes, remedies, owed] of rows)
    it(name, () => assert.deepEqual(additional(changes, ...remedies), owed));

  it("under a claim and within a quota as well", () => {
    const tariff = tariffOf({ ...LINE, agreements: { "R-KR": "5" }, quota: "1", remedies: [AD] });
    for (const changes of [{ claim: { agreement: "R-KR" } }, { quota: "in" }])
      assert.equal(result(request(changes), tariff).additional.length, 1);
  });

  it("and nothing on an export", () => {
    const owed = result(
      request({ direction: "export", originProof: false }),
      tariffWith({ ...AD, origins: "all" }),
    );
    assert.deepEqual([owed.additional, owed.total], [[], "0.00"]);
  });

  it("before consumption tax and VAT, which are taken of it too", () => {
    const tariff = tariffOf({ ...LINE, consumptionTax: "20 + 1 CNY/kg", remedies: [AD] });
    const owed = result(request({ quantities: { kg: "1000" } }), tariff);
    // (100,000 + 10,000 + 25,000 + 1,000) ÷ 0.8 × 0.2 + 1,000, and 13 % of 170,000.
    assert.deepEqual(
      [owed.consumptionTax.amount, owed.vat.amount, owed.total],
      ["35000.00", "22100.00", "92100.00"],
    );
  });

  it("and told with its kind, rate, base, line and article", () => {
    const { explanation } = result(request({ exporter: "B & C" }), tariffWith({ ...AD, exporters }));
    assert.match(
      explanation.join("\n"),
      /^Anti-dumping duty AD-KR by the rate of B & C "0" of tariff line 12345678 \(test\.jsonl, line 1\) on 100000\.00 CNY: 0\.00 CNY \(Tariff Law, art\. 16 to 18\)\.$/m,
    );
  });
});

describe("a remedy whose quantity or exchange rate is missing is a problem", () => {
  it("which names it", () => {
    const [problem] = problems(request(), tariffWith({ ...AD, rate: "1 CNY/kg", exporters: { A: "5" } }));
    assert.equal(told(problem!), "missing-quantity /quantities/kg");
    assert.match(problem!.detail, /The rate 1 CNY\/kg of AD-KR of 12345678 is counted by kg/);
  });
  it("but not when the exporter's rate needs none", () => {
    const remedy = { ...AD, rate: "1 USD/kg", exporters: { A: "5" } };
    assert.deepEqual(additional({ exporter: "A" }, remedy), ["AD-KR 5 5000.00"]);
  });
});

describe("origin not proved: base duty with the highest rate of any remedy, or the general duty if that is more", () => {
  const exporters = { A: "45", B: "10" };
  const JP = { ...AD, code: "AD-JP", origins: ["JP"], rate: "39.99" };
  /** "basis amount, additional ...; alternatives". */
  const owed = (changes: object, line: object = {}, remedies: readonly object[] = [AD]): string => {
    const { duty, additional, alternatives } = result(
      request({ originProof: false, ...changes }),
      tariffOf({ ...LINE, ...line, remedies }),
    );
    const on = additional.map(({ code, expression, amount }) => `, ${code} ${expression} ${amount}`).join("");
    return `${duty.basis} ${duty.amount}${on}; ${alternatives.map(({ basis }) => basis).join(" ")}`.trim();
  };
  const rows: readonly [name: string, actual: () => string, expected: string][] = [
    ["less than general", () => owed({}), "general 50000.00; mfn"],
    [
      "equal to general",
      () => owed({}, {}, [{ ...AD, rate: "40" }]),
      "mfn 10000.00, AD-KR 40 40000.00; general",
    ],
    [
      "more than general",
      () => owed({}, {}, [{ ...AD, exporters }]),
      "mfn 10000.00, AD-KR 45 45000.00; general",
    ],
    ["just less than general", () => owed({}, { mfn: "10" }, [JP]), "general 50000.00; mfn"],
    [
      "a remedy for any origin counts, the highest of all",
      () => owed({ origin: "US" }, { general: "1" }, [AD, JP]),
      "mfn 10000.00, AD-JP 39.99 39990.00; general",
    ],
    [
      "by amount, not by percentage",
      () => owed({ quantities: { kg: "10000" } }, {}, [JP, { ...AD, rate: "5 CNY/kg" }]),
      "mfn 10000.00, AD-KR 5 CNY/kg 50000.00; general",
    ],
    [
      "an excepted origin is not excepted",
      () => owed({}, { general: "1" }, [{ ...AD, origins: "all", exceptOrigins: ["KR"] }]),
      "mfn 10000.00, AD-KR 25 25000.00; general",
    ],
    [
      "the first of two equal ones",
      () =>
        owed({}, { general: "0" }, [
          { ...AD, exporters: { A: "25%" } },
          { ...JP, rate: "25.0" },
        ]),
      "mfn 10000.00, AD-KR 25 25000.00; general",
    ],
    [
      "the exporter's own lower rate does not help",
      () => owed({ exporter: "B" }, { general: "20" }, [{ ...AD, exporters: { B: "10" } }]),
      "mfn 10000.00, AD-KR 25 25000.00; general",
    ],
    ["no remedy in force on the day", () => owed({}, {}, [{ ...AD, to: "2026-02-28" }]), "mfn 10000.00;"],
    ["no remedy at all", () => owed({}, {}, []), "mfn 10000.00;"],
    ["no general rate: it drops out", () => owed({}, { general: null }), "mfn 10000.00, AD-KR 25 25000.00;"],
    [
      "provisional is the base duty",
      () => owed({}, { provisional: "30" }),
      "provisional 30000.00, AD-KR 25 25000.00; general",
    ],
    [
      "the quota rate is the base duty",
      () => owed({ quota: "in" }, { quota: "1" }),
      "general 50000.00; quota",
    ],
    [
      "no origin: the general rate is the base duty already",
      () => owed({ origin: null }),
      "general 50000.00, AD-KR 25 25000.00;",
    ],
    [
      "treatment general as well",
      () => owed({ treatment: "general" }),
      "general 50000.00, AD-KR 25 25000.00;",
    ],
    [
      "a remedy of 0 is listed",
      () => owed({}, { general: "10" }, [{ ...AD, rate: "0" }]),
      "mfn 10000.00, AD-KR 0 0.00; general",
    ],
  ];
  for (const [name, actual, expected] of rows) it(name, () => assert.equal(actual(), expected));

  it("a claim is not available", () => {
    const changes = { originProof: false, claim: { agreement: "R-KR" } };
    const tariff = tariffOf({ ...LINE, agreements: { "R-KR": "5" }, remedies: [AD] });
    assert.equal(firstProblem(request(changes), tariff), "claim-not-available /claim/agreement");
  });

  it("what any of the compared rates lacks is a problem", () => {
    const told = (line: object): string =>
      firstProblem(request({ originProof: false }), tariffOf({ ...LINE, ...line }));
    assert.equal(
      told({ remedies: [{ ...AD, exporters: { A: "1 CNY/kg" } }] }),
      "missing-quantity /quantities/kg",
    );
    assert.equal(told({ general: "1 USD/kg", remedies: [AD] }), "missing-quantity /quantities/kg");
    assert.equal(told({ mfn: null, remedies: [AD] }), "no-rate-in-force /commodity");
  });

  it("the explanation says so", () => {
    const told = (line: object): string =>
      result(request({ originProof: false }), tariffOf({ ...LINE, ...line })).explanation.join("\n");
    assert.match(
      told({ remedies: [{ ...AD, exporters }] }),
      /origin is not proved.*the rate of A "45" of AD-KR, 45000\.00 CNY on 100000\.00 CNY.*MFN duty of 10000\.00 CNY.*55000\.00 CNY, not less than by the general rate "50", which gives 50000\.00 CNY: base duty and this remedy are owed \(Tariff Law, art\. 19\)/,
    );
    assert.match(
      told({ remedies: [AD] }),
      /35000\.00 CNY, less than.*the general duty is owed instead \(.*art\. 19\)/,
    );
    assert.match(told({ general: null, remedies: [AD] }), /states no general rate to compare it with/);
  });
});
