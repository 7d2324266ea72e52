import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addQuantity, compareQuantity, formatQuantity, parseQuantity, subtractQuantity } from "./quantity.ts";

describe("a quantity", () => {
  const rows: readonly [text: string, printed: string | undefined][] = [
    ["12.5", "12.5"],
    ["25000", "25000"],
    ["0.00001", "0.00001"],
    ["1.500000", "1.5"],
    ["0", "0"],
    ["0.000001", undefined],
    ["-1", undefined],
    ["1e3", undefined],
  ];
  for (const [text, printed] of rows) {
    it(`${text} kg is ${printed ?? "refused"}`, () => {
      const quantity = parseQuantity(text, "kg");
      assert.equal(quantity && formatQuantity(quantity), printed);
    });
  }

  it("printed and read again is the same", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 20n), (amount) => {
        assert.deepEqual(parseQuantity(formatQuantity({ amount, unit: "kg" }), "kg"), { amount, unit: "kg" });
      }),
    );
  });

  it("is only counted together in one unit", () => {
    const [one, two] = [parseQuantity("1", "kg")!, parseQuantity("2", "kg")!];
    assert.equal(formatQuantity(addQuantity(one, two)), "3");
    assert.equal(formatQuantity(subtractQuantity(one, two)), "-1");
    assert.equal(compareQuantity(one, two), -1);
    assert.throws(() => addQuantity(one, parseQuantity("1", "t")!), TypeError);
  });
});
