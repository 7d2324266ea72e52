/** From longitude and latitude to places on a map, and badges that do not cover each other. */

/** A position as outlines have it. */
export type Degrees = readonly [longitude: number, latitude: number];
/** A place on the map in pixels, from the upper left. */
export type Place = readonly [x: number, y: number];
/** The part of the earth that is drawn. */
export type Bounds = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** The bounds of positions with a margin around them; undefined when there are none. */
export const boundsOf = (positions: readonly Degrees[], margin: number): Bounds | undefined => {
  if (positions.length === 0) return undefined;
  const [longitudes, latitudes] = [positions.map(([each]) => each), positions.map(([, each]) => each)];
  return {
    west: Math.min(...longitudes) - margin,
    south: Math.min(...latitudes) - margin,
    east: Math.max(...longitudes) + margin,
    north: Math.max(...latitudes) + margin,
  };
};

/**
 * A map that is as wide as asked and at most so high, with the bounds in its middle: its height, and where positions
 * lie. A district is small, so degrees are drawn as a grid.
 */
export const projectionOf = (
  { west, south, east, north }: Bounds,
  width: number,
  highest: number,
): { readonly height: number; readonly place: (position: Degrees) => Place } => {
  const cosine = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = Math.min(width / (east - west), (highest * cosine) / (north - south));
  const left = (width - (east - west) * scale) / 2;
  return {
    height: Math.round(((north - south) * scale) / cosine),
    place: ([longitude, latitude]) => [
      left + (longitude - west) * scale,
      ((north - latitude) * scale) / cosine,
    ],
  };
};

/** A ring as the path of an SVG. */
export const pathOf = (ring: readonly Degrees[], place: (position: Degrees) => Place): string =>
  `M${ring
    .map(place)
    .map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("L")}Z`;

/** The middle of a ring's corners. */
export const middleOf = (ring: readonly Degrees[], place: (position: Degrees) => Place): Place => {
  const corners = ring.slice(1).map(place);
  const sum = corners.reduce<Place>(([x, y], each) => [x + each[0], y + each[1]], [0, 0]);
  return [sum[0] / corners.length, sum[1] / corners.length];
};

const ROUNDS = 30;

/** The places moved apart until none is nearer to another than `gap`, or nearly so. */
export const movedApart = (places: readonly Place[], gap: number): readonly Place[] => {
  const moved = places.map(([x, y]) => [x, y] as [number, number]);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, one] of moved.entries())
      for (const other of moved.slice(at + 1)) {
        const [dx, dy] = [other[0] - one[0], other[1] - one[1]];
        const distance = Math.hypot(dx, dy);
        if (distance >= gap) continue;
        const push = (gap - distance) / 2;
        const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
        one[0] -= ux * push;
        one[1] -= uy * push;
        other[0] += ux * push;
        other[1] += uy * push;
      }
  return moved;
};
