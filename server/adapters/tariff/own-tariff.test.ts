import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { assess } from "@openftz/customs/duty/assess.ts";
import { type CompiledTariff, compileTariff } from "@openftz/customs/duty/tariff.ts";
import { editionBytes, importTariff } from "./compile.ts";
import type { TariffImport } from "./tariff-import.ts";

const PATH = fileURLToPath(import.meta.resolve("@openftz/policy/tariff/own-tariff.jsonl"));
let bytes: Uint8Array;
let own: TariffImport;
let tariff: CompiledTariff;
before(async () => {
  bytes = await readFile(PATH);
  own = importTariff(bytes, { file: "own-tariff.jsonl" });
  const compiled = compileTariff(own.lines);
  if (compiled.kind === "tariff") tariff = compiled.tariff;
});

describe("the project's own tariff", () => {
  it("is a valid edition, written in the form editions have", () => {
    assert.deepEqual(own.faults, []);
    assert.ok(own.lines.length >= 100, String(own.lines.length));
    assert.ok(Buffer.from(editionBytes(own.lines)).equals(bytes));
  });

  it("gives each line a source, both names and ten digits", () => {
    for (const { code, note, description, from } of own.lines) {
      assert.match(code, /^[0-9]{10}$/);
      assert.match(note ?? "", /^Tariff (2026|schedule 2020)/, code);
      assert.match(description ?? "", /^[\x20-\x7e]+( \| .+)?$/, code);
      assert.ok(from !== undefined, code);
    }
  });

  const rows: readonly [name: string, commodity: string, changes: object, total: bigint][] = [
    ["T1 wine", "2204210000", {}, 8_626_666n],
    ["frozen chicken by the kilogram", "0207141100", { quantities: { kg: "25000" } }, 3_435_000n],
    ["gold", "7108120000", {}, 0n],
  ];
  for (const [name, commodity, changes, total] of rows) {
    it(`assesses ${name}`, () => {
      const line = {
        ref: "A",
        date: "2026-11-23",
        direction: "import" as const,
        commodity,
        origin: "US",
        customsValue: { amount: "200000", currency: "CNY" },
        ...changes,
      };
      const outcome = assess(line, tariff);
      if (outcome.kind === "refused") assert.fail(JSON.stringify(outcome.faults));
      assert.equal(outcome.total, total);
    });
  }
});
