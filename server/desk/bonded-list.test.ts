import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
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
  VALVE,
  WINE_VALVE as WINE,
  wineOf,
} from "./book-bench.ts";
import type { Reply } from "./replies.ts";
import { GUARANTEE, OTHER, openWorld, TRADER, told } from "./test-bench.ts";

describe("a verification list", () => {
  it("announces what comes in, and it is stock once it is posted", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const { list, lines } = await bench.do<{ list: string; lines: string[] }>(
      "bonded-list.declare",
      "trader-1",
      inward(book, "A-1", { declared: "100", second: "250.5" }),
    );
    assert.match(list, /^QD221826I\d{9}$/);
    assert.deepEqual(lines, [`${book}-1`]);
    assert.equal(await shelves(bench, book), "bonded: 100 coming, 0 free, 0 reserved");
    assert.deepEqual(await carry(bench, book, "in", { lists: [{ list }] }), [list]);
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 100 free, 0 reserved");
    await bench.close();
  });

  it("reserves what goes out; deleted, it is free again, posted, it is gone", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "100" });
    const declare = (reference: string, declared: string) =>
      bench.do<{ list: string }>("bonded-list.declare", "trader-1", outward(book, reference, { declared }));
    const { list } = await declare("O-1", "60");
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 40 free, 60 reserved");
    await bench.do("bonded-list.delete", "trader-1", { list, reason: "not needed" });
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 100 free, 0 reserved");
    const { list: second } = await declare("O-2", "100");
    await carry(bench, book, "out", { lists: [{ list: second }] });
    assert.equal(await shelves(bench, book), "");
    for (const act of ["post", "delete"] as const) {
      const request = act === "post" ? { list } : { list, reason: "once more" };
      const reply = await bench.run(`bonded-list.${act}`, act === "post" ? "officer-1" : "trader-1", request);
      assert.equal(told(reply), "not-now", act);
    }
    await bench.close();
  });

  it("of 50 at once for one piece each, against a stock of 30, exactly 30 are accepted", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "30" });
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        bench.run("bonded-list.declare", "trader-1", outward(book, `P-${index}`, { declared: "1" })),
      ),
    );
    assert.equal(replies.filter(({ kind }) => kind === "accepted").length, 30);
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 0 free, 30 reserved");
    await bench.close();
  });

  it("of new goods, many at once: lines are numbered without a gap, and the book hears of each list twice", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const lines = [1, 2, 3].map((turn) =>
      lineOf({ goods: { ...VALVE, part: `V-${turn}` } }, { declared: "5" }),
    );
    const before = bench.disk.records.get(`account-book/${book}`)!.length;
    const answers = await Promise.all(
      [0, 1, 2, 3].map((turn) =>
        bench.do<{ lines: string[] }>("bonded-list.declare", "trader-1", {
          ...inward(book, `N-${turn}`, { declared: "5" }),
          lines,
        }),
      ),
    );
    assert.deepEqual(
      answers.flatMap((answer) => answer.lines).sort(),
      Array.from({ length: 12 }, (_, index) => `${book}-${index + 1}`).sort(),
    );
    assert.equal(
      bench.disk.records.get(`account-book/${book}`)!.length - before,
      8,
      "of its last new line, and of itself",
    );
    const [shown] = await bench.rows("account-book.list", "trader-1");
    assert.equal(shown!.lines, 12);
    await bench.close();
  });

  it("is refused with the line, what is missing of it, and the paper that holds it", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "100", second: "250" });
    const { list } = await bench.do<{ list: string }>(
      "bonded-list.declare",
      "trader-1",
      outward(book, "H-1", { declared: "60", second: "150" }),
    );
    const reply = await bench.run(
      "bonded-list.declare",
      "trader-1",
      outward(book, "H-2", { declared: "50.5", second: "100" }),
    );
    assert.equal(told(reply), "invalid-request /lines/0");
    const missing = (unit: string) => `10.5 pcs (${unit} unit) are missing: 40 free, 50.5 asked`;
    assert.equal(
      detailOf(reply),
      `${book}-1, bonded: ${missing("declared")}; ${missing("first legal")}. ${list} holds 60 pcs.`,
    );
    await bench.close();
  });

  it("takes the last piece only with the last kilogram", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "10", second: "25" });
    const take = (declared: string, second: string) =>
      bench.run("bonded-list.declare", "trader-1", outward(book, `L-${second}`, { declared, second }));
    assert.match(detailOf(await take("10", "24.99999")), /nothing would be left in the declared unit/);
    assert.match(detailOf(await take("9", "25")), /nothing would be left in the second legal unit/);
    assert.equal(told(await take("10", "25.0")), "ok");
    await bench.close();
  });

  it("sent again gets the first answer, with other content none", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const first = inward(book, "R-1", { declared: "5" });
    const { list } = await bench.do<{ list: string }>("bonded-list.declare", "trader-1", first);
    const again = await bench.run("bonded-list.declare", "trader-1", first);
    assert.equal(told(again), "again");
    assert.equal((again as unknown as { answer: { list: string } }).answer.list, list);
    const respelt = await bench.run(
      "bonded-list.declare",
      "trader-1",
      Object.fromEntries(Object.entries(first).reverse()),
    );
    assert.equal(told(respelt), "again", "in another order of its fields");
    const changed = await bench.run(
      "bonded-list.declare",
      "trader-1",
      inward(book, "R-1", { declared: "6" }),
    );
    assert.equal(told(changed), "reference-reused /reference");
    await bench.close();
  });

  it("with mistakes is told of all of them", async () => {
    const bench = await openWorld();
    const book = await openBook(bench, { mode: "separate" });
    await bringIn(bench, book, { declared: "5" });
    const wrong = (changes: object, line: object = {}) => {
      const list = inward(book, "M-1", { declared: "5" }) as { lines: object[] };
      return bench.run("bonded-list.declare", "trader-1", {
        ...list,
        ...changes,
        lines: [{ ...list.lines[0], ...line }],
      });
    };
    const TABLE: readonly (readonly [what: string, reply: Promise<Reply>, told: string])[] = [
      ["an unknown mode", wrong({ procedure: "9999" }), "invalid-request /procedure"],
      ["an unknown transport", wrong({ transportMode: "!" }), "invalid-request /transportMode"],
      ["no quantity", wrong({}, { declared: "0" }), "invalid-request /lines/0/declared"],
      ["no second quantity", wrong({}, { second: undefined }), "invalid-request /lines/0/second"],
      ["net above gross", wrong({}, { grossMassKg: "4" }), "invalid-request /lines/0/netMassKg"],
      ["kilograms that are not the net mass", wrong({}, { second: "4" }), "invalid-request /lines/0/second"],
      ["neither line nor goods", wrong({}, { goods: undefined }), "invalid-request /lines/0/line"],
      [
        "a line in a book of separate lines",
        wrong({}, { goods: undefined, line: 1 }),
        "invalid-request /lines/0/line",
      ],
      ["both", wrong({}, { line: 1 }), "invalid-request /lines/0"],
      ["a line that is not there", wrong({}, { goods: undefined, line: 7 }), "invalid-request /lines/0/line"],
      ["new goods on the way out", wrong({ movement: "to-abroad" }), "invalid-request /lines/0/line"],
      ["another book", wrong({ book: "T2218WZZZZZZ" }), "not-found"],
    ];
    for (const [what, reply, expected] of TABLE) assert.equal(told(await reply), expected, what);
    await bench.close();
  });

  it("that declares waits for a released declaration of the same goods", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const wine = { ...VALVE, commodity: "2204210000", description: "wine", unit: "L", lawfulUnit: "L" };
    const { list } = await bench.do<{ list: string }>("bonded-list.declare", "trader-1", {
      ...inward(book, "D-1", { declared: "1200", second: "1200" }, { goods: wine }),
      declares: true,
    });
    const post = (declaration: string) => bench.run("bonded-list.cover", "officer-1", { list, declaration });
    const early = await bench.run("bonded-list.post", "officer-1", { list });
    assert.match(detailOf(early), /waits for its declaration/);
    assert.deepEqual(await carry(bench, book, "in", { lists: [{ list }] }), []);
    const held = await bench.file("DEC-1");
    assert.match(detailOf(await post(held)), /held, not released/);
    const released = await bench.file("DEC-2", { guarantee: GUARANTEE, goods: [wineOf("1200")] });
    const other = await bench.file("DEC-3", { guarantee: GUARANTEE, goods: [wineOf("1199")] });
    assert.match(detailOf(await post(other)), /Of 22042100 the list has 1200 kg, and \d{18} 1199 kg/);
    assert.equal(told(await post(released)), "ok");
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 1200 free, 0 reserved");
    await bench.close();
  });

  it("that was posted by mistake is reversed by two officers, unless its goods have gone on", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const list = await bringIn(bench, book, { declared: "10" });
    const both = async (command: string, request: object): Promise<Reply> => {
      const reply = await bench.run(command, "officer-1", request);
      if (reply.kind === "refused") return reply;
      const { proposal } = reply.answer as { proposal: string };
      assert.equal(told(await bench.run("proposal.confirm", "officer-1", { proposal })), "two-people");
      return bench.run("proposal.confirm", "officer-2", { proposal });
    };
    const held = await bench.do<{ list: string }>(
      "bonded-list.declare",
      "trader-1",
      outward(book, "V-1", { declared: "4" }),
    );
    const reason = "the wrong goods";
    const early = await both("bonded-list.reverse", { list, reason });
    assert.match(detailOf(early), new RegExp(`4 pcs .* are missing: 6 free.*${held.list} holds 4 pcs`));
    await bench.do("bonded-list.delete", "trader-1", { list: held.list, reason });
    assert.equal(told(await both("bonded-list.reverse", { list, reason })), "ok");
    assert.equal(await shelves(bench, book), "");
    await bench.close();
  });

  it("and a count that found less, or more, is a posting by two officers", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "10", second: "25" });
    const adjust = async (found: string, quantity: object): Promise<Reply> => {
      const request = { line: `${book}-1`, status: "bonded", found, reason: "counted", ...quantity };
      const reply = await bench.run("book-line.adjust", "officer-1", request);
      if (reply.kind === "refused") return reply;
      const { proposal } = reply.answer as { proposal: string };
      return bench.run("proposal.confirm", "officer-2", { proposal });
    };
    const all = (declared: string, second: string) => ({ declared, lawful: declared, second });
    assert.equal(told(await adjust("less", all("1", "2.5"))), "ok");
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 9 free, 0 reserved");
    assert.equal(told(await adjust("more", all("3", "7.5"))), "ok");
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 12 free, 0 reserved");
    const TABLE: readonly (readonly [what: string, quantity: object, detail: RegExp])[] = [
      ["more than there is", all("13", "30"), /1 pcs \(declared unit\) are missing: 12 free, 13 asked/],
      ["all pieces, and not all kilograms", all("12", "29"), /nothing would be left in the declared unit/],
      ["nothing", all("0", "0"), /All quantities are 0/],
    ];
    for (const [what, quantity, detail] of TABLE)
      assert.match(detailOf(await adjust("less", quantity)), detail, what);
    const differences = await bench.rows("book-line.differences", "officer-1", { book });
    assert.deepEqual(
      differences.map(({ line, by, found, declared }) => [line, by, found, declared]),
      [
        [`${book}-1`, "officer-2", "more", "3"],
        [`${book}-1`, "officer-2", "less", "1"],
      ],
    );
    assert.deepEqual(await bench.rows("book-line.differences", "officer-9"), [], "of another office");
    await bench.close();
  });

  it("has a declaration of its own: one covers no second list, and stays while the list is posted", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const declare = async (reference: string): Promise<string> => {
      const request = inward(book, reference, { declared: "1200" }, { goods: WINE });
      const { list } = await bench.do<{ list: string }>("bonded-list.declare", "trader-1", {
        ...{ ...request, declares: true },
      });
      await carry(bench, book, "in", { lists: [{ list }] });
      return list;
    };
    const post = (list: string, declaration: string) =>
      bench.run("bonded-list.cover", "officer-1", { list, declaration });
    const [one, two] = [await declare("1-1"), await declare("1-2")];
    const change = { guarantee: GUARANTEE, goods: [wineOf("1200")] };
    const declaration = await bench.file("DEC-1", change);
    assert.equal(told(await post(one, declaration)), "ok");
    assert.match(detailOf(await post(two, declaration)), new RegExp(`covers ${one} already`));
    const withdrawal = await bench.run("declaration.withdraw-released", "officer-1", {
      ...{ declaration, reason: "by mistake" },
    });
    assert.match(detailOf(withdrawal), new RegExp(`${one} rests on ${declaration}`));
    const { proposal } = await bench.do<{ proposal: string }>("bonded-list.reverse", "officer-1", {
      ...{ list: one, reason: "the wrong list" },
    });
    await bench.do("proposal.confirm", "officer-2", { proposal });
    assert.equal(told(await post(two, declaration)), "ok");
    await bench.close();
  });

  it("is covered by its enterprise with a declaration of its own only; with that of others by an officer", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "1200" }, { goods: WINE });
    const { list } = await bench.do<{ list: string }>("bonded-list.declare", "trader-1", {
      ...outward(book, "S-1", { declared: "1200" }),
      ...{ movement: "to-inland", declares: true },
    });
    const ahead = await askPass(bench, book, "out", { lists: [{ list }] });
    assert.match(detailOf(ahead), /waits for its declaration: nothing leaves before that is released/);
    const others = {
      ...{ declarant: OTHER, trader: OTHER, goods: [wineOf("1200")], guarantee: "G-200", transportMode: "9" },
    };
    await bench.do("guarantee.open", "installation", {
      ...{ guarantee: "G-200", party: OTHER, guarantor: "Bank", limit: "1000000.00" },
      ...{ from: "2020-01-01", until: "2030-12-31" },
    });
    const declaration = await bench.file("DEC-1", others, "trader-2");
    const cover = (actor: string) => bench.run("bonded-list.cover", actor, { list, declaration });
    assert.equal(
      detailOf(await cover("trader-1")),
      `${declaration} is of others: an officer names it for ${list}.`,
    );
    assert.equal(told(await cover("trader-2")), "not-found");
    assert.equal(told(await cover("officer-1")), "ok");
    assert.match(detailOf(await cover("officer-1")), new RegExp(`is covered by ${declaration}`));
    const withdrawal = await bench.run("declaration.withdraw-released", "officer-1", {
      ...{ declaration, reason: "by mistake" },
    });
    assert.match(detailOf(withdrawal), new RegExp(`${list} rests on ${declaration}`));
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 0 free, 1200 reserved");
    assert.deepEqual(await carry(bench, book, "out", { lists: [{ list }] }), [list]);
    assert.equal(await shelves(bench, book), "");
    await bench.close();
  });

  it("names the enterprise outside that declares; that one sees it, drafts its declaration, and names it", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "1200" }, { goods: WINE });
    const sale = (reference: string, more: object) =>
      bench.run("bonded-list.declare", "trader-1", {
        ...outward(book, reference, { declared: "600" }),
        ...{ movement: "to-inland", declares: true, ...more },
      });
    const nowhere = await sale("S-0", { movement: "to-abroad", counterparty: OTHER });
    assert.match(detailOf(nowhere), /Only goods that cross the second line/);
    const list = numberOf(await sale("S-1", { counterparty: OTHER }), "list");
    const unnamed = numberOf(await sale("S-2", {}), "list");
    const seen = async (number: string): Promise<string> =>
      (await bench.ask("bonded-list.show", "trader-2", { id: number })).kind;
    assert.deepEqual([await seen(list), await seen(unnamed)], ["answer", "refused"]);
    const cost = async (actor: string): Promise<number> => {
      const shown = await bench.ask("bonded-list.show", actor, { id: list });
      return Object.keys((shown as unknown as { answer: { postedUsd: object } }).answer.postedUsd).length;
    };
    const drafted = await bench.ask("bonded-list.draft-declaration", "trader-2", { list });
    assert.equal(
      (drafted as unknown as { answer: { declaration: { trader: string } } }).answer.declaration.trader,
      OTHER,
    );
    await bench.do("guarantee.open", "installation", {
      ...{ guarantee: "G-200", party: OTHER, guarantor: "Bank", limit: "1000000.00" },
      ...{ from: "2020-01-01", until: "2030-12-31" },
    });
    const own = await bench.file("DEC-1", { guarantee: GUARANTEE, goods: [wineOf("600")] });
    const others = {
      ...{ declarant: OTHER, trader: OTHER, goods: [wineOf("600")], guarantee: "G-200", transportMode: "9" },
    };
    const declaration = await bench.file("DEC-2", others, "trader-2");
    const cover = (actor: string, it: string, number: string) =>
      bench.run("bonded-list.cover", actor, { list: it, declaration: number });
    assert.equal(
      detailOf(await cover("trader-1", list, own)),
      `${own} is of ${TRADER}; ${list} names ${OTHER}.`,
    );
    assert.equal(told(await cover("trader-2", unnamed, declaration)), "not-found");
    assert.equal(told(await cover("trader-2", list, declaration)), "ok");
    assert.deepEqual(await carry(bench, book, "out", { lists: [{ list }] }), [list]);
    assert.deepEqual([await cost("trader-1"), await cost("trader-2")], [1, 0], "the cost is not the buyer's");
    await bench.close();
  });

  it("over the first line is covered by a declaration of the book's own enterprise", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const { list } = await bench.do<{ list: string }>("bonded-list.declare", "trader-1", {
      ...inward(book, "E-1", { declared: "1200" }, { goods: WINE }),
      declares: true,
    });
    const others = { declarant: OTHER, trader: OTHER, goods: [wineOf("1200")] };
    const declaration = await bench.file("DEC-1", others, "trader-2");
    await carry(bench, book, "in", { lists: [{ list }] });
    const reply = await bench.run("bonded-list.cover", "officer-1", { list, declaration });
    assert.equal(reply.kind, "refused");
    const details = (reply as Extract<Reply, { kind: "refused" }>).problem.faults.map(({ detail }) => detail);
    assert.ok(details.includes(`${declaration} is of ${OTHER}, the book of ${TRADER}.`), String(details));
    await bench.close();
  });

  it("without a declaration moves only what owes nothing by moving", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const outcome = (movement: string, status: string) =>
      bench.run("bonded-list.declare", "trader-1", {
        ...inward(book, `W-${movement}-${status}`, { declared: "5" }),
        ...{ movement, status, transportMode: "9" },
      });
    const [OK, MUST, NEVER] = ["ok", "invalid-request /declares", "invalid-request /status"];
    const TABLE: readonly (readonly [movement: string, status: string, told: string])[] = [
      ["from-abroad", "bonded", OK],
      ["from-abroad", "transit", OK],
      ["from-abroad", "tax-paid", MUST],
      ["from-abroad", "non-bonded", NEVER],
      ["from-inland", "bonded", MUST],
      ["from-inland", "transit", NEVER],
      ["from-inland", "tax-paid", OK],
      ["from-inland", "non-bonded", OK],
      ["to-inland", "bonded", `${MUST} /lines/0/line`],
      ["to-inland", "transit", `${NEVER} /lines/0/line`],
      ["to-inland", "tax-paid", "invalid-request /lines/0/line"],
      ["to-abroad", "tax-paid", `${MUST} /lines/0/line`],
      ["to-abroad", "non-bonded", `${MUST} /lines/0/line`],
      ["to-abroad", "bonded", "invalid-request /lines/0/line"],
    ];
    for (const [movement, status, expected] of TABLE)
      assert.equal(told(await outcome(movement, status)), expected, `${movement} ${status}`);
    await bench.close();
  });

  it("of others is nobody's business", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const list = await bringIn(bench, book, { declared: "5" });
    for (const [query, id] of [
      ["account-book.show", book],
      ["book-line.show", `${book}-1`],
      ["bonded-list.show", list],
    ] as const)
      assert.equal((await bench.ask(query, "trader-2", { id })).kind, "refused", query);
    for (const query of ["account-book.list", "account-book.lines", "bonded-list.list"]) {
      assert.equal((await bench.rows(query, "trader-1")).length, 1, query);
      assert.deepEqual(await bench.rows(query, "trader-2"), [], query);
    }
    const reply = await bench.run("bonded-list.declare", "trader-2", outward(book, "X-1", { declared: "1" }));
    assert.equal(told(reply), "not-found");
    await bench.close();
  });

  it("whatever happens: no shelf is ever below zero, nothing appears or vanishes, views equal a rebuild", async () => {
    const act = fc.record({
      what: fc.constantFrom("in", "out", "post", "delete"),
      pieces: fc.integer({ min: 1, max: 40 }),
      which: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const bench = await openWorld();
        const book = await openBook(bench);
        await bringIn(bench, book, { declared: "50" });
        const open: { readonly list: string; readonly inbound: boolean; readonly pieces: number }[] = [];
        let [coming, free, reserved] = [0, 50, 0];
        for (const [turn, { what, pieces, which }] of acts.entries()) {
          if (what === "in" || what === "out") {
            const quantity = { declared: String(pieces) };
            const request =
              what === "in"
                ? inward(book, `T-${turn}`, quantity, { line: 1 })
                : outward(book, `T-${turn}`, quantity);
            const reply = await bench.run("bonded-list.declare", "trader-1", request);
            assert.equal(reply.kind === "accepted", what === "in" || pieces <= free, `${turn}`);
            if (reply.kind !== "accepted") continue;
            const { list } = reply.answer as { list: string };
            open.push({ list, inbound: what === "in", pieces });
            if (what === "in") coming += pieces;
            else [free, reserved] = [free - pieces, reserved + pieces];
            continue;
          }
          const [it] = open.splice(which % Math.max(open.length, 1), 1);
          if (!it) continue;
          if (what === "post")
            await carry(bench, book, it.inbound ? "in" : "out", { lists: [{ list: it.list }] });
          else await bench.do("bonded-list.delete", "trader-1", { list: it.list, reason: "changed" });
          if (it.inbound) coming -= it.pieces;
          else reserved -= it.pieces;
          if (it.inbound === (what === "post")) free += it.pieces;
        }
        const expected = [coming, free, reserved];
        const text = expected.every((count) => count === 0)
          ? ""
          : `bonded: ${coming} coming, ${free} free, ${reserved} reserved`;
        assert.equal(await shelves(bench, book), text);
        const before = await bench.viewsNow();
        assert.equal(await bench.viewsRebuilt(), before);
        await bench.close();
      }),
      { numRuns: 15 },
    );
  });
});
