import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  askPass,
  bringIn,
  carry,
  detailOf,
  inward,
  lineOf,
  openBook,
  outward,
  shelves,
  VALVE,
} from "./book-bench.ts";
import type { Reply } from "./replies.ts";
import { type Bench, OTHER, openWorld, told } from "./test-bench.ts";

/** Two books, of two enterprises: the first has a hundred valves, the second takes them. */
const twoBooks = async (bench: Bench, zone = "waigaoqiao") => {
  if (zone !== "waigaoqiao")
    await bench.do("zone.register", "installation", {
      ...{
        zone,
        name: { en: "Second zone", zh: "第二区" },
        office: "2218",
        type: "comprehensive-bonded-zone",
      },
      ...{ from: "2020-01-01", approval: "test" },
    });
  const sender = await openBook(bench);
  await bringIn(bench, sender, { declared: "100", second: "250" });
  const receiver = await openBook(bench, { party: OTHER, actor: "trader-2", zone });
  return { sender, receiver };
};

type Quantity = { readonly declared: string; readonly second?: string };

const take = (
  bench: Bench,
  { sender, receiver }: { sender: string; receiver: string },
  quantity: Quantity,
  goods: object = VALVE,
) =>
  bench.run("bonded-list.declare", "trader-2", {
    ...inward(receiver, `TAKE-${bench.disk.entries.length}`, quantity, { goods }),
    ...{ movement: "from-book", otherBook: sender },
  });

const give = (bench: Bench, sender: string, otherList: string, quantity: Quantity, change: object = {}) =>
  bench.run("bonded-list.declare", "trader-1", {
    ...outward(sender, `GIVE-${bench.disk.entries.length}`, quantity),
    ...{ movement: "to-book", otherList, ...change },
  });

const listOf = (reply: Reply): string => {
  assert.equal(reply.kind, "accepted", JSON.stringify(reply));
  return (reply as unknown as { answer: { list: string } }).answer.list;
};

