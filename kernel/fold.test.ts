import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Entry } from "./entry.ts";
import { type Fold, foldAll, foldEntry, upcast } from "./fold.ts";

type Stock = { readonly kg: number; readonly last: number };
type Moved = { readonly kg: number };

const stock: Fold<Stock> = {
  kind: "stock",
  on: {
    "stock.moved": (state, entry: Entry<Moved>) => ({
      kg: (state?.kg ?? 0) + entry.body.kg,
      last: entry.position,
    }),
    "stock.closed": (state, entry) => ({ kg: state?.kg ?? 0, last: entry.position }),
  },
};
const entry = (position: number, type: string, body: unknown = {}, version = 1): Entry => ({
  position,
  at: "2026-03-01T00:00:00.000Z",
  type,
  version,
  records: ["stock/1"],
  actor: "party/1",
  command: "test",
  reference: null,
  law: null,
  body,
  previous: "",
});

describe("a fold", () => {
  it("makes a record of its entries in order", () => {
    const entries = [
      entry(1, "stock.moved", { kg: 5 }),
      entry(4, "stock.moved", { kg: -2 }),
      entry(9, "stock.closed"),
    ];
    assert.deepEqual(foldAll(stock, entries), { kg: 3, last: 9 });
  });

  it("of no entries is no record", () => {
    assert.equal(foldAll(stock, []), undefined);
  });

  it("from a snapshot and the tail is the fold of all, wherever it is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (amounts, at) => {
        const entries = amounts.map((kg, index) => entry(index + 1, "stock.moved", { kg }));
        const cut = at % (entries.length + 1);
        const snapshot = foldAll(stock, entries.slice(0, cut));
        assert.deepEqual(foldAll(stock, entries.slice(cut), snapshot), foldAll(stock, entries));
      }),
    );
  });

  it("stops at an entry that its kind does not read, also one named like something every object has", () => {
    for (const type of ["stock.unknown", "constructor", "toString"])
      assert.throws(
        () => foldEntry(stock, undefined, entry(3, type)),
        new RegExp(`does not read ${type} \\(entry 3\\)`),
      );
  });
});

describe("an older entry", () => {
  const newest = { "stock.moved": 3, "stock.closed": 1 };
  const upcasts = {
    "stock.moved@1": ({ grams }: { grams: number }) => ({ kg: grams / 1000 }),
    "stock.moved@2": ({ kg }: Moved) => ({ kg, unit: "kg" }),
  };

  it("is brought to the newest version one version at a time", () => {
    const { version, body } = upcast(entry(1, "stock.moved", { grams: 2000 }), newest, upcasts);
    assert.deepEqual({ version, body }, { version: 3, body: { kg: 2, unit: "kg" } });
    assert.deepEqual(upcast(entry(1, "stock.moved", { kg: 1 }, 2), newest, upcasts).body, {
      kg: 1,
      unit: "kg",
    });
  });

  it("of the newest version is left as it is", () => {
    const same = entry(1, "stock.closed");
    assert.equal(upcast(same, newest, upcasts), same);
  });

  it("stops where this release cannot read it", () => {
    assert.throws(() => upcast(entry(8, "stock.moved", {}, 4), newest, upcasts), /entry 8 is stock.moved@4/);
    assert.throws(() => upcast(entry(8, "stock.burnt"), newest, upcasts), /cannot read/);
    assert.throws(() => upcast(entry(8, "stock.moved"), newest, {}), /no upcast from stock.moved@1/);
  });
});
