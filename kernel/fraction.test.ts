import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  add,
  compare,
  decimalLength,
  divide,
  type Fraction,
  formatDecimal,
  formatFixed,
  fraction,
  fromScaled,
  multiply,
  parseDecimal,
  percentOfSteps,
  percentOnTop,
  type RoundingMode,
  round,
  subtract,
} from "./fraction.ts";

const anyFraction = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 30n))
  .map(([n, d]) => fraction(n, d));
const equal = (a: Fraction, b: Fraction): boolean => compare(a, b) === 0;
const modes: readonly RoundingMode[] = ["half-up", "half-even", "down", "up"];

describe("round settles a value by the mode that is named", () => {
  const rows: readonly [value: string, half_up: string, half_even: string, down: string, up: string][] = [
    ["2.344", "2.34", "2.34", "2.34", "2.35"],
    ["2.345", "2.35", "2.34", "2.34", "2.35"],
    ["2.355", "2.36", "2.36", "2.35", "2.36"],
    ["2.3451", "2.35", "2.35", "2.34", "2.35"],
    ["2.34", "2.34", "2.34", "2.34", "2.34"],
    ["0.005", "0.01", "0.00", "0.00", "0.01"],
    ["0", "0.00", "0.00", "0.00", "0.00"],
  ];
  for (const [value, ...expected] of rows) {
    it(`${value} to two decimals is ${expected.join(", ")}; below zero the mirror of it`, () => {
      const exact = parseDecimal(value)!;
      const negative = { n: -exact.n, d: exact.d };
      assert.deepEqual(
        modes.map((mode) => formatFixed(round(exact, 2, mode), 2)),
        expected,
      );
      assert.deepEqual(
        modes.map((mode) => -round(negative, 2, mode)),
        modes.map((mode) => round(exact, 2, mode)),
      );
    });
  }

  it("never moves a value by a whole step, and a half mode never by more than half of one", () => {
    fc.assert(
      fc.property(
        anyFraction,
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom(...modes),
        (value, digits, mode) => {
          const moved = subtract(fromScaled(round(value, digits, mode), digits), value);
          const size = moved.n < 0n ? { n: -moved.n, d: moved.d } : moved;
          const step = fromScaled(1n, digits);
          assert.equal(compare(size, step), -1);
          if (mode.startsWith("half")) assert.ok(compare(multiply(size, fraction(2n)), step) <= 0);
        },
      ),
    );
  });
});

describe("fractions are exact", () => {
  it("adding and subtracting, multiplying and dividing undo each other", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        assert.ok(equal(subtract(add(a, b), b), a));
        if (b.n !== 0n) assert.ok(equal(divide(multiply(a, b), b), a));
        assert.equal(compare(a, b), -compare(b, a) as -1 | 0 | 1);
      }),
    );
  });

  it("stay exact when they have grown so long that they are reduced", () => {
    const third = fraction(1n, 3n);
    let sum = fraction(0n);
    for (let count = 0; count < 300; count++) sum = add(multiply(sum, fraction(7n, 7n)), third);
    assert.ok(equal(sum, fraction(100n)));
    assert.ok(sum.d.toString().length < 200);
  });

  it("have no denominator 0", () => {
    assert.throws(() => fraction(1n, 0n), RangeError);
    assert.throws(() => divide(fraction(1n), fraction(0n)), RangeError);
    assert.equal(compare(fraction(1n, -2n), { n: -1n, d: 2n }), 0);
  });
});

describe("a decimal text", () => {
  for (const text of ["0", "0.5", "10", "28000.00", "0.00001", "123456789012345678901234567890.5"]) {
    it(`${text} is read exactly`, () => {
      const value = parseDecimal(text)!;
      const digits = text.split(".")[1]?.length ?? 0;
      assert.equal(formatFixed(round(value, digits, "down"), digits), text);
    });
  }
  for (const text of [
    "",
    ".5",
    "5.",
    "01",
    "-1",
    "+1",
    "1e5",
    "1,000",
    " 1",
    "1 ",
    "0x1",
    "٣",
    "1.2.3",
    "NaN",
  ]) {
    it(`${JSON.stringify(text)} is none`, () => assert.equal(parseDecimal(text), undefined));
  }
  it("is the longest that stands at a place of a text", () => {
    assert.equal(decimalLength("6% + 20.5x", 5), 4);
    assert.equal(decimalLength("10.", 0), 2);
    assert.equal(decimalLength("010", 0), 1);
    assert.equal(decimalLength("x", 0), 0);
  });
  it("printed at its shortest reads as the same value", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 20n), fc.integer({ min: 0, max: 15 }), (n, digits) => {
        const value = fromScaled(n, digits);
        const text = formatDecimal(value);
        assert.ok(equal(parseDecimal(text)!, value));
        assert.doesNotMatch(text, /\.[0-9]*0$/);
      }),
    );
    assert.throws(() => formatDecimal(fraction(1n, 3n)), RangeError);
  });
});

describe("the fast way of everyday sizes is the exact way", () => {
  /** Numbers of every length, and those around 2^53, where plain numbers stop being exact. */
  const whole = fc.oneof(
    fc.bigInt(0n, 10n ** 6n),
    fc.bigInt(0n, 10n ** 25n),
    fc.bigInt(2n ** 53n - 4n, 2n ** 53n + 4n),
  );
  const divisor = whole.map((d) => d + 1n);
  const halfUp = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);

  it("of rounding", () => {
    fc.assert(
      fc.property(whole, divisor, fc.integer({ min: 0, max: 6 }), (n, d, digits) => {
        assert.equal(round({ n, d }, digits, "half-up"), halfUp(n * 10n ** BigInt(digits), d));
      }),
      { numRuns: 2000 },
    );
  });
  it("of a percentage", () => {
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 0, max: 20 }), (steps, n, digits) => {
        const d = 10n ** BigInt(digits);
        assert.equal(percentOfSteps(steps, { n, d }), halfUp(steps * n, d * 100n));
      }),
      { numRuns: 2000 },
    );
  });
  it("of a percentage on top", () => {
    const percent = fc.tuple(whole, whole).map(([n, more]) => ({ n, d: n + more + 1n }));
    fc.assert(
      fc.property(whole, percent, (steps, { n, d }) => {
        assert.equal(percentOnTop(steps, { n, d }), halfUp(steps * n, d * 100n - n));
      }),
      { numRuns: 2000 },
    );
  });
  it("of numbers too large for a plain one", () => {
    const huge = 10n ** 400n;
    assert.equal(percentOfSteps(huge, { n: 0n, d: 1n }), 0n);
    assert.equal(percentOfSteps(0n, { n: huge, d: 1n }), 0n);
    assert.equal(percentOfSteps(huge, { n: 1n, d: 1n }), huge / 100n);
    assert.equal(round({ n: 3n * huge, d: 2n * huge }, 0, "half-up"), 2n);
    assert.equal(round({ n: 0n, d: 1n }, 400, "half-up"), 0n);
  });
  it("of reading", () => {
    const digits = fc.stringMatching(/^(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?$/);
    fc.assert(
      fc.property(digits, (text) => {
        const [whole = "", behind = ""] = text.split(".");
        const { n, d } = parseDecimal(text)!;
        assert.deepEqual({ n, d }, { n: BigInt(whole + behind), d: 10n ** BigInt(behind.length) });
      }),
      { numRuns: 2000 },
    );
  });
  it("of writing", () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 20 }), (value, digits) => {
        const text = value.toString().padStart(digits + 1, "0");
        const written = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
        assert.equal(formatFixed(value, digits), written);
      }),
      { numRuns: 2000 },
    );
  });
});
