import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  fromScaled,
  hundredth,
  multiply,
  percentOfSteps,
  percentOnTop,
  type RoundingMode,
  round,
  signOf,
  subtract,
} from "./fraction.ts";
import { PlainFraction } from "./plain-fraction.ts";

/** Whole numbers whose sums and products lie on both sides of 2^53, and of every other length. */
const BORDER = 2n ** 53n;
const size = fc.oneof(
  fc.bigInt(1n, 10n ** 4n),
  fc.bigInt(1n, BORDER - 1n),
  fc.bigInt(BORDER - 3n, BORDER + 3n),
  fc.bigInt(2n ** 26n - 3n, 2n ** 26n + 3n),
  fc.bigInt(2n ** 27n - 3n, 2n ** 27n + 3n),
  fc.bigInt(1n, 10n ** 30n),
);
const whole = fc.oneof(
  fc.constant(0n),
  size,
  size.map((n) => -n),
);

/** A value, and the same in big integers, which no plain way takes. */
type Both = readonly [plain: Fraction, exact: Fraction];
const both = fc.tuple(whole, size).map(([n, d]): Both => [fraction(n, d), { n, d }]);
const notNegative = fc
  .tuple(fc.oneof(fc.constant(0n), size), size)
  .map(([n, d]): Both => [fraction(n, d), { n, d }]);
const isSame = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;

describe("the plain way is the exact way, on both sides of 2^53", () => {
  const operations = { add, subtract, multiply, divide } as const;
  for (const [name, operation] of Object.entries(operations))
    it(name, () => {
      fc.assert(
        fc.property(both, both, ([a, exactA], [b, exactB]) => {
          fc.pre(name !== "divide" || exactB.n !== 0n);
          const value = operation(a, b);
          assert.ok(value.d > 0n);
          assert.ok(isSame(value, operation(exactA, exactB)), `${value.n} / ${value.d}`);
        }),
        { numRuns: 5000 },
      );
    });

  it("compare", () => {
    fc.assert(
      fc.property(both, both, ([a, exactA], [b, exactB]) => {
        assert.equal(compare(a, b), compare(exactA, exactB));
        assert.equal(signOf(a), signOf(exactA));
        assert.equal(compare(hundredth(a), multiply(exactA, { n: 1n, d: 100n })), 0);
      }),
      { numRuns: 5000 },
    );
  });

  const modes: readonly RoundingMode[] = ["half-up", "half-even", "down", "up"];
  it("round", () => {
    fc.assert(
      fc.property(
        both,
        fc.integer({ min: 0, max: 18 }),
        fc.constantFrom(...modes),
        ([a, exactA], digits, mode) => assert.equal(round(a, digits, mode), round(exactA, digits, mode)),
      ),
      { numRuns: 5000 },
    );
  });

  it("round at a half", () => {
    fc.assert(
      fc.property(size, size, (steps, half) => {
        const exact = { n: (2n * steps + 1n) * half, d: 2n * half };
        assert.equal(round(fraction(exact.n, exact.d), 0, "half-up"), steps + 1n);
        const below = { n: exact.n * 2n - 1n, d: exact.d * 2n };
        assert.equal(round(fraction(below.n, below.d), 0, "half-up"), steps);
      }),
      { numRuns: 5000 },
    );
  });

  it("percentages of steps and on top of them", () => {
    fc.assert(
      fc.property(size, notNegative, (steps, [percent, exact]) => {
        assert.equal(percentOfSteps(steps, percent), percentOfSteps(steps, exact));
        fc.pre(compare(exact, { n: 100n, d: 1n }) < 0);
        assert.equal(percentOnTop(steps, percent), percentOnTop(steps, exact));
      }),
      { numRuns: 5000 },
    );
  });

  it("steps of powers of ten", () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 45 }), (steps, digits) =>
        assert.ok(isSame(fromScaled(steps, digits), { n: steps, d: 10n ** BigInt(digits) })),
      ),
      { numRuns: 5000 },
    );
  });
});

it("a fraction is plain as long as both its numbers are below 2^53", () => {
  assert.ok(fraction(BORDER - 1n, BORDER - 1n) instanceof PlainFraction);
  assert.ok(!(fraction(BORDER, 1n) instanceof PlainFraction));
  assert.ok(!(fraction(1n, BORDER) instanceof PlainFraction));
  assert.ok(!(fraction(-BORDER, 1n) instanceof PlainFraction));
  assert.ok(!(fraction(10n ** 400n, 10n ** 400n) instanceof PlainFraction));
});

it("products too large to be exact are not taken, where they would seem equal or cancel each other out", () => {
  const root = fc.integer({ min: 94_906_200, max: 94_906_400 }).map(BigInt);
  fc.assert(
    fc.property(root, (k) => {
      const [a, b] = [fraction(k, k + 1n), fraction(k - 1n, k)];
      assert.equal(compare(a, b), 1);
      assert.ok(isSame(subtract(a, b), { n: 1n, d: k * (k + 1n) }));
    }),
  );
});
