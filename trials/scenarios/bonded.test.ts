/**
 * Bonded goods from end to end, as the domain's acceptance scenarios tell them (10.2): each is one story of a zone, told on a
 * whole installation in memory. What each part refuses in detail is told by the tests of `server/desk`.
 */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  askPass,
  bringIn,
  carry,
  detailOf,
  inward,
  lineOf,
  numberOf,
  openBook,
  outward,
  shelves,
  WINE_VALVE as WINE,
  wineOf,
} from "../../server/desk/book-bench.ts";
import { type Bench, GUARANTEE, OTHER, openWorld, TRADER, told } from "../../server/desk/test-bench.ts";

const declare = (bench: Bench, request: object, actor = "trader-1") =>
  bench.run("bonded-list.declare", actor, request);

const cover = (bench: Bench, list: string, declaration: string, actor = "officer-1") =>
  bench.run("bonded-list.cover", actor, { list, declaration });

/** A released declaration of wine by the enterprise of the bench's other trader. */
const boughtBy = async (bench: Bench, reference: string, netMassKg: string): Promise<string> => {
  const known = await bench.ask("guarantee.show", "officer-1", { id: "G-200" });
  if (known.kind !== "answer")
    await bench.do("guarantee.open", "installation", {
      ...{ guarantee: "G-200", party: OTHER, guarantor: "Bank", limit: "1000000.00" },
      ...{ from: "2020-01-01", until: "2030-12-31" },
    });
  const goods = [wineOf(netMassKg)];
  return bench.file(
    reference,
    { declarant: OTHER, trader: OTHER, goods, guarantee: "G-200", transportMode: "9" },
    "trader-2",
  );
};

const scenario = (title: string, story: (bench: Bench) => Promise<void>) =>
  it(title, async () => {
    const bench = await openWorld();
    await story(bench);
    assert.equal(await bench.viewsRebuilt(), await bench.viewsNow(), "views equal their rebuild");
    await bench.close();
  });

