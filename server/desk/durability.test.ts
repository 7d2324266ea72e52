import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { crash } from "../adapters/memory/memory-store.ts";
import type { Reply } from "./replies.ts";
import { type AppendFault, Bench, filing, gate, openWorld, settle, told } from "./test-bench.ts";

const spy = (promise: Promise<Reply>) => {
  const seen: { reply?: Reply } = {};
  void promise.then((reply) => {
    seen.reply = reply;
  });
  return seen;
};

describe("an answer and its batch", () => {
  it("is given when the batch is durable, and not a moment before", async () => {
    const bench = await openWorld();
    const { shut, open } = gate();
    bench.faults.gate = shut;
    const filed = spy(bench.run("declaration.file", "trader-1", filing("A-1")));
    await settle();
    assert.equal(filed.reply, undefined);
    open();
    await settle();
    assert.equal(told(filed.reply!), "ok");
    await bench.close();
  });

  it("waits too when it is a refusal that rests on staged records", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1");
    const { shut, open } = gate();
    bench.faults.gate = shut;
    const pay = { declaration: number, amount: "86266.66", receipt: "B-1" };
    const [first, second, free] = [
      spy(bench.run("declaration.pay", "trader-1", pay)),
      spy(bench.run("declaration.pay", "trader-1", pay)),
      spy(bench.run("declaration.release", "officer-1", { declaration: "221820261999999999" })),
    ];
    await settle();
    assert.deepEqual([first.reply, second.reply], [undefined, undefined]);
    assert.equal(told(free!.reply!), "not-found", "what read nothing staged is answered at once");
    bench.faults.appends.push("refused");
    open();
    await settle();
    assert.deepEqual([told(first.reply!), told(second.reply!)], ["try-again", "try-again"]);
    bench.faults.gate = undefined;
    assert.equal(
      told(await bench.run("declaration.pay", "trader-1", pay)),
      "ok",
      "it was not paid after all",
    );
    await bench.close();
  });

  it("waits for authority that is only staged: who was granted a role a moment ago", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1");
    const { shut, open } = gate();
    bench.faults.gate = shut;
    bench.faults.appends.push("refused");
    const grant = {
      holder: "new-1",
      role: "officer",
      place: "office/2218",
      from: "2020-01-01",
      delegable: false,
    };
    const granted = spy(bench.run("authority.grant", "admin-1", grant));
    await settle();
    const found: { kind?: string } = {};
    void bench.ask("declaration.show", "new-1", { declaration: number }).then(({ kind }) => {
      found.kind = kind;
    });
    await settle();
    assert.equal(found.kind, undefined);
    open();
    await settle();
    assert.equal(told(granted.reply!), "try-again");
    assert.equal(found.kind, "refused");
    await bench.close();
  });
});

