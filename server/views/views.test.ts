import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MOST_FEN } from "@openftz/customs/define/limits.ts";
import fc from "fast-check";
import { filing, GUARANTEE, goods, openWorld, told } from "../desk/test-bench.ts";
import { Story } from "../desk/test-story.ts";

describe("views", () => {
  it("equal a rebuild after any history, and agree with the records", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 99_999 }), { minLength: 20, maxLength: 60 }), async (turns) => {
        const bench = await openWorld();
        const story = new Story(bench);
        for (const turn of turns) await story.act(turn);
        const live = await bench.viewsNow();
        for (const row of await bench.rows("declaration.list", "installation")) {
          const it = await bench.show(row.number as string);
          const seen = [row.state, row.taxState, row.due, row.amendment, (row.holds as string[]).toSorted()];
          const known = [
            it.state,
            it.tax.state,
            it.tax.due,
            it.amendment !== null,
            it.holds.map(({ kind }) => kind).sort(),
          ];
          assert.deepEqual(
            seen.map((each) => JSON.stringify(each)),
            known.map((each) => JSON.stringify(each)),
            String(row.number),
          );
        }
        assert.equal(await bench.viewsRebuilt(), live);
        const after = await bench.restart();
        assert.equal(await after.viewsNow(), live);
        await after.close();
      }),
      { numRuns: 15, seed: 5 },
    );
  });

  it("of a new version catch up without anything being applied twice", async () => {
    const bench = await openWorld();
    for (let index = 0; index < 40; index += 1) await bench.file(`A-${index}`);
    const all = await bench.viewsNow();
    for (const behind of [["day_count"], ["declaration", "guarantee"], [...bench.disk.views.keys()]]) {
      await bench.crash();
      for (const name of behind) bench.disk.views.delete(name);
      const after = await bench.restart();
      await after.file(`B-${behind.length}`);
      await after.viewsNow();
      assert.equal(await after.viewsRebuilt(), await after.viewsNow());
      assert.notEqual(await after.viewsNow(), all);
      await after.crash();
    }
  });

  it("are rebuilt while filing goes on", async () => {
    const bench = await openWorld();
    for (let index = 0; index < 30; index += 1) await bench.file(`A-${index}`);
    await bench.viewsNow();
    bench.faults.slowViews = true;
    const filings: Promise<string>[] = [];
    const rebuilt = bench.it.rebuildViews(() => {
      if (filings.length < 30) filings.push(bench.file(`B-${filings.length}`));
    });
    for (let index = 0; index < 30; index += 1) {
      filings.push(bench.file(`C-${index}`));
      await new Promise(setImmediate);
    }
    await rebuilt;
    await Promise.all(filings);
    const live = await bench.viewsNow();
    assert.equal((await bench.rows("declaration.list", "trader-1")).length, 30 + filings.length);
    assert.equal(await bench.viewsRebuilt(), live);
    await bench.close();
  });

  it("are not stopped by amounts of any size: what no view can add up is refused", async () => {
    const bench = await openWorld();
    const most = "9999999999999.99999";
    const many = (count: number, amount: string, more: object = {}) =>
      Array.from({ length: count }, () => goods("8471300000", amount, more));
    const table: readonly [object, string][] = [
      [{ goods: many(1, "0.00001") }, "ok"],
      [{ goods: many(1, "1", { netMassKg: "0.00001" }), grossMassKg: "0.00001" }, "ok"],
      [{ goods: many(1, "1", { netMassKg: most }), grossMassKg: most }, "ok"],
      [{ goods: many(50, "1999999999.99") }, "ok"],
      [{ goods: many(50, "2000000000.01") }, "invalid-request /goods"],
      [{ goods: many(1, most) }, "invalid-request /goods"],
      [{ goods: many(50, most), guarantee: GUARANTEE }, "invalid-request /goods"],
      [{ goods: [goods("2204210000", "99999999999", { origin: undefined })] }, "invalid-request /goods"],
      [{ goods: many(1, "99999999999"), conveyanceEntry: "1900-01-01" }, "invalid-request /goods"],
      [
        { goods: [{ ...goods("8471300000", most), customsValue: { amount: most, currency: "USD" } }] },
        "invalid-request /goods",
      ],
      [
        {
          goods: [
            goods("4901990000", "100", { description: "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 书 🚢\u202e'; drop table declaration; --" }),
          ],
        },
        "ok",
      ],
    ];
    for (const [index, [change, expected]] of table.entries())
      assert.equal(
        told(await bench.run("declaration.file", "trader-1", filing(`A-${index}`, change))),
        expected,
        JSON.stringify(change).slice(0, 90),
      );
    const letter = { party: "913100001", guarantor: "Bank", from: "2026-01-01", until: "2026-12-31" };
    const limit = `${MOST_FEN / 100n}`;
    assert.equal(
      told(await bench.run("guarantee.open", "officer-1", { ...letter, guarantee: "G-300", limit })),
      "ok",
    );
    assert.equal(
      told(
        await bench.run("guarantee.open", "officer-1", {
          ...letter,
          guarantee: "G-301",
          limit: "9999999999999.99",
        }),
      ),
      "invalid-request /limit",
    );
    assert.equal(
      (await bench.rows("declaration.list", "trader-1")).length,
      table.filter(([, expected]) => expected === "ok").length,
    );
    await bench.close();
  });
});
