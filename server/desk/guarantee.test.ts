import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bringIn, carry, detailOf, lineOf, numberOf, openBook, WINE_VALVE as WINE } from "./book-bench.ts";
import type { Reply } from "./replies.ts";
import { type Bench, filing, GUARANTEE, openWorld, TRADER, told } from "./test-bench.ts";

const secured = async (bench: Bench, reserve: string, change: object = {}) => {
  const book = await openBook(bench);
  await bringIn(bench, book, { declared: "100" }, { goods: WINE });
  const form = numberOf(
    await bench.run("business-form.file", "trader-1", {
      ...{ reference: `F-${bench.disk.entries.length}`, book, kind: "display", direction: "out" },
      ...{ validUntil: "2026-12-31", guarantee: GUARANTEE, ...change },
    }),
    "form",
  );
  await bench.do("business-form.decide", "officer-1", { form, accept: true, reason: "in order", reserve });
  return { book, form };
};

const slip = (bench: Bench, form: string, change: object = {}): Promise<Reply> =>
  bench.run("stock-slip.declare", "trader-1", {
    ...{
      reference: `S-${bench.disk.entries.length}`,
      form,
      lines: [lineOf({ line: 1 }, { declared: "10" })],
    },
    ...change,
  });

const both = async (bench: Bench, command: string, request: object): Promise<Reply> => {
  const reply = await bench.run(command, "officer-1", request);
  if (reply.kind === "refused") return reply;
  const { proposal } = reply.answer as { proposal: string };
  return bench.run("proposal.confirm", "officer-2", { proposal });
};

/** What of the guarantee is reserved, called and paid, in fen. */
const standing = async (bench: Bench): Promise<string> => {
  const row = (await bench.rows("guarantee.list", "officer-1")).find((each) => each.guarantee === GUARANTEE)!;
  return `${row.reservedFen} reserved, ${row.calledFen} called, ${row.paidFen} paid`;
};

