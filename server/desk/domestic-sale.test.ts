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
  WINE_VALVE,
  wineOf,
} from "./book-bench.ts";
import { type Bench, GUARANTEE, goods, openWorld, told } from "./test-bench.ts";

const WINE = { ...WINE_VALVE, unit: "L", lawfulUnit: "L" };
const MEAT = {
  ...{ part: "M-1", commodity: "0207141100", description: "poultry", origin: "BR" },
  ...{ unit: "kg", lawfulUnit: "kg", secondUnit: "pcs" },
};

const sale = async (bench: Bench, book: string, change: object = {}): Promise<string> => {
  const line = lineOf({ line: 1 }, { declared: "1200" });
  const request = {
    ...outward(book, `SALE-${bench.disk.entries.length}`, { declared: "1200" }),
    ...{ movement: "to-inland", declares: true },
    lines: [{ ...line, value: { amount: "210000.00", currency: "CNY" } }],
    ...change,
  };
  return numberOf(await bench.run("bonded-list.declare", "trader-1", request), "list");
};

type Told = {
  readonly day: string;
  readonly total: string;
  readonly lines: readonly {
    readonly customsValue: string;
    readonly exchangeRate: string;
    readonly duty: object;
  }[];
};

const assess = async (
  bench: Bench,
  list: string,
  apart: object[] = [],
  actor = "trader-1",
): Promise<Told> => {
  const found = await bench.ask("bonded-list.assess-sale", actor, { list, apart });
  assert.equal(found.kind, "answer", JSON.stringify(found));
  return (found as unknown as { answer: Told }).answer;
};

describe("a sale out of a logistics book", () => {
  it("is valued at the price of leaving, without storage and inland costs stated apart, at the rates of the day", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "1200" }, { goods: WINE });
    const list = await sale(bench, book);
    const it = await assess(bench, list, [{ line: 1, storage: "8000", inland: "2000" }]);
    assert.equal(it.total, "86266.66", "domain 4.4, T1");
    assert.deepEqual(
      it.lines.map(({ customsValue, duty }) => [customsValue, duty]),
      [["200000.00", { basis: "mfn", expression: "14", amount: "28000.00" }]],
    );
    assert.equal((await assess(bench, list)).lines[0]!.customsValue, "210000.00");
    const dollars = await sale(bench, book, { lines: [lineOf({ line: 1 }, { declared: "1" })] }).catch(
      String,
    );
    assert.match(dollars, /1199|missing/, "all of it is sold already");
    bench.setClock("2026-06-01");
    assert.equal((await assess(bench, list)).day, "2026-06-01");
    await bench.close();
  });

  it("tells what is wrong, and is open to those whose list it is", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "1200" }, { goods: WINE });
    const list = await sale(bench, book);
    const TABLE: readonly (readonly [apart: object[], detail: RegExp])[] = [
      [[{ line: 2 }], /has 1 lines, each named once/],
      [[{ line: 1 }, { line: 1 }], /has 1 lines, each named once/],
      [[{ line: 1, storage: "210000" }], /Of line 1 at 210000.00 CNY nothing would be left/],
    ];
    for (const [apart, detail] of TABLE)
      assert.match(
        JSON.stringify(await bench.ask("bonded-list.assess-sale", "trader-1", { list, apart })),
        detail,
      );
    const stranger = await bench.ask("bonded-list.assess-sale", "trader-2", { list });
    assert.equal(stranger.kind, "refused");
    await bench.do("bonded-list.delete", "trader-1", { list, reason: "not sold" });
    const abroad = numberOf(
      await bench.run("bonded-list.declare", "trader-1", outward(book, "A-1", { declared: "1" })),
      "list",
    );
    assert.match(
      JSON.stringify(await bench.ask("bonded-list.assess-sale", "trader-1", { list: abroad })),
      /move to-abroad are not imported/,
    );
    await bench.close();
  });
});

