import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { translate } from "../../catalogue/catalogue.ts";
import {
  codesFor,
  isInbound,
  MOVEMENTS,
  paperFor,
  STATUSES,
  whyCodes,
  whyQuantities,
  whyWaits,
} from "./paper.ts";

const TABLE: readonly (readonly [
  movement: (typeof MOVEMENTS)[number],
  status: (typeof STATUSES)[number],
  zone: string | undefined,
  proposed: string,
])[] = [
  ["from-abroad", "bonded", "none", "may: no, paper.zoneNone"],
  ["from-abroad", "bonded", "statistics", "may: yes, paper.zoneAsks"],
  ["from-abroad", "bonded", "full", "may: yes, paper.zoneAsks"],
  ["from-abroad", "bonded", undefined, "may: yes, paper.zoneSilent"],
  ["to-abroad", "transit", "none", "may: no, paper.zoneNone"],
  ["from-abroad", "tax-paid", "none", "must: yes, paper.mustAbroad"],
  ["from-abroad", "non-bonded", "none", "never: no, paper.never"],
  ["to-abroad", "non-bonded", "none", "must: yes, paper.mustAbroad"],
  ["from-inland", "bonded", "none", "must: yes, paper.mustInland"],
  ["to-inland", "bonded", undefined, "must: yes, paper.mustInland"],
  ["to-inland", "transit", undefined, "never: no, paper.never"],
  ["from-inland", "non-bonded", "full", "may: no, paper.mayInland"],
  ["to-inland", "tax-paid", "full", "may: no, paper.mayInland"],
  ["from-book", "bonded", "full", "not: no, paper.transfer"],
  ["to-book", "non-bonded", "none", "not: no, paper.transfer"],
  ["release", "bonded", "none", "must: yes, paper.mustRelease"],
  ["release", "tax-paid", "none", "never: no, paper.never"],
];

describe("the paper that is proposed", () => {
  for (const [movement, status, zone, proposed] of TABLE)
    it(`${movement}, ${status}, the zone asks ${zone ?? "nothing known"}: ${proposed}`, () => {
      const { rule, declares, why } = paperFor(movement, status, zone);
      assert.equal(`${rule}: ${declares ? "yes" : "no"}, ${why}`, proposed);
    });

  it("is one for every movement and status", () => {
    for (const movement of MOVEMENTS)
      for (const status of STATUSES) assert.ok(paperFor(movement, status, undefined).why);
    assert.deepEqual(MOVEMENTS.map(isInbound), [true, false, true, false, true, false, false]);
  });
});

it("every proposal is explained in both languages", () => {
  const proposals = MOVEMENTS.flatMap((movement) => [
    ...[whyCodes(movement), whyQuantities(movement), whyWaits(movement)],
    ...STATUSES.flatMap((status) =>
      [undefined, "none", "statistics", "full"].map((zone) => paperFor(movement, status, zone).why),
    ),
  ]);
  for (const why of new Set(proposals))
    for (const language of ["en", "zh"] as const)
      assert.ok(translate(language, why, { zone: "Z" }).length > 9, `${language} ${why}`);
});

it("what a list waits for depends on whether its goods leave through the gate", () => {
  assert.deepEqual(
    ["from-inland", "to-abroad", "release", "batch-from-inland", "batch-to-inland"].map(whyWaits),
    [...["waits.inbound", "waits.outbound", "waits.noGate", "waits.noGate", "waits.noGate"]],
  );
});

describe("the codes that are proposed", () => {
  for (const [movement, codes] of [
    ["from-abroad", "5034 2 codes.abroad"],
    ["to-abroad", "5034 2 codes.abroad"],
    ["from-inland", "5000 9 codes.inland"],
    ["to-inland", "5000 9 codes.inland"],
    ["from-book", "5000 9 codes.inZone"],
    ["release", "5000 9 codes.inZone"],
  ] as const)
    it(`${movement}: ${codes}`, () => {
      const { procedure, transportMode } = codesFor(movement);
      assert.equal(`${procedure} ${transportMode} ${whyCodes(movement)}`, codes);
    });
});
