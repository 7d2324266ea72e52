import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseStrictJson } from "./strict-json.ts";

describe("strict JSON", () => {
  const refused: readonly [text: string, pointer: string][] = [
    ['{"a":1,"a":1}', "/a"],
    ['{"a":{"b":1,"c":[{"d":1,"d":2}]}}', "/a/c/0/d"],
    ['{"a":[1,{"b":2},{"c":3,"c":4}]}', "/a/2/c"],
    ['{"k":1,"\\u006b":2}', "/k"],
    ['{"x/y~z":1,"x/y~z":2}', "/x~1y~0z"],
    ['{"":1,"":2}', "/"],
    ['{"a":"{\\"b\\":1,","a":2}', "/a"],
    ["", ""],
    ["{", ""],
    ["{'a':1}", ""],
    ["[1,]", ""],
    ['{"a":1} x', ""],
  ];
  for (const [text, pointer] of refused) {
    it(`${text} is refused at ${JSON.stringify(pointer)}`, () => {
      const read = parseStrictJson(text);
      assert.equal(read.kind === "refused" && read.pointer, pointer);
    });
  }

  it("names every key that stands twice, in the order written", () => {
    const read = parseStrictJson('{"a":{"b":1,"b":2},"c":1,"a":2,"c":3,"c":4}');
    assert.deepEqual(read.kind === "refused" && [read.pointer, ...read.others], ["/a/b", "/a", "/c"]);
  });

  it("gives up after some of a million", () => {
    const many = Array.from({ length: 200_000 }, (_, at) => `"k${at}":1,"k${at}":2`).join();
    const read = parseStrictJson(`{${many}}`);
    assert.equal(read.kind === "refused" && read.others.length, 99);
  });

  const taken = [
    '{"a":{"a":1},"b":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a,\\"a\\":"}',
    '"a"',
    "null",
    "[[],{}]",
  ];
  for (const text of taken) it(`${text} is taken`, () => assert.equal(parseStrictJson(text).kind, "json"));

  it("reads whatever JSON.parse reads, to the same value", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const read = parseStrictJson(text);
        assert.equal(read.kind, "json");
        assert.deepEqual(read.kind === "json" && read.value, JSON.parse(text));
      }),
    );
  });

  it("finds a key that is added a second time, wherever that is", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (object, pick) => {
        const keys = Object.keys(object);
        const again = JSON.stringify(keys[pick % keys.length]);
        const text = `${JSON.stringify(object).slice(0, -1)},${again}:0}`;
        assert.equal(parseStrictJson(text).kind, "refused");
      }),
    );
  });

  it("is not exhausted by a text nested a hundred thousand deep", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    assert.equal(parseStrictJson(`{"a":1,"a":${deep}}`).kind, "refused");
  });
});
