/** Units of one family convert into each other: mass in kg, g and t, volume in L and ml. Nothing else does. */
import { compare, type Fraction, fraction, multiply, ONE, signOf } from "@openftz/kernel/fraction.ts";

/** Steps of the family's smallest unit in each unit. */
const FAMILIES: readonly ReadonlyMap<string, bigint>[] = [
  new Map([
    ["kg", 1000n],
    ["g", 1n],
    ["t", 1_000_000n],
  ]),
  new Map([
    ["L", 1000n],
    ["ml", 1n],
  ]),
];

const familyOf = (unit: string): ReadonlyMap<string, bigint> | undefined =>
  FAMILIES.find((family) => family.has(unit));

/** The quantity in a unit, above 0: by the unit named, then by its family. Nothing when it is absent or 0. */
export const findQuantity = (
  quantities: ReadonlyMap<string, Fraction>,
  unit: string,
): Fraction | undefined => {
  const named = quantities.get(unit);
  if (named) return signOf(named) > 0 ? named : undefined;
  const family = familyOf(unit);
  if (!family) return undefined;
  for (const [other, steps] of family) {
    const quantity = quantities.get(other);
    if (quantity && signOf(quantity) > 0) return multiply(quantity, fraction(steps, family.get(unit)!));
  }
  return undefined;
};

/** Two given quantities of one family that are not the same amount; nothing when all agree. */
export const findDisagreement = (
  quantities: ReadonlyMap<string, Fraction>,
): readonly [string, string] | undefined => {
  if (quantities.size < 2) return undefined;
  for (const family of FAMILIES) {
    let first: { unit: string; amount: Fraction } | undefined;
    for (const [unit, quantity] of quantities) {
      const steps = family.get(unit);
      if (steps === undefined) continue;
      const amount = multiply(quantity, fraction(steps));
      if (first && compare(first.amount, amount) !== 0) return [first.unit, unit];
      first ??= { unit, amount };
    }
  }
  return undefined;
};

/** How many of one unit another is: 1000 for `conversion("kg", "g")`. Nothing where two units do not convert. */
export const conversion = (from: string, to: string): Fraction | undefined => {
  if (from === to) return ONE;
  const family = familyOf(from);
  const [steps, others] = [family?.get(from), family?.get(to)];
  return steps === undefined || others === undefined ? undefined : fraction(steps, others);
};
