import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bringIn, carry, inward, lineOf, openBook, outward, VALVE } from "../desk/book-bench.ts";
import { type Bench, OTHER, openWorld } from "../desk/test-bench.ts";

const stock = async (bench: Bench, request: object = {}): Promise<readonly string[]> =>
  (await bench.rows("overview.stock", "officer-1", request)).map(
    ({ zone, status, account, unit, count }) => `${zone} ${status} ${account} ${count} ${unit}`,
  );

describe("the view of stock", () => {
  it("sums the lines of all books of a zone by status and account, each legal unit for itself", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const other = await openBook(bench, { party: OTHER, actor: "trader-2" });
    await bringIn(bench, book, { declared: "100", second: "250.5" });
    await bringIn(bench, other, { declared: "10", second: "30" }, undefined, "trader-2");
    const inKg = { ...VALVE, part: "K-1", unit: "kg", lawfulUnit: "035", secondUnit: undefined };
    await bench.do("bonded-list.declare", "trader-1", {
      ...inward(book, "KG", { declared: "7" }, { goods: inKg }),
      lines: [
        {
          goods: Object.fromEntries(Object.entries(inKg).filter(([, value]) => value !== undefined)),
          ...{ declared: "7", lawful: "7", netMassKg: "7", grossMassKg: "7" },
          value: { amount: "1", currency: "USD" },
        },
      ],
    });
    assert.deepEqual(await stock(bench), [
      "waigaoqiao bonded coming 7 kg",
      "waigaoqiao bonded stock 280.5 kg",
      "waigaoqiao bonded stock 110 pcs",
    ]);
    const { list } = await bench.do<{ list: string }>(
      "bonded-list.declare",
      "trader-1",
      outward(book, "OUT", { declared: "40", second: "100" }),
    );
    const { form } = await bench.do<{ form: string }>("business-form.file", "trader-1", {
      ...{ reference: "FORM", book, kind: "batches", direction: "out", validUntil: "2026-12-31" },
    });
    await bench.do("business-form.decide", "officer-1", {
      form,
      accept: true,
      reason: "in order",
      reserve: "0",
    });
    const { slip } = await bench.do<{ slip: string }>("stock-slip.declare", "trader-1", {
      ...{ reference: "SLIP", form, lines: [lineOf({ line: 1 }, { declared: "5", second: "12.5" })] },
    });
    await carry(bench, book, "out", { slips: [slip] });
    assert.deepEqual(await stock(bench, { zone: "waigaoqiao" }), [
      "waigaoqiao bonded away 12.5 kg",
      "waigaoqiao bonded away 5 pcs",
      "waigaoqiao bonded coming 7 kg",
      "waigaoqiao bonded reserved 100 kg",
      "waigaoqiao bonded reserved 40 pcs",
      "waigaoqiao bonded stock 168 kg",
      "waigaoqiao bonded stock 65 pcs",
    ]);
    await carry(bench, book, "out", { lists: [{ list }] });
    assert.equal((await stock(bench)).length, 5, "what is gone is nowhere");
    assert.deepEqual(await stock(bench, { zone: "elsewhere" }), []);
    const before = await bench.viewsNow();
    assert.equal(await bench.viewsRebuilt(), before);
    await bench.close();
  });

  it("equals the sum of the lines after any slice, in one piece or entry by entry", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    for (let turn = 0; turn < 30; turn += 1) await bringIn(bench, book, { declared: "3", second: "1.00001" });
    assert.deepEqual(await stock(bench), [
      "waigaoqiao bonded stock 30.0003 kg",
      "waigaoqiao bonded stock 90 pcs",
    ]);
    const before = await bench.viewsNow();
    assert.equal(await bench.viewsRebuilt(), before, "in slices of five hundred");
    await bench.close();
  });
});
