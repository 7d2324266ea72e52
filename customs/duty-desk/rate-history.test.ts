import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { recordsOf } from "./desk-samples.ts";
import { rateHistory } from "./rate-history.ts";

const line = (mfn: string, more: object = {}) => ({ code: "0901", mfn, vat: "13", ...more });
const told = (editions: Parameters<typeof recordsOf>[0], commodity = "0901110000"): string =>
  rateHistory(recordsOf(editions), commodity)
    .map(({ from, to, mfn, provisional }) => `${from}..${to ?? ""} ${provisional ?? mfn}`)
    .join(", ");

describe("the history of a line over the editions", () => {
  const cases: readonly [what: string, editions: Parameters<typeof recordsOf>[0], history: string][] = [
    ["one edition is one period", [["2020-01-01", [line("8")]]], "2020-01-01.. 8"],
    [
      "the next edition ends the one before",
      [
        ["2020-01-01", [line("8")]],
        ["2021-01-01", [line("6")]],
      ],
      "2020-01-01..2020-12-31 8, 2021-01-01.. 6",
    ],
    [
      "editions with the same rates are one period",
      [
        ["2020-01-01", [line("8")]],
        ["2021-01-01", [line("8")]],
      ],
      "2020-01-01.. 8",
    ],
    [
      "an edition adopted later may begin earlier",
      [
        ["2021-01-01", [line("6")]],
        ["2020-01-01", [line("8")]],
      ],
      "2020-01-01..2020-12-31 8, 2021-01-01.. 6",
    ],
    [
      "of two from one day the one adopted later counts",
      [
        ["2020-01-01", [line("8")]],
        ["2020-01-01", [line("7")]],
      ],
      "2020-01-01.. 7",
    ],
    [
      "lines may begin and end within an edition",
      [
        [
          "2020-01-01",
          [line("8", { to: "2020-06-30" }), line("8", { from: "2020-07-01", provisional: "4" })],
        ],
      ],
      "2020-01-01..2020-06-30 8, 2020-07-01.. 4",
    ],
    [
      "a line of a longer code comes before",
      [["2020-01-01", [line("8"), { code: "090111", mfn: "2", from: "2020-03-01", to: "2020-03-31" }]]],
      "2020-01-01..2020-02-29 8, 2020-03-01..2020-03-31 2, 2020-04-01.. 8",
    ],
    [
      "a time without a line is a gap",
      [["2020-01-01", [line("8", { to: "2020-01-31" }), line("8", { from: "2020-03-01" })]]],
      "2020-01-01..2020-01-31 8, 2020-03-01.. 8",
    ],
    [
      "a line that begins after its edition ended never held",
      [
        ["2020-01-01", [line("8", { to: "2020-12-31" }), line("1", { from: "2021-02-01" })]],
        ["2021-01-01", [line("6")]],
      ],
      "2020-01-01..2020-12-31 8, 2021-01-01.. 6",
    ],
    ["no line, no history", [["2020-01-01", [{ code: "10", mfn: "1" }]]], ""],
  ];
  for (const [what, editions, history] of cases) it(what, () => assert.equal(told(editions), history));
});
