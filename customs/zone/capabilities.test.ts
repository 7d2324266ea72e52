import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf as day } from "@openftz/kernel/plain-date.ts";
import { capabilitiesOn, capabilityChanges, capabilityOn } from "./capabilities-on.ts";
import { readMatrix } from "./capability-matrix.ts";
import { readMatrixRow } from "./read-matrix-row.ts";
import type { Zone } from "./zone.ts";

const row = {
  type: "bonded-port-area",
  capability: "ledger-required",
  value: "yes",
  from: "2005-01-01",
  source: "a rule",
  confirmed: true,
};
const ROWS = [
  row,
  { ...row, capability: "selective-duty", value: "limited", note: { en: "pilot", zh: "试点" } },
  { ...row, type: "special-comprehensive-bonded-zone" },
  { ...row, type: "special-comprehensive-bonded-zone", capability: "selective-duty" },
  { ...row, capability: "processing", value: "no", until: "2009-12-31" },
  { ...row, capability: "processing", from: "2010-01-01", confirmed: false },
];
const read = (rows: readonly object[]) => {
  const text = rows.map((each) => JSON.stringify(each)).join("\n");
  const steps = readMatrix(new TextEncoder().encode(text));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
const matrix = read(ROWS).rows;
const fact = { source: "said", confirmed: false };
const yangshan = {
  id: "yangshan",
  types: [
    { type: "bonded-port-area", from: day("2005-06-22"), approval: "x", ...fact },
    { type: "special-comprehensive-bonded-zone", from: day("2020-05-16"), approval: "y", ...fact },
  ],
  settings: [
    { capability: "ledger-required", value: "no", from: day("2020-05-16"), ...fact },
    { capability: "ledger-required", value: "as-type", from: day("2030-01-01"), ...fact },
    { capability: "retail-inside", value: "yes", from: day("2021-01-01"), ...fact },
  ],
} as unknown as Zone;

describe("what a zone may do on a day", () => {
  const table = [
    ["before there was a zone nothing is known", "2005-06-21", "ledger-required", undefined],
    ["the type says it", "2005-06-22", "ledger-required", "yes by type"],
    ["the type of that day says it", "2020-05-15", "ledger-required", "yes by type"],
    ["what is set for the zone stands before its type", "2020-05-16", "ledger-required", "no by zone"],
    ["until it is as its type again", "2030-01-01", "ledger-required", "yes by type"],
    ["a row holds to its last day", "2009-12-31", "processing", "no by type"],
    ["and the next one from its first", "2010-01-01", "processing", "yes by type"],
    ["nothing is said of this type", "2020-05-16", "processing", undefined],
    ["the zone alone says it", "2021-01-01", "retail-inside", "yes by zone"],
    ["limited comes with how", "2019-01-01", "selective-duty", "limited by type"],
  ] as const;
  for (const [what, on, name, expected] of table)
    it(what, () => {
      const found = capabilityOn(yangshan, matrix, name, day(on));
      assert.equal(found && `${found.value} by ${found.by}`, expected);
      assert.deepEqual(capabilitiesOn(yangshan, matrix, day(on))[name], found);
    });

  it("carries source and confirmation of who says so", () => {
    const { source, confirmed, from } = capabilityOn(yangshan, matrix, "ledger-required", day("2019-01-01"))!;
    assert.deepEqual([source, confirmed, from], ["a rule", true, "2005-01-01"]);
  });

  it("changes on days that can be told beforehand", () => {
    assert.deepEqual(
      capabilityChanges(yangshan, matrix).map(
        ({ on, capability, before, after }) =>
          `${on} ${capability} ${before?.value ?? "-"} > ${after?.value ?? "-"}`,
      ),
      [
        "2010-01-01 processing no > yes",
        "2020-05-16 processing yes > -",
        "2020-05-16 selective-duty limited > yes",
        "2020-05-16 ledger-required yes > no",
        "2021-01-01 retail-inside - > yes",
        "2030-01-01 ledger-required no > yes",
      ],
    );
  });
});

describe("a matrix of capabilities", () => {
  it("is refused row by row, with the line", () => {
    const table: readonly (readonly [change: object, fault: RegExp])[] = [
      [{ type: "free-trade-zone" }, /type "free-trade-zone" is none of bonded-zone/],
      [{ capability: "flying" }, /capability "flying" is unknown/],
      [{ value: "perhaps" }, /ledger-required is not "perhaps"; it may be yes, no/],
      [{ from: "2005-02-30" }, /from is a day/],
      [{ until: "2004-12-31" }, /ends on 2004-12-31, before it begins/],
      [{ note: { en: "x" } }, /note.zh is a text/],
      [{ note: { en: "x", zh: "y", fr: "z" } }, /nothing else/],
      [{ source: " " }, /source is a text/],
      [{ confirmed: "yes" }, /confirmed is true or false/],
      [{ colour: "red" }, /"colour" is no field/],
    ];
    for (const [change, fault] of table) {
      const { rows, faults } = read([...ROWS.slice(1), { ...row, ...change }]);
      assert.deepEqual(rows, []);
      assert.match(faults.join(" "), fault);
      assert.match(faults.join(" "), /^line 6: /);
    }
    assert.deepEqual(readMatrixRow("[1]"), { faults: ["it is no JSON object."] });
    assert.match(read([]).faults.join(), /no rows/);
  });

  it("is refused when it says two things for one day", () => {
    const twice = [...ROWS, { ...row, capability: "processing", from: "2009-12-31", until: "2009-12-31" }];
    assert.match(read(twice).faults.join(), /bonded-port-area processing is said twice/);
    assert.equal(read(ROWS).faults.length, 0);
  });
});
