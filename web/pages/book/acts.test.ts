import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session } from "../../api/types.ts";
import { type Book, bookAct, standOf } from "./acts.ts";

const TODAY = "2026-06-01";
const book = (state: string, validUntil = "2026-12-31", more: object = {}): Book =>
  ({
    ...{ number: "T2218W000001", office: "2218", party: "OWN", state, validUntil },
    ...{ change: null, pause: "none", ...more },
  }) as unknown as Book;
const CHANGED = book("effective", undefined, { change: { validUntil: "2027-12-31", lines: [] } });
const PAUSED = book("effective", undefined, { pause: "out" });
const who = (role: string, place: string): Session =>
  ({ account: "a", name: "A", sample: true, grants: [{ role, place }] }) as Session;

const OWN = who("declarant", "party/OWN");
const OTHER = who("declarant", "party/OTHER");
const OFFICER = who("officer", "office/2218");

const TABLE: readonly (readonly [what: string, book: Book, session: Session, told: string])[] = [
  ["the officer decides on one asked for", book("declared"), OFFICER, "decide you book.isDeclaredOfficer"],
  [
    "an officer elsewhere does not",
    book("declared"),
    who("officer", "office/2233"),
    "nothing others book.isDeclared",
  ],
  ["its enterprise waits", book("declared"), OWN, "nothing others book.isDeclared"],
  ["its enterprise declares", book("effective"), OWN, "declare done book.isEffective"],
  ["on its last day too", book("effective", TODAY), OWN, "declare done book.isEffective"],
  ["not when it is over", book("effective", "2026-05-31"), OWN, "nothing stopped book.isOver"],
  ["another enterprise does nothing", book("effective"), OTHER, "nothing done book.isEffective"],
  ["its officer may pause it", book("effective"), OFFICER, "pause done book.isEffective"],
  ["paused, it says so", PAUSED, OFFICER, "pause stopped book.isPaused.out"],
  ["its enterprise may still declare the other way", PAUSED, OWN, "declare stopped book.isPaused.out"],
  ["a change waits for the officer", CHANGED, OFFICER, "decide-change you book.hasChange"],
  ["until then it is as it was", CHANGED, OWN, "declare done book.isEffective"],
  [
    "an officer elsewhere does nothing",
    book("effective"),
    who("officer", "office/2233"),
    "nothing done book.isEffective",
  ],
  ["a rejected one is at its end", book("rejected"), OWN, "nothing stopped book.isRejected"],
  ["so is a closed one", book("closed"), OWN, "nothing closed book.isClosed"],
];

describe("a book", () => {
  for (const [what, it_, session, told] of TABLE)
    it(what, () => {
      const act = bookAct(it_, session, TODAY);
      assert.equal([act ?? "nothing", ...standOf(it_, act, TODAY)].join(" "), told);
    });
});
