import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { firstProblem, problems, request, result, tariffOf } from "./duty-samples.ts";

/** Rates that are all different, so that a column taken in place of another is seen. */
const ALL = {
  code: "12345678",
  mfn: "10",
  general: "70",
  agreements: { "R-KR": "5", KR: "6", "R-JP": "7", AS: "0", "R-AS": "8" },
  special: { BD: "2" },
  special_zero: ["KH", "LD"],
};
const without = (line: object, ...fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(line).filter(([field]) => !fields.includes(field)));
/** The list of 2026 has BD, so a line with its own rate for BD names the free countries one by one. */
const NAMED = { ...ALL, special_zero: ["KH"] };
const LISTED = { ...without(ALL, "special"), special_zero: ["LD"] };

const basisOf = (line: object, changes: object): string => {
  const { basis, expression } = result(request(changes), tariffOf(line)).duty;
  return `${basis} ${expression}`;
};

describe("the column is the first that applies", () => {
  const provisional = { ...NAMED, provisional: "5.5" };
  const claim = (agreement: string) => ({ claim: { agreement } });
  const rows: readonly [name: string, line: object, changes: object, basis: string][] = [
    ["no claim: MFN, however favourable a preference", NAMED, {}, "mfn 10"],
    ["no claim: provisional replaces MFN", provisional, {}, "provisional 5.5"],
    [
      "provisional replaces MFN even when it is higher",
      { ...NAMED, provisional: "20" },
      {},
      "provisional 20",
    ],
    ["no origin: general", NAMED, { origin: undefined }, "general 70"],
    ["no origin: general is not replaced", provisional, { origin: null }, "general 70"],
    ["treatment general: general", provisional, { treatment: "general" }, "general 70"],
    ["treatment mfn: as without", NAMED, { treatment: "mfn" }, "mfn 10"],
    ["a null claim is no claim", NAMED, { claim: null }, "mfn 10"],
    ["claim below MFN", NAMED, claim("R-KR"), "agreement:R-KR 5"],
    ["another agreement of the same origin", NAMED, claim("KR"), "agreement:KR 6"],
    ["claim below provisional", provisional, claim("R-KR"), "agreement:R-KR 5"],
    ["claim above provisional", provisional, claim("KR"), "provisional 5.5"],
    [
      "claim above MFN, but provisional above both: the claim stands against provisional only",
      { ...NAMED, mfn: "1", provisional: "20" },
      claim("R-KR"),
      "agreement:R-KR 5",
    ],
    ["claim above MFN", { ...NAMED, mfn: "3" }, claim("R-KR"), "mfn 3"],
    ["claim equal to MFN: the claim stands", { ...NAMED, mfn: "5" }, claim("R-KR"), "agreement:R-KR 5"],
    [
      "a comparison column without a rate drops out",
      without(NAMED, "mfn"),
      claim("R-KR"),
      "agreement:R-KR 5",
    ],
    ["a special rate by name", NAMED, { origin: "BD", ...claim("LD") }, "special:BD 2"],
    ["a special rate of 0 by name", NAMED, { origin: "KH", ...claim("LD") }, "special:KH 0"],
    ["a special rate of 0 by the list", LISTED, { origin: "BD", ...claim("LD") }, "special:BD 0"],
    ["a special rate is compared too", { ...NAMED, mfn: "1" }, { origin: "BD", ...claim("LD") }, "mfn 1"],
    [
      "a claim with treatment general is still a claim",
      NAMED,
      { treatment: "general", ...claim("R-KR") },
      "agreement:R-KR 5",
    ],
  ];
  for (const [name, line, changes, basis] of rows)
    it(name, () => assert.equal(basisOf(line, changes), basis));
});

describe("lower means the lower duty of this very line", () => {
  const line = { ...NAMED, mfn: "0.6 CNY/kg" };
  const claimed = (kg: string) => ({ claim: { agreement: "R-KR" }, quantities: { kg } });
  const rows: readonly [kg: string, basis: string][] = [
    ["25000", "agreement:R-KR 5"],
    ["8333.34", "agreement:R-KR 5"],
    ["8333.3", "mfn 0.6 CNY/kg"],
    // 4999.998 and 4999.9949 CNY: only the amounts in 0.01 count.
    ["8333.33", "agreement:R-KR 5"],
    ["8333.3248", "mfn 0.6 CNY/kg"],
  ];
  for (const [kg, basis] of rows)
    it(`${kg} kg: ${basis}`, () => assert.equal(basisOf(line, claimed(kg)), basis));

  it("a column that must be compared and lacks its quantity is a problem", () => {
    assert.equal(
      firstProblem(request({ claim: { agreement: "R-KR" } }), tariffOf(line)),
      "missing-quantity /quantities/kg",
    );
  });

  it("MFN is not compared where there is a provisional rate, so its quantity is not needed", () => {
    assert.equal(basisOf({ ...line, provisional: "4" }, { claim: { agreement: "R-KR" } }), "provisional 4");
  });
});

