import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { boundsOf, middleOf, movedApart, pathOf, projectionOf } from "./projection.ts";

describe("the map", () => {
  const bounds = boundsOf(
    [
      [121, 30],
      [122, 31],
    ],
    0,
  )!;

  it("puts the north up and the west left, and is as high as the land is", () => {
    const { height, place } = projectionOf(bounds, 1000, 2000);
    assert.equal(height, 1161, "a degree of latitude is longer than one of longitude there");
    assert.deepEqual(place([121, 31]), [0, 0]);
    assert.deepEqual(place([122, 30]).map(Math.round), [1000, 1161]);
    assert.equal(boundsOf([], 1), undefined);
    const low = projectionOf(bounds, 1000, 580);
    assert.equal(low.height, 580);
    assert.deepEqual(low.place([121.5, 30.5]).map(Math.round), [500, 290], "the middle stays in the middle");
  });

  it("draws rings as closed paths around their middles", () => {
    const same = ([x, y]: readonly [number, number]) => [x, y] as const;
    const ring = [
      [0, 0],
      [4, 0],
      [4, 2],
      [0, 2],
      [0, 0],
    ] as const;
    assert.equal(pathOf(ring, same), "M0.0 0.0L4.0 0.0L4.0 2.0L0.0 2.0L0.0 0.0Z");
    assert.deepEqual(middleOf(ring, same), [2, 1]);
  });

  it("moves badges apart that would cover each other, and leaves the others", () => {
    const [one, two, far] = movedApart(
      [
        [10, 10],
        [10, 10],
        [200, 10],
      ],
      20,
    );
    assert.ok(Math.hypot(one![0] - two![0], one![1] - two![1]) > 19.9);
    assert.deepEqual(far, [200, 10]);
  });
});
