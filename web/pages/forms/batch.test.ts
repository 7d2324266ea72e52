import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { batchOf, batchRequest, type Slip } from "./batch.ts";

const line = (pieces: string, more: object = {}) => ({
  ...{ line: "T2218W000001-2", hs8: "84818040", changes: 0, declared: pieces, lawful: pieces },
  ...{ second: pieces, netMassKg: pieces, grossMassKg: pieces, value: { amount: pieces, currency: "USD" } },
  ...more,
});

const slip = (number: string, lines: readonly object[], more: object = {}): Slip =>
  ({
    number,
    kind: "go",
    state: "passed",
    by: "2026-04-30",
    lines,
    returnedBy: [],
    ...more,
  }) as unknown as Slip;

const back = (number: string, lines: readonly object[], state = "passed") =>
  slip(number, lines, { kind: "return", state });

const told = (slips: readonly Slip[]): string => {
  const { slips: taken, lines, left } = batchOf(slips);
  const words = lines.map(
    ({ line: of, declared, value }) => `${of.slice(-1)}: ${declared} ${value.currency}`,
  );
  return [taken.join(" "), words.join(", "), left.join(" ")].join(" | ");
};

const ONE = slip("SS1", [line("10.5")]);
const TWO = slip("SS2", [line("2")], { by: "2026-03-31" });

describe("a batch", () => {
  for (const [what, slips, expected] of [
    ["nothing went", [], " |  | "],
    ["two slips of one line are one sum, the oldest first", [ONE, TWO], "SS2 SS1 | 2: 12.5 USD | "],
    [
      "what waits at the gate is not in it",
      [ONE, slip("SS3", [line("9")], { state: "approved" })],
      "SS1 | 2: 10.5 USD | ",
    ],
    [
      "nor what a list declares",
      [ONE, slip("SS3", [line("9")], { state: "declared" })],
      "SS1 | 2: 10.5 USD | ",
    ],
    [
      "what returned is taken off",
      [back("SS4", [line("4.5")]), { ...ONE, returnedBy: [{ slip: "SS4", lines: [] }] }],
      "SS1 SS4 | 2: 6 USD | ",
    ],
    [
      "what returned wholly is settled without a line",
      [{ ...ONE, returnedBy: [{ slip: "SS4", lines: [] }] }, back("SS4", [line("10.5")]), TWO],
      "SS2 SS1 SS4 | 2: 2 USD | ",
    ],
    [
      "a return that waits keeps its slip out",
      [{ ...ONE, returnedBy: [{ slip: "SS4", lines: [] }] }, back("SS4", [line("1")], "approved"), TWO],
      "SS2 | 2: 2 USD | SS1",
    ],
    [
      "values of two currencies are two lines",
      [ONE, slip("SS5", [line("1", { value: { amount: "7", currency: "CNY" } })])],
      "SS1 SS5 | 2: 10.5 USD, 2: 1 CNY | ",
    ],
  ] as const)
    it(what, () => assert.equal(told(slips), expected));

  it("takes so many slips as a list may have", () => {
    const many = Array.from({ length: 301 }, (_, index) => slip(`SS${1000 + index}`, [line("1")]));
    const batch = batchOf(many);
    assert.deepEqual([batch.slips.length, batch.lines[0]!.declared, batch.more], [300, "300", true]);
  });

  it("is declared as batches are", () => {
    const form = { book: "T2218W000001", direction: "out", status: "bonded" } as const;
    assert.deepEqual(batchRequest(form, batchOf([TWO]), "R"), {
      ...{ reference: "R", book: "T2218W000001", movement: "batch-to-inland", status: "bonded" },
      ...{ procedure: "5000", transportMode: "9", declares: true, slips: ["SS2"] },
      lines: [
        {
          ...{ line: 2, declared: "2", lawful: "2", second: "2", netMassKg: "2", grossMassKg: "2" },
          value: { amount: "2", currency: "USD" },
        },
      ],
    });
    const inward = batchRequest({ ...form, direction: "in", status: "non-bonded" }, batchOf([TWO]), "R");
    assert.deepEqual([inward.movement, inward.declares], ["batch-from-inland", false]);
    const buyers = (["bonded", "non-bonded"] as const).map(
      (status) => batchRequest({ ...form, status }, batchOf([TWO]), "R", "BUYER").counterparty,
    );
    assert.deepEqual(buyers, ["BUYER", undefined], "nobody declares what needs no declaration");
  });
});