describe("a failed append", () => {
  it("drops everything behind it and leaves nothing of it in memory", async () => {
    const bench = await openWorld();
    const before = bench.disk.entries.length;
    const { shut, open } = gate();
    bench.faults.gate = shut;
    bench.faults.appends.push("refused");
    const first = bench.run("declaration.file", "trader-1", filing("A-1", { guarantee: "G-100" }));
    await settle();
    const behind = ["A-2", "A-3"].map((reference) =>
      bench.run("declaration.file", "trader-1", filing(reference, { guarantee: "G-100" })),
    );
    await settle();
    open();
    assert.deepEqual((await Promise.all([first, ...behind])).map(told), [
      "try-again",
      "try-again",
      "try-again",
    ]);
    assert.equal(bench.disk.entries.length, before);
    await settle();
    assert.equal(bench.it.status().serving, true, "the store is back");
    const [guarantee] = await bench.rows("guarantee.list", "officer-1");
    assert.equal(guarantee!.reservedFen, 0);
    const again = await Promise.all(
      ["A-1", "A-2", "A-3"].map((reference) =>
        bench.run("declaration.file", "trader-1", filing(reference, { guarantee: "G-100" })),
      ),
    );
    assert.deepEqual(again.map(told), ["ok", "ok", "ok"]);
    assert.equal((await bench.rows("guarantee.list", "officer-1"))[0]!.reservedFen, 3 * 8_626_666);
    await bench.close();
  });

  const outcomes: readonly [AppendFault, boolean, string][] = [
    ["fine", true, "ok"],
    ["refused", false, "try-again"],
    ["lost", false, "try-again"],
    ["lost but kept", true, "ok"],
  ];
  for (const [fault, kept, answer] of outcomes)
    it(`${fault}: the entry is ${kept ? "there" : "not there"} and the answer is ${answer}`, async () => {
      const bench = await openWorld();
      const before = bench.disk.entries.length;
      bench.faults.appends.push(fault);
      const { shut, open } = gate();
      bench.faults.gate = shut;
      const reply = bench.run("declaration.file", "trader-1", filing("A-1"));
      await settle();
      const behind = bench.run("declaration.file", "trader-1", filing("A-2"));
      await settle();
      bench.faults.failingReads = fault === "fine" ? 0 : 3;
      open();
      assert.deepEqual([await reply, await behind].map(told), [answer, answer]);
      await settle();
      assert.equal(bench.disk.entries.length - before, kept ? 2 : 0);
      assert.equal(
        told(await bench.run("declaration.file", "trader-1", filing("A-1"))),
        kept ? "again" : "ok",
      );
      const after = await bench.restart();
      assert.equal(told(await after.run("declaration.file", "trader-1", filing("A-1"))), "again");
      await after.close();
    });

  it("is told as try-again while the store is away, and serving goes on when it is back", async () => {
    const bench = await openWorld();
    const { shut, open } = gate();
    bench.faults.gate = shut;
    bench.faults.appends.push("lost");
    const first = spy(bench.run("declaration.file", "trader-1", filing("A-1")));
    await settle();
    bench.faults.failingReads = Number.POSITIVE_INFINITY;
    open();
    await settle();
    assert.equal(first.reply, undefined, "nobody knows yet");
    assert.equal(told(await bench.run("declaration.file", "trader-1", filing("A-2"))), "try-again");
    assert.equal(bench.it.status().serving, false);
    bench.faults.failingReads = 0;
    await settle(20);
    assert.equal(told(first.reply!), "try-again");
    assert.equal(told(await bench.run("declaration.file", "trader-1", filing("A-1"))), "ok");
    await bench.close();
  });

  it("with another writer's entry in the journal stops serving for good", async () => {
    const bench = await openWorld();
    bench.faults.appends.push("head moved");
    assert.equal(told(await bench.run("declaration.file", "trader-1", filing("A-1"))), "try-again");
    assert.equal(told(await bench.run("declaration.file", "trader-1", filing("A-1"))), "try-again");
    const { serving, fault } = bench.it.status();
    assert.deepEqual([serving, /another writer/.test(fault ?? "")], [false, true]);
    await bench.close();
  });

  it("asks for patience, and does not hang, when a look meets what another writer has just written", {
    timeout: 5_000,
  }, async () => {
    const bench = await openWorld();
    const { disk } = bench;
    const { holder } = disk;
    crash(disk);
    const other = await Bench.open({ disk });
    const declaration = await other.file("A-1");
    await other.close();
    disk.holder = holder;
    const found = await bench.it.ask({
      query: "declaration.show",
      actor: "trader-1",
      request: { declaration },
    });
    assert.equal(found.kind === "refused" && told(found), "try-again");
    await bench.close();
  });

  it("never leaves a closing server waiting for a store that does not come back", {
    timeout: 5_000,
  }, async () => {
    const bench = await openWorld();
    const { shut, open } = gate();
    bench.faults.gate = shut;
    bench.faults.appends.push("lost");
    const reply = bench.run("declaration.file", "trader-1", filing("A-1"));
    await settle();
    bench.faults.failingReads = Number.POSITIVE_INFINITY;
    open();
    await settle();
    await bench.close();
    assert.equal(told(await reply), "try-again");
  });

  it("closes with everything accepted being durable", async () => {
    const bench = await openWorld();
    const replies = Array.from({ length: 20 }, (_, index) =>
      bench.run("declaration.file", "trader-1", filing(`A-${index}`)),
    );
    await settle(1);
    await bench.close();
    const accepted = (await Promise.all(replies)).filter(({ kind }) => kind === "accepted").length;
    const after = await bench.restart();
    const rows = await after.rows("declaration.list", "installation");
    assert.equal(rows.length, accepted);
    await after.close();
  });
});

