import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { documentKinds } from "./document-kinds.ts";
import { procedures } from "./procedures.ts";
import { transportModes } from "./transport-modes.ts";

const tables = {
  procedures: { rows: procedures, form: /^\d{4}$/ },
  "transport modes": { rows: transportModes, form: /^[0-9A-Z]$/ },
  "document kinds": { rows: documentKinds, form: /^[0-9A-Za-z]$/ },
};

describe("the code tables", () => {
  for (const [name, { rows, form }] of Object.entries(tables)) {
    it(`${name}: each code once and of its form`, () => {
      assert.equal(new Set(rows.map(({ code }) => code)).size, rows.length);
      for (const { code } of rows) assert.match(code, form);
    });

    it(`${name}: each name in Chinese and in English, and no English name twice`, () => {
      for (const { code, name: texts } of rows) {
        assert.match(texts.zh, /\p{Script=Han}/u, code);
        assert.match(texts.en, /^[A-Z][^\p{Script=Han}]+$/u, code);
      }
      assert.equal(new Set(rows.map(({ name: { en } }) => en)).size, rows.length);
    });
  }

  it("a procedure goes at least one way", () => {
    for (const { code, directions } of procedures) assert.ok(directions.length > 0, code);
  });
});
