import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import Type from "typebox";
import { REFERENCE_FOLDER, referencePages } from "./generate.ts";
import { table } from "./markdown.ts";
import { schemaRows } from "./schema-rows.ts";

const MAKE = "The source changed; make the pages again: node_modules/.bin/node server/reference/generate.ts";

describe("the reference pages", () => {
  for (const [file, text] of referencePages())
    it(`docs/reference/${file} is what the release registers`, () => {
      const kept = path.join(REFERENCE_FOLDER, file);
      assert.ok(existsSync(kept) && readFileSync(kept, "utf8") === text, MAKE);
    });
});

describe("a schema as rows", () => {
  it("tells every field, nested ones under their path", () => {
    const schema = Type.Object({
      day: Type.String({ format: "date", description: "A day." }),
      goods: Type.Array(Type.Object({ mass: Type.String({ pattern: "^[0-9]+$", personal: true }) }), {
        minItems: 1,
        maxItems: 50,
      }),
      lane: Type.Optional(Type.Union([Type.Literal("release"), Type.Literal("inspect"), Type.Null()])),
    });
    assert.deepEqual(
      schemaRows(schema).map(({ path: at, needed, what, says, personal }) => [
        at,
        needed,
        what,
        says,
        personal,
      ]),
      [
        ["day", true, "day", "A day.", false],
        ["goods", true, "list of objects, 1 to 50", "", false],
        ["goods[].mass", true, "text `^[0-9]+$`", "", true],
        ["lane", false, '"release" or "inspect" or null', "", false],
      ],
    );
  });
});

describe("a table", () => {
  it("keeps bars in a cell, and is nothing without rows", () => {
    assert.equal(table(["a"], [["x|y"]]), "| a |\n| --- |\n| x\\|y |");
    assert.equal(table(["a"], []), "");
  });
});
