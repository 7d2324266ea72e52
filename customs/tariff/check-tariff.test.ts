import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { tariffLineReader } from "../duty/read-tariff-line.ts";
import { type CompiledTariff, compileTariff } from "../duty/tariff.ts";
import { hsCodes } from "../hs/hs-edition.ts";
import { type CheckInputs, checkTariff, type TariffCheck } from "./check-tariff.ts";

const FROM = plainDateOf("2026-01-01");
const HS = [
  { edition: "2017", from: plainDateOf("2017-01-01"), codes: hsCodes(["010121", "854150"]) },
  { edition: "2022", from: plainDateOf("2022-01-01"), codes: hsCodes(["010121", "854151"]) },
];

const tariffOf = (...lines: readonly object[]): CompiledTariff => {
  const read = tariffLineReader();
  const compiled = compileTariff(
    lines.map((line, index) => {
      const outcome = read({ code: "01012100", vat: "13", ...line }, { file: "t", line: index + 1 });
      if (outcome.kind === "refused") assert.fail(JSON.stringify(outcome.faults));
      return outcome.line;
    }),
  );
  if (compiled.kind === "refused") assert.fail(JSON.stringify(compiled.faults));
  return compiled.tariff;
};

const check = (inputs: Partial<CheckInputs> & Pick<CheckInputs, "tariff">): TariffCheck => {
  const work = checkTariff({ from: FROM, before: undefined, hs: HS, ...inputs });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};

const told = ({ findings }: TariffCheck): string =>
  findings
    .filter(({ kind }) => kind !== "no-edition-before")
    .map(({ severity, kind, code, field }) => `${severity} ${kind} ${code} ${field}`)
    .join("; ");

const against = (before: object, after: object): string =>
  told(check({ tariff: tariffOf(after), before: tariffOf(before) }));

describe("a line by itself", () => {
  const cases: readonly [name: string, line: object, expected: string][] = [
    ["a known code", { mfn: "10" }, ""],
    ["a code of no HS edition", { code: "01019999" }, "needs-acceptance code-not-in-hs 01019999 code"],
    [
      "a code of the HS edition before",
      { code: "85415010" },
      "needs-acceptance code-not-in-hs 85415010 code",
    ],
    ["what ended before the first day is not looked at", { code: "01019999", to: "2025-12-31" }, ""],
    ["a heading is looked up by its digits", { code: "8541" }, ""],
    ["chapters 98 and 99 are national", { code: "99010000" }, ""],
    [
      "a provisional rate above MFN",
      { mfn: "5", provisional: "8" },
      "warning above-mfn 01012100 provisional",
    ],
    [
      "an agreement rate above a free MFN",
      { mfn: "0", agreements: { KR: "1" } },
      "warning above-mfn 01012100 agreements.KR",
    ],
    ["an agreement rate of another form says nothing", { mfn: "5", agreements: { KR: "1 CNY/kg" } }, ""],
    ["kilograms are on every declaration", { mfn: "600 CNY/t" }, ""],
    ["litres are not named", { mfn: "2 CNY/L", units: ["kg"] }, "needs-acceptance unit-missing 01012100 mfn"],
    ["millilitres stand for litres", { mfn: "2 CNY/L", units: ["ml"] }, ""],
    [
      "a line without units",
      { vat: "13", consumptionTax: "1 CNY/L" },
      "warning no-units 01012100 consumptionTax",
    ],
    [
      "in both halves of a choice",
      { mfn: "min(10, 3 CNY/unit + 2 CNY/m2)", units: ["m2"] },
      "needs-acceptance unit-missing 01012100 mfn",
    ],
  ];
  for (const [name, line, expected] of cases)
    it(`${name}: ${expected || "nothing"}`, () =>
      assert.equal(told(check({ tariff: tariffOf(line) })), expected));

  it("without an HS edition of the day, says so instead of pretending", () =>
    assert.equal(told(check({ tariff: tariffOf({}), hs: [] })), "warning no-hs-edition  code"));
});

