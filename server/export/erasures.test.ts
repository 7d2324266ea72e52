import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defineEntry } from "@openftz/customs/define/entry-type.ts";
import Type from "typebox";
import { entryBook, sealDraft } from "../desk/sealing.ts";
import type { StoredEntry } from "../store.ts";
import { Erasures } from "./erasures.ts";

const book = entryBook([
  defineEntry({
    type: "person.named",
    version: 1,
    body: Type.Object({ person: Type.String(), name: Type.String({ personal: true }) }),
    subject: ({ person }) => `person/${person}`,
  }),
  defineEntry({
    type: "person.erased",
    version: 1,
    body: Type.Object({ person: Type.String() }),
    erases: ({ person }) => [`person/${person}`],
  }),
]);

const [OLD, NEW] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
let nonce = 0;

/** An entry on a person: named under a key, or erased. */
const entry = (person: string, key?: Uint8Array): StoredEntry => {
  const heading = { position: 1, at: "2026-03-05T04:00:00Z", actor: "a", command: "c", reference: null };
  const body = key ? { person, name: `Name of ${person}` } : { person };
  const draft = { type: key ? "person.named" : "person.erased", records: [], body };
  const chance = { bytes: (count: number) => new Uint8Array(count).fill(nonce++) };
  const keys = { find: () => key };
  const request = { text: "{}", value: {} };
  const sealed = sealDraft(
    book,
    { ...heading, previous: "0".repeat(64) },
    draft as never,
    request,
    keys,
    chance,
  );
  return { position: 1, bytes: sealed.bytes, seal: sealed.seal, records: [] };
};

const P = "person/p";

describe("keys that come with a restore", () => {
  const table: readonly (readonly [
    what: string,
    entries: readonly StoredEntry[],
    key: Uint8Array,
    lives: boolean,
    erased: number,
  ])[] = [
    ["of a person who was never erased lives", [entry("p", OLD)], OLD, true, 0],
    ["of a person who was erased does not", [entry("p", OLD), entry("p")], OLD, false, 1],
    ["of another person who was erased is no matter", [entry("q", OLD), entry("q")], OLD, true, 1],
    [
      "from before an erasure does not, though the person came again",
      [entry("p", OLD), entry("p"), entry("p", NEW)],
      OLD,
      false,
      0,
    ],
    ["from after it lives", [entry("p", OLD), entry("p"), entry("p", NEW)], NEW, true, 0],
    [
      "from after it does not once the person was erased again",
      [entry("p", OLD), entry("p"), entry("p", NEW), entry("p")],
      NEW,
      false,
      1,
    ],
  ];
  for (const [what, entries, key, lives, erased] of table)
    it(`one ${what}`, () => {
      const erasures = new Erasures(book);
      for (const each of entries) erasures.hear(each);
      assert.equal(erasures.living(new Map([[P, key]])).has(P), lives);
      assert.equal(erasures.count, erased);
    });
});
