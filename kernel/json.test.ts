import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { canonicalJson, type Json, stateFromText, stateToText } from "./json.ts";

describe("canonical JSON", () => {
  const table: [says: string, value: Json, text: string][] = [
    ["sorts keys at every depth", { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    ["keeps the order of a list", [3, 1, 2], "[3,1,2]"],
    ["sorts by code unit, not by language", { é: 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"é":1}'],
    ["writes no white space but what is content", { "a b": "c d" }, '{"a b":"c d"}'],
    ["knows one form of a number", { n: 1.5 }, '{"n":1.5}'],
    ["takes null, true and text", [null, true, '"'], '[null,true,"\\""]'],
  ];
  for (const [says, value, text] of table) it(says, () => assert.equal(canonicalJson(value), text));

  it("leaves out a field without a value, as JSON does", () => {
    const value = { b: undefined, a: 1 } as unknown as Json;
    assert.equal(canonicalJson(value), '{"a":1}');
  });

  it("spells equal content the same way, in whatever order it came, and reads back as it was", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        const turned = Object.fromEntries(Object.entries(fields).reverse());
        assert.equal(canonicalJson(turned as Json), canonicalJson(fields as Json));
        assert.deepEqual(JSON.parse(canonicalJson(fields as Json)), JSON.parse(JSON.stringify(fields)));
      }),
    );
  });
});

describe("a state in a snapshot", () => {
  it("comes back with its integers of any size", () => {
    const state = {
      stock: { "zone|car": 12345678901234567890n },
      list: [1n, { deep: -2n }],
      name: "车",
      none: null,
    };
    assert.deepEqual(stateFromText(stateToText(state)), state);
  });

  it("does not take a field that somebody named ~integer for an integer", () => {
    for (const state of [
      { "~integer": "12" },
      { "~integer": "no number" },
      { "~~integer": 1n },
      { "~integer": { "~integer": 2n } },
    ])
      assert.deepEqual(stateFromText(stateToText(state)), state);
  });

  it("comes back as it was, whatever it holds", () => {
    const key = fc.oneof(fc.string(), fc.constantFrom("~integer", "~~integer", "~", "~x"));
    const { state } = fc.letrec((tie) => ({
      state: fc.oneof(
        { depthSize: "small" },
        tie("leaf"),
        fc.array(tie("state")),
        fc.dictionary(key, tie("state")),
      ),
      leaf: fc.oneof(fc.bigInt(), fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    }));
    fc.assert(
      fc.property(state, (value) => assert.deepEqual(stateFromText(stateToText(value)), plain(value))),
    );
  });
});

/** fast-check makes dictionaries without a prototype, JSON makes plain ones. */
const plain = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(plain)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]))
      : value;
