import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fraction } from "@openftz/kernel/fraction.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import fc from "fast-check";
import { yuanText } from "../law/computation.ts";
import { deferredInterest, interestStep } from "./deferred-interest.ts";

const RATE = fraction(36n, 10_000n);

describe("deferred interest at 0.36 % of a year of 360 days", () => {
  const rows: readonly [tax: bigint, days: number, interest: string][] = [
    [12_600_000n, 0, "0.00"],
    [12_600_000n, 1, "1.26"],
    [12_600_000n, 200, "252.00"],
    [12_600_000n, 360, "453.60"],
    [50_000n, 1, "0.01"],
    [49_999n, 1, "0.00"],
  ];
  for (const [tax, days, interest] of rows)
    it(`${yuanText(tax)} CNY over ${days} days: ${interest}`, () =>
      assert.equal(yuanText(deferredInterest({ tax, days }, RATE)), interest));

  it("of consecutive spans adds up, but for the fen that rounding each can move", () =>
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), fc.nat(3_000), fc.nat(3_000), (tax, first, second) => {
        const of = (days: number) => deferredInterest({ tax, days }, RATE);
        const off = of(first) + of(second) - of(first + second);
        assert.ok(off >= -1n && off <= 1n);
      }),
    ));

  it("is told with its tax, its days and its rate", () => {
    const rate = { from: plainDateOf("2009-01-01"), value: RATE, source: "the bank", confirmed: true };
    const { sentence, citation } = interestStep({ tax: 12_600_000n, days: 200 }, rate);
    assert.equal(sentence, "126000.00 CNY of tax over 200 days at 0.36 % a year of 360 days: 252.00 CNY.");
    assert.equal(citation, "Tariff Law, art. 36; the bank");
  });
});
