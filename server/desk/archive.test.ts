import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { detailOf, inward, numberOf, VALVE, WINE_VALVE as WINE } from "./book-bench.ts";
import { type Bench, OTHER, openWorld, TRADER, told } from "./test-bench.ts";

const CONTENT = {
  validUntil: "2026-12-31",
  approval: "SH-2026-117",
  goods: [{ heading: "8481", name: "valves", kind: "material" }],
};

const file = (bench: Bench, change: object = {}) =>
  bench.run("archive.file", "trader-1", {
    ...{ reference: `A-${bench.disk.entries.length}`, party: TRADER, office: "2218", ...CONTENT, ...change },
  });

const decide = (bench: Bench, archive: string, accept = true) =>
  bench.run("archive.decide", "officer-1", { archive, accept, reason: "looked at" });

const inForce = async (bench: Bench, change: object = {}): Promise<string> => {
  const archive = numberOf(await file(bench, change), "archive");
  await decide(bench, archive);
  return archive;
};

const askBook = (bench: Bench, archive: string, change: object = {}) =>
  bench.run("account-book.open", "trader-1", {
    ...{ reference: `B-${bench.disk.entries.length}`, zone: "waigaoqiao", office: "2218", party: TRADER },
    ...{ mode: "accumulate", validUntil: "2026-12-31", archive, ...change },
  });

describe("an enterprise archive", () => {
  it("says of which goods a book is: others do not come into it", async () => {
    const bench = await openWorld();
    const archive = await inForce(bench);
    assert.match(archive, /^IE221826[0-9A-Z]{4}$/);
    const book = numberOf(await askBook(bench, archive), "book");
    await bench.do("account-book.decide", "officer-1", { book, accept: true, reason: "in order" });
    const bring = (reference: string, goods: object) =>
      bench.run("bonded-list.declare", "trader-1", inward(book, reference, { declared: "5" }, { goods }));
    assert.equal(told(await bring("L-1", VALVE)), "ok");
    assert.equal(detailOf(await bring("L-2", WINE)), `${archive} has no goods of heading 2204.`);
    const change = (what: object) =>
      bench.run("account-book.file-change", "trader-1", { book, reason: "another heading", ...what });
    assert.match(
      detailOf(await change({ lines: [{ line: 1, commodity: "2204210000" }] })),
      /has no goods of heading 2204/,
    );
    assert.match(detailOf(await change({ validUntil: "2040-01-01" })), /is valid until 2026-12-31 only/);
    await bench.close();
  });

  it("is changed by a version of its own, which an officer decides on", async () => {
    const bench = await openWorld();
    const archive = await inForce(bench);
    const change = (more: object = {}) =>
      bench.run("archive.file-change", "trader-1", {
        ...{ archive, ...CONTENT, validUntil: "2027-12-31" },
        ...{ goods: [...CONTENT.goods, { heading: "2204", name: "wine", kind: "material" }], ...more },
      });
    assert.equal(told(await change()), "ok");
    assert.match(detailOf(await change()), /has a change that waits already/);
    const shown = async (): Promise<string> => {
      const found = await bench.ask("archive.show", "trader-1", { id: archive });
      const { version, content } = (found as { answer: { version: number; content: { goods: object[] } } })
        .answer;
      return `${version}: ${content.goods.length}`;
    };
    assert.equal(await shown(), "1: 1", "until it is decided, it says what it said");
    await decide(bench, archive, false);
    assert.equal(await shown(), "1: 1");
    await change();
    await decide(bench, archive);
    assert.equal(await shown(), "2: 2");
    assert.match(detailOf(await decide(bench, archive)), /no change waits/);
    const rows = await bench.rows("archive.list", "officer-1");
    assert.deepEqual(
      rows.map(({ state, validUntil, change: waits }) => [state, validUntil, waits]),
      [["effective", "2027-12-31", false]],
    );
    assert.equal(await bench.viewsRebuilt(), await bench.viewsNow());
    await bench.close();
  });

  it("with mistakes, or of others, is refused", async () => {
    const bench = await openWorld();
    const archive = await inForce(bench);
    const filed = numberOf(await file(bench), "archive");
    const [twice] = CONTENT.goods;
    const TABLE: readonly (readonly [what: string, reply: Promise<object>, detail: RegExp])[] = [
      ["one that ended", file(bench, { validUntil: "2025-12-31" }), /would end before today/],
      ["a heading twice", file(bench, { goods: [twice, twice] }), /8481 valves is named twice/],
      [
        "a book that outlives it",
        askBook(bench, archive, { validUntil: "2027-01-01" }),
        /until 2026-12-31 only/,
      ],
      ["a book of one not decided", askBook(bench, filed), /is filed/],
    ];
    for (const [what, reply, detail] of TABLE) assert.match(detailOf((await reply) as never), detail, what);
    const others = await bench.run("archive.file", "trader-2", {
      ...{ reference: "A-O", party: OTHER, office: "2218", ...CONTENT },
    });
    const foreign = numberOf(others, "archive");
    await decide(bench, foreign);
    assert.match(detailOf(await askBook(bench, foreign)), new RegExp(`is not of ${TRADER}`));
    assert.equal(
      told(await bench.run("archive.decide", "trader-1", { archive: filed, accept: true, reason: "asked" })),
      "not-found",
    );
    assert.equal((await bench.ask("archive.show", "trader-1", { id: foreign })).kind, "refused");
    assert.deepEqual(
      (await bench.rows("archive.list", "trader-2")).map(({ party }) => party),
      [OTHER],
    );
    await bench.close();
  });
});
