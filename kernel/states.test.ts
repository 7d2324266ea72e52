import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mayFollow, type StateTable, step } from "./states.ts";

type State = "draft" | "filed" | "released" | "withdrawn";
const table: StateTable<State> = {
  draft: ["filed"],
  filed: ["released", "withdrawn"],
  released: [],
  withdrawn: [],
};

/** Rows: what is. Columns: what would be next. */
const grid = `
           draft  filed  released  withdrawn
draft      -      yes    -         -
filed      -      -      yes       yes
released   -      -      -         -
withdrawn  -      -      -         -
`;

describe("a table of states", () => {
  const [head, ...rows] = grid.trim().split("\n");
  const columns = head!.trim().split(/\s+/) as State[];
  for (const row of rows) {
    const [from, ...cells] = row.trim().split(/\s+/) as [State, ...string[]];
    it(`from ${from} lets through what it names and nothing else`, () => {
      columns.forEach((to, index) => {
        assert.equal(mayFollow(table, from, to), cells[index] === "yes", `${from} -> ${to}`);
        if (mayFollow(table, from, to)) assert.equal(step(table, from, to), to);
        else assert.throws(() => step(table, from, to), new RegExp(`${to} may not follow ${from}`));
      });
    });
  }
});
