import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Entry, entryBytes, faultOf, NO_SEAL, parseEntry, sealOf } from "./entry.ts";
import { type Hash, toHex } from "./hash.ts";

const sha256: Hash = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

type Parts = Partial<Entry<unknown>>;
const entryOf = (parts: Parts = {}): Entry => ({
  position: 1,
  at: "2026-03-01T08:00:00.000Z",
  type: "declaration.filed",
  version: 1,
  records: ["declaration/1"],
  actor: "party/7",
  command: "declaration.file",
  reference: { scope: "party/7", text: 'A "1"', hash: "00ff" },
  law: null,
  body: { goods: "货物" },
  previous: toHex(NO_SEAL),
  ...parts,
});
const stored = (parts: Parts = {}) => {
  const entry = entryOf(parts);
  const bytes = entryBytes(entry, JSON.stringify(entry.body));
  return { position: entry.position, bytes, seal: sealOf(sha256, bytes) };
};
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const sealed = (bytes: Uint8Array, position = 1) => ({ position, bytes, seal: sealOf(sha256, bytes) });

describe("an entry", () => {
  it("is sealed as one JSON object with its fields in a fixed order", () => {
    assert.equal(
      new TextDecoder().decode(stored().bytes),
      '{"position":1,"at":"2026-03-01T08:00:00.000Z","type":"declaration.filed","version":1,' +
        '"records":["declaration/1"],"actor":"party/7","command":"declaration.file",' +
        '"reference":{"scope":"party/7","text":"A \\"1\\"","hash":"00ff"},"law":null,' +
        `"body":{"goods":"货物"},"previous":"${"0".repeat(64)}"}`,
    );
  });

  it("keeps the body's text as it was written: order, white space and digits", () => {
    const body = '{ "b":1.50, "a":12345678901234567890 }';
    assert.ok(new TextDecoder().decode(entryBytes(entryOf(), body)).includes(`"body":${body},`));
  });

  it("is read back as it was written, whatever people typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (typed, actor) => {
        fc.pre(typed.isWellFormed() && actor.isWellFormed());
        const entry = entryOf({ body: { typed }, actor, reference: { scope: actor, text: typed, hash: "" } });
        assert.deepEqual(parseEntry(entryBytes(entry, JSON.stringify(entry.body))), entry);
      }),
    );
  });

  it("has the leaf hash of its bytes as its seal", () => {
    assert.equal(
      toHex(sealOf(sha256, new Uint8Array())),
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    );
  });
});

describe("a fault in a stored entry", () => {
  const first = stored();
  const second = stored({ position: 2, previous: toHex(first.seal) });
  const made = { scope: "a", text: "b" };
  const indexed = { ...second, records: parseEntry(second.bytes).records, reference: made };
  const table: [
    says: string,
    entry: typeof first,
    before: typeof first | undefined,
    fault: string | undefined,
  ][] = [
    ["the first entry is sound", first, undefined, undefined],
    ["an entry that continues the one before is sound", second, first, undefined],
    ["an entry looked at alone is sound", second, undefined, undefined],
    ["bytes of another entry", { ...second, bytes: first.bytes }, first, "its bytes do not fit its seal"],
    ["bytes that are no JSON", sealed(text("{")), undefined, "its bytes are not an entry"],
    ["bytes that are no UTF-8", sealed(new Uint8Array([0xff])), undefined, "its bytes are not an entry"],
    ["JSON that is no entry", sealed(text("null")), undefined, "its bytes are not an entry"],
    ["JSON without records", sealed(text("{}")), undefined, "its bytes are not an entry"],
    [
      "a reference that the index made up",
      indexed,
      first,
      "the index gives it another reference than was sealed",
    ],
    ["an entry in another's place", { ...second, position: 3 }, undefined, "it says it is entry 2"],
    [
      "a first entry that continues something",
      stored({ previous: "ab".repeat(32) }),
      undefined,
      "it is the first and names one before it",
    ],
    ["a gap", stored({ position: 3 }), first, "entry 2 is missing before it"],
    ["a broken chain", stored({ position: 2 }), first, "it does not continue the entry before it"],
  ];
  for (const [says, entry, before, fault] of table) {
    it(says, () => assert.equal(faultOf(sha256, entry, before), fault));
  }

  it("is found for each bit that is flipped in its bytes", () => {
    for (let bit = 0; bit < second.bytes.length * 8; bit++) {
      const bytes = second.bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      assert.ok(faultOf(sha256, { ...second, bytes }, first), `bit ${bit}`);
    }
  });
});
