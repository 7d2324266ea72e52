/**
 * Outlines: GeoJSON (RFC 7946) polygons in longitude and latitude (WGS 84), kept as immutable files. Checked when they
 * are read: size, closed rings, ranges, and that no ring crosses itself.
 */
import { defineFile } from "../define/record.ts";
import { findCrossing, type Point } from "./ring.ts";

/** A place: longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** Polygons, each an outer ring and perhaps holes; a ring ends where it begins. */
export type Polygons = readonly (readonly (readonly Position[])[])[];

/** An outline as it was read: its polygons, or everything that is wrong with it. */
export type Boundary = { readonly polygons: Polygons; readonly faults: readonly string[] };

const MOST_BYTES = 200_000;
const MOST_VERTICES = 1_000;
const MOST_POLYGONS = 100;
const LEAST_IN_RING = 4;
const MOST_FAULTS = 20;
/** Whole micro-degrees, about a tenth of a metre: exact arithmetic for what is no wider than `WIDEST`. */
const MICRO = 1_000_000;
const WIDEST = 5 * MICRO;

const broken = (...faults: readonly string[]): Boundary => ({ polygons: [], faults });

/** Reads an outline from the bytes of its file. */
export function* readBoundary(bytes: Uint8Array): Generator<void, Boundary> {
  if (bytes.length > MOST_BYTES) return broken(`An outline has at most ${MOST_BYTES} bytes.`);
  const found = polygonsIn(parsed(bytes));
  if (typeof found === "string") return broken(found);
  if (found.length === 0 || found.length > MOST_POLYGONS)
    return broken(`An outline has 1 to ${MOST_POLYGONS} polygons.`);
  const vertices = found
    .flat()
    .reduce<number>((sum, ring) => sum + (Array.isArray(ring) ? ring.length : 0), 0);
  if (vertices > MOST_VERTICES)
    return broken(`An outline has at most ${MOST_VERTICES} vertices; this one has ${vertices}.`);
  const faults: string[] = [];
  for (const [at, polygon] of found.entries())
    for (const [ring, positions] of polygon.entries()) {
      const wrong = yield* ringFaults(positions);
      faults.push(...wrong.map((fault) => `polygon ${at + 1}, ring ${ring + 1}: ${fault}`));
    }
  if (faults.length > 0) return broken(...faults.slice(0, MOST_FAULTS));
  return { polygons: found as Polygons, faults: [] };
}

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The polygons of a Polygon or MultiPolygon, alone or as a Feature's geometry; or why there are none. */
const polygonsIn = (json: unknown): readonly (readonly unknown[])[] | string => {
  const { type, geometry, coordinates } = (json ?? {}) as Readonly<Record<string, unknown>>;
  if (type === "Feature") return polygonsIn(geometry);
  const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : undefined;
  if (!isList(polygons) || !polygons.every((polygon) => isList(polygon) && polygon.length > 0))
    return "It is no GeoJSON Polygon, MultiPolygon, or Feature with one of them.";
  return polygons as readonly (readonly unknown[])[];
};

const isPosition = (value: unknown): value is Position =>
  isList(value) &&
  (value.length === 2 || value.length === 3) &&
  value.every((each) => typeof each === "number" && Number.isFinite(each));

const inRange = ([longitude, latitude]: Position): boolean =>
  longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90;

const micro = ([longitude, latitude]: Position): Point => [
  Math.trunc(longitude * MICRO),
  Math.trunc(latitude * MICRO),
];

function* ringFaults(ring: unknown): Generator<void, readonly string[]> {
  if (!isList(ring) || ring.length < LEAST_IN_RING)
    return [`it has fewer than ${LEAST_IN_RING} positions; the last one is the first one again.`];
  const odd = ring.findIndex((each) => !isPosition(each));
  if (odd >= 0) return [`position ${odd + 1} is no longitude and latitude.`];
  const positions = ring as readonly Position[];
  const outside = positions.findIndex((each) => !inRange(each));
  if (outside >= 0)
    return [`position ${outside + 1} is outside of -180 to 180 (longitude) and -90 to 90 (latitude).`];
  const points = positions.map(micro);
  const [first, last] = [points[0]!, points.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1])
    return ["it is not closed: the last position must be the first one again."];
  if (isTooWide(points)) return ["it is more than five degrees wide; no zone is."];
  const crossing = yield* findCrossing(points);
  return crossing ? [`it crosses itself: side ${crossing[0] + 1} and side ${crossing[1] + 1} meet.`] : [];
}

const isTooWide = (points: readonly Point[]): boolean =>
  ([0, 1] as const).some((axis) => {
    const values = points.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values) > WIDEST;
  });

/** The outline as a record; its id is the SHA-256 of its file. */
export const BoundaryFile = defineFile<Boundary>({ kind: "boundary", parse: readBoundary });
