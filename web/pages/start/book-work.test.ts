import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session } from "../../api/types.ts";
import { bookWork, type Papers } from "./book-work.ts";

const TODAY = "2026-06-01";
const who = (role: string, place: string) => ({ grants: [{ role, place }] }) as unknown as Session;
const OWN = who("declarant", "party/OWN");
const OFFICER = who("officer", "office/2218");

const NOTHING = { books: [], passes: [], forms: [], slips: [], undeclared: [], lists: [] };
const papers = (some: object): Papers => ({ ...NOTHING, ...some }) as unknown as Papers;
const slip = (form: string, by: string) => ({ slip: `SS-${form}-${by}`, form, book: "B1", by });
const list = (number: string, onPasses: string, passed: string) => ({
  ...{ number, book: "T2218W000001", party: "OWN", state: "approved", movement: "to-inland", declares: true },
  ...{ gate: true, otherList: null, slips: [], lines: [{ declared: "10", onPasses, passed }] },
});

const TABLE: readonly (readonly [what: string, papers: object, session: Session, told: readonly string[]])[] =
  [
    ["nothing", {}, OWN, []],
    [
      "slips by form, the first day of each, overdue ones first",
      { slips: [slip("SD1", "2026-06-30"), slip("SD2", "2026-05-31"), slip("SD1", "2026-06-15")] },
      OWN,
      ["stopped today.slipOne /forms/SD2 2026-05-31", "you today.slips /forms/SD1 2026-06-15"],
    ],
    [
      "goods that entered first, by their day",
      {
        undeclared: [{ book: "B2", of: [{ pass: "Z1", by: "2026-06-03" }] }],
        slips: [slip("SD1", "2026-06-30")],
      },
      OWN,
      [
        "you today.undeclared /books/B2/declare?pass=Z1 2026-06-03",
        "you today.slipOne /forms/SD1 2026-06-30",
      ],
    ],
    [
      "lists that wait for a pass or to be posted; others wait for the gate",
      { lists: [list("QD1", "4", "0"), list("QD2", "10", "10"), list("QD3", "10", "2")] },
      OWN,
      [
        "you today.list.pass /lists/QD1",
        "you today.list.post /lists/QD2",
        "others today.listsOne /lists?state=approved",
      ],
    ],
    [
      "an enterprise waits for what an officer decides",
      { books: [{ book: "B1", state: "declared", change: false }], passes: [{ pass: "Z1" }] },
      OWN,
      ["others today.passOne /passes?state=approved", "others today.booksOne /books"],
    ],
    [
      "an officer records and decides",
      {
        books: [
          { book: "B1", state: "declared", change: false },
          { book: "B2", state: "effective", change: true },
          { book: "B3", state: "effective", change: true },
        ],
        passes: [{ pass: "Z1" }, { pass: "Z2" }],
        forms: [{ form: "SD1", book: "B4" }],
      },
      OFFICER,
      [
        "you today.passs /passes?state=approved",
        "you today.decideBookOne /books/B1",
        "you today.decideChanges /books",
        "you today.decideFormOne /forms/SD1",
      ],
    ],
  ];

describe("what books ask", () => {
  for (const [what, some, session, told] of TABLE)
    it(what, () =>
      assert.deepEqual(
        bookWork(papers(some), session, TODAY).map(({ tone, words, href, day }) =>
          [tone, words, href, day].filter(Boolean).join(" "),
        ),
        told,
      ),
    );
});
