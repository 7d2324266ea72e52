import assert from "node:assert/strict";
import type { Cell, Row, Store, Term, ViewQuery } from "../store.ts";
import { applyGoods, goodsView, type Open, promise } from "./ground.ts";

const rows: readonly Row[] = [
  { zone: "a", item: "1", name: "100% cotton", massKg: 5, held: true, details: { a: 1 } },
  { zone: "a", item: "2", name: "100_cotton", massKg: null, held: false },
  { zone: "a", item: "3", name: "100 cotton", massKg: -1, held: null },
  { zone: "a", item: "4", name: null, massKg: 5, held: true },
  { zone: "b", item: "1", name: "a\\b%", massKg: 7, held: false },
  { zone: "b", item: "2", name: "Zebra", massKg: null, held: true },
  { zone: "b", item: "3", name: "zebra 斑马", massKg: 9007199254740991, held: true },
];

const identify = (row: Row): string => `${row.zone}${row.item}`;

async function filled(store: Store): Promise<(query: Partial<ViewQuery>) => Promise<readonly string[]>> {
  await store.views.prepare([goodsView]);
  await applyGoods(
    store,
    rows.map((put) => ({ put })),
  );
  const whole: ViewQuery = {
    view: "goods",
    where: [],
    order: [{ field: "zone" }, { field: "item" }],
    limit: 100,
  };
  return async (query) => (await store.views.query({ ...whole, ...query })).map(identify);
}

/** A term and the rows it finds, as an officer would read it. */
const finds: readonly (readonly [Term, string])[] = [
  [{ field: "massKg", is: "=", value: 5 }, "a1 a4"],
  [{ field: "massKg", is: "=", value: null }, "a2 b2"],
  [{ field: "massKg", is: "!=", value: 5 }, "a2 a3 b1 b2 b3"],
  [{ field: "massKg", is: "!=", value: null }, "a1 a3 a4 b1 b3"],
  [{ field: "massKg", is: "<", value: 5 }, "a3"],
  [{ field: "massKg", is: "<=", value: 5 }, "a1 a3 a4"],
  [{ field: "massKg", is: ">", value: 5 }, "b1 b3"],
  [{ field: "massKg", is: ">=", value: 9007199254740991 }, "b3"],
  [{ field: "massKg", is: "<=", value: null }, ""],
  [{ field: "held", is: "=", value: true }, "a1 a4 b2 b3"],
  [{ field: "held", is: "!=", value: true }, "a2 a3 b1"],
  [{ field: "details", is: "!=", value: null }, "a1"],
  [{ field: "details", is: "=", value: null }, "a2 a3 a4 b1 b2 b3"],
  [{ field: "massKg", is: "in", value: [7, -1, 8] }, "a3 b1"],
  [{ field: "massKg", is: "in", value: [7, null] }, "a2 b1 b2"],
  [{ field: "massKg", is: "in", value: [] }, ""],
  [{ field: "held", is: "in", value: [false, null] }, "a2 a3 b1"],
  [{ field: "name", is: "in", value: ["Zebra", "a\\b%", "{x}"] }, "b1 b2"],
  [{ field: "name", is: "prefix", value: "100" }, "a1 a2 a3"],
  [{ field: "name", is: "prefix", value: "100%" }, "a1"],
  [{ field: "name", is: "prefix", value: "100_" }, "a2"],
  [{ field: "name", is: "prefix", value: "a\\" }, "b1"],
  [{ field: "name", is: "prefix", value: "z" }, "b3"],
  [{ field: "name", is: "prefix", value: "" }, "a1 a2 a3 b1 b2 b3"],
  [{ field: "name", is: "contains", value: "%" }, "a1 b1"],
  [{ field: "name", is: "contains", value: "_" }, "a2"],
  [{ field: "name", is: "contains", value: "\\b" }, "b1"],
  [{ field: "name", is: "contains", value: "斑" }, "b3"],
  [{ field: "name", is: "contains", value: "ebra" }, "b2 b3"],
  [{ field: "name", is: "<", value: "Zebra" }, "a1 a2 a3"],
  [{ field: "name", is: ">", value: "a" }, "b1 b3"],
  [{ any: [] }, ""],
  [{ all: [] }, "a1 a2 a3 a4 b1 b2 b3"],
  [
    {
      any: [
        { field: "zone", is: "=", value: "b" },
        { field: "item", is: "=", value: "1" },
      ],
    },
    "a1 b1 b2 b3",
  ],
  [
    {
      all: [
        { field: "zone", is: "=", value: "b" },
        { field: "item", is: "=", value: "1" },
      ],
    },
    "b1",
  ],
  [
    {
      any: [
        {
          all: [
            { field: "zone", is: "=", value: "a" },
            { field: "massKg", is: ">", value: 0 },
          ],
        },
        {
          all: [{ field: "held", is: "=", value: false }, { any: [{ field: "massKg", is: "=", value: 7 }] }],
        },
      ],
    },
    "a1 a4 b1",
  ],
];