describe("a claim that is not available is told, never dropped", () => {
  const rows: readonly [name: string, changes: object, reason: RegExp][] = [
    [
      "the agreement does not cover the origin",
      { claim: { agreement: "R-JP" } },
      /R-JP does not cover KR.*Claim KR or R-KR instead/,
    ],
    [
      "the line has no rate",
      { origin: "CL", claim: { agreement: "CL" } },
      /no rate under CL\. Remove the claim/,
    ],
    [
      "the origin is not stated",
      { origin: undefined, claim: { agreement: "R-KR" } },
      /origin of the goods is not stated/,
    ],
    ["the origin is not proved", { originProof: false, claim: { agreement: "R-KR" } }, /not proved/],
    ["there is no such agreement", { claim: { agreement: "R-XX" } }, /no agreement of the 2026 list/],
    ["the origin is no least developed country", { claim: { agreement: "LD" } }, /no special rate for KR/],
    ["agreements by a name of the platform", { claim: { agreement: "constructor" } }, /no agreement/],
  ];
  for (const [name, changes, reason] of rows) {
    it(name, () => {
      const [problem] = problems(request(changes), tariffOf(NAMED));
      assert.match(problem!.type, /claim-not-available$/);
      assert.equal(problem!.pointer, "/claim/agreement");
      assert.match(problem!.detail, reason);
    });
  }

  it("an origin that is not proved and not claimed changes nothing without a remedy", () => {
    assert.equal(basisOf(NAMED, { originProof: false }), "mfn 10");
  });
});

describe("a needed column without a rate is not free", () => {
  const rows: readonly [name: string, line: object, changes: object, problem: string][] = [
    ["MFN", without(NAMED, "mfn"), {}, "no-rate-in-force /commodity"],
    ["MFN written as null", { ...NAMED, mfn: null }, {}, "no-rate-in-force /commodity"],
    ["general", without(NAMED, "general"), { origin: undefined }, "no-rate-in-force /commodity"],
    [
      "general, which provisional never replaces",
      { ...without(NAMED, "general"), provisional: "1" },
      { treatment: "general" },
      "no-rate-in-force /commodity",
    ],
    ["VAT", { ...NAMED, vat: null }, {}, "no-rate-in-force /commodity"],
    ["consumption tax", { ...NAMED, consumptionTax: null }, {}, "no-rate-in-force /commodity"],
    ["the quota rate", NAMED, { quota: "in" }, "no-quota-rate /quota"],
    [
      "the quota rate, whatever is claimed",
      NAMED,
      { quota: "in", claim: { agreement: "R-XX" } },
      "no-quota-rate /quota",
    ],
  ];
  for (const [name, line, changes, problem] of rows) {
    it(name, () => assert.equal(firstProblem(request(changes), tariffOf(line)), problem));
  }
});

describe("alternatives show what could be compared or claimed", () => {
  const shown = (line: object, changes: object): readonly string[] =>
    result(request(changes), tariffOf(line)).alternatives.map(
      ({ basis, expression, amount }) => `${basis} ${expression} ${amount}`,
    );
  const KR = ["agreement:KR 6 6000.00", "agreement:R-KR 5 5000.00"];
  const rows: readonly [name: string, line: object, changes: object, alternatives: readonly string[]][] = [
    ["without a claim, all that this origin could claim", NAMED, {}, KR],
    [
      "with a claim, MFN it was compared with",
      NAMED,
      { claim: { agreement: "R-KR" } },
      ["mfn 10 10000.00", KR[0]!],
    ],
    [
      "with a claim that lost, the claim first",
      { ...NAMED, mfn: "1" },
      { claim: { agreement: "R-KR" } },
      [KR[1]!, KR[0]!],
    ],
    ["what a proof of origin would be worth", NAMED, { originProof: false }, KR],
    [
      "special rates too",
      NAMED,
      { origin: "KH" },
      ["agreement:AS 0 0.00", "agreement:R-AS 8 8000.00", "special:KH 0 0.00"],
    ],
    ["nothing for an unknown origin", NAMED, { origin: undefined }, []],
    ["nothing for an origin without agreements", NAMED, { origin: "US" }, []],
    [
      "one whose quantity is missing is left out",
      { ...NAMED, agreements: { KR: "1 CNY/kg", "R-KR": "5" } },
      {},
      ["agreement:R-KR 5 5000.00"],
    ],
  ];
  for (const [name, line, changes, alternatives] of rows) {
    it(name, () => assert.deepEqual(shown(line, changes), alternatives));
  }
});
