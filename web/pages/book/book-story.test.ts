import assert from "node:assert/strict";
import { it } from "node:test";
import type { ListRow } from "../../api/types.ts";
import { bookEvents } from "./book-story.ts";

const act = (position: number, type: string, more: object = {}): ListRow<"account-book.story"> =>
  ({
    ...{ act: `${position}-0`, book: "B", position, n: 0, at: "", type, actor: "one", line: null },
    ...{ accept: null, reason: null, validUntil: null, pause: null, goods: null, lines: null },
    ...more,
  }) as ListRow<"account-book.story">;
const of = (position: number, type: string, line: string) =>
  act(position, type, { n: 1, line, goods: { commodity: "8481201090" } });

const ASKED = "account-book.change-filed";
const DECIDED = "account-book.change-decided";

it("a book's acts are events: what a change is of when it is asked for, its version when it is accepted", () => {
  const rows = [
    act(1, "account-book.opened", { validUntil: "2026-12-31" }),
    act(2, "account-book.decided", { accept: true }),
    act(3, ASKED, { validUntil: "2027-12-31", lines: 0 }),
    act(4, DECIDED, { accept: false, validUntil: "2027-12-31" }),
    act(5, ASKED, { validUntil: "2027-06-30", lines: 1 }),
    of(5, ASKED, "B-1"),
    act(6, DECIDED, { accept: true, validUntil: "2027-06-30", lines: 1 }),
    of(6, DECIDED, "B-1"),
    act(7, ASKED, { validUntil: "2027-06-30", lines: 1 }),
    of(7, ASKED, "B-2"),
    act(8, "book-line.paused", { line: "B-2", pause: "out" }),
    act(9, "account-book.paused", { pause: "both" }),
    act(10, "account-book.paused", { pause: "none" }),
    act(11, "account-book.closed"),
  ];
  assert.deepEqual(
    bookEvents(rows).map(({ words, line, version, validity, lines }) =>
      [
        words.replace("bookStory.", ""),
        line,
        version && `version ${version}`,
        validity && `${validity[0] ?? "new"} > ${validity[1]}`,
        ...lines.map((each) => `${each.line} ${each.goods.commodity}`),
      ]
        .filter(Boolean)
        .join(", "),
    ),
    [
      "opened, new > 2026-12-31",
      "accepted",
      "changeAsked, 2026-12-31 > 2027-12-31",
      "changeDeclined",
      "changeAsked, 2026-12-31 > 2027-06-30, B-1 8481201090",
      "changeAccepted, version 2",
      "changeAsked, B-2 8481201090",
      "linePaused.out, B-2",
      "paused.both",
      "moves",
      "closed",
    ],
  );
});
