import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { collected, findDeMinimis, type TaxKind } from "./de-minimis.ts";

describe("what is too small to collect on a declaration", () => {
  const rows: readonly [kind: TaxKind, total: bigint, date: string, collected: bigint][] = [
    ["duty", 5_000n, "2026-03-01", 0n],
    ["duty", 5_001n, "2026-03-01", 5_001n],
    ["duty", 5_000n, "2020-03-01", 0n],
    ["vat", 5_000n, "2026-03-01", 0n],
    ["consumption-tax", 5_001n, "2026-03-01", 5_001n],
    ["duty", 5_000n, "2003-12-31", 5_000n],
  ];
  for (const [kind, total, date, expected] of rows) {
    it(`${total} fen of ${kind} on ${date}: ${expected} fen are collected`, () =>
      assert.equal(collected(kind, total, plainDateOf(date)), expected));
  }
  it("each amount says whether it is confirmed", () => {
    assert.equal(findDeMinimis("duty", plainDateOf("2024-11-30"))?.confirmed, true);
    assert.equal(findDeMinimis("duty", plainDateOf("2024-12-01"))?.confirmed, false);
  });
});
