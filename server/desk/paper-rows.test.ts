import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askPass, bringIn, inward, lineOf, numberOf, openBook } from "./book-bench.ts";
import { openWorld } from "./test-bench.ts";

const reason = "as agreed";

describe("the row of a pass", () => {
  it("has what was said of the vehicle and how it ended; it is found by its number, and by a list that is on it", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const declare = async (reference: string) =>
      (
        await bench.do<{ list: string }>(
          "bonded-list.declare",
          "trader-1",
          inward(book, reference, { declared: "5" }),
        )
      ).list;
    const [one, other] = [await declare("I-1"), await declare("I-2")];
    const on = async (...lists: readonly string[]) =>
      numberOf(
        await askPass(bench, book, "in", {
          ...{ lists: lists.map((list) => ({ list })), frameMassKg: "90" },
        }),
        "pass",
      );
    const both = await on(one, other);
    await bench.do("gate-pass.void", "trader-1", { pass: both, reason });
    const single = await on(one);
    await bench.do("gate-pass.record-passage", "officer-1", { pass: single, weighedKg: "15020" });
    const found = async (request: object) =>
      (await bench.rows("gate-pass.list", "officer-1", request)).map(({ pass }) => pass);
    assert.deepEqual(await found({ book, list: one }), [single, both]);
    assert.deepEqual(await found({ list: other }), [both]);
    const [row] = await bench.rows("gate-pass.list", "officer-1", { pass: single });
    const { at: _at, endedAt, ...rest } = row!;
    assert.ok(endedAt);
    assert.deepEqual(rest, {
      ...{ pass: single, book, party: rest.party, office: "2218", kind: "papers", direction: "in" },
      ...{ vehicle: "HU-A12345", container: null, grossMassKg: "2000", vehicleMassKg: "13000" },
      ...{ frameMassKg: "90", containerMassKg: null, transportDocument: null, description: null },
      ...{ totalMassKg: "15090", weighedKg: "15020", lists: [one], slips: [], declareBy: null },
      ...{ state: "passed", askedBy: "trader-1", endedBy: "officer-1", reason: null },
    });
    const [voided] = await bench.rows("gate-pass.list", "trader-1", { pass: both });
    assert.deepEqual([voided!.endedBy, voided!.reason, voided!.lists], ["trader-1", reason, [one, other]]);
    assert.equal(await bench.viewsRebuilt(), await bench.viewsNow());
    await bench.close();
  });
});

describe("the row of a slip", () => {
  it("names the pass that its goods are on, until that is voided", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "5" });
    const { form } = await bench.do<{ form: string }>("business-form.file", "trader-1", {
      ...{ reference: "F-1", book, kind: "batches", direction: "out", validUntil: "2026-12-31" },
    });
    await bench.do("business-form.decide", "officer-1", { form, accept: true, reason, reserve: "0" });
    const lines = [lineOf({ line: 1 }, { declared: "2" })];
    const { slip } = await bench.do<{ slip: string }>("stock-slip.declare", "trader-1", {
      ...{ reference: "S-1", form, lines },
    });
    const passOf = async () => (await bench.rows("stock-slip.list", "trader-1", { form }))[0]!.pass;
    const ask = async () => numberOf(await askPass(bench, book, "out", { slips: [slip] }), "pass");
    assert.equal(await passOf(), null);
    const first = await ask();
    assert.equal(await passOf(), first);
    await bench.do("gate-pass.void", "trader-1", { pass: first, reason });
    assert.equal(await passOf(), null);
    const second = await ask();
    await bench.do("gate-pass.record-passage", "officer-1", { pass: second });
    assert.equal(await passOf(), second);
    assert.equal(await bench.viewsRebuilt(), await bench.viewsNow());
    await bench.close();
  });
});
