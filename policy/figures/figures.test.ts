import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Figure } from "@openftz/customs/law/figures.ts";
import { figures } from "./index.ts";

describe("the figures of the law", () => {
  for (const [name, rows] of Object.entries(figures) as [string, readonly Figure<unknown>[]][])
    it(`${name}: its rows stand in the order of their days, without overlap, and only the last is open`, () => {
      assert.ok(rows.length > 0);
      for (const [index, { from, to }] of rows.entries()) {
        const next = rows[index + 1];
        if (to !== undefined) assert.ok(from <= to, `${from} to ${to}`);
        if (next) assert.ok(to !== undefined && to < next.from, `${to} before ${next.from}`);
      }
    });

  for (const [name, rows] of Object.entries(figures) as [string, readonly Figure<unknown>[]][])
    it(`${name}: what was only recalled says so in its source, and nothing else does`, () => {
      for (const { source, confirmed } of rows) assert.equal(confirmed, !source.includes("(R)"), source);
    });
});
