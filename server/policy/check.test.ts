import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  defineDeclarationMeasure,
  defineGoodsMeasure,
  type GoodsMeasure,
} from "@openftz/policy/define-measure.ts";
import { checkPolicy, declarationBook, fileOf, goodsBook, type Policy, policyCheck } from "./check.ts";
import type { PolicyFault } from "./report.ts";

type Written = Parameters<typeof defineGoodsMeasure>[0];

/** A sound measure: who imports wheat in 2026 shows a quota certificate. */
const wheat: Written = {
  id: "xx.wheat",
  version: 1,
  title: { en: "Wheat needs a quota certificate", zh: "小麦须提交关税配额证明" },
  sentence: { en: "You present it.", zh: "您应当提交。" },
  citation: { text: "Made up", confirmed: false },
  inForce: { from: "2026-01-01", until: "2026-12-31" },
  published: "2026-01-01",
  appliesTo: ({ goods }) => goods.heading === "1001",
  answers: { documents: () => "t" },
  examples: [
    { name: "wheat", given: { goods: { commodity: "1001110001" } }, expect: { documents: "t" } },
    { name: "tyres", given: {}, expect: "not applicable" },
  ],
};
const duty: Written = {
  ...wheat,
  id: "xx.free-wheat",
  where: { procedure: ["0110"] },
  exceptionTo: ["cn.duty-collected"],
  answers: { dutyCollection: () => "exempt" },
  examples: [
    { name: "wheat", given: { goods: { commodity: "1001110001" } }, expect: { dutyCollection: "exempt" } },
    { name: "tyres", given: {}, expect: "not applicable" },
  ],
};

/** Some of this release's measures (all would take longer and find the same) with some more. */
const SOME = ["cn.duty-collected", "cn.processing-trade-suspension", "cn.zone-record-list", "cn.gold-permit"];
const withMeasures = (measures: readonly GoodsMeasure[]): Policy => {
  const some = goodsBook.measures.filter(({ id }) => SOME.includes(id));
  const goods = { ...goodsBook, measures: [...some, ...measures] };
  const all = [...goods.measures, ...declarationBook.measures];
  const hashes = Object.fromEntries(all.map((measure) => [fileOf(measure), "0".repeat(64)]));
  return { goods, declaration: declarationBook, hashes, lock: {} };
};
const spell = ({ kind, where, detail }: PolicyFault): string =>
  `${kind} ${where}: ${detail.split(" A case:")[0]}`;
const faultsOf = (...written: Written[]): string[] =>
  checkPolicy(withMeasures(written.map(defineGoodsMeasure))).faults.map(spell);