describe("bonded goods", () => {
  scenario(
    "1: over the first line, with a record list that is released, through the gate, posted",
    async (bench) => {
      const book = await openBook(bench);
      const request = inward(book, "IN", { declared: "1200" }, { goods: WINE });
      const list = numberOf(await declare(bench, { ...request, declares: true }), "list");
      assert.equal(await shelves(bench, book), "bonded: 1200 coming, 0 free, 0 reserved");
      const record = await bench.file("RECORD", { goods: [wineOf("1200")], guarantee: GUARANTEE });
      assert.equal(told(await cover(bench, list, record, "trader-1")), "ok");
      assert.equal(await shelves(bench, book), "bonded: 1200 coming, 0 free, 0 reserved");
      assert.deepEqual(await carry(bench, book, "in", { lists: [{ list }] }), [list]);
      assert.equal(await shelves(bench, book), "bonded: 0 coming, 1200 free, 0 reserved");
    },
  );

  scenario(
    "2: sold inland: the buyer declares and is taxed, then the goods leave; another HS8 is refused",
    async (bench) => {
      const book = await openBook(bench);
      await bringIn(bench, book, { declared: "1200" }, { goods: WINE });
      await bringIn(bench, book, { declared: "1200" });
      const sale = { ...outward(book, "SALE", { declared: "1200" }), movement: "to-inland", declares: true };
      const list = numberOf(await declare(bench, { ...sale, counterparty: OTHER }), "list");
      assert.match(
        detailOf(await askPass(bench, book, "out", { lists: [{ list }] })),
        /nothing leaves before/,
      );
      const valves = {
        ...outward(book, "VALVES", { declared: "1200" }, 2),
        movement: "to-inland",
        declares: true,
      };
      const wrong = numberOf(await declare(bench, valves), "list");
      const declaration = await boughtBy(bench, "BUY", "1200");
      assert.match(
        detailOf(await cover(bench, wrong, declaration)),
        /Of 84818040 the list has 1200 kg, and \d+ nothing/,
      );
      assert.equal(told(await cover(bench, list, declaration, "trader-2")), "ok");
      assert.deepEqual(await carry(bench, book, "out", { lists: [{ list }] }), [list]);
      assert.equal((await bench.show(declaration)).tax.total, "86266.66");
      assert.equal(await shelves(bench, book), "");
      assert.equal(await shelves(bench, book, 2), "bonded: 0 coming, 0 free, 1200 reserved");
    },
  );

  scenario("3: enters first and is declared within 14 days; overdue goods stop the next", async (bench) => {
    const book = await openBook(bench);
    const enter = () =>
      askPass(bench, book, "in", {
        ...{ kind: "enter-first", transportDocument: "COSU6201234567", description: "valves of steel" },
      });
    const pass = numberOf(await enter(), "pass");
    await bench.do("gate-pass.record-passage", "officer-1", { pass });
    bench.setClock("2026-03-17");
    assert.match(detailOf(await enter()), /were to be declared by 2026-03-16: no others enter first before/);
    const list = numberOf(
      await declare(bench, { ...inward(book, "LATER", { declared: "50" }), pass }),
      "list",
    );
    await bench.do("bonded-list.post", "trader-1", { list });
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 50 free, 0 reserved");
    assert.equal(told(await enter()), "ok");
  });

  scenario(
    "4: thirty slips of a month are one list and one declaration; a returned slip reduces it",
    async (bench) => {
      const book = await openBook(bench);
      await bringIn(bench, book, { declared: "1000" }, { goods: WINE });
      const form = numberOf(
        await bench.run("business-form.file", "trader-1", {
          ...{ reference: "FORM", book, kind: "batches", direction: "out", validUntil: "2026-12-31" },
          guarantee: GUARANTEE,
        }),
        "form",
      );
      await bench.do("business-form.decide", "officer-1", {
        ...{ form, accept: true, reason: "in order", reserve: "500000" },
      });
      const slips: string[] = [];
      const slip = async (declared: string, direction: "in" | "out", more: object = {}): Promise<void> => {
        const reply = await bench.run("stock-slip.declare", "trader-1", {
          ...{ reference: `SLIP-${slips.length}`, form, lines: [lineOf({ line: 1 }, { declared })], ...more },
        });
        slips.push(numberOf(reply, "slip"));
        await carry(bench, book, direction, { slips: [slips.at(-1)!] });
      };
      for (let turn = 0; turn < 30; turn += 1) await slip("10", "out");
      await slip("10", "in", { returns: slips[4] });
      const batch = (declared: string) =>
        declare(bench, {
          ...outward(book, `BATCH-${declared}`, { declared }),
          ...{ movement: "batch-to-inland", declares: true, slips },
        });
      assert.match(detailOf(await batch("300")), /the slips come to 290 .*, the list to 300/);
      const list = numberOf(await batch("290"), "list");
      const declaration = await boughtBy(bench, "MONTH", "290");
      assert.equal(told(await cover(bench, list, declaration)), "ok");
      assert.equal(await shelves(bench, book), "bonded: 0 coming, 710 free, 0 reserved");
      await bench.do("business-form.close", "trader-1", { form });
    },
  );

  scenario(
    "7: a transfer between zones with another quantity is refused; matched, both sides are posted",
    async (bench) => {
      await bench.do("zone.register", "installation", {
        ...{ zone: "second", name: { en: "Second zone", zh: "第二区" }, office: "2218" },
        ...{ type: "comprehensive-bonded-zone", from: "2020-01-01", approval: "test" },
      });
      const sender = await openBook(bench);
      await bringIn(bench, sender, { declared: "100" });
      const receiver = await openBook(bench, { party: OTHER, actor: "trader-2", zone: "second" });
      const taken = numberOf(
        await declare(
          bench,
          { ...inward(receiver, "TAKE", { declared: "40" }), movement: "from-book", otherBook: sender },
          "trader-2",
        ),
        "list",
      );
      const give = (declared: string) =>
        declare(bench, {
          ...outward(sender, `GIVE-${declared}`, { declared }),
          movement: "to-book",
          otherList: taken,
        });
      assert.match(detailOf(await give("41")), new RegExp(`${taken} takes 40, this list gives 41`));
      assert.equal(await shelves(bench, sender), "bonded: 0 coming, 100 free, 0 reserved");
      const given = numberOf(await give("40"), "list");
      assert.deepEqual(await carry(bench, sender, "out", { lists: [{ list: given }] }), []);
      const posted = await carry(bench, receiver, "in", { lists: [{ list: taken }] }, "trader-2");
      assert.deepEqual(posted.toSorted(), [given, taken].toSorted());
      assert.equal(await shelves(bench, sender), "bonded: 0 coming, 60 free, 0 reserved");
      assert.equal(await shelves(bench, receiver), "bonded: 0 coming, 40 free, 0 reserved");
    },
  );

  scenario(
    "8: one paper and three vehicles: two through, nothing is posted; with the third it is",
    async (bench) => {
      const book = await openBook(bench);
      const list = numberOf(await declare(bench, inward(book, "IN", { declared: "30" })), "list");
      const part = { lists: [{ list, lines: [{ index: 0, declared: "10" }] }] };
      for (let turn = 0; turn < 2; turn += 1) assert.deepEqual(await carry(bench, book, "in", part), []);
      assert.equal(await shelves(bench, book), "bonded: 30 coming, 0 free, 0 reserved");
      assert.deepEqual(await carry(bench, book, "in", part), [list]);
    },
  );

  scenario("10: a voided pass gives back what was on it; one that went stays", async (bench) => {
    const book = await openBook(bench);
    const list = numberOf(await declare(bench, inward(book, "IN", { declared: "30" })), "list");
    const all = { lists: [{ list }] };
    const pass = numberOf(await askPass(bench, book, "in", all), "pass");
    assert.match(detailOf(await askPass(bench, book, "in", all)), /All goods of QD\w+ are on passes already/);
    await bench.do("gate-pass.void", "trader-1", { pass, reason: "another vehicle" });
    const next = numberOf(await askPass(bench, book, "in", all), "pass");
    await bench.do("gate-pass.record-passage", "officer-1", { pass: next });
    const late = await bench.run("gate-pass.void", "trader-1", { pass: next, reason: "another vehicle" });
    assert.equal(told(late), "not-now");
  });

  scenario(
    "17: a zone changes its type at midnight: its books go on, and it may do what its type may",
    async (bench) => {
      const book = await openBook(bench);
      const list = numberOf(await declare(bench, inward(book, "IN", { declared: "30" })), "list");
      const first = numberOf(
        await askPass(bench, book, "in", { lists: [{ list, lines: [{ index: 0, declared: "10" }] }] }),
        "pass",
      );
      const repair = (reference: string) =>
        bench.run("account-book.open", "trader-1", {
          ...{ reference, zone: "waigaoqiao", office: "2218", party: TRADER },
          ...{ kind: "repair", mode: "separate", validUntil: "2026-12-31" },
        });
      await bench.do("zone.set-setting", "installation", {
        ...{ zone: "waigaoqiao", capability: "repair", value: "no", from: "2026-01-01" },
        ...{ source: "made up", confirmed: false },
      });
      assert.match(detailOf(await repair("R-1")), /keeps no books of repair/);
      await bench.do("zone.change-type", "installation", {
        ...{ zone: "waigaoqiao", type: "comprehensive-bonded-zone", from: "2026-03-03", approval: "test" },
      });
      await bench.do("zone.set-setting", "installation", {
        ...{ zone: "waigaoqiao", capability: "repair", value: "as-type", from: "2026-03-03" },
        ...{ source: "made up", confirmed: false },
      });
      bench.setClock("2026-03-02T15:59:59Z");
      assert.match(detailOf(await repair("R-2")), /keeps no books of repair/);
      bench.setClock("2026-03-02T16:00:00Z");
      assert.equal(told(await repair("R-3")), "ok", "midnight in Shanghai");
      await bench.do("gate-pass.record-passage", "officer-1", { pass: first });
      assert.deepEqual(await carry(bench, book, "in", { lists: [{ list }] }), [list]);
      assert.equal(await shelves(bench, book), "bonded: 0 coming, 30 free, 0 reserved");
    },
  );

  scenario("19: fifty lists at once against goods for thirty: exactly thirty are accepted", async (bench) => {
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "30" });
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, turn) =>
        declare(bench, outward(book, `OUT-${turn}`, { declared: "1" })),
      ),
    );
    assert.equal(replies.filter(({ kind }) => kind === "accepted").length, 30);
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 0 free, 30 reserved");
  });

  scenario("20: while a change of a book waits, lists are posted on the book as it is", async (bench) => {
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "10" });
    const list = numberOf(await declare(bench, outward(book, "OUT", { declared: "4" })), "list");
    await bench.do("account-book.file-change", "trader-1", {
      ...{ book, reason: "another heading", lines: [{ line: 1, commodity: "8481809090" }] },
    });
    assert.deepEqual(await carry(bench, book, "out", { lists: [{ list }] }), [list]);
    await bench.do("account-book.decide-change", "officer-1", { book, accept: true, reason: "in order" });
    const shown = await bench.ask("book-line.show", "trader-1", { id: `${book}-1` });
    const { goods, seq } = (shown as { answer: { goods: { commodity: string }; seq: number } }).answer;
    assert.deepEqual([goods.commodity, seq], ["8481809090", 1], "the line keeps its number");
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 6 free, 0 reserved");
  });
});
