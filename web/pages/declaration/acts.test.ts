import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session, ShownDeclaration } from "../../api/types.ts";
import { actsOf, firstAct } from "./acts.ts";

const declaration = (change: object): ShownDeclaration =>
  ({
    state: "held",
    holds: [{ kind: "tax", about: [] }],
    tax: { state: "due" },
    content: { declarant: "BROKER", trader: "TRADER", office: "2218" },
    examination: { documents: { asked: [], missing: [] } },
    givenDocuments: [],
    amendment: null,
    ...change,
  }) as unknown as ShownDeclaration;

const session = (role: string, place: string): Session =>
  ({ account: "a", name: "A", sample: true, grants: [{ role, place }] }) as Session;

const asked = {
  examination: { documents: { asked: ["J"], missing: ["J"] } },
  holds: [{ kind: "documents", about: ["J"] }],
};

const OVERDUE = {
  ...{ state: "released", guarantee: "G-1" },
  tax: { state: "overdue", reserved: "100", called: false },
};

describe("who may do what", () => {
  for (const [name, who, change, acts, first] of [
    ["the declarant pays", session("declarant", "party/BROKER"), {}, "pay amend withdraw", "pay"],
    ["the trader may pay, and change nothing", session("declarant", "party/TRADER"), {}, "pay", "pay"],
    ["a stranger's declarant does nothing", session("declarant", "party/OTHER"), {}, "", undefined],
    [
      "another office's officer does nothing",
      session("officer", "office/9999"),
      { holds: [] },
      "",
      undefined,
    ],
    [
      "an officer releases what nothing holds",
      session("officer", "office/2218"),
      { holds: [] },
      "release",
      "release",
    ],
    [
      "an officer calls upon the guarantor for an overdue tax",
      session("officer", "office/2218"),
      OVERDUE,
      "call-guarantor withdraw-released",
      "call-guarantor",
    ],
    [
      "and records what the guarantor paid",
      session("officer", "office/2218"),
      { ...OVERDUE, tax: { ...OVERDUE.tax, called: true } },
      "settle-guarantor withdraw-released",
      "settle-guarantor",
    ],
    [
      "nobody is called upon for what is still held",
      session("officer", "office/2218"),
      { ...OVERDUE, state: "held" },
      "",
      undefined,
    ],
    [
      "missing papers are given first",
      session("declarant", "party/BROKER"),
      asked,
      "give-document pay amend withdraw",
      "give-document",
    ],
    ["an officer waits for missing papers", session("officer", "office/2218"), asked, "", undefined],
    [
      "an officer looks at given papers",
      session("officer", "office/2218"),
      { ...asked, givenDocuments: [{ kind: "J", number: "1" }] },
      "clear-hold",
      "clear-hold",
    ],
    [
      "nobody changes what is inspected",
      session("declarant", "party/BROKER"),
      { holds: [{ kind: "inspection", about: [] }] },
      "pay",
      "pay",
    ],
    [
      "released and paid is closed by an officer",
      session("officer", "*"),
      { state: "released", holds: [], tax: { state: "paid" } },
      "close withdraw-released",
      "close",
    ],
    [
      "released and owed: withdrawal only, and never first",
      session("officer", "*"),
      { state: "released", holds: [], tax: { state: "guaranteed" } },
      "withdraw-released",
      undefined,
    ],
    ["closed is closed", session("officer", "*"), { state: "closed" }, "", undefined],
  ] as const)
    it(name, () => {
      const it = declaration(change);
      const found = actsOf(it, who);
      assert.equal(found.map(({ kind }) => kind).join(" "), acts);
      assert.equal(firstAct(it, found)?.kind, first);
    });
});
