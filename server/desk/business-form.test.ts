import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  bringIn,
  carry,
  detailOf,
  lineOf,
  openBook,
  outward,
  type Quantity,
  shelves,
  WINE_VALVE as WINE,
  wineOf,
} from "./book-bench.ts";
import type { Reply } from "./replies.ts";
import { type Bench, GUARANTEE, openWorld, told } from "./test-bench.ts";

const openForm = async (bench: Bench, book: string, change: object = {}): Promise<string> => {
  const { form } = await bench.do<{ form: string }>("business-form.file", "trader-1", {
    ...{ reference: `F-${bench.disk.entries.length}`, book, kind: "batches", direction: "out" },
    ...{ validUntil: "2026-12-31", guarantee: GUARANTEE, ...change },
  });
  await bench.do("business-form.decide", "officer-1", {
    form,
    accept: true,
    reason: "in order",
    reserve: "500000",
  });
  return form;
};

const declare = (bench: Bench, form: string, quantity: Quantity, change: object = {}): Promise<Reply> =>
  bench.run("stock-slip.declare", "trader-1", {
    ...{
      reference: `S-${bench.disk.entries.length}`,
      form,
      lines: [lineOf({ line: 1 }, quantity)],
      ...change,
    },
  });

const slipOf = (reply: Reply): string => {
  assert.equal(reply.kind, "accepted", JSON.stringify(reply));
  return (reply as unknown as { answer: { slip: string } }).answer.slip;
};

const go = async (bench: Bench, book: string, form: string, quantity: Quantity): Promise<string> => {
  const slip = slipOf(await declare(bench, form, quantity));
  await carry(bench, book, "out", { slips: [slip] });
  return slip;
};

const back = async (bench: Bench, book: string, form: string, returns: string, quantity: Quantity) => {
  const slip = slipOf(await declare(bench, form, quantity, { returns }));
  await carry(bench, book, "in", { slips: [slip] });
  return slip;
};

const batch = (
  bench: Bench,
  book: string,
  slips: readonly string[],
  quantity: Quantity,
  change: object = {},
) =>
  bench.run("bonded-list.declare", "trader-1", {
    ...outward(book, `BATCH-${bench.disk.entries.length}`, quantity),
    ...{
      movement: "batch-to-inland",
      procedure: "5000",
      transportMode: "9",
      declares: true,
      slips,
      ...change,
    },
  });

const freeOf = async (bench: Bench): Promise<unknown> =>
  (await bench.rows("guarantee.list", "officer-1")).find(({ guarantee }) => guarantee === GUARANTEE)!
    .reservedFen;

