import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fraction } from "./fraction.ts";
import {
  addMoney,
  compareMoney,
  formatMoney,
  money,
  moneyFromFraction,
  moneyToFraction,
  parseMoney,
  subtractMoney,
} from "./money.ts";

describe("money", () => {
  const rows: readonly [text: string, currency: string, digits: number, amount: bigint | undefined][] = [
    ["28000.00", "CNY", 2, 2_800_000n],
    ["28000", "CNY", 2, 2_800_000n],
    ["0.5", "CNY", 2, 50n],
    ["1500", "JPY", 0, 1500n],
    ["1.234", "KWD", 3, 1234n],
    ["1.500", "CNY", 2, 150n],
    ["1.505", "CNY", 2, undefined],
    ["1500.5", "JPY", 0, undefined],
    ["-1", "CNY", 2, undefined],
    ["1,000.00", "CNY", 2, undefined],
  ];
  for (const [text, currency, digits, amount] of rows) {
    it(`${text} ${currency} is ${amount ?? "refused, never rounded"}`, () =>
      assert.equal(parseMoney(text, currency, digits)?.amount, amount));
  }

  it("printed and read again is the same", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 25n), fc.integer({ min: 0, max: 4 }), (amount, digits) => {
        const sum = money(amount, "XYZ");
        assert.deepEqual(parseMoney(formatMoney(sum, digits), "XYZ", digits), sum);
        assert.deepEqual(moneyFromFraction(moneyToFraction(sum, digits), "XYZ", digits, "down"), sum);
      }),
    );
  });

  it("is only counted together in one currency", () => {
    assert.deepEqual(addMoney(money(1n, "CNY"), money(2n, "CNY")), money(3n, "CNY"));
    assert.deepEqual(subtractMoney(money(1n, "CNY"), money(2n, "CNY")), money(-1n, "CNY"));
    assert.equal(compareMoney(money(1n, "CNY"), money(2n, "CNY")), -1);
    assert.throws(() => addMoney(money(1n, "CNY"), money(2n, "USD")), TypeError);
    assert.throws(() => compareMoney(money(1n, "CNY"), money(2n, "USD")), TypeError);
  });

  it("is rounded by the mode that is named", () => {
    assert.equal(moneyFromFraction(fraction(1n, 3n), "CNY", 2, "up").amount, 34n);
    assert.equal(formatMoney(money(-5n, "CNY"), 2), "-0.05");
  });
});
