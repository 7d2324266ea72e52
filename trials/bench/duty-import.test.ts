import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { importTariff } from "@openftz/server/adapters/tariff/compile.ts";
import { madeUpSchedule } from "./duty-import.ts";

describe("the schedule that the import is measured with", () => {
  const read = (version: number) =>
    importTariff(new TextEncoder().encode(madeUpSchedule(version)), { file: "made up", from: "2020-01-01" });

  it("has as many lines as the real one, and every tenth rate moves from version to version", () => {
    const [first, second] = [read(0), read(1)];
    assert.deepEqual([first.faults, first.lines.length], [[], 11_988]);
    const moved = first.lines.filter(({ mfn }, at) => mfn!.text !== second.lines[at]!.mfn!.text);
    assert.equal(moved.length, 1_199);
  });
});
