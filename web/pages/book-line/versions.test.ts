import assert from "node:assert/strict";
import { it } from "node:test";
import type { ListRow, ShownLine } from "../../api/types.ts";
import { versionsOf } from "./versions.ts";

const goods = (commodity: string, description: string) => ({ commodity, description }) as ShownLine["goods"];
const row = (position: number, type: string, more: object = {}) =>
  ({
    position,
    n: 1,
    type,
    line: "B-1",
    accept: null,
    pause: null,
    validUntil: "2026-12-31",
    ...more,
  }) as ListRow<"account-book.story">;

const DECIDED = "account-book.change-decided";

it("a line's goods have a version for each change that was accepted, told as what differs", () => {
  const line = { before: [goods("1", "a"), goods("2", "a")], goods: goods("2", "b") };
  const rows = [
    row(1, "account-book.change-filed"),
    row(2, DECIDED, { accept: false }),
    row(3, DECIDED, { accept: true }),
    row(4, "book-line.paused", { n: 0, pause: "in" }),
    row(5, DECIDED, { accept: true }),
  ];
  assert.deepEqual(
    versionsOf(line, rows).map(({ event, changes }) =>
      [
        event.words.replace("bookStory.", ""),
        event.version,
        ...changes.map(({ field, before, after }) => `${field} ${before} > ${after}`),
      ]
        .filter((each) => each !== null)
        .join(" "),
    ),
    [
      "changeDeclined",
      "changeAccepted 2 commodity 1 > 2",
      "linePaused.in",
      "changeAccepted 3 description a > b",
    ],
  );
});