/** Orders to page through, each with the rows in that order. */
const orders: readonly (readonly [ViewQuery["order"], string])[] = [
  [[{ field: "zone" }, { field: "item" }], "a1 a2 a3 a4 b1 b2 b3"],
  [
    [
      { field: "zone", descending: true },
      { field: "item", descending: true },
    ],
    "b3 b2 b1 a4 a3 a2 a1",
  ],
  [[{ field: "zone", descending: true }, { field: "item" }], "b1 b2 b3 a1 a2 a3 a4"],
  [[{ field: "massKg" }, { field: "zone" }, { field: "item" }], "a3 a1 a4 b1 b3 a2 b2"],
  [[{ field: "massKg", descending: true }, { field: "zone" }, { field: "item" }], "a2 b2 b3 b1 a1 a4 a3"],
  [
    [{ field: "held" }, { field: "massKg", descending: true }, { field: "zone" }, { field: "item" }],
    "a2 b1 b2 b3 a1 a4 a3",
  ],
  [[{ field: "name" }, { field: "zone" }, { field: "item" }], "a3 a1 a2 b2 b1 b3 a4"],
];

/** Finding rows by terms, ordering them, and reading on where a page ended. */
export function viewQueryContract(open: Open): void {
  promise("finds rows by every kind of term", open, async (store) => {
    const find = await filled(store);
    for (const [term, expected] of finds) {
      assert.equal((await find({ where: [term] })).join(" "), expected, JSON.stringify(term));
    }
    const both: readonly Term[] = [finds[0]![0], { field: "item", is: "=", value: "4" }];
    assert.deepEqual(await find({ where: both }), ["a4"]);
  });

  promise(
    "orders rows, null after everything, and continues after the last one seen",
    open,
    async (store) => {
      const find = await filled(store);
      for (const [order, expected] of orders) {
        assert.equal((await find({ order })).join(" "), expected, JSON.stringify(order));
        for (const limit of [1, 2, 3]) {
          assert.equal((await pages(store, order, limit)).join(" "), expected, `${limit} at a time`);
        }
      }
    },
  );

  promise("orders text by code point, whatever the language of the machine", open, async (store) => {
    const find = await filled(store);
    const names = [
      "Z",
      "a",
      "ä",
      "Ω",
      "一",
      "龠",
      "\ue000",
      "\uffee",
      "\u{10000}",
      "\u{20000}",
      "\u{10ffff}",
    ];
    await applyGoods(
      store,
      names.toReversed().map((name, index) => ({ put: { zone: "n", item: `${index}`, name } })),
    );
    const order = [{ field: "name" }, { field: "zone" }, { field: "item" }];
    const where: readonly Term[] = [{ field: "zone", is: "=", value: "n" }];
    const sorted = names.map((_, index) => `n${names.length - 1 - index}`);
    assert.deepEqual(await find({ where, order }), sorted);
    assert.deepEqual(
      await find({ where: [...where, { field: "name", is: ">", value: "\uffee" }], order }),
      sorted.slice(8),
    );
  });

  promise("limits rows, to none if asked", open, async (store) => {
    const find = await filled(store);
    assert.deepEqual(await find({ limit: 2 }), ["a1", "a2"]);
    assert.deepEqual(await find({ limit: 0 }), []);
  });

  promise("refuses a query that does not fit the view", open, async (store) => {
    const find = await filled(store);
    const wrong: readonly (readonly [Partial<ViewQuery>, RegExp])[] = [
      [{ view: "unheard" }, /unheard/],
      [{ where: [{ field: 'zone" = 1 --', is: "=", value: "a" }] }, /no field/],
      [{ where: [{ field: "constructor", is: "=", value: "a" }] }, /no field/],
      [{ where: [{ field: "massKg", is: "=", value: "5" }] }, /massKg is integer/],
      [{ where: [{ field: "massKg", is: "prefix", value: "5" }] }, /massKg/],
      [{ where: [{ field: "details", is: "=", value: { a: 1 } }] }, /details/],
      [{ where: [{ any: [{ all: [{ field: "colour", is: "in", value: [] }] }] }] }, /no field colour/],
      [{ order: [{ field: "zone" }] }, /end with the key/],
      [{ order: [{ field: "details" }, { field: "zone" }, { field: "item" }] }, /details/],
      [{ after: ["a"] }, /after/],
      [{ limit: -1 }, /limit/],
      [{ limit: 1.5 }, /limit/],
    ];
    for (const [query, message] of wrong) await assert.rejects(find(query), message, JSON.stringify(query));
  });
}

/** Reads everything in pages, each continuing after the last row of the one before. */
async function pages(store: Store, order: ViewQuery["order"], limit: number): Promise<readonly string[]> {
  const seen: string[] = [];
  let after: readonly Cell[] | undefined;
  for (;;) {
    const page = await store.views.query({ view: "goods", where: [], order, limit, ...(after && { after }) });
    if (page.length === 0) return seen;
    assert.ok(seen.length < 100, "paging does not end");
    seen.push(...page.map(identify));
    after = order.map(({ field }) => page.at(-1)![field]!);
  }
}
