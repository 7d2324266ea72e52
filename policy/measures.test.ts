import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { compileLaw, type Law } from "@openftz/kernel/decide.ts";
import { nameOf } from "@openftz/kernel/measure.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { declarationCase, type GoodsCase, goodsCase } from "./cases.ts";
import { documentKinds } from "./codes/document-kinds.ts";
import { defineGoodsMeasure, type GoodsMeasure } from "./define-measure.ts";
import { exampleFault } from "./example-fault.ts";
import { goodsFrame, onDay } from "./frames.ts";
import { declarationLaw, goodsLaw, law } from "./law.ts";
import { declarationMeasures, goodsMeasures } from "./measures/index.ts";

/** The loop over all examples. The names of the tests are the names of the examples. */
const examplesOf = <Facts extends object, Answers extends object>(compiled: Law<Facts, Answers>): void => {
  for (const measure of compiled.measures)
    describe(nameOf(measure), () => {
      for (const example of measure.examples)
        it(example.name, () => assert.equal(exampleFault(compiled, measure, example), undefined));
    });
};

examplesOf(goodsLaw);
examplesOf(declarationLaw);

const value = (question: string, decisions: ReturnType<typeof law.decideGoods>): unknown => {
  const outcome = decisions.find((decision) => decision.question === question)!.outcome;
  return outcome.kind === "answered"
    ? outcome.value
    : outcome.kind === "gathered"
      ? outcome.values.map((each) => each.value)
      : outcome.kind;
};

describe("the law of this release", () => {
  it("lists every measure file, and no two under one name", () => {
    const files = readdirSync(new URL("./measures/", import.meta.url), { recursive: true, encoding: "utf8" });
    const listed = [...goodsMeasures, ...declarationMeasures].map(({ id, version }) => {
      const [jurisdiction, ...name] = id.split(".");
      return `${jurisdiction}/${name.join(".")}.v${version}.ts`;
    });
    const found = files.filter((file) => file.includes("/") && !file.endsWith(".test.ts"));
    assert.deepEqual(listed.toSorted(), found.toSorted());
  });

  it("answers every question that takes one voice, on every day since 2018-05-01", () => {
    const days = ["2018-05-01", "2020-01-01", "2021-12-31", "2024-11-30", "2024-12-01", "2026-11-23"];
    for (const day of days.map(plainDateOf)) {
      assert.equal(value("dutyCollection", law.decideGoods(onDay(goodsCase(), day))), "collect", day);
      const decisions = law.decideDeclaration(onDay(declarationCase(), day));
      assert.equal(value("lane", decisions), "release", day);
      assert.equal(value("release", decisions), "after-payment", day);
      assert.equal(value("paymentDays", decisions), 15, day);
    }
  });

  it("asks only for documents that the code table knows", () => {
    const known = documentKinds.map(({ code }) => code);
    for (const { id, examples } of goodsMeasures)
      for (const { expect } of examples)
        if (expect !== "not applicable" && expect.documents) assert.ok(known.includes(expect.documents), id);
  });

  it("gives the texts of every measure by its name, and of no other", () => {
    for (const measure of [...goodsMeasures, ...declarationMeasures])
      assert.equal(law.textsOf(nameOf(measure))?.citation.text, measure.citation.text);
    assert.equal(law.textsOf("cn.never@1"), undefined);
  });

  it("knows its codes", () => {
    assert.equal(law.procedures.get("5034")?.name.zh, "区内物流货物");
    assert.equal(law.transportModes.get("2")?.name.en, "Sea");
    assert.equal(law.documentKinds.get("Q")?.name.en, "Import drug clearance form");
  });
});

describe("writing a measure", () => {
  const written = {
    id: "cn.sample",
    version: 1,
    title: { en: "Sample", zh: "样本" },
    sentence: { en: "Sample.", zh: "样本。" },
    citation: { text: "Nowhere", confirmed: false },
    inForce: { from: "2026-01-01", until: "2026-01-31" },
    published: "2026-01-01",
    appliesTo: () => true,
    answers: { documents: () => "A" },
    examples: [],
  } satisfies Parameters<typeof defineGoodsMeasure>[0];

  it("refuses a day that does not exist and an end before the beginning", () => {
    assert.throws(
      () => defineGoodsMeasure({ ...written, published: "2026-02-30" }),
      /"2026-02-30" is no day/,
    );
    assert.throws(() => defineGoodsMeasure({ ...written, inForce: { from: "2026-1-1" } }), RangeError);
    assert.throws(
      () => defineGoodsMeasure({ ...written, inForce: { from: "2026-02-01", until: "2026-01-31" } }),
      /cn.sample ends on 2026-01-31, before 2026-02-01/,
    );
  });

  it("an example that does not come out as said is told in words", () => {
    const sample = (given: GoodsCase, expect: GoodsMeasure["examples"][number]["expect"], says = "A") => {
      const measure = defineGoodsMeasure({
        ...written,
        answers: { documents: () => says },
        examples: [{ name: "x", given, expect }],
      });
      const compiled = compileLaw(goodsFrame, [...goodsMeasures, measure]);
      return exampleFault(compiled, measure, measure.examples[0]!);
    };
    const january = { declaration: { day: "2026-01-31" } };
    assert.equal(sample(january, { documents: "A" }), undefined);
    assert.equal(sample(january, { documents: "B" }), 'should answer documents with "B", and does not');
    assert.equal(sample(january, "not applicable"), "should leave this case, and takes it");
    assert.equal(sample({}, { documents: "A" }), "should take this case, and leaves it");
    // Meat is asked for A by the quarantine law; that is no merit of the sample, which asks for B.
    const meat = { ...january, goods: { commodity: "0202300090" } };
    assert.match(sample(meat, { documents: "A" }, "B")!, /should answer documents with "A", and does not/);
  });
});
