import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bringIn, openBook } from "./book-bench.ts";
import { openWorld } from "./test-bench.ts";

const reason = "as agreed";

describe("the story of a book", () => {
  it("tells what was asked and decided, by whom, and of which lines; to those who may see the book", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "1" });
    const line = `${book}-1`;
    const ask = (change: object) =>
      bench.do("account-book.file-change", "trader-1", { book, reason, ...change });
    const decide = (accept: boolean) =>
      bench.do("account-book.decide-change", "officer-1", { book, accept, reason });
    await ask({ validUntil: "2027-12-31" });
    await decide(false);
    await ask({ lines: [{ line: 1, description: "other valves" }] });
    await decide(true);
    await bench.do("book-line.pause", "officer-1", { line, pause: "out", reason });
    await bench.do("account-book.pause", "officer-1", { book, pause: "in", reason });
    const tell = async (request: object) =>
      (await bench.rows("account-book.story", "trader-1", { book, ...request }, 3)).map((row) => {
        const goods = row.goods as { description: string } | null;
        const said = [row.accept, row.validUntil, row.lines, row.pause, goods?.description];
        return [row.type, row.actor, row.line, ...said]
          .filter((each) => each !== null && each !== undefined)
          .join(" ");
      });
    assert.deepEqual(await tell({}), [
      "account-book.opened trader-1 2026-12-31",
      "account-book.decided officer-1 true",
      "account-book.change-filed trader-1 2027-12-31 0",
      "account-book.change-decided officer-1 false 2027-12-31 0",
      "account-book.change-filed trader-1 2026-12-31 1",
      `account-book.change-filed trader-1 ${line} other valves`,
      "account-book.change-decided officer-1 true 2026-12-31 1",
      `account-book.change-decided officer-1 ${line} true other valves`,
      `book-line.paused officer-1 ${line} out`,
      "account-book.paused officer-1 in",
    ]);
    assert.deepEqual(await tell({ line }), [
      `account-book.change-filed trader-1 ${line} other valves`,
      `account-book.change-decided officer-1 ${line} true other valves`,
      `book-line.paused officer-1 ${line} out`,
    ]);
    for (const actor of ["trader-2", "keeper-1", undefined])
      assert.equal((await bench.ask("account-book.story", actor, { book })).kind, "refused", actor);
    assert.equal(await bench.viewsRebuilt(), await bench.viewsNow());
    await bench.close();
  });
});
