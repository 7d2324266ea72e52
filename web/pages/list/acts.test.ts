import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session } from "../../api/types.ts";
import { type List, listAct, standOf } from "./acts.ts";

const list = (state: string, movement = "from-abroad", declares = false): List =>
  ({ number: "QD221826I000000001", book: "T2218W000001", party: "OWN", state, movement, declares }) as List;
const who = (role: string, place: string): Session =>
  ({ account: "a", name: "A", sample: true, grants: [{ role, place }] }) as Session;

const OWN = who("declarant", "party/OWN");
const OFFICER = who("officer", "office/2218");

const TABLE: readonly (readonly [what: string, list: List, session: Session, told: string])[] = [
  ["its officer posts", list("approved"), OFFICER, "post you bonded.isApproved.in.gate"],
  [
    "an officer elsewhere does not",
    list("approved"),
    who("officer", "office/2233"),
    "nothing others bonded.isApproved.in.gate",
  ],
  ["its enterprise may delete", list("approved"), OWN, "delete others bonded.isApproved.in.gate"],
  [
    "another enterprise may not",
    list("approved"),
    who("declarant", "party/OTHER"),
    "nothing others bonded.isApproved.in.gate",
  ],
  [
    "it waits for its declaration",
    list("approved", "to-inland", true),
    OWN,
    "delete others bonded.isApproved.out.declaration",
  ],
  ["posted, an officer may reverse", list("posted"), OFFICER, "reverse done bonded.isPosted"],
  ["posted, its enterprise may not", list("posted"), OWN, "nothing done bonded.isPosted"],
  ["deleted, nothing is left", list("deleted"), OFFICER, "nothing closed bonded.isDeleted"],
  ["reversed, nothing is left", list("reversed"), OFFICER, "nothing stopped bonded.isReversed"],
];

describe("a verification list", () => {
  for (const [what, it_, session, told] of TABLE)
    it(what, () => {
      const act = listAct(it_, session);
      assert.equal([act ?? "nothing", ...standOf(it_, act)].join(" "), told);
    });
});
