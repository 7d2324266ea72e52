import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Found } from "./ask.ts";
import { carry, openBook } from "./book-bench.ts";
import { type Bench, GUARANTEE, openWorld, told } from "./test-bench.ts";

const wine = (part: string, description = "red wine") => ({
  ...{ part, commodity: "2204210000", description, origin: "FR" },
  ...{ unit: "btl", lawfulUnit: "L", secondUnit: "kg" },
});

const line = (goods: object, bottles: number, amount: string) => ({
  ...{ goods, declared: String(bottles), lawful: String(bottles * 0.75), second: String(bottles) },
  ...{ netMassKg: String(bottles), grossMassKg: String(bottles + 10) },
  value: { amount, currency: "USD" },
});

const LINES = [
  line(wine("W-1"), 600, "3000.00"),
  line(wine("W-2", "white wine"), 300, "1200.00"),
  line(wine("W-3"), 400, "2100.10"),
];

const declareList = async (bench: Bench, change: object = {}): Promise<string> => {
  const book = await openBook(bench);
  const { list } = await bench.do<{ list: string }>("bonded-list.declare", "trader-1", {
    ...{ reference: "L-1", book, movement: "from-abroad", procedure: "5034", transportMode: "2" },
    ...{ declares: true, lines: LINES, ...change },
  });
  return list;
};

type Draft = {
  readonly declaration: { readonly goods: readonly { readonly quantities: object }[] };
  readonly items: readonly object[];
  readonly lines: readonly { readonly item: number }[];
  readonly byHand: readonly { readonly pointer: string; readonly required: boolean }[];
};

const draft = (bench: Bench, list: string, more: object = {}, actor = "trader-1"): Promise<Found> =>
  bench.ask("bonded-list.draft-declaration", actor, { list, ...more });

const drafted = async (...asked: Parameters<typeof draft>): Promise<Draft> => {
  const found = await draft(...asked);
  assert.equal(found.kind, "answer", JSON.stringify(found));
  return (found as unknown as { answer: Draft }).answer;
};

const detailOf = (found: Found): string =>
  found.kind === "refused" ? (found.problem.faults[0]?.detail ?? found.problem.detail) : found.kind;

const required = ({ byHand }: Draft): readonly string[] =>
  byHand.filter((each) => each.required).map(({ pointer }) => pointer);

describe("the declaration that a list needs", () => {
  it("is drafted, filed as drafted, released, and posts the list", async () => {
    const bench = await openWorld();
    const list = await declareList(bench);
    const it = await drafted(bench, list);
    assert.deepEqual(it.items, [
      {
        ...{ item: 1, quantity: "1000", unit: "btl", unitPrice: "5.1001", total: "5100.10", currency: "USD" },
        lines: [1, 3],
      },
      {
        ...{ item: 2, quantity: "300", unit: "btl", unitPrice: "4.0000", total: "1200.00", currency: "USD" },
        lines: [2],
      },
    ]);
    assert.deepEqual(
      it.lines.map(({ item }) => item),
      [1, 2, 1],
    );
    assert.deepEqual(it.declaration.goods[0]!.quantities, { L: "750", kg: "1000" });
    assert.deepEqual(required(it), ["/reference"]);
    const { declaration } = await bench.do<{ declaration: string }>("declaration.file", "trader-1", {
      ...it.declaration,
      ...{ reference: "D-1", guarantee: GUARANTEE },
    });
    assert.equal((await bench.show(declaration)).state, "released");
    const [{ book }] = (await bench.rows("bonded-list.list", "trader-1")) as readonly [{ book: string }];
    await carry(bench, book, "in", { lists: [{ list }] });
    await bench.do("bonded-list.cover", "officer-1", { list, declaration });
    assert.match(detailOf(await draft(bench, list)), /is posted/);
    await bench.close();
  });

  it("keeps lines alone that are named, and tells of one that is not there", async () => {
    const bench = await openWorld();
    const list = await declareList(bench);
    const { lines } = await drafted(bench, list, { alone: [3] });
    assert.deepEqual(
      lines.map(({ item }) => item),
      [1, 2, 3],
    );
    assert.match(detailOf(await draft(bench, list, { alone: [3, 4] })), /has 3 lines, and no line 4/);
    await bench.close();
  });

  it("of the second line leaves the other enterprise and its mode to a person", async () => {
    const bench = await openWorld();
    const list = await declareList(bench, {
      ...{ movement: "from-inland", transportMode: "9" },
      lines: [line(wine("W-1", "w".repeat(251)), 6, "30")],
    });
    const it = await drafted(bench, list);
    assert.equal((it.declaration as unknown as { direction: string }).direction, "export");
    assert.deepEqual(required(it), [
      ...["/reference", "/declarant", "/trader", "/procedure"],
      "/goods/0/description",
    ]);
    await bench.close();
  });

  it("has at most 50 items", async () => {
    const bench = await openWorld();
    const lines = Array.from({ length: 51 }, (_, index) => line(wine(`W-${index}`, `wine ${index}`), 1, "5"));
    const list = await declareList(bench, { lines });
    assert.match(detailOf(await draft(bench, list)), /The 51 lines of the list make 51 items/);
    await bench.close();
  });

  it("is not needed where the list moves without one", async () => {
    const bench = await openWorld();
    const list = await declareList(bench, { declares: false });
    assert.match(detailOf(await draft(bench, list)), /moves without a declaration/);
    await bench.close();
  });

  it("is open to the list's enterprise and to officers of its office, and to nobody else", async () => {
    const bench = await openWorld();
    const list = await declareList(bench);
    const TABLE = [
      ...[["trader-1", "answer"] as const, ["officer-1", "answer"] as const],
      ...["trader-2", "broker-1", "officer-9", "keeper-1", "nobody"].map((who) => [who, "refused"] as const),
    ];
    for (const [who, kind] of TABLE) assert.equal((await draft(bench, list, {}, who)).kind, kind, who);
    const other = await draft(bench, "QD221826I999999999", {}, "trader-1");
    assert.equal(told(other as never), "not-found");
    await bench.close();
  });
});