describe("the policy check", () => {
  it("finds nothing wrong with the law of this release", async () => {
    const { ok, faults, counts } = await policyCheck();
    assert.deepEqual(faults, []);
    assert.ok(ok);
    assert.ok(counts.cases! > 10_000, `${counts.cases} cases`);
  });

  it("finds nothing wrong with a sound measure more", () => {
    assert.deepEqual(faultsOf(wheat, duty), []);
  });

  const table: [finds: string, measures: Written[], faults: string[]][] = [
    [
      "an example that does not come out as said",
      [{ ...wheat, answers: { documents: () => "1" } }],
      ['example xx.wheat@1: "wheat": should answer documents with "t", and does not.'],
    ],
    [
      "a measure without a case that it leaves",
      [{ ...wheat, examples: wheat.examples.slice(0, 1) }],
      ["example xx.wheat@1: No example shows a case that it leaves."],
    ],
    [
      "a measure without a case that it takes",
      [{ ...wheat, examples: wheat.examples.slice(1) }],
      ["example xx.wheat@1: No example shows a case that it takes."],
    ],
    [
      "an exception to nothing",
      [{ ...wheat, exceptionTo: ["cn.quota@1"] }],
      ["exception xx.wheat@1: It is an exception to cn.quota@1, which no measure is called."],
    ],
    [
      "exceptions in a circle, which nobody could win",
      [
        { ...wheat, exceptionTo: ["xx.corn"] },
        {
          ...wheat,
          id: "xx.corn",
          exceptionTo: ["xx.wheat"],
          appliesTo: ({ goods }) => goods.heading === "1005",
          examples: [
            { name: "corn", given: { goods: { commodity: "1005900001" } }, expect: { documents: "t" } },
            wheat.examples[1]!,
          ],
        },
      ],
      [
        "exception xx.wheat@1: It is, in the end, an exception to itself.",
        "exception xx.corn@1: It is, in the end, an exception to itself.",
      ],
    ],
    [
      "a version that does not begin after the one before",
      [
        wheat,
        {
          ...wheat,
          version: 2,
          inForce: { from: wheat.inForce.from },
          published: "2026-12-31",
          examples: wheat.examples.map((example) => ({
            ...example,
            given: { ...example.given, declaration: { day: "2027-02-01" } },
          })),
        },
      ],
      ["overlap xx.wheat@2: It does not begin after xx.wheat@1."],
    ],
    [
      "a text that is missing in one of the languages",
      [
        {
          ...wheat,
          title: { en: "小麦", zh: "小麦" },
          sentence: { en: "You present it.", zh: "You present it." },
        },
      ],
      [
        "text xx.wheat@1: Its title has no English text.",
        "text xx.wheat@1: Its sentence has no Chinese text.",
      ],
    ],
    [
      "a place that the law does not have",
      [{ ...wheat, where: { zone: ["none"] } as Written["where"] & object }],
      ['law policy/measures: xx.wheat@1: the law has no dimension "zone"'],
    ],
    [
      "one name for two measures",
      [wheat, wheat],
      [
        "name xx.wheat@1: It is listed twice, or two measures have this name.",
        "overlap xx.wheat@1: It does not begin after xx.wheat@1.",
      ],
    ],
  ];
  for (const [finds, measures, faults] of table)
    it(`finds ${finds}`, () => assert.deepEqual(faultsOf(...measures), faults));

  it("finds two measures that do not know each other, in cases that no example shows", () => {
    const { where: _, ...everywhere } = duty;
    const between = faultsOf(everywhere).map((fault) => /^conflict (.+?):/.exec(fault)?.[1]);
    assert.ok(between.includes("cn.processing-trade-suspension@1, xx.free-wheat@1"), between.join("; "));
    assert.ok(between.includes("cn.zone-record-list@1, xx.free-wheat@1"), between.join("; "));
    assert.equal(new Set(between).size, between.length);
  });

  it("finds a conflict that begins on a day of its own", () => {
    const wheatOwesNothing = { ...duty, inForce: { from: "2026-12-01", until: "2026-12-31" } };
    const rival = { ...wheatOwesNothing, id: "xx.rival", inForce: { from: "2026-12-31" } };
    const on = (day: string): Written["examples"] =>
      duty.examples.map((example) => ({ ...example, given: { ...example.given, declaration: { day } } }));
    const found = faultsOf(
      { ...wheatOwesNothing, examples: on("2026-12-05") },
      { ...rival, examples: on("2027-01-10") },
    );
    assert.deepEqual(found, [
      "conflict xx.free-wheat@1, xx.rival@1: They both answer dutyCollection and do not know each other.",
    ]);
  });

  it("finds conflicts among the declaration's measures too", () => {
    const rival = defineDeclarationMeasure({
      ...wheat,
      id: "xx.rival",
      exceptionTo: ["cn.lane-release"],
      appliesTo: ({ guarantee }) => guarantee.given,
      answers: { lane: () => "inspect" },
      examples: [
        { name: "given", given: { guarantee: { given: true } }, expect: { lane: "inspect" } },
        { name: "not given", given: {}, expect: "not applicable" },
      ],
    });
    const policy = withMeasures([]);
    const declaration = { ...declarationBook, measures: [...declarationBook.measures, rival] };
    const hashes = { ...policy.hashes, [fileOf(rival)]: "0".repeat(64) };
    assert.deepEqual(
      checkPolicy({ ...policy, declaration, hashes }).faults.map(({ where }) => where),
      [
        "cn.lane-documents@1, xx.rival@1",
        "cn.lane-inspect-discredited@1, xx.rival@1",
        "cn.lane-inspect-drawn@1, xx.rival@1",
      ],
    );
  });

  it("finds files that are not listed, measures without a file, and what changed after it was published", () => {
    const policy = withMeasures([]);
    const { "cn/gold-permit.v1.ts": gold, ...hashes } = policy.hashes;
    const lock = { "cn/gold-permit.v1.ts": gold!, "cn/payment-days.v1.ts": "1".repeat(64) };
    const found = checkPolicy({
      ...policy,
      lock,
      hashes: { ...hashes, "cn/silver.v1.ts": "2".repeat(64), "cn/x.ts": "" },
    });
    assert.deepEqual(found.faults.map(spell), [
      "file cn/x.ts: No measure file is named like this.",
      "file cn/silver.v1.ts: No measure of this name is listed, so it is not law.",
      "file cn.gold-permit@1: Its file cn/gold-permit.v1.ts is not there.",
      "gone cn/gold-permit.v1.ts: It was published and is gone.",
      "changed cn/payment-days.v1.ts: It changed after it was published.",
    ]);
  });

  it("says so when the lock cannot be read", () => {
    assert.deepEqual(
      checkPolicy({ ...withMeasures([]), lock: undefined }).faults.map(({ kind }) => kind),
      ["lock"],
    );
  });
});
