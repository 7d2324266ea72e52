import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stateToText } from "@openftz/kernel/json.ts";
import fc from "fast-check";
import { registry } from "../installation.ts";
import { FetchedKeys } from "./key-ring.ts";
import { RecordCache } from "./record-cache.ts";
import { type Bench, filing, GUARANTEE, openWorld, settle, TRADER, told } from "./test-bench.ts";
import { contentOf, Story } from "./test-story.ts";

const TAX = 8_626_666;
const openLetter = (bench: Bench, guarantee: string, limit: string) =>
  bench.do("guarantee.open", "officer-1", {
    guarantee,
    party: TRADER,
    guarantor: "Bank",
    limit,
    from: "2026-01-01",
    until: "2026-12-31",
  });

/** The ledger of a guarantee as the journal has it, in fen. */
const ledger = async (bench: Bench, guarantee: string): Promise<Readonly<Record<string, bigint>>> => {
  const { store } = bench.it;
  const cache = new RecordCache(
    store,
    registry.book,
    registry.kinds,
    new FetchedKeys(store.keys),
    registry.foldHash,
    setImmediate,
  );
  const { state } = await cache.asOf(`guarantee/${guarantee}`, bench.it.status().durable);
  const text = stateToText((state as { balances: object }).balances);
  const balances = JSON.parse(text) as Readonly<Record<string, { "~integer": string }>>;
  return Object.fromEntries(
    Object.entries(balances).map(([key, { "~integer": value }]) => [key.split("|")[0]!, BigInt(value)]),
  );
};

/** Balanced, never below zero, and as much reserved as the declarations say. */
const check = async (bench: Bench, guarantee: string): Promise<void> => {
  const { guarantor = 0n, available = 0n, reserved = 0n } = await ledger(bench, guarantee);
  assert.equal(guarantor + available + reserved, 0n, "nothing appears or vanishes");
  assert.ok(available >= 0n && reserved >= 0n, `${available} available, ${reserved} reserved`);
  let sum = 0n;
  for (const { number } of await bench.rows("declaration.list", "installation")) {
    const it = (await bench.show(number as string)) as unknown as {
      guarantee: string | null;
      tax: { reserved: string };
    };
    if (it.guarantee === guarantee) sum += BigInt(it.tax.reserved);
    assert.ok(it.guarantee !== null || it.tax.reserved === "0");
  }
  assert.equal(reserved, sum, `${guarantee}: what is reserved is reserved by declarations`);
  const row = (await bench.rows("guarantee.list", "officer-1")).find((each) => each.guarantee === guarantee)!;
  assert.equal(BigInt(row.reservedFen as number), reserved);
};

