import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Bench, openWorld, TRADER } from "./test-bench.ts";

const lineOf = (part: string): object => ({
  goods: {
    ...{ part, commodity: "8481804090", description: "valves", origin: "DE", unit: "pcs", lawfulUnit: "pcs" },
  },
  ...{ declared: "5", lawful: "5", netMassKg: "5", grossMassKg: "5" },
  value: { amount: "5.00", currency: "USD" },
});

const declare = (bench: Bench, book: string, reference: string, lines: number): Promise<{ list: string }> =>
  bench.do("bonded-list.declare", "trader-1", {
    ...{ reference, book, movement: "from-abroad", procedure: "5034", transportMode: "2", declares: false },
    lines: Array.from({ length: lines }, (_, index) => lineOf(`${reference}-${index}`)),
  });

/** A bench with a journal of several slices: three lists with 500 new goods each. */
const longHistory = async (): Promise<{ readonly bench: Bench; readonly book: string }> => {
  const bench = await openWorld();
  const { book } = await bench.do<{ book: string }>("account-book.open", "trader-1", {
    ...{ reference: "B-1", zone: "waigaoqiao", office: "2218", party: TRADER, mode: "accumulate" },
    validUntil: "2026-12-31",
  });
  await bench.do("account-book.decide", "officer-1", { book, accept: true, reason: "in order" });
  for (const turn of [1, 2, 3]) await declare(bench, book, `L-${turn}`, 500);
  return { bench, book };
};

describe("views made anew from a long journal", () => {
  it("are what they were", async () => {
    const { bench } = await longHistory();
    const before = await bench.viewsNow();
    assert.equal(await bench.viewsRebuilt(), before);
    await bench.close();
  });

  it("hold what was declared meanwhile", async () => {
    const { bench, book } = await longHistory();
    const rebuilt = bench.it.rebuildViews();
    const declared = [1, 2, 3].map((turn) => declare(bench, book, `M-${turn}`, turn * 150));
    await Promise.all([rebuilt, ...declared]);
    const rows = await bench.rows("account-book.lines", "trader-1", { book });
    assert.equal(rows.length, 2_400);
    const after = await bench.viewsNow();
    assert.equal(await bench.viewsRebuilt(), after);
    await bench.close();
  });

  it("after a read that failed on the way are whole the next time", async () => {
    for (const failing of [1, 2]) {
      const { bench } = await longHistory();
      const before = await bench.viewsNow();
      let told = 0;
      const rebuilt = bench.it.rebuildViews(() => {
        told += 1;
        if (told === 1) bench.faults.failingReads = failing;
      });
      await assert.rejects(rebuilt, /fail this read/);
      bench.faults.failingReads = 0;
      assert.equal(await bench.viewsRebuilt(), before);
      await bench.close();
    }
  });
});
