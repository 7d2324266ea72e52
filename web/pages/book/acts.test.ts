import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session } from "../../api/types.ts";
import { type Book, bookActs, leftOf, standOf } from "./acts.ts";

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
  ["the officer decides on one asked for", book("declared"), OFFICER, "decide: you book.isDeclaredOfficer"],
  [
    "an officer elsewhere does not",
    book("declared"),
    who("officer", "office/2233"),
    ": others book.isDeclared",
  ],
  ["its enterprise waits", book("declared"), OWN, ": others book.isDeclared"],
  ["its enterprise declares", book("effective"), OWN, "declare change close: done book.isEffective"],
  ["on its last day too", book("effective", TODAY), OWN, "declare change close: done book.isEffective"],
  ["over, it may be made to last", book("effective", "2026-05-31"), OWN, "change close: stopped book.isOver"],
  ["another enterprise does nothing", book("effective"), OTHER, ": done book.isEffective"],
  ["its officer may pause it", book("effective"), OFFICER, "pause: done book.isEffective"],
  ["paused, it says so", PAUSED, OFFICER, "pause: stopped book.isPaused.out"],
  [
    "its enterprise may still declare the other way",
    PAUSED,
    OWN,
    "declare change close: stopped book.isPaused.out",
  ],
  ["a change waits for the officer", CHANGED, OFFICER, "decide-change pause: you book.hasChange"],
  ["until then it is as it was", CHANGED, OWN, "declare close: others book.changeIsAsked"],
  [
    "an officer elsewhere does nothing",
    book("effective"),
    who("officer", "office/2233"),
    ": done book.isEffective",
  ],
  ["a rejected one is at its end", book("rejected"), OWN, ": stopped book.isRejected"],
  ["so is a closed one", book("closed"), OWN, ": closed book.isClosed"],
];

describe("a book", () => {
  for (const [what, it_, session, told] of TABLE)
    it(what, () => {
      const acts = bookActs(it_, session, TODAY);
      assert.equal(`${acts.join(" ")}: ${standOf(it_, acts, TODAY).join(" ")}`, told);
    });

  const LEFT: readonly (readonly [what: string, more: object, told: string])[] = [
    ["an empty one", {}, ""],
    ["one with goods and a paper", { isEmpty: false, papers: 1 }, "book.left.goods, book.left.paper 1"],
    [
      "one with papers, a change and goods to declare",
      { papers: 3, change: {}, undeclared: [{ pass: "Z1" }] },
      "book.left.papers 3, book.left.change, book.left.undeclared Z1",
    ],
  ];
  for (const [what, more, told] of LEFT)
    it(`${what} is closed after: ${told || "nothing"}`, () => {
      const of = { isEmpty: true, papers: 0, undeclared: [], ...more };
      const left = leftOf(book("effective", undefined, of));
      assert.equal(left.map(([key, values]) => [key, ...Object.values(values)].join(" ")).join(", "), told);
    });
});
