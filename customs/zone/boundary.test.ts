import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readBoundary } from "./boundary.ts";

const bytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const read = (value: unknown) => {
  const steps = readBoundary(bytes(value));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
const polygon = (...ring: readonly (readonly unknown[])[]) => ({ type: "Polygon", coordinates: [ring] });
const SQUARE = [
  [121.5, 31.3],
  [121.6, 31.3],
  [121.6, 31.4],
  [121.5, 31.4],
  [121.5, 31.3],
] as const;
const circle = (count: number) => [
  ...Array.from({ length: count }, (_, at) => [
    121 + Math.cos((2 * Math.PI * at) / count),
    31 + Math.sin((2 * Math.PI * at) / count),
  ]),
  [122, 31],
];

describe("an outline", () => {
  it("is a Polygon, a MultiPolygon, or a Feature with one, with holes or heights", () => {
    const square = polygon(...SQUARE);
    const hole = SQUARE.map(([x, y]) => [121.52 + (x - 121.5) / 2, 31.32 + (y - 31.3) / 2]);
    const table = [
      [square, 1],
      [{ type: "Feature", properties: {}, geometry: square }, 1],
      [{ type: "MultiPolygon", coordinates: [square.coordinates, [circle(99)]] }, 2],
      [{ type: "Polygon", coordinates: [SQUARE, hole] }, 1],
      [polygon(...SQUARE.map(([x, y]) => [x, y, 4])), 1],
      [polygon(...circle(990)), 1],
    ] as const;
    for (const [value, count] of table) {
      const { polygons, faults } = read(value);
      assert.deepEqual(faults, []);
      assert.equal(polygons.length, count);
    }
  });

  it("is refused with the reason and the place", () => {
    const [a, b, c, d] = SQUARE;
    const table: readonly (readonly [what: string, value: unknown, fault: RegExp])[] = [
      ["no JSON", "{", /no GeoJSON/],
      ["no object", null, /no GeoJSON/],
      ["a point", { type: "Point", coordinates: [121, 31] }, /no GeoJSON/],
      ["a feature without geometry", { type: "Feature", geometry: null }, /no GeoJSON/],
      ["no rings", { type: "Polygon", coordinates: [] }, /no GeoJSON/],
      ["no polygons", { type: "MultiPolygon", coordinates: [] }, /1 to 100 polygons/],
      ["a ring of words", { type: "Polygon", coordinates: ["ring"] }, /ring 1: it has fewer than 4/],
      ["a triangle that is left open", polygon(a, b, c), /fewer than 4 positions/],
      ["a ring that is left open", polygon(a, b, c, d), /not closed/],
      ["a word for a number", polygon(a, ["121.6", 31.3], c, d, a), /position 2 is no longitude/],
      ["latitude before longitude", polygon(...SQUARE.map(([x, y]) => [y, x])), /position 1 is outside/],
      ["longitude 181", polygon(a, [181, 31], c, d, a), /position 2 is outside/],
      ["half a country", polygon([100, 30], [120, 30], [120, 40], [100, 30]), /five degrees/],
      ["a bow tie", polygon(a, c, b, d, a), /crosses itself: side 1 and side 3/],
      ["a spike", polygon(a, b, c, b, d, a), /crosses itself: side 1 and side 3/],
      ["too many vertices", polygon(...circle(1_000)), /at most 1000 vertices; this one has 1001/],
      ["too many bytes", { ...polygon(...SQUARE), more: "x".repeat(200_000) }, /at most 200000 bytes/],
    ];
    for (const [what, value, fault] of table) {
      const { polygons, faults } = read(value);
      assert.deepEqual(polygons, [], what);
      assert.match(faults.join(" "), fault, what);
    }
  });
});
