import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session } from "../../api/types.ts";
import { goodsOf, isOutside, type List, listActs, mayFile, standOf } from "./acts.ts";

type Line = readonly [declared: string, onPasses?: string, passed?: string];

const list = (state: string, lines: readonly Line[] = [["10"]], more: object = {}): List =>
  ({
    ...{ number: "QD221826I000000001", book: "T2218W000001", party: "OWN", state, movement: "from-abroad" },
    ...{
      declares: false,
      declaration: null,
      counterparty: null,
      gate: true,
      otherList: null,
      slips: [],
      ...more,
    },
    lines: lines.map(([declared, onPasses = "0", passed = "0"]) => ({ declared, onPasses, passed })),
  }) as unknown as List;
const who = (role: string, place: string): Session =>
  ({ account: "a", name: "A", sample: true, grants: [{ role, place }] }) as Session;

const OWN = who("declarant", "party/OWN");
const OTHER = who("declarant", "party/OTHER");
const OFFICER = who("officer", "office/2218");
const NONE = list("approved");
const PART = list("approved", [["10.00", "10", "4"], ["5"]]);
const ALL = list("approved", [["10.00", "10", "4"]]);
const THROUGH = list("approved", [["10.00", "10", "10"]], { declares: true });
const OUTWARD = { number: "QD221826E000000001", movement: "to-inland", declares: true };
const HELD = list("approved", [["10"]], { ...OUTWARD, counterparty: "BUYER" });
const COVERED = list("approved", [["10"]], { ...OUTWARD, declaration: "221820261000000001" });
const transfer = (movement: string, otherList: string | null, line: Line = ["10"]) =>
  list("approved", [line], { movement, otherBook: "T2218W000002", otherList });
const ASKED = "QD221826E000000009";

const TABLE: readonly (readonly [what: string, list: List, session: Session, told: string])[] = [
  ["its enterprise asks for a pass, or deletes", NONE, OWN, "pass delete: you bonded.stand.pass.you"],
  ["another enterprise may not", NONE, OTHER, ": others bonded.stand.pass.others"],
  ["an officer waits for the pass", NONE, OFFICER, ": others bonded.stand.pass.others"],
  ["the rest goes on another pass; it stays", PART, OWN, "pass: you bonded.stand.pass.you"],
  ["its officer records what is under way", PART, OFFICER, "record: you bonded.stand.gate.you"],
  ["an officer elsewhere does not", ALL, who("officer", "office/2233"), ": others bonded.stand.gate.others"],
  ["all on passes, its enterprise waits for the gate", ALL, OWN, ": others bonded.stand.gate.others"],
  ["all through, its enterprise names the declaration", THROUGH, OWN, "cover: you bonded.stand.declare.you"],
  ["or its officer", THROUGH, OFFICER, "cover: you bonded.stand.declare.you"],
  ["others wait", THROUGH, OTHER, ": others bonded.stand.declare.others"],
  ["what leaves waits for its declaration first", HELD, OWN, "cover delete: you bonded.stand.cover.you"],
  [
    "which the enterprise outside may name",
    HELD,
    who("declarant", "party/BUYER"),
    "cover: you bonded.stand.cover.you",
  ],
  ["and no other", HELD, OTHER, ": others bonded.stand.cover.others"],
  ["covered, it goes on passes", COVERED, OWN, "pass delete: you bonded.stand.pass.you"],
  [
    "goods that moved on slips need no gate",
    list("approved", [["10"]], { gate: false, declares: true }),
    OWN,
    "cover delete: you bonded.stand.declare.you",
  ],
  [
    "goods that entered first",
    list("approved", [["10"]], { gate: false }),
    OFFICER,
    "post: you bonded.stand.ready.you",
  ],
  [
    "a transfer waits for the other list",
    transfer("from-book", null),
    OWN,
    "delete: others bonded.stand.otherList",
  ],
  ["answered, it moves and stays", transfer("from-book", ASKED), OWN, "pass: you bonded.stand.pass.you"],
  ["the sender may delete", transfer("to-book", ASKED), OWN, "pass delete: you bonded.stand.pass.you"],
  [
    "one side through waits for the other",
    transfer("to-book", ASKED, ["10", "10", "10"]),
    OWN,
    ": others bonded.stand.otherSide",
  ],
  ["posted, an officer may reverse", list("posted"), OFFICER, "reverse: done bonded.isPosted"],
  [
    "one that declared slips stays",
    list("posted", [["1"]], { slips: ["SS"] }),
    OFFICER,
    ": done bonded.isPosted",
  ],
  ["posted, its enterprise may not", list("posted"), OWN, ": done bonded.isPosted"],
  ["deleted, nothing is left", list("deleted"), OFFICER, ": closed bonded.isDeleted"],
  ["reversed, nothing is left", list("reversed"), OFFICER, ": stopped bonded.isReversed"],
];

describe("a verification list", () => {
  for (const [what, it_, session, told] of TABLE)
    it(what, () => {
      const acts = listActs(it_, session);
      assert.equal(`${acts.join(" ")}: ${standOf(it_, acts).join(" ")}`, told);
    });

  it("is declared by the enterprise of the book, or by the one outside that it names", () => {
    const buyer = who("declarant", "party/BUYER");
    const both = { ...OWN, grants: [...OWN.grants, ...buyer.grants] };
    for (const [session, list_, told] of [
      [OWN, HELD, "files"],
      [buyer, HELD, "outside files"],
      [both, HELD, "files"],
      [OTHER, HELD, ""],
      [OFFICER, HELD, ""],
      [buyer, COVERED, ""],
      [OWN, COVERED, ""],
      [OWN, NONE, ""],
    ] as const) {
      const words = [isOutside(list_, session) && "outside", mayFile(list_, session) && "files"];
      assert.equal(words.filter(Boolean).join(" "), told);
    }
  });

  it("tells how far its goods are", () => {
    assert.deepEqual([NONE, PART, ALL, THROUGH].map(goodsOf), ["left", "left", "on-passes", "through"]);
  });
});