describe("a line beside the edition before", () => {
  const moved = "needs-acceptance rate-moved 01012100";
  const cases: readonly [before: object, after: object, expected: string][] = [
    [{ mfn: "10" }, { mfn: "100" }, ""],
    [{ mfn: "10" }, { mfn: "100.1" }, `${moved} mfn`],
    [{ mfn: "10" }, { mfn: "1" }, ""],
    [{ mfn: "10" }, { mfn: "0.9" }, `${moved} mfn`],
    [{ mfn: "0" }, { mfn: "1" }, `${moved} mfn`],
    [{ mfn: "10" }, { mfn: "0" }, `${moved} mfn`],
    [{ mfn: "0" }, { mfn: "0%" }, ""],
    [{ agreements: { KR: "2" } }, { agreements: { KR: "0" } }, "warning became-free 01012100 agreements.KR"],
    [{ agreements: { KR: "2" } }, { agreements: { KR: "30" } }, `${moved} agreements.KR`],
    [{ agreements: { KR: "2" } }, {}, ""],
    [{ mfn: "0.6 CNY/kg" }, { mfn: "600 CNY/t" }, ""],
    [{ mfn: "0.6 CNY/kg" }, { mfn: "0.6 CNY/t" }, `${moved} mfn`],
    [{ mfn: "0.6 CNY/kg" }, { mfn: "0.6 USD/kg" }, "needs-acceptance rate-form 01012100 mfn"],
    [{ mfn: "10" }, { mfn: "0.6 CNY/kg" }, "needs-acceptance rate-form 01012100 mfn"],
    [{ mfn: "3% + 90 CNY/kg" }, { mfn: "3% + 9000 CNY/kg" }, `${moved} mfn`],
    [{ mfn: "10" }, {}, "warning rate-lost 01012100 mfn"],
    [{ vat: "13" }, { vat: null }, "warning rate-lost 01012100 vat"],
    [{ vat: null }, { vat: undefined }, `${moved} vat`],
    [{ consumptionTax: "10" }, {}, `${moved} consumptionTax`],
    [{}, { export: "20" }, `${moved} export`],
    [{ mfn: "10" }, { mfn: "0", to: "2025-12-31" }, "needs-acceptance chapter-lost-lines 01 code"],
  ];
  for (const [before, after, expected] of cases)
    it(`${JSON.stringify(before)} to ${JSON.stringify(after)}: ${expected || "nothing"}`, () =>
      assert.equal(against(before, after), expected));

  it("a finer code is compared with the line its goods fell under, and the other way round", () => {
    assert.equal(against({ code: "010121", mfn: "1" }, { mfn: "50" }), `${moved} mfn`);
    assert.equal(
      against({ mfn: "1" }, { code: "010121", mfn: "50" }),
      "needs-acceptance rate-moved 01012100 mfn",
    );
  });

  it("a chapter with fewer lines is named", () => {
    const before = tariffOf({}, { code: "01012900" }, { code: "85" });
    const found = check({ tariff: tariffOf({}, { code: "85" }), before, hs: [] });
    assert.equal(told(found), "warning no-hs-edition  code; needs-acceptance chapter-lost-lines 01 code");
  });
});

describe("the remedies of a line beside those of the edition before", () => {
  const remedy = (more: object = {}) => ({
    remedies: [{ code: "AD-1", kind: "anti-dumping", origins: ["KR"], rate: "20", ...more }],
  });
  const moved = "needs-acceptance rate-moved 01012100 remedies.AD-1";
  const cases: readonly [name: string, before: object, after: object, expected: string][] = [
    ["the same", remedy(), remedy(), ""],
    ["near", remedy(), remedy({ rate: "30" }), ""],
    ["more than tenfold", remedy(), remedy({ rate: "201" }), moved],
    ["to nothing", remedy(), remedy({ rate: "0" }), moved],
    [
      "another form",
      remedy(),
      remedy({ rate: "2 CNY/kg" }),
      "needs-acceptance rate-form 01012100 remedies.AD-1",
    ],
    ["begins", {}, remedy(), moved],
    ["ends", remedy(), {}, moved],
    ["had ended before the first day", remedy({ to: "2025-12-31" }), {}, ""],
    ["for all origins now", remedy(), remedy({ origins: "all" }), `${moved}; ${moved}`],
    [
      "an exporter's own rate begins",
      remedy({ rate: "1" }),
      remedy({ rate: "1", exporters: { Hanbit: "11" } }),
      `${moved}.Hanbit`,
    ],
  ];
  for (const [name, before, after, expected] of cases)
    it(`${name}: ${expected || "nothing"}`, () => assert.equal(against(before, after), expected));
});

describe("the report of changes", () => {
  it("tells added, changed and ended lines; days and words are no change", () => {
    const before = tariffOf(
      { mfn: "10", from: "2025-01-01", description: "horses" },
      { code: "01012900", mfn: "10", units: ["kg"] },
      { code: "01013000" },
      { code: "01019000", to: "2025-12-31" },
    );
    const tariff = tariffOf(
      { mfn: "10", from: "2026-01-01", description: "live horses" },
      { code: "01012900", mfn: "8", units: ["head"] },
      { code: "01019000" },
    );
    assert.deepEqual(check({ tariff, before }).changes, {
      added: ["01019000"],
      changed: [{ code: "01012900", fields: ["mfn", "units"] }],
      ended: ["01013000"],
    });
  });

  it("a rate that changes within the year is compared with the day before it", () => {
    const before = tariffOf({ mfn: "10" });
    const tariff = tariffOf({ mfn: "10", to: "2026-06-30" }, { mfn: "0.5", from: "2026-07-01" });
    assert.equal(told(check({ tariff, before })), "needs-acceptance rate-moved 01012100 mfn");
    assert.deepEqual(check({ tariff, before }).changes?.changed, [{ code: "01012100", fields: ["mfn"] }]);
  });
});

describe("the work of a check", () => {
  it("pauses at least every fifty lines, so that nobody waits for it", () => {
    const many = (mfn: string) =>
      tariffOf(...Array.from({ length: 1_000 }, (_, at) => ({ code: `0101${1000 + at}`, mfn })));
    const work = checkTariff({ tariff: many("10"), from: FROM, before: many("11"), hs: HS });
    let pauses = 0;
    while (!work.next().done) pauses++;
    assert.ok(pauses >= 90, `${pauses} pauses`);
  });
});
