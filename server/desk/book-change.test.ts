import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  askPass,
  bringIn,
  carry,
  detailOf,
  inward,
  numberOf,
  openBook,
  outward,
  shelves,
  VALVE,
  WINE_VALVE,
  wineOf,
} from "./book-bench.ts";
import { GUARANTEE, openWorld, TRADER, told } from "./test-bench.ts";

const reason = "as agreed";

describe("a book", () => {
  it("whose change waits is moved on as it is; taken in, papers under way keep to what they were declared on", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "100" });
    const change = {
      book,
      lines: [{ line: 1, commodity: "8481201090", description: "other valves" }],
      reason,
    };
    await bench.do("account-book.file-change", "trader-1", change);
    assert.match(detailOf(await bench.run("account-book.file-change", "trader-1", change)), /waits already/);
    const declare = (reference: string) =>
      bench.do<{ list: string }>(
        "bonded-list.declare",
        "trader-1",
        outward(book, reference, { declared: "10" }),
      );
    const { list: before } = await declare("C-1");
    await bench.do("account-book.decide-change", "officer-1", { book, accept: true, reason });
    const { list: after } = await declare("C-2");
    const hs8Of = async (list: string) => {
      const shown = await bench.ask("bonded-list.show", "officer-1", { id: list });
      return (shown as unknown as { answer: { lines: { hs8: string; changes: number }[] } }).answer.lines.map(
        ({ hs8, changes }) => [hs8, changes],
      );
    };
    assert.deepEqual(await hs8Of(before), [["84818040", 0]]);
    assert.deepEqual(await hs8Of(after), [["84812010", 1]]);
    await carry(bench, book, "out", { lists: [{ list: before }, { list: after }] });
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 80 free, 0 reserved");
    const [row] = await bench.rows("account-book.lines", "trader-1");
    assert.equal(row!.commodity, "8481201090");
    assert.equal(row!["bonded.stock"], "80");
    const views = await bench.viewsNow();
    assert.equal(await bench.viewsRebuilt(), views);
    await bench.close();
  });

  it("is not changed by a change that was declined, or that changes nothing", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "1" });
    const ask = (change: object) =>
      bench.run("account-book.file-change", "trader-1", { book, reason, ...change });
    const TABLE: readonly (readonly [what: string, change: object, told: string])[] = [
      ["nothing", {}, "invalid-request "],
      ["a day that is over", { validUntil: "2026-01-01" }, "invalid-request /validUntil"],
      [
        "a line twice",
        {
          lines: [
            { line: 1, description: "a" },
            { line: 1, description: "b" },
          ],
        },
        "invalid-request /lines/1/line",
      ],
      ["nothing of a line", { lines: [{ line: 1 }] }, "invalid-request /lines/0"],
      [
        "a line that is not there",
        { lines: [{ line: 2, description: "a" }] },
        "invalid-request /lines/0/line",
      ],
      ["the validity", { validUntil: "2027-12-31" }, "ok"],
    ];
    for (const [what, change, expected] of TABLE) assert.equal(told(await ask(change)), expected, what);
    await bench.do("account-book.decide-change", "officer-1", { book, accept: false, reason });
    assert.equal((await bench.rows("account-book.list", "trader-1"))[0]!.validUntil, "2026-12-31");
    assert.equal(told(await ask({ validUntil: "2027-12-31" })), "ok");
    await bench.do("account-book.decide-change", "officer-1", { book, accept: true, reason });
    assert.equal((await bench.rows("account-book.list", "trader-1"))[0]!.validUntil, "2027-12-31");
    await bench.close();
  });

  it("is closed when nothing is left of it, and not before", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const close = () => bench.run("account-book.close", "trader-1", { book, reason });
    await bringIn(bench, book, { declared: "5" });
    assert.match(detailOf(await close()), /goods are left on its lines/);
    const { list } = await bench.do<{ list: string }>(
      "bonded-list.declare",
      "trader-1",
      outward(book, "X-1", { declared: "5" }),
    );
    assert.match(detailOf(await close()), /goods are left on its lines; 1 of its lists/);
    await carry(bench, book, "out", { lists: [{ list }] });
    await bench.do("account-book.file-change", "trader-1", { book, validUntil: "2027-01-31", reason });
    assert.match(detailOf(await close()), /a change of it waits/);
    await bench.do("account-book.decide-change", "officer-1", { book, accept: false, reason });
    assert.equal(told(await close()), "ok");
    assert.match(
      detailOf(await bench.run("bonded-list.declare", "trader-1", inward(book, "X-2", { declared: "1" }))),
      /is closed/,
    );
    await bench.close();
  });

  it("or a line that is paused lets nothing in, or out, until the pause ends", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "50" });
    let turn = 0;
    const tell = async () => {
      turn += 1;
      const [into, out] = [
        await bench.run(
          "bonded-list.declare",
          "trader-1",
          inward(book, `I-${turn}`, { declared: "1" }, { line: 1 }),
        ),
        await bench.run("bonded-list.declare", "trader-1", outward(book, `O-${turn}`, { declared: "1" })),
      ];
      return [told(into), told(out)];
    };
    const TABLE = [
      ["none", "ok", "ok", "ok", "ok"],
      ["in", "not-now", "ok", "invalid-request /lines/0/line", "ok"],
      ["out", "ok", "not-now", "ok", "invalid-request /lines/0/line"],
      ["both", "not-now", "not-now", "invalid-request /lines/0/line", "invalid-request /lines/0/line"],
    ] as const;
    for (const [pause, ...expected] of TABLE) {
      if (pause !== "none") await bench.do("account-book.pause", "officer-1", { book, pause, reason });
      const ofBook = await tell();
      if (pause !== "none")
        await bench.do("account-book.pause", "officer-1", { book, pause: "none", reason });
      const line = `${book}-1`;
      if (pause !== "none") await bench.do("book-line.pause", "officer-1", { line, pause, reason });
      const ofLine = await tell();
      if (pause !== "none") await bench.do("book-line.pause", "officer-1", { line, pause: "none", reason });
      assert.deepEqual([...ofBook, ...ofLine], expected, pause);
    }
    await bench.close();
  });

  it("that is paused posts nothing that was approved before; afterwards it does", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "50" });
    const declare = async (reference: string): Promise<string> => {
      const { list } = await bench.do<{ list: string }>(
        "bonded-list.declare",
        "trader-1",
        outward(book, reference, { declared: "10" }),
      );
      return list;
    };
    const [list, held] = [await declare("P-1"), await declare("P-2")];
    const pass = numberOf(await askPass(bench, book, "out", { lists: [{ list }] }), "pass");
    await bench.do("account-book.pause", "officer-1", { book, pause: "out", reason });
    const passage = () => bench.run("gate-pass.record-passage", "officer-1", { pass });
    assert.match(detailOf(await passage()), /is paused by customs \(out\)/);
    await bench.do("account-book.pause", "officer-1", { book, pause: "none", reason });
    assert.equal(told(await passage()), "ok");
    await bench.do("book-line.pause", "officer-1", { line: `${book}-1`, pause: "out", reason });
    assert.deepEqual(
      await carry(bench, book, "out", { lists: [{ list: held }] }),
      [],
      "it passed and is not posted",
    );
    const post = () => bench.run("bonded-list.post", "trader-1", { list: held });
    assert.match(detailOf(await post()), /-1 is paused by customs/);
    await bench.do("book-line.pause", "officer-1", { line: `${book}-1`, pause: "none", reason });
    assert.equal(told(await post()), "ok");
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 30 free, 0 reserved");
    await bench.close();
  });

  it("goes on at midnight when its zone becomes another type, and may then do what that type may", async () => {
    const bench = await openWorld();
    const made = { source: "for the test", confirmed: false };
    const row = (type: string, value: string) => ({
      type,
      capability: "display",
      value,
      from: "1990-01-01",
      ...made,
    });
    const matrix = [row("bonded-zone", "no"), row("comprehensive-bonded-zone", "yes")];
    const file = await bench.it.keepFile(Buffer.from(matrix.map((each) => JSON.stringify(each)).join("\n")));
    await bench.do("zone.adopt-capabilities", "installation", { file, source: made.source });
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "50" });
    await bench.do("zone.change-type", "installation", {
      ...{
        zone: "waigaoqiao",
        type: "comprehensive-bonded-zone",
        from: "2026-03-03",
        approval: "State Council",
      },
    });
    const { list } = await bench.do<{ list: string }>(
      "bonded-list.declare",
      "trader-1",
      outward(book, "Z-1", { declared: "20" }),
    );
    const display = (reference: string) =>
      bench.run("business-form.file", "trader-1", {
        ...{ reference, book, kind: "display", direction: "out", validUntil: "2026-12-31" },
      });
    bench.setClock("2026-03-02T15:59:59Z");
    assert.equal(
      detailOf(await display("F-1")),
      "waigaoqiao allows no display since 1990-01-01 (for the test).",
      "a second before midnight in Shanghai",
    );
    bench.setClock("2026-03-02T16:00:00Z");
    assert.equal(told(await display("F-2")), "ok");
    await carry(bench, book, "out", { lists: [{ list }] });
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 30 free, 0 reserved");
    await bench.close();
  });

  it("is not opened in a zone that keeps none", async () => {
    const bench = await openWorld();
    await bench.do("zone.set-setting", "installation", {
      ...{ zone: "waigaoqiao", capability: "ledger-required", value: "no", from: "2026-03-01" },
      ...{ source: "for the test", confirmed: false },
    });
    const reply = await bench.run("account-book.open", "trader-1", {
      ...{ reference: "B-1", zone: "waigaoqiao", office: "2218", party: TRADER, mode: "accumulate" },
      validUntil: "2026-12-31",
    });
    assert.equal(detailOf(reply), "waigaoqiao keeps no books since 2026-03-01 (for the test).");
    await bench.close();
  });

  it("keeps goods that are imported in the zone as tax-paid, apart from the others", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "1500" }, { goods: WINE_VALVE });
    const release = (declares: boolean) =>
      bench.run("bonded-list.declare", "trader-1", {
        ...outward(book, `R-${declares}`, { declared: "1200" }),
        ...{ movement: "release", transportMode: "9", declares },
      });
    assert.match(detailOf(await release(false)), /only with a declaration/);
    const list = numberOf(await release(true), "list");
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 300 free, 1200 reserved");
    const declaration = await bench.file("DEC-1", {
      ...{ guarantee: GUARANTEE, goods: [wineOf("1200")], transportMode: "9" },
    });
    await bench.do("bonded-list.cover", "trader-1", { list, declaration });
    assert.equal(
      await shelves(bench, book),
      "bonded: 0 coming, 300 free, 0 reserved; tax-paid: 0 coming, 1200 free, 0 reserved",
    );
    const [row] = await bench.rows("account-book.lines", "trader-1");
    assert.deepEqual([row!["bonded.stock"], row!["tax-paid.stock"]], ["300", "1200"]);
    await bench.close();
  });

  it("values its goods in dollars by the rates of the day, and refuses a currency that has none", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const bring = async (currency: string, amount: string, which: object) => {
      const { lines, ...list } = inward(book, `V-${currency}`, { declared: "10" }, which) as {
        lines: object[];
      };
      const reply = await bench.run("bonded-list.declare", "trader-1", {
        ...list,
        lines: [{ ...lines[0], value: { amount, currency } }],
      });
      if (reply.kind === "accepted")
        await carry(bench, book, "in", { lists: [{ list: numberOf(reply, "list") }] });
      return told(reply);
    };
    const worth = async () => {
      const found = await bench.ask("book-line.show", "trader-1", { id: `${book}-1` });
      return (found as unknown as { answer: { worth: object } }).answer.worth;
    };
    const source = "test";
    for (const [currency, rate] of [
      ["USD", "7"],
      ["EUR", "7.7"],
    ] as const)
      await bench.do("exchange.set", "installation", { currency, from: "2026-03-01", rate, source });
    assert.equal(await bring("USD", "1000", { goods: VALVE }), "ok");
    assert.equal(await bring("EUR", "1000", { line: 1 }), "ok");
    assert.deepEqual(await worth(), { totalUsd: "2100", averageUsd: "105" });
    assert.equal(await bring("CNY", "700", { line: 1 }), "ok");
    assert.deepEqual(await worth(), { totalUsd: "2200", averageUsd: "73.3333" });
    assert.equal(await bring("KWD", "700", { line: 1 }), "invalid-request /lines/0/value/currency");
    const out = numberOf(
      await bench.run("bonded-list.declare", "trader-1", outward(book, "V-OUT", { declared: "15" })),
      "list",
    );
    assert.deepEqual(await worth(), { totalUsd: "2200", averageUsd: "73.3333" }, "nothing has left yet");
    await carry(bench, book, "out", { lists: [{ list: out }] });
    assert.deepEqual(await worth(), { totalUsd: "1100", averageUsd: "73.3333" });
    const { proposal } = await bench.do<{ proposal: string }>("bonded-list.reverse", "officer-1", {
      ...{ list: out, reason: "by mistake" },
    });
    await bench.do("proposal.confirm", "officer-2", { proposal });
    assert.deepEqual(await worth(), { totalUsd: "2200", averageUsd: "73.3333" });
    await bench.close();
  });
});
