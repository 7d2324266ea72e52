import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kindOf, levelsOf, type Move, roundTop, statusesIn, stepArea } from "./moves.ts";

const MOVES: readonly (readonly [from: string, to: string, kind: string])[] = [
  ["abroad", "bonded:coming", "announced"],
  ["inland", "tax-paid:coming", "announced"],
  ["bonded:coming", "bonded:stock", "arrived"],
  ["bonded:coming", "abroad", "recalled"],
  ["bonded:stock", "bonded:reserved", "reserved"],
  ["bonded:reserved", "bonded:stock", "given-back"],
  ["bonded:reserved", "inland", "left"],
  ["bonded:stock", "abroad", "arrival-undone"],
  ["inland", "bonded:stock", "leaving-undone"],
  ["found", "bonded:stock", "found"],
  ["bonded:stock", "lost", "lost"],
  ["bonded:reserved", "another-book", "left"],
  ["bonded:reserved", "bonded:away", "went"],
  ["bonded:away", "bonded:claimed", "claimed"],
  ["bonded:claimed", "bonded:stock", "came-back"],
  ["bonded:claimed", "inland", "settled"],
  ["bonded:coming", "bonded:entered", "entered"],
  ["bonded:stock", "somewhere-new", "moved"],
];

const move = (
  at: string,
  status: string,
  from: string,
  fromAfter: string | null,
  to: string,
  toAfter: string,
): Move => ({ at, status, from, fromAfter, to, toAfter }) as unknown as Move;

describe("a move in words", () => {
  for (const [from, to, kind] of MOVES)
    it(`${from} to ${to}: ${kind}`, () => assert.equal(kindOf({ from, to }), kind));
});

describe("the stock over time", () => {
  const story = [
    move("2026-01-01T00:00:00Z", "bonded", "bonded:coming", "0", "bonded:stock", "100"),
    move("2026-01-02T00:00:00Z", "tax-paid", "tax-paid:coming", "0", "tax-paid:stock", "7"),
    move("2026-01-03T00:00:00Z", "bonded", "bonded:stock", "60", "bonded:reserved", "40"),
    move("2026-01-04T00:00:00Z", "bonded", "abroad", null, "bonded:coming", "9"),
  ];

  it("is told apart by status", () => {
    assert.deepEqual(statusesIn(story), ["bonded", "tax-paid"]);
    assert.deepEqual(
      levelsOf(story, "bonded").map(({ free, reserved }) => [free, reserved]),
      [
        [100, 0],
        [60, 40],
        [60, 40],
      ],
      "what comes changes neither",
    );
  });

  it("is drawn as steps, each up to the next", () => {
    const levels = [
      { at: 0, free: 100, reserved: 0 },
      { at: 50, free: 60, reserved: 40 },
    ];
    const box = { width: 200, height: 100, top: 100, from: 0, to: 100 };
    assert.equal(
      stepArea(levels, ({ free }) => free, box),
      "M0.0 100H0.0V0.0H100.0V40.0H200V100Z",
    );
    assert.equal(
      stepArea([], ({ free }) => free, box),
      "",
    );
  });

  it("ends its axis at a round number", () => {
    const tops: readonly (readonly [highest: number, top: number])[] = [
      [0, 1],
      [0.3, 0.5],
      [1, 1],
      [7, 10],
      [100, 100],
      [101, 200],
      [4200, 5000],
    ];
    for (const [highest, top] of tops) assert.equal(roundTop(highest), top);
  });
});