describe("a guarantee stands in for goods that leave before tax", () => {
  it("as far as it was reserved: what comes back makes room, what is on its way back does not yet", async () => {
    const bench = await openWorld();
    const { book, form } = await secured(bench, "5000");
    const went = numberOf(await slip(bench, form), "slip");
    await carry(bench, book, "out", { slips: [went] });
    const more = /The goods would owe 3019.34 CNY, those out under \w+ 3019.34; reserved are 5000.00/;
    assert.match(detailOf(await slip(bench, form)), more);
    const back = numberOf(await slip(bench, form, { returns: went }), "slip");
    assert.match(detailOf(await slip(bench, form)), more);
    await carry(bench, book, "in", { slips: [back] });
    assert.equal(told(await slip(bench, form)), "ok");
    await bench.close();
  });

  it("as the goods are worth: neither a value of nothing nor a dear return makes room", async () => {
    const bench = await openWorld();
    const { book, form } = await secured(bench, "5000");
    const of = (declared: string, amount: string) => [
      { ...lineOf({ line: 1 }, { declared }), value: { amount, currency: "USD" } },
    ];
    const free = numberOf(await slip(bench, form, { lines: of("90", "0") }), "slip");
    assert.match(detailOf(await slip(bench, form)), /those out under \w+ 2717.40; reserved are 5000.00/);
    await bench.do("stock-slip.delete", "trader-1", { slip: free, reason: "not needed" });
    const went = numberOf(await slip(bench, form), "slip");
    await carry(bench, book, "out", { slips: [went] });
    const back = numberOf(await slip(bench, form, { returns: went, lines: of("1", "90000000") }), "slip");
    await carry(bench, book, "in", { slips: [back] });
    assert.match(detailOf(await slip(bench, form)), /those out under \w+ 2717.41; reserved are 5000.00/);
    await bench.close();
  });

  it("no longer than its letter, and is not called for goods that are back", async () => {
    const bench = await openWorld();
    await bench.do("guarantee.open", "installation", {
      ...{ guarantee: "G-SHORT", party: TRADER, guarantor: "Bank", limit: "9000.00" },
      ...{ from: "2020-01-01", until: "2026-06-30" },
    });
    const short = secured(bench, "5000", { guarantee: "G-SHORT" });
    await assert.rejects(short, /G-SHORT ends on 2026-06-30, SD\d+ on 2026-12-31/);
    const { book, form } = await secured(bench, "5000");
    const went = numberOf(await slip(bench, form), "slip");
    await carry(bench, book, "out", { slips: [went] });
    const back = numberOf(await slip(bench, form, { returns: went }), "slip");
    await carry(bench, book, "in", { slips: [back] });
    bench.setClock("2026-05-04");
    const called = await both(bench, "guarantee.call", { paper: form, reason: "not declared in time" });
    assert.match(detailOf(called), /Nothing of SD\d+ is overdue/);
    assert.equal(told(await slip(bench, form)), "ok", "what is back stops nothing");
    await bench.close();
  });

  it("and without one an officer decided that nothing has to", async () => {
    const bench = await openWorld();
    const { form } = await secured(bench, "0");
    for (let turn = 0; turn < 3; turn += 1) assert.equal(told(await slip(bench, form)), "ok");
    await bench.close();
  });

  it("for the businesses that its letter names", async () => {
    const bench = await openWorld();
    await bench.do("guarantee.open", "installation", {
      ...{ guarantee: "G-DISPLAY", party: TRADER, guarantor: "Bank", limit: "1000.00" },
      ...{ from: "2020-01-01", until: "2030-12-31", businesses: ["display", "repair"] },
    });
    const book = await openBook(bench);
    const file = (kind: string) =>
      bench.run("business-form.file", "trader-1", {
        ...{ reference: `F-${kind}`, book, kind, direction: "out", validUntil: "2026-12-31" },
        guarantee: "G-DISPLAY",
      });
    assert.equal(told(await file("display")), "ok");
    assert.equal(detailOf(await file("batches")), "G-DISPLAY is not for batches.");
    const declared = await bench.run(
      "declaration.file",
      "trader-1",
      filing("D-1", { guarantee: "G-DISPLAY" }),
    );
    assert.equal(detailOf(declared), "G-DISPLAY is not for declarations, but for display, repair.");
    await bench.close();
  });

  it("when goods are overdue the guarantor is called upon by two officers, and pays", async () => {
    const bench = await openWorld();
    const { book, form } = await secured(bench, "5000");
    const went = numberOf(await slip(bench, form), "slip");
    await carry(bench, book, "out", { slips: [went] });
    const call = () => both(bench, "guarantee.call", { paper: form, reason: "not declared in time" });
    assert.match(detailOf(await call()), /Nothing of SD\d+ is overdue/);
    bench.setClock("2026-04-30");
    assert.match(detailOf(await call()), /Nothing of SD\d+ is overdue/);
    bench.setClock("2026-05-01");
    assert.equal(told(await call()), "ok");
    assert.equal(await standing(bench), "0 reserved, 500000 called, 0 paid");
    assert.match(detailOf(await call()), /is called upon for SD\d+ already/);
    const settle = (amount: string) =>
      bench.run("guarantee.settle", "officer-1", { paper: form, amount, receipt: "B-1" });
    assert.equal(detailOf(await settle("4999.99")), "Called were 5000.00 CNY.");
    assert.equal(told(await settle("5000.00")), "ok");
    assert.equal(await standing(bench), "0 reserved, 0 called, 500000 paid");
    const shown = await bench.ask("guarantee.show", "trader-1", { id: GUARANTEE });
    const { availableFen, calls } = (shown as unknown as { answer: Record<string, unknown> }).answer;
    assert.deepEqual([availableFen, calls], ["99500000", []]);
    assert.equal(await bench.viewsRebuilt(), await bench.viewsNow());
    await bench.close();
  });

  it("when a released declaration is overdue the guarantor pays its bill, late charge included", async () => {
    const bench = await openWorld();
    const declaration = await bench.file("D-1", { guarantee: GUARANTEE });
    const call = () => both(bench, "guarantee.call", { paper: declaration, reason: "not paid in time" });
    assert.match(detailOf(await call()), /Nothing of \d+ is overdue/);
    bench.setClock("2026-12-31");
    await bench.it.runDeadlines();
    assert.equal(told(await call()), "ok");
    assert.equal(await standing(bench), "0 reserved, 8626666 called, 0 paid");
    const settle = (amount: string) =>
      bench.run("guarantee.settle", "officer-1", { paper: declaration, amount, receipt: "B-1" });
    const short = detailOf(await settle("86266.66"));
    const [, late] = /Owed are 86266.66 and a late charge of ([0-9.]+)\./.exec(short)!;
    const whole = (86_266.66 + Number(late)).toFixed(2);
    assert.equal(told(await settle(whole)), "ok");
    assert.equal(await standing(bench), "0 reserved, 0 called, 8626666 paid");
    assert.equal((await bench.show(declaration)).tax.state, "paid");
    await bench.close();
  });

  it("and a trader who pays after all takes the call back", async () => {
    const bench = await openWorld();
    const declaration = await bench.file("D-1", { guarantee: GUARANTEE });
    bench.setClock("2026-12-31");
    await bench.it.runDeadlines();
    assert.equal(told(await both(bench, "guarantee.call", { paper: declaration, reason: "late" })), "ok");
    const pay = (amount: string) =>
      bench.run("declaration.pay", "trader-1", { declaration, amount, receipt: "B-1" });
    const [, late] = /late charge of ([0-9.]+)\./.exec(detailOf(await pay("86266.66")))!;
    assert.equal(told(await pay((86_266.66 + Number(late)).toFixed(2))), "ok");
    assert.equal(await standing(bench), "0 reserved, 0 called, 0 paid");
    await bench.close();
  });
});