describe("a guarantee", () => {
  it("with room for 10 lets exactly 10 of 30 parallel filings go, and 10 more when they are paid", async () => {
    const bench = await openWorld();
    await openLetter(bench, "G-TEN", "862666.69");
    const file = (prefix: string) =>
      Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          bench.run("declaration.file", "trader-1", filing(`${prefix}-${index}`, { guarantee: "G-TEN" })),
        ),
      );
    const replies = (await file("A")).map(
      (reply) => (reply as { answer: { state: string; declaration: string } }).answer,
    );
    const gone = replies.filter(({ state }) => state === "released");
    assert.deepEqual([gone.length, replies.length], [10, 30]);
    await check(bench, "G-TEN");
    await Promise.all(
      gone.map(({ declaration }) =>
        bench.do("declaration.pay", "trader-1", { declaration, amount: "86266.66", receipt: "B" }),
      ),
    );
    await check(bench, "G-TEN");
    const more = (await file("B")).filter(
      (reply) => (reply as { answer: { state: string } }).answer.state === "released",
    );
    assert.equal(more.length, 10);
    await check(bench, "G-TEN");
    await bench.close();
  });

  it("covers the very last fen, and not one more", async () => {
    const bench = await openWorld();
    await openLetter(bench, "G-EXACT", "86266.66");
    await openLetter(bench, "G-SHORT", "86266.65");
    assert.equal((await bench.show(await bench.file("A-1", { guarantee: "G-EXACT" }))).state, "released");
    assert.equal((await bench.show(await bench.file("A-2", { guarantee: "G-SHORT" }))).state, "held");
    for (const guarantee of ["G-EXACT", "G-SHORT"]) await check(bench, guarantee);
    await bench.close();
  });

  it("that did not cover can be exchanged for one that does, without a posting on the first", async () => {
    const bench = await openWorld();
    await openLetter(bench, "G-SMALL", "1.00");
    const number = await bench.file("A-1", { guarantee: "G-SMALL" });
    const content = contentOf(filing("A-1", { guarantee: GUARANTEE }));
    await bench.do("declaration.request-amendment", "trader-1", {
      declaration: number,
      content,
      reason: "another letter",
    });
    await bench.do("declaration.decide-amendment", "officer-1", {
      declaration: number,
      accept: true,
      reason: "fine",
    });
    assert.equal((await bench.show(number)).tax.state, "guaranteed");
    assert.equal((await ledger(bench, GUARANTEE)).reserved, BigInt(TAX));
    for (const guarantee of ["G-SMALL", GUARANTEE]) await check(bench, guarantee);
    await bench.close();
  });

  it("that covers a bill of nothing leaves nothing reserved", async () => {
    const bench = await openWorld();
    await bench.file("A-1", { guarantee: GUARANTEE, procedure: "5034", zone: "waigaoqiao" });
    await check(bench, GUARANTEE);
    assert.equal((await ledger(bench, GUARANTEE)).reserved, undefined);
    await bench.close();
  });
});

describe("any history", () => {
  it("is told without an exception, keeps the state table and balances every guarantee", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 99_999 }), { minLength: 20, maxLength: 80 }), async (turns) => {
        const bench = await openWorld();
        await openLetter(bench, "G-200", "100000");
        const story = new Story(bench);
        for (const turn of turns) seen.add(await story.act(turn));
        for (const guarantee of [GUARANTEE, "G-200"]) await check(bench, guarantee);
        await bench.close();
      }),
      { numRuns: 40, seed: 23 },
    );
    const accepted = [...seen].filter((line) => line.endsWith(" ok")).map((line) => line.slice(0, -3));
    for (const act of [
      "file",
      "pay",
      "request-amendment",
      "decide-amendment",
      "clear-hold",
      "give-document",
      "release",
      "close",
      "withdraw",
      "withdraw-released",
    ])
      assert.ok(
        accepted.includes(`declaration.${act}`),
        `no ${act} was ever accepted: the stories are too tame`,
      );
    assert.ok(accepted.includes("proposal.confirm"));
  });

  it("with a store that fails now and then loses nothing that was answered and keeps nothing that was not", async () => {
    const fault = fc.constantFrom("fine", "fine", "fine", "refused", "lost", "lost but kept");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: 99_999 }), fault), { minLength: 15, maxLength: 40 }),
        async (turns) => {
          const bench = await openWorld();
          await openLetter(bench, "G-200", "100000");
          const story = new Story(bench);
          for (const [turn, fails] of turns) {
            if (fails !== "fine") bench.faults.appends.push(fails as "refused");
            await story.act(turn);
            if (turn % 3 === 0) await settle(3);
          }
          bench.faults.appends.length = 0;
          await settle();
          const rows = new Set(
            (await bench.rows("declaration.list", "installation")).map(({ number }) => number),
          );
          for (const number of story.numbers) assert.ok(rows.has(number), `${number} was accepted`);
          for (const guarantee of [GUARANTEE, "G-200"]) await check(bench, guarantee);
          const live = await bench.viewsNow();
          const after = await bench.restart();
          assert.equal(await after.viewsRebuilt(), live);
          assert.match(told(await after.run("declaration.file", "trader-1", filing("LAST"))), /ok/);
          await after.close();
        },
      ),
      { numRuns: 25, seed: 29 },
    );
  });
});
