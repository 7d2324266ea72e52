import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { latePaymentCharge } from "./late-payment-charge.ts";

describe("the charge for tax due on 16 March", () => {
  const rows: readonly [tax: bigint, paid: string, days: number, charge: bigint][] = [
    [10_000_000n, "2026-03-16", 0, 0n],
    [10_000_000n, "2026-03-01", 0, 0n],
    [10_000_000n, "2026-03-17", 1, 5_000n],
    [10_000_000n, "2026-03-26", 10, 50_000n],
    [1_234_567n, "2026-03-26", 10, 6_173n],
    [9_998_000n, "2026-03-17", 1, 0n],
  ];
  for (const [tax, paid, days, charge] of rows) {
    it(`${tax} fen paid on ${paid}: ${days} days, ${charge} fen`, () => {
      const charged = latePaymentCharge({ tax, due: plainDateOf("2026-03-16"), paid: plainDateOf(paid) });
      assert.deepEqual(charged, { days, charge });
    });
  }
});