describe("goods that leave in batches", () => {
  it("thirty slips in a month are one list and one declaration; what returned is not in it", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "1000" }, { goods: WINE });
    const form = await openForm(bench, book);
    assert.equal(await freeOf(bench), 50_000_000);
    const slips: string[] = [];
    for (let turn = 0; turn < 30; turn += 1) slips.push(await go(bench, book, form, { declared: "10.5" }));
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 685 free, 0 reserved, 315 away");
    slips.push(await back(bench, book, form, slips[0]!, { declared: "5" }));
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 690 free, 0 reserved, 310 away");
    assert.match(
      detailOf(await batch(bench, book, slips, { declared: "315" })),
      /the slips come to 310 \(declared unit\), the list to 315/,
    );
    assert.match(
      detailOf(await batch(bench, book, slips.slice(0, 30), { declared: "315" })),
      /is declared together with SS/,
    );
    const early = await bench.run("business-form.close", "trader-1", { form });
    assert.match(detailOf(early), /310 \(declared unit\) are neither back nor declared/);
    const listed = await batch(bench, book, slips, { declared: "310" });
    const { list } = (listed as unknown as { answer: { list: string } }).answer;
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 690 free, 0 reserved, 310 claimed");
    await bench.do("bonded-list.delete", "trader-1", { list, reason: "the wrong mode" });
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 690 free, 0 reserved, 310 away");
    const again = await batch(bench, book, slips, { declared: "310" });
    const { list: last } = (again as unknown as { answer: { list: string } }).answer;
    const declaration = await bench.file("DEC-1", {
      ...{ guarantee: GUARANTEE, goods: [wineOf("310")], transportMode: "9" },
    });
    await bench.do("bonded-list.cover", "trader-1", { list: last, declaration });
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 690 free, 0 reserved");
    const reserved = Number(await freeOf(bench));
    await bench.do("business-form.close", "trader-1", { form });
    assert.equal(
      Number(await freeOf(bench)),
      reserved - 50_000_000,
      "the form's part of the guarantee is free",
    );
    const before = await bench.viewsNow();
    assert.equal(await bench.viewsRebuilt(), before);
    await bench.close();
  });

  it("are refused when they are overdue, too many, or come back in greater number than they went", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "100" }, { goods: WINE });
    const form = await openForm(bench, book);
    const went = await go(bench, book, form, { declared: "60" });
    assert.match(
      detailOf(await declare(bench, form, { declared: "41" })),
      /1 pcs .* are missing: 40 free, 41 asked/,
    );
    assert.match(
      detailOf(await declare(bench, form, { declared: "61" }, { returns: went })),
      /61 \(declared unit\) come back, 60 are out/,
    );
    await back(bench, book, form, went, { declared: "10" });
    assert.match(
      detailOf(await declare(bench, form, { declared: "51" }, { returns: went })),
      /51 \(declared unit\) come back, 50 are out/,
    );
    assert.match(
      detailOf(await batch(bench, book, [], { declared: "50" }, { slips: undefined })),
      /Give the slips/,
    );
    bench.setClock("2026-04-30");
    const waiting = slipOf(await declare(bench, form, { declared: "1" }));
    await bench.do("stock-slip.delete", "trader-1", { slip: waiting, reason: "not needed" });
    bench.setClock("2026-05-01");
    assert.match(
      detailOf(await declare(bench, form, { declared: "1" })),
      new RegExp(`${went} was to be declared by 2026-04-30`),
    );
    assert.equal(
      told(await declare(bench, form, { declared: "50" }, { returns: went })),
      "ok",
      "may still return",
    );
    await bench.close();
  });

  it("come back as they went, however far their weight is from the average of what is out", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "100", second: "100" }, { goods: WINE });
    const form = await openForm(bench, book);
    await go(bench, book, form, { declared: "50", second: "60" });
    const light = { declared: "25", second: "15" };
    const went = await go(bench, book, form, light);
    const far = await declare(bench, form, { declared: "10", second: "25" });
    assert.match(detailOf(far), /25 kg are too far from 10, which 10 pcs of the line come to on average/);
    await back(bench, book, form, went, light);
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 50 free, 0 reserved, 50 away");
    await bench.close();
  });

  it("under a form for repair come back, and the form is closed without any list", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "10" }, { goods: WINE });
    const form = await openForm(bench, book, { kind: "repair" });
    const went = await go(bench, book, form, { declared: "10" });
    const returned = slipOf(await declare(bench, form, { declared: "10" }, { returns: went }));
    assert.match(
      detailOf(await bench.run("business-form.close", "trader-1", { form })),
      new RegExp(`${returned} is approved`),
    );
    await carry(bench, book, "in", { slips: [returned] });
    await bench.do("business-form.close", "trader-1", { form });
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 10 free, 0 reserved");
    await bench.close();
  });

  it("in the other direction enter, and are stock when they are declared", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const form = await openForm(bench, book, {
      direction: "in",
      status: "non-bonded",
      guarantee: undefined,
    }).catch(() => "");
    assert.equal(form, "", "without a guarantee nothing is reserved of it");
    const { form: free } = await bench.do<{ form: string }>("business-form.file", "trader-1", {
      ...{
        reference: "F-IN",
        book,
        kind: "batches",
        direction: "in",
        status: "non-bonded",
        validUntil: "2026-12-31",
      },
    });
    await bench.do("business-form.decide", "officer-1", {
      form: free,
      accept: true,
      reason: "in order",
      reserve: "0",
    });
    const lines = [lineOf({ goods: WINE }, { declared: "20" })];
    const slip = slipOf(await declare(bench, free, { declared: "20" }, { lines }));
    await carry(bench, book, "in", { slips: [slip] });
    assert.equal(await shelves(bench, book), "non-bonded: 0 coming, 0 free, 0 reserved, 20 entered");
    const listed = await batch(
      bench,
      book,
      [slip],
      { declared: "20" },
      {
        ...{ movement: "batch-from-inland", status: "non-bonded", declares: false },
      },
    );
    await bench.do("bonded-list.post", "trader-1", {
      list: (listed as unknown as { answer: { list: string } }).answer.list,
    });
    assert.equal(await shelves(bench, book), "non-bonded: 0 coming, 20 free, 0 reserved");
    await bench.close();
  });
});
