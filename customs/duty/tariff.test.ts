import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { request, result, tariffOf } from "./duty-samples.ts";
import { readTariff } from "./read-tariff.ts";
import { codesUnder, compileTariff, findTariffLine, linesUnder } from "./tariff.ts";

const read = (file: string, ...lines: readonly object[]) =>
  readTariff(new TextEncoder().encode(lines.map((line) => JSON.stringify(line)).join("\n")), file).lines;

describe("of the lines in force on the date, the one with the longest code is taken", () => {
  const tariff = tariffOf(
    { code: "22", mfn: "1" },
    { code: "2204", mfn: "2", to: "2025-12-31" },
    { code: "2204", mfn: "3", from: "2026-07-01" },
    { code: "22042100", mfn: "4", from: "2026-01-01", to: "2026-03-31" },
    { code: "2204210000", mfn: "5", from: "2026-03-01", to: "2026-03-31" },
    { code: "33", mfn: "9", from: "2026-01-01" },
  );
  const rows: readonly [commodity: string, date: string, rate: string][] = [
    ["2204210000", "2025-12-31", "2"],
    ["2204210000", "2026-01-01", "4"],
    ["2204210000", "2026-02-28", "4"],
    ["2204210000", "2026-03-01", "5"],
    ["2204210000", "2026-03-31", "5"],
    ["2204210000", "2026-04-01", "1"],
    ["2204210000", "2026-07-01", "3"],
    ["2204210000123", "2026-03-15", "5"],
    ["22042100", "2026-03-15", "4"],
    ["220421", "2026-03-15", "1"],
    ["2299", "1999-01-01", "1"],
  ];
  for (const [commodity, date, rate] of rows) {
    it(`${commodity} on ${date}: ${rate}`, () => {
      assert.equal(result(request({ commodity, date }), tariff).duty.expression, rate);
    });
  }
  it("none at all is unknown, one on other days is told apart", () => {
    const on = (commodity: string) => findTariffLine(tariff, commodity, plainDateOf("2025-01-01")).kind;
    assert.deepEqual([on("44"), on("2"), on("3301")], ["unknown", "unknown", "other-dates"]);
  });
});

describe("tariffs are merged", () => {
  const a = { code: "2204", mfn: "1", from: "2026-01-01", to: "2026-06-30" };
  const overlapping: readonly [name: string, other: object][] = [
    ["on one day", { ...a, from: "2026-06-30", to: "2026-12-31" }],
    ["inside", { ...a, from: "2026-02-01", to: "2026-02-01" }],
    ["around", { code: "2204", mfn: "2" }],
    ["with equal rates", a],
    ["open at the start", { code: "2204", to: "2026-01-01" }],
    ["open at the end", { code: "2204", from: "2026-06-30" }],
  ];
  for (const [name, other] of overlapping) {
    it(`the same code ${name} is refused, naming both places, in any order`, () => {
      for (const lines of [
        [...read("a.jsonl", { code: "01" }, a), ...read("b.jsonl", other)],
        [...read("b.jsonl", other), ...read("a.jsonl", { code: "01" }, a)],
      ]) {
        const outcome = compileTariff(lines);
        assert.equal(outcome.kind, "refused");
        const [fault] = outcome.kind === "refused" ? outcome.faults : [];
        const text = `${fault!.file} ${fault!.line} ${fault!.detail}`;
        assert.ok(/a\.jsonl,? (line )?2\b/.test(text) && /b\.jsonl,? (line )?1\b/.test(text), text);
      }
    });
  }
  it("the same code on days that do not meet is taken, and so is a longer code", () => {
    const lines = [
      ...read("a", a),
      ...read("b", { ...a, from: "2026-07-01", to: "2026-12-31" }, { ...a, code: "220421" }),
    ];
    assert.equal(compileTariff(lines).kind, "tariff");
  });
  it("a line that meets an earlier, longer one behind its neighbour is found", () => {
    const lines = read(
      "a",
      { code: "01", from: "2026-01-01", to: "2026-12-31" },
      { code: "01", from: "2026-02-01", to: "2026-02-28" },
      { code: "01", from: "2026-06-01", to: "2026-06-30" },
    );
    const outcome = compileTariff(lines);
    assert.equal(outcome.kind === "refused" && outcome.faults.length, 2);
  });
});

describe("searching by digits", () => {
  const tariff = tariffOf(
    { code: "2204" },
    { code: "220421" },
    { code: "2205", to: "2025-01-01" },
    { code: "33" },
  );
  it("gives codes in their order", () => {
    assert.deepEqual(codesUnder(tariff, "22", 10), ["2204", "220421", "2205"]);
    assert.deepEqual(codesUnder(tariff, "22", 2), ["2204", "220421"]);
    assert.deepEqual(codesUnder(tariff, "", 10).length, 4);
    assert.deepEqual(codesUnder(tariff, "99", 10), []);
  });
  it("gives the lines in force on a day", () => {
    const codes = linesUnder(tariff, "22", plainDateOf("2026-01-01"), 10).map(({ code }) => code);
    assert.deepEqual(codes, ["2204", "220421"]);
  });
});