describe("what lets goods out", () => {
  it("is a declaration over the second line that taxes them: no arrival from abroad, and no record whose tax waits", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "1200" }, { goods: WINE });
    const list = await sale(bench, book);
    const outcome = async (reference: string, change: object): Promise<string> => {
      const declaration = await bench.file(reference, {
        ...{ guarantee: GUARANTEE, goods: [wineOf("1200")], ...change },
      });
      return detailOf(await bench.run("bonded-list.cover", "officer-1", { list, declaration }));
    };
    assert.match(
      await outcome("D-1", { transportMode: "2" }),
      /go by transport mode 2; over the second line/,
    );
    const record = { transportMode: "9", procedure: "5034", zone: "waigaoqiao" };
    const untaxed = /collects no tax, because its goods enter a zone/;
    assert.match(await outcome("D-2", record), untaxed);
    assert.match(await outcome("D-4", { ...record, procedure: "5335" }), untaxed);
    const cheap = { ...wineOf("1200"), customsValue: { amount: "104999.00", currency: "CNY" } };
    assert.match(
      await outcome("D-5", { transportMode: "9", goods: [cheap] }),
      /values the goods at 104999.00 CNY; by the list and its book they are worth 210000.00/,
    );
    const watered = { ...wineOf("1200"), quantities: { L: "1" } };
    assert.match(
      await outcome("D-6", { transportMode: "9", goods: [watered] }),
      /Of 22042100 the list has 1200 L, and \d+ 1 L/,
    );
    assert.equal(await outcome("D-3", { transportMode: "9" }), "accepted");
    await bringIn(bench, book, { declared: "1200" }, { line: 1 });
    const low = [
      { ...lineOf({ line: 1 }, { declared: "1200" }), value: { amount: "0.01", currency: "CNY" } },
    ];
    const second = await sale(bench, book, { lines: low });
    const penny = { ...wineOf("1200"), customsValue: { amount: "1.00", currency: "CNY" } };
    const declaration = await bench.file("D-7", { transportMode: "9", guarantee: GUARANTEE, goods: [penny] });
    assert.match(
      detailOf(await bench.run("bonded-list.cover", "officer-1", { list: second, declaration })),
      /values the goods at 1.00 CNY; by the list and its book they are worth 7000.00/,
    );
    await bench.close();
  });
});

describe("licences", () => {
  const meatDeclaration = (bench: Bench, transportMode: string, documents: object[]): Promise<string> =>
    bench.file(`D-${transportMode}`, {
      transportMode,
      ...{
        guarantee: GUARANTEE,
        documents,
        goods: [goods("0207141100", "4000", { netMassKg: "1200", origin: "BR" })],
      },
      grossMassKg: "1300",
    });
  const DOCUMENT = { kind: "A", number: "QL-7" };

  it("are asked for at the second line: without them nothing is released, and nothing leaves", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "1200" }, { goods: MEAT });
    const list = await sale(bench, book, { lines: [lineOf({ line: 1 }, { declared: "1200" })] });
    const declaration = await meatDeclaration(bench, "9", []);
    const cover = () => bench.run("bonded-list.cover", "trader-1", { list, declaration });
    assert.match(detailOf(await cover()), /is held, not released/);
    assert.match(
      detailOf(await askPass(bench, book, "out", { lists: [{ list }] })),
      /waits for its declaration/,
    );
    await bench.do("declaration.give-document", "trader-1", { declaration, ...DOCUMENT });
    await bench.do("declaration.clear-hold", "officer-1", {
      declaration,
      hold: "documents",
      finding: "seen",
    });
    await bench.do("declaration.pay", "trader-1", { declaration, amount: "796.00", receipt: "B-1" });
    await bench.do("declaration.release", "officer-1", { declaration });
    assert.equal(told(await cover()), "ok");
    assert.deepEqual(await carry(bench, book, "out", { lists: [{ list }] }), [list]);
    await bench.close();
  });

  it("that were looked at when the goods came from abroad are in the draft of their sale", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const list = numberOf(
      await bench.run("bonded-list.declare", "trader-1", {
        ...inward(book, "IN-1", { declared: "1200" }, { goods: MEAT }),
        declares: true,
      }),
      "list",
    );
    await carry(bench, book, "in", { lists: [{ list }] });
    const declaration = await meatDeclaration(bench, "2", [DOCUMENT]);
    await bench.do("bonded-list.cover", "trader-1", { list, declaration });
    const sold = await sale(bench, book);
    const drafted = await bench.ask("bonded-list.draft-declaration", "trader-1", { list: sold });
    const { documents } = (drafted as unknown as { answer: { declaration: { documents: object[] } } }).answer
      .declaration;
    assert.deepEqual(documents, [DOCUMENT]);
    await bench.close();
  });
});
