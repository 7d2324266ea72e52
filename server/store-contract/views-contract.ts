import assert from "node:assert/strict";
import type { RowOperation } from "../store.ts";
import { allGoods, applyGoods, goodsView, type Open, promise } from "./ground.ts";

const row = (zone: string, item: string, rest: object = {}) => ({
  zone,
  item,
  name: null,
  massKg: null,
  held: null,
  details: null,
  ...rest,
});

/** Tables that pages read: how they come about, move forward and change. */
export function viewsContract(open: Open): void {
  promise("a new view is empty and stands at 0", open, async ({ views }) => {
    await views.prepare([goodsView]);
    assert.equal(await views.position("goods"), 0);
    assert.deepEqual(await views.query(allGoods), []);
    await assert.rejects(views.position("unheard"), /unheard/);
  });

  promise("a view moves forward once", open, async ({ views }) => {
    await views.prepare([goodsView]);
    const work = new Map([["goods", [{ add: { massKg: 5 }, where: { zone: "a", item: "1" } }]]]);
    await views.apply(0, 7, work);
    await assert.rejects(views.apply(0, 7, work), /stands at 7/);
    assert.equal(await views.position("goods"), 7);
    assert.equal((await views.query(allGoods))[0]!.massKg, 5);
  });

  promise("applies the work of all views in one transaction or none of it", open, async ({ views }) => {
    await views.prepare([goodsView, { ...goodsView, name: "second" }]);
    await views.apply(0, 1, new Map([["second", []]]));
    const put = [{ put: { zone: "a", item: "1" } }];
    await assert.rejects(
      views.apply(
        0,
        1,
        new Map([
          ["goods", put],
          ["second", put],
        ]),
      ),
      /stands at 1/,
    );
    const broken = [...put, { put: { zone: "a", item: "2", massKg: "heavy" } }];
    await assert.rejects(views.apply(0, 1, new Map([["goods", broken]])), /massKg is integer/);
    assert.equal(await views.position("goods"), 0);
    assert.deepEqual(await views.query(allGoods), []);
  });

  promise("puts many rows at once, whether they are new or there already", open, async (store) => {
    await store.views.prepare([goodsView]);
    const rows = (name: string, items: readonly number[]) =>
      items.map((item) =>
        row("a", String(item).padStart(3, "0"), {
          name: `${name} 货物`,
          massKg: item % 2 === 0 ? -(2 ** 40) - item : Number.MAX_SAFE_INTEGER - item,
          held: item % 3 === 0 ? null : item % 3 === 1,
          details: item % 5 === 0 ? null : { item, deep: ["二", null] },
        }),
      );
    const all = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
    const put = (some: readonly object[]) => some.map((each) => ({ put: each }) as RowOperation);
    await applyGoods(store, put(rows("first", all(0, 60))));
    assert.deepEqual(await store.views.query({ ...allGoods, limit: 200 }), rows("first", all(0, 60)));
    const more = [
      ...put(rows("second", all(40, 100))),
      { add: { massKg: 5 }, where: { zone: "a", item: "099" } },
    ];
    await applyGoods(store, more);
    const second = rows("second", all(40, 100)).map((each, at) =>
      at === 59 ? { ...each, massKg: Number.MAX_SAFE_INTEGER - 99 + 5 } : each,
    );
    assert.deepEqual(await store.views.query({ ...allGoods, limit: 200 }), [
      ...rows("first", all(0, 40)),
      ...second,
    ]);
  });

  promise("put makes a row or replaces it whole", open, async (store) => {
    await store.views.prepare([goodsView]);
    const details = { list: [1, "二"], deep: { a: null } };
    await applyGoods(store, [
      { put: { zone: "a", item: "1", name: "货物", massKg: 5, held: true, details } },
    ]);
    assert.deepEqual(await store.views.query(allGoods), [
      row("a", "1", { name: "货物", massKg: 5, held: true, details }),
    ]);
    await applyGoods(store, [{ put: { zone: "a", item: "1", massKg: -9007199254740991 } }]);
    assert.deepEqual(await store.views.query(allGoods), [row("a", "1", { massKg: -9007199254740991 })]);
  });

  promise("set changes the named fields of every row that fits, null included", open, async (store) => {
    await store.views.prepare([goodsView]);
    await applyGoods(store, [
      { put: row("a", "1", { massKg: 1 }) },
      { put: row("a", "2", { massKg: 2, held: true }) },
      { put: row("b", "1", { massKg: 3 }) },
      { set: { name: "both", details: [1] }, where: { zone: "a" } },
      { set: { massKg: 9 }, where: { held: null } },
      { set: { held: null }, where: { zone: "a", item: "2" } },
      { set: { name: "nobody" }, where: { zone: "z" } },
    ]);
    assert.deepEqual(await store.views.query(allGoods), [
      row("a", "1", { massKg: 9, name: "both", details: [1] }),
      row("a", "2", { massKg: 2, name: "both", details: [1] }),
      row("b", "1", { massKg: 9 }),
    ]);
  });

  promise("add counts from nothing, and makes the row when it is not there", open, async (store) => {
    await store.views.prepare([goodsView]);
    const where = { zone: "a", item: "1" };
    await applyGoods(store, [
      { add: { massKg: 5 }, where },
      { add: { massKg: -2 }, where },
    ]);
    await applyGoods(store, [
      { add: { massKg: 10 }, where },
      { add: { massKg: 1 }, where: { zone: "a", item: "2" } },
    ]);
    assert.deepEqual(await store.views.query(allGoods), [
      row("a", "1", { massKg: 13 }),
      row("a", "2", { massKg: 1 }),
    ]);
  });

  promise("refuses a sum beyond the exact integers", open, async (store) => {
    await store.views.prepare([goodsView]);
    const where = { zone: "a", item: "1" };
    const add = { massKg: Number.MAX_SAFE_INTEGER };
    await applyGoods(store, [{ add, where }]);
    await assert.rejects(applyGoods(store, [{ put: row("b", "1") }, { add: { massKg: 1 }, where }]));
    assert.deepEqual(await store.views.query(allGoods), [row("a", "1", add)]);
  });

  promise("remove takes away every row that fits", open, async (store) => {
    await store.views.prepare([goodsView]);
    await applyGoods(store, [
      { put: row("a", "1", { name: "x" }) },
      { put: row("a", "2") },
      { put: row("b", "1") },
      { put: row("b", "2") },
    ]);
    await applyGoods(store, [{ remove: { zone: "b", item: "1" } }, { remove: { zone: "a", name: null } }]);
    assert.deepEqual(await store.views.query(allGoods), [row("a", "1", { name: "x" }), row("b", "2")]);
  });

  promise("keeps the order of operations that touch the same row", open, async (store) => {
    await store.views.prepare([goodsView]);
    const where = { zone: "a", item: "1" };
    const other = { zone: "b", item: "1" };
    const work: readonly RowOperation[] = [
      { add: { massKg: 1 }, where },
      { put: { ...where, massKg: 10 } },
      { add: { massKg: 2 }, where },
      { put: { ...other, massKg: 1, name: "x" } },
      { set: { name: "n" }, where },
      { remove: other },
      { add: { massKg: 3 }, where },
      { set: { name: "m", massKg: 20 }, where },
      { add: { massKg: 5 }, where: other },
      { set: { held: true }, where: { name: "m" } },
      { put: { zone: "c", item: "1", name: "m" } },
    ];
    await applyGoods(store, work);
    assert.deepEqual(await store.views.query(allGoods), [
      row("a", "1", { massKg: 20, name: "m", held: true }),
      row("b", "1", { massKg: 5 }),
      row("c", "1", { name: "m" }),
    ]);
  });

  promise("sets fields of rows that were put just before", open, async (store) => {
    await store.views.prepare([goodsView]);
    const [a, b] = [
      { zone: "a", item: "1" },
      { zone: "b", item: "1" },
    ];
    await applyGoods(store, [{ put: { ...b, massKg: 7, name: "old", held: true } }]);
    await applyGoods(store, [
      { put: { ...a, massKg: 1, name: "x" } },
      { put: { ...b, massKg: 1 } },
      { set: { name: "y", held: false }, where: a },
      { set: { name: null }, where: a },
      { set: { massKg: 2 }, where: b },
      { put: { ...a, massKg: 3 } },
      { set: { held: true }, where: a },
      { set: { name: "nobody" }, where: { zone: "c", item: "1" } },
    ]);
    assert.deepEqual(await store.views.query(allGoods), [
      row("a", "1", { massKg: 3, held: true }),
      row("b", "1", { massKg: 2 }),
    ]);
  });

  promise("refuses operations that do not fit the shape", open, async (store) => {
    await store.views.prepare([goodsView]);
    const wrong: readonly (readonly [RowOperation, RegExp])[] = [
      [{ put: { zone: "a" } }, /needs the key field item/],
      [{ put: { zone: "a", item: "1", colour: "red" } }, /no field colour/],
      [{ put: { zone: "a", item: "1", massKg: 1.5 } }, /massKg is integer/],
      [{ put: { zone: "a", item: "1", name: "a\0b" } }, /U\+0000/],
      [{ set: { item: "2" }, where: { zone: "a" } }, /part of the key/],
      [{ set: { name: "x" }, where: {} }, /every row/],
      [{ remove: {} }, /every row/],
      [{ add: { massKg: 1 }, where: { zone: "a" } }, /whole key/],
      [{ add: { name: 1 }, where: { zone: "a", item: "1" } }, /name/],
    ];
    for (const [operation, message] of wrong) await assert.rejects(applyGoods(store, [operation]), message);
    assert.equal(await store.views.position("goods"), 0);
  });

  promise("a changed version drops the view's rows and sets it back to 0", open, async (store) => {
    await store.views.prepare([goodsView]);
    await applyGoods(store, [{ put: row("a", "1") }]);
    await store.views.prepare([goodsView]);
    assert.equal(await store.views.position("goods"), 1);
    const columns = { zone: "text", item: "text", count: "integer" } as const;
    await store.views.prepare([{ ...goodsView, version: 2, columns, indexes: [] }]);
    assert.equal(await store.views.position("goods"), 0);
    assert.deepEqual(await store.views.query(allGoods), []);
    await applyGoods(store, [{ put: { zone: "a", item: "1", count: 3 } }]);
    assert.deepEqual(await store.views.query(allGoods), [{ zone: "a", item: "1", count: 3 }]);
  });

  promise("reset empties one view and no other", open, async (store) => {
    await store.views.prepare([goodsView, { ...goodsView, name: "second" }]);
    const work = [{ put: row("a", "1") }];
    await store.views.apply(
      0,
      3,
      new Map([
        ["goods", work],
        ["second", work],
      ]),
    );
    await store.views.reset("goods");
    assert.equal(await store.views.position("goods"), 0);
    assert.deepEqual(await store.views.query(allGoods), []);
    assert.equal(await store.views.position("second"), 3);
    assert.equal((await store.views.query({ ...allGoods, view: "second" })).length, 1);
  });
}
