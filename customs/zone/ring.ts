/** Geometry of rings in whole units, small enough that every product is exact. */

/** A point in whole units. */
export type Point = readonly [x: number, y: number];

/** Sides compared with all others between two pauses. */
const SIDES_AT_ONCE = 20;

/** Above 0: c lies left of the way from a to b; 0: on its line. */
const turn = (a: Point, b: Point, c: Point): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const between = (a: number, b: number, c: number): boolean => Math.min(a, b) <= c && c <= Math.max(a, b);

const liesOn = (a: Point, b: Point, c: Point): boolean =>
  turn(a, b, c) === 0 && between(a[0], b[0], c[0]) && between(a[1], b[1], c[1]);

const apart = (a: Point, b: Point, c: Point, d: Point, axis: 0 | 1): boolean =>
  Math.max(a[axis], b[axis]) < Math.min(c[axis], d[axis]) ||
  Math.max(c[axis], d[axis]) < Math.min(a[axis], b[axis]);

/** True when two sides have a point in common. */
const meet = (a: Point, b: Point, c: Point, d: Point): boolean => {
  if (apart(a, b, c, d, 0) || apart(a, b, c, d, 1)) return false;
  if (turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) return true;
  return liesOn(a, b, c) || liesOn(a, b, d) || liesOn(c, d, a) || liesOn(c, d, b);
};

/**
 * Two sides of a closed ring that meet though they are not neighbours, or neighbours of which one goes back over the
 * other; undefined when there are none. Sides are counted from 0, as the positions they begin at. Pauses at each yield.
 */
export function* findCrossing(
  ring: readonly Point[],
): Generator<void, readonly [number, number] | undefined> {
  const sides = ring.length - 1;
  for (let one = 0; one < sides; one += 1) {
    if (one % SIDES_AT_ONCE === 0) yield;
    for (let two = one + 1; two < sides; two += 1) {
      const [a, b, c, d] = [ring[one]!, ring[one + 1]!, ring[two]!, ring[two + 1]!];
      const isNext = two === one + 1;
      const isLast = one === 0 && two === sides - 1;
      const wrong = isNext
        ? liesOn(a, b, d) || liesOn(c, d, a)
        : isLast
          ? liesOn(c, d, b) || liesOn(a, b, c)
          : meet(a, b, c, d);
      if (wrong) return [one, two];
    }
  }
  return undefined;
}