describe("a transfer between books", () => {
  it("within a zone is posted on both sides with the sender's list", async () => {
    const bench = await openWorld();
    const books = await twoBooks(bench);
    const quantity = { declared: "40", second: "100" };
    const taken = listOf(await take(bench, books, quantity));
    assert.equal(await shelves(bench, books.receiver), "bonded: 40 coming, 0 free, 0 reserved");
    const given = listOf(await give(bench, books.sender, taken, quantity));
    assert.equal(await shelves(bench, books.sender), "bonded: 0 coming, 60 free, 0 reserved");
    assert.equal(await shelves(bench, books.receiver), "bonded: 0 coming, 40 free, 0 reserved");
    for (const list of [taken, given]) {
      const shown = await bench.ask("bonded-list.show", "officer-1", { id: list });
      const { state, otherList } = (shown as unknown as { answer: { state: string; otherList: string } })
        .answer;
      assert.deepEqual([state, otherList], ["posted", list === taken ? given : taken]);
    }
    const { proposal } = await bench.do<{ proposal: string }>("bonded-list.reverse", "officer-1", {
      ...{ list: given, reason: "by mistake" },
    });
    await bench.do("proposal.confirm", "officer-2", { proposal });
    assert.equal(await shelves(bench, books.sender), "bonded: 0 coming, 100 free, 0 reserved");
    assert.equal(await shelves(bench, books.receiver), "", "a reversal is one of both sides");
    await bench.close();
  });

  it("between zones is posted on both sides with the last passage, out of the one and into the other", async () => {
    const bench = await openWorld();
    const books = await twoBooks(bench, "second");
    const quantity = { declared: "40", second: "100" };
    const taken = listOf(await take(bench, books, quantity));
    assert.match(
      detailOf(await askPass(bench, books.receiver, "in", { lists: [{ list: taken }] }, "trader-2")),
      /waits for the list of T2218W/,
    );
    const given = listOf(await give(bench, books.sender, taken, quantity));
    assert.deepEqual(await carry(bench, books.sender, "out", { lists: [{ list: given }] }), []);
    assert.match(
      detailOf(await bench.run("bonded-list.post", "officer-1", { list: given })),
      /the other side of .* waits for its goods at the gate/,
    );
    assert.equal(await shelves(bench, books.sender), "bonded: 0 coming, 60 free, 40 reserved");
    const posted = await carry(bench, books.receiver, "in", { lists: [{ list: taken }] }, "trader-2");
    assert.deepEqual([...posted].sort(), [taken, given].sort());
    assert.equal(await shelves(bench, books.sender), "bonded: 0 coming, 60 free, 0 reserved");
    assert.equal(await shelves(bench, books.receiver), "bonded: 0 coming, 40 free, 0 reserved");
    const before = await bench.viewsNow();
    assert.equal(await bench.viewsRebuilt(), before);
    await bench.close();
  });

  it("is refused where the two lists differ, and then neither moves", async () => {
    const bench = await openWorld();
    const books = await twoBooks(bench);
    const quantity = { declared: "40", second: "100" };
    const taken = listOf(await take(bench, books, quantity));
    const other = listOf(await take(bench, books, quantity, { ...VALVE, commodity: "8481201090" }));
    const inGrams = listOf(await take(bench, books, { declared: "40" }, { ...VALVE, lawfulUnit: "set" }));
    const lines = (...quantities: readonly Quantity[]) => quantities.map((each) => lineOf({ line: 1 }, each));
    const TABLE: readonly (readonly [what: string, list: string, change: object, detail: RegExp])[] = [
      [
        "a smaller quantity",
        taken,
        { lines: lines({ declared: "39", second: "100" }) },
        /takes 40, this list gives 39/,
      ],
      [
        "a smaller mass",
        taken,
        { lines: lines({ declared: "40", second: "99.9" }) },
        /takes 100, this list gives 99\.9/,
      ],
      ["other goods", other, {}, /takes goods of 84812010, these are of 84818040/],
      ["another unit", inGrams, { lines: lines({ declared: "40" }) }, /counts in set, this line in pcs/],
      [
        "more lines",
        taken,
        { lines: lines({ declared: "20" }, { declared: "20" }) },
        /has 1 lines, this list 2/,
      ],
      ["another status", taken, { status: "non-bonded" }, /takes bonded goods/],
      ["no list", taken, { otherList: undefined }, /Give the list that announces the goods/],
      ["a declaration", taken, { declares: true }, /without a declaration/],
    ];
    for (const [what, list, change, detail] of TABLE) {
      const reply = await give(bench, books.sender, list, quantity, change);
      assert.equal(reply.kind, "refused", what);
      assert.match(detailOf(reply), detail, what);
    }
    assert.equal(await shelves(bench, books.sender), "bonded: 0 coming, 100 free, 0 reserved");
    assert.equal(told(await give(bench, books.sender, taken, quantity)), "ok");
    assert.match(detailOf(await give(bench, books.sender, taken, quantity)), /is posted/);
    await bench.close();
  });

  it("says nothing of a list that names another book", async () => {
    const bench = await openWorld();
    const books = await twoBooks(bench);
    const taken = listOf(await take(bench, books, { declared: "40", second: "100" }));
    const third = await openBook(bench, { mode: "separate" });
    await bringIn(bench, third, { declared: "40", second: "90" });
    assert.match(
      detailOf(await give(bench, third, taken, { declared: "40", second: "90" })),
      new RegExp(`^${taken} announces no goods from ${third}\\.$`),
    );
    await bench.close();
  });

  it("is off after its days, on both sides, unless goods are on their way", async () => {
    const bench = await openWorld();
    const books = await twoBooks(bench, "second");
    const quantity = { declared: "10", second: "25" };
    const alone = listOf(await take(bench, books, quantity));
    const taken = listOf(await take(bench, books, quantity));
    const given = listOf(await give(bench, books.sender, taken, quantity));
    assert.match(
      detailOf(await bench.run("bonded-list.delete", "trader-2", { list: taken, reason: "not needed" })),
      new RegExp(`^${given} gives its goods`),
    );
    const moving = listOf(await take(bench, books, quantity));
    const leaving = listOf(await give(bench, books.sender, moving, quantity));
    await carry(bench, books.sender, "out", { lists: [{ list: leaving }] });
    bench.setClock("2026-04-01");
    await bench.it.runDeadlines();
    assert.equal(
      await shelves(bench, books.sender),
      "bonded: 0 coming, 80 free, 20 reserved",
      "the last day",
    );
    bench.setClock("2026-04-02");
    await bench.it.runDeadlines();
    assert.equal(await shelves(bench, books.sender), "bonded: 0 coming, 90 free, 10 reserved");
    for (const [list, state] of [
      [alone, "deleted"],
      [taken, "deleted"],
      [given, "deleted"],
      [moving, "approved"],
    ] as const) {
      const rows = await bench.rows("bonded-list.list", "officer-1");
      assert.equal(rows.find((row) => row.list === list)!.state, state, list);
    }
    await bench.close();
  });
});