describe("batches", () => {
  it("hold many requests: 200 filings are a handful of appends", async () => {
    const bench = await openWorld();
    bench.faults.batches.length = 0;
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        bench.run("declaration.file", "trader-1", filing(`A-${index}`)),
      ),
    );
    assert.ok(replies.every(({ kind }) => kind === "accepted"));
    assert.ok(bench.faults.batches.length <= 5, `${bench.faults.batches.length} appends`);
    const numbers = new Set(
      replies.map((reply) =>
        JSON.stringify((reply as { answer: { declaration: string } }).answer.declaration),
      ),
    );
    assert.equal(numbers.size, 200);
    await bench.close();
  });

  it("do not wait for a request behind them whose records are slow to load", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1");
    const { shut, open } = gate();
    bench.faults.appends.push("refused");
    const dropped = bench.run("declaration.pay", "trader-1", {
      declaration: number,
      amount: "86266.66",
      receipt: "B",
    });
    const slow = bench.run("declaration.release", "officer-1", { declaration: number });
    await dropped;
    await settle();
    bench.faults.readGate = shut;
    const quick = spy(bench.run("declaration.file", "trader-1", filing("A-2")));
    const slower = bench.run("declaration.release", "officer-1", { declaration: number });
    await settle(10);
    assert.equal(told(quick.reply!), "ok");
    bench.faults.readGate = undefined;
    open();
    await Promise.all([slow, slower]);
    await bench.close();
  });
});

describe("time", () => {
  it("never runs back when the clock does, not even over a restart", async () => {
    const bench = await openWorld();
    bench.setClock("2026-06-01T00:00:00Z");
    await bench.file("A-1");
    bench.setClock("2026-05-01T00:00:00Z");
    await bench.file("A-2");
    const after = await bench.restart();
    await after.file("A-3");
    const times = after.disk.entries.map(
      ({ bytes }) => (JSON.parse(Buffer.from(bytes).toString()) as { at: string }).at,
    );
    assert.deepEqual(times, [...times].sort());
    assert.deepEqual(times.slice(-3), Array(3).fill("2026-06-01T00:00:00.000Z"));
    await after.close();
  });

  for (const [at, day] of [
    ["2026-03-04T15:59:59.999Z", "2026-03-04"],
    ["2026-03-04T16:00:00.000Z", "2026-03-05"],
    ["2026-12-31T15:59:59.999Z", "2026-12-31"],
    ["2026-12-31T16:00:00.000Z", "2027-01-01"],
  ] as const)
    it(`${at} is the legal day ${day} in Shanghai`, async () => {
      const bench = await openWorld();
      bench.setClock(at);
      const number = await bench.file("A-1");
      assert.equal(((await bench.show(number)).examination as unknown as { day: string }).day, day);
      assert.equal(number.slice(4, 8), day.slice(0, 4));
      await bench.close();
    });

  it("is one day within one decision, also when midnight passes in between", async () => {
    let midnight = Date.parse("2026-03-04T16:00:00Z");
    const bench = await openWorld();
    const edition = await bench.it.keepFile(Buffer.from('{"code":"2204210000","mfn":"7","vat":"13"}'));
    await bench.do("tariff.adopt", "keeper-1", {
      edition,
      from: "2026-03-05",
      source: "new",
      accepted: { "rate-moved": 1, "chapter-lost-lines": 4 },
    });
    const slow = await Bench.open({ disk: (await closed(bench)).disk, clock: { now: () => midnight++ } });
    midnight = Date.parse("2026-03-04T16:00:00Z") - 6;
    const replies = [];
    for (let turn = 0; turn < 6; turn += 1)
      replies.push(told(await slow.run("declaration.file", "trader-1", filing(`A-${turn}`))));
    assert.deepEqual(replies, Array(6).fill("ok"));
    await slow.close();
  });
});

const closed = async (bench: Bench): Promise<Bench> => {
  await bench.close();
  return bench;
};
