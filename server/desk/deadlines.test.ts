import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { filing, GUARANTEE, gate, openWorld, settle, told, WINE } from "./test-bench.ts";

const overdueIn = (story: readonly { type: string }[]): number =>
  story.filter(({ type }) => type === "declaration.overdue").length;

describe("a deadline", () => {
  it("acts once, from the day after: also when run twice, at the same time, and after a restart", async () => {
    let bench = await openWorld();
    const number = await bench.file("A-1");
    const { due } = (await bench.show(number)).tax;
    assert.equal(due, "2026-03-17");
    bench.setClock("2026-03-17T15:59:59Z");
    assert.equal(await bench.it.runDeadlines(), 0, "the last day is in time");
    bench.setClock("2026-03-17T16:00:00Z");
    const done = await Promise.all([
      bench.it.runDeadlines(),
      bench.it.runDeadlines(),
      bench.it.runDeadlines(),
    ]);
    assert.equal(
      done.reduce((sum, each) => sum + each, 0),
      1,
    );
    assert.equal(await bench.it.runDeadlines(), 0);
    bench = await bench.restart();
    assert.equal(await bench.it.runDeadlines(), 0);
    const shown = await bench.show(number);
    assert.equal(shown.tax.state, "overdue");
    assert.equal(overdueIn((shown as unknown as { story: { type: string }[] }).story), 1);
    assert.equal((await bench.rows("declaration.list", "trader-1"))[0]!.taxState, "overdue");
    await bench.close();
  });

  it("that was missed while down is caught up at the start, also by views that lag", async () => {
    const bench = await openWorld();
    const numbers = await Promise.all(Array.from({ length: 450 }, (_, index) => bench.file(`A-${index}`)));
    bench.disk.views.clear();
    bench.setClock("2026-05-01");
    const after = await bench.restart();
    assert.equal(await after.it.runDeadlines(), numbers.length);
    assert.equal(await after.it.runDeadlines(), 0);
    await after.close();
  });

  it("is cleared by paying and by withdrawing, and moved by nothing", async () => {
    const bench = await openWorld();
    const paid = await bench.file("A-1");
    const withdrawn = await bench.file("A-2");
    const guaranteed = await bench.file("A-3", { guarantee: GUARANTEE });
    await bench.do("declaration.pay", "trader-1", { declaration: paid, amount: "86266.66", receipt: "B" });
    await bench.do("declaration.withdraw", "trader-1", { declaration: withdrawn, reason: "mistake" });
    bench.setClock("2026-05-01");
    assert.equal(await bench.it.runDeadlines(), 1);
    assert.equal((await bench.show(guaranteed)).tax.state, "overdue");
    assert.equal((await bench.show(withdrawn)).tax.state, "due");
    await bench.close();
  });

  it("that a payment overtakes is refused and leaves no mark", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1");
    await bench.viewsNow();
    bench.setClock("2026-03-18");
    const { shut, open } = gate();
    bench.faults.gate = shut;
    const withdraw = bench.run("declaration.withdraw", "trader-1", {
      declaration: number,
      reason: "mistake",
    });
    await settle();
    const due = {
      reference: `declaration:${number}:payment:2026-03-17`,
      declaration: number,
      due: "2026-03-17",
    };
    const late = bench.run("declaration.mark-overdue", "clock", due);
    open();
    assert.deepEqual([told(await withdraw), told(await late)], ["ok", "not-now"]);
    for (const actor of ["trader-1", "officer-1", "admin-1"])
      assert.equal(told(await bench.run("declaration.mark-overdue", actor, due)), "not-found");
    await bench.close();
  });

  it("that acted already does so again for nobody: an amended bill that was overdue stays overdue", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1");
    bench.setClock("2026-03-20");
    assert.equal(await bench.it.runDeadlines(), 1);
    const {
      goods: _,
      reference: _r,
      direction: _d,
      office: _o,
      declarant: _c,
      trader: _t,
      ...rest
    } = filing("A-1");
    const content = { ...rest, goods: [{ ...WINE, customsValue: { amount: "300000", currency: "CNY" } }] };
    await bench.do("declaration.request-amendment", "trader-1", {
      declaration: number,
      content,
      reason: "more wine",
    });
    await bench.do("declaration.decide-amendment", "officer-1", {
      declaration: number,
      accept: true,
      reason: "as asked",
    });
    const { tax } = await bench.show(number);
    assert.deepEqual([tax.state, tax.total, tax.due], ["overdue", "129400.00", "2026-03-17"]);
    assert.equal((await bench.rows("declaration.list", "trader-1"))[0]!.taxState, "overdue");
    assert.equal(await bench.it.runDeadlines(), 0);
    assert.equal((await bench.disk.views.get("deadline"))!.rows.size, 0);
    await bench.close();
  });
});
