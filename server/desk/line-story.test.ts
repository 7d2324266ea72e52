import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { carry, openBook } from "./book-bench.ts";
import { type Bench, openWorld } from "./test-bench.ts";

const goods = {
  ...{ part: "V-100", commodity: "8481804090", description: "valves of steel", origin: "DE" },
  ...{ unit: "pcs", lawfulUnit: "kg" },
};

const listOf = (
  book: string,
  reference: string,
  movement: string,
  declared: string,
  which: object,
): object => ({
  ...{ reference, book, movement, procedure: "5034", transportMode: "2", declares: false },
  lines: [
    {
      ...which,
      ...{ declared, lawful: declared, netMassKg: declared, grossMassKg: declared },
      value: { amount: "1000.00", currency: "USD" },
    },
  ],
});

const declare = (bench: Bench, request: object): Promise<{ list: string }> =>
  bench.do<{ list: string }>("bonded-list.declare", "trader-1", request);

describe("the story of a line", () => {
  it("tells every move with its paper and what lay there afterwards, to those who may see the line", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const { list } = await declare(bench, listOf(book, "I-1", "from-abroad", "100", { goods }));
    await carry(bench, book, "in", { lists: [{ list }] });
    const { list: out } = await declare(bench, listOf(book, "O-1", "to-abroad", "30", { line: 1 }));
    await bench.do("bonded-list.delete", "trader-1", { list: out, reason: "not needed" });
    const line = `${book}-1`;
    const { proposal } = await bench.do<{ proposal: string }>("book-line.adjust", "officer-1", {
      ...{ line, status: "bonded", found: "less", declared: "1", lawful: "1", reason: "one was broken" },
    });
    await bench.do("proposal.confirm", "officer-2", { proposal });
    for (const actor of ["trader-1", "officer-1", "installation"]) {
      const rows = await bench.rows("book-line.story", actor, { line }, 2);
      assert.deepEqual(
        rows.map((row) => [
          ...[row.type, row.paper, `${row.from} > ${row.to}`, row.declared],
          ...[row.fromAfter, row.toAfter, row.usd, row.reason],
        ]),
        [
          ["bonded-list.approved", list, "abroad > bonded:coming", "100", null, "100", null, null],
          ["bonded-list.posted", list, "bonded:coming > bonded:stock", "100", "0", "100", "1000", null],
          ["bonded-list.approved", out, "bonded:stock > bonded:reserved", "30", "70", "30", null, null],
          [
            "bonded-list.deleted",
            out,
            "bonded:reserved > bonded:stock",
            "30",
            "0",
            "100",
            null,
            "not needed",
          ],
          ["book-line.adjusted", null, "bonded:stock > lost", "1", "99", null, "10", "one was broken"],
        ],
        actor,
      );
    }
    assert.equal((await bench.rows("book-line.story", "trader-1", { line, paper: out })).length, 2);
    for (const actor of ["trader-2", "keeper-1", undefined])
      assert.equal((await bench.ask("book-line.story", actor, { line })).kind, "refused", actor);
    assert.equal((await bench.ask("book-line.story", "trader-1", { line: `${book}-2` })).kind, "refused");
    const before = await bench.viewsNow();
    assert.equal(await bench.viewsRebuilt(), before);
    await bench.close();
  });
});
