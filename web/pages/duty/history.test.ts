import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { historySentence, historySeries, percentIn } from "./history.ts";

type Period = Parameters<typeof historySentence>[0][number];
const period = (from: string, mfn: string | null, more: Partial<Period> = {}): Period => ({
  from: from as Period["from"],
  to: null,
  source: "test",
  edition: "0",
  code: "0901",
  mfn,
  provisional: null,
  general: "50",
  export: null,
  agreements: {},
  vat: "13",
  consumptionTax: "0",
  ...more,
});

describe("the sentence above the chart", () => {
  const cases: readonly [what: string, periods: readonly Period[], said: string][] = [
    ["one rate", [period("2020-01-01", "8")], "duty.historySame rate=8% since=2020-01-01"],
    [
      "the same rate under other agreements",
      [period("2020-01-01", "8"), period("2021-01-01", "8", { agreements: { CL: "0" } })],
      "duty.historySame rate=8% since=2020-01-01",
    ],
    [
      "a change",
      [period("2020-01-01", "8"), period("2021-01-01", "6"), period("2022-01-01", "6", { provisional: "3" })],
      "duty.historyChanged rate=3% before=6% since=2022-01-01 count=2 first=2020-01-01",
    ],
    [
      "a rate that was not stated before",
      [period("2020-01-01", null), period("2021-01-01", "0.6 CNY/kg")],
      "duty.historyBegan rate=0.6 CNY/kg since=2021-01-01",
    ],
    ["none", [period("2020-01-01", null)], "duty.historyNone since=2020-01-01"],
  ];
  for (const [what, periods, said] of cases)
    it(what, () => {
      const [key, values] = historySentence(periods);
      assert.equal(
        [key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(" "),
        said,
      );
    });
});

describe("what can be drawn", () => {
  it("is nothing but a percentage", () =>
    assert.deepEqual(["8", "8%", "6.5", "0.6 CNY/kg", "6% + 1 CNY/kg", null].map(percentIn), [
      8,
      8,
      6.5,
      null,
      null,
      null,
    ]));

  it("series without any percentage are left out", () => {
    const periods = [period("2020-01-01", "8", { agreements: { CL: "2 CNY/kg", PK: "4" } })];
    assert.deepEqual(
      historySeries(periods, ["CL", "PK"], (basis) => basis).map(({ name }) => name),
      ["mfn", "agreement:PK"],
    );
  });
});
