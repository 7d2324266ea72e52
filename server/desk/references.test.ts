import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Reply } from "./replies.ts";
import { type Bench, BROKER, filing, gate, openWorld, settle, TRADER, told, WINE } from "./test-bench.ts";

const answerOf = (reply: Reply): string =>
  reply.kind === "accepted" ? JSON.stringify([reply.position, reply.answer]) : told(reply);
const respelled = (request: object): Buffer =>
  Buffer.from(` ${JSON.stringify(Object.fromEntries(Object.entries(request).reverse()), null, 3)}\n`);
const file = (bench: Bench, request: object, actor = "trader-1") =>
  bench.run("declaration.file", actor, request);

describe("a reference", () => {
  it("gets the same answer in flight, staged, durable, respelled and after a restart", async () => {
    const bench = await openWorld();
    const { shut, open } = gate();
    bench.faults.gate = shut;
    const replies = [file(bench, filing("A-1"))];
    await settle();
    replies.push(file(bench, filing("A-2")), file(bench, filing("A-1")), file(bench, filing("A-2")));
    await settle();
    open();
    bench.faults.gate = undefined;
    const [one, two, oneAgain, twoAgain] = await Promise.all(replies);
    assert.deepEqual(
      [one, two, oneAgain, twoAgain].map((reply) => told(reply!)),
      ["ok", "ok", "again", "again"],
    );
    assert.equal(answerOf(oneAgain!), answerOf(one!));
    assert.equal(answerOf(twoAgain!), answerOf(two!));
    const spelled = { command: "declaration.file", actor: "trader-1", bytes: respelled(filing("A-1")) };
    assert.equal(answerOf(await bench.it.submit(spelled)), answerOf(one!));
    const after = await bench.restart();
    assert.equal(answerOf(await file(after, filing("A-1"))), answerOf(one!));
    assert.equal(answerOf(await after.it.submit(spelled)), answerOf(one!));
    await after.close();
  });

  it("keeps its first answer when things have moved on", async () => {
    const bench = await openWorld();
    const first = await file(bench, filing("A-1"));
    const { declaration } = (first as { answer: { declaration: string } }).answer;
    await bench.do("declaration.pay", "trader-1", { declaration, amount: "86266.66", receipt: "B" });
    assert.equal(answerOf(await file(bench, filing("A-1"))), answerOf(first));
    await bench.close();
  });

  it("that is old disturbs nobody: those decided beside it are decided again, and it gets its first answer", async () => {
    const bench = await openWorld();
    const old = await Promise.all(["A-1", "A-2", "A-3"].map((text) => file(bench, filing(text))));
    const after = await bench.restart();
    const before = after.disk.entries.length;
    const texts = ["B-1", "A-1", "B-2", "A-2", "A-1", "B-3", "A-3", "B-4"];
    const replies = await Promise.all(texts.map((text) => file(after, filing(text))));
    assert.deepEqual(
      replies.map((reply) => told(reply)),
      ["ok", "again", "ok", "again", "again", "ok", "again", "ok"],
    );
    assert.deepEqual([replies[1]!, replies[3]!, replies[6]!].map(answerOf), old.map(answerOf));
    assert.equal(after.disk.entries.length, before + 4);
    await after.close();
  });

  it("that is old, repeated without end, makes only the first batch be decided twice", async () => {
    const bench = await openWorld();
    const rounds = Array.from({ length: 30 }, (_, index) => index);
    for (const round of rounds) await file(bench, filing(`OLD-${round}`));
    const after = await bench.restart();
    const staged = after.faults.batches.length;
    for (const round of rounds) {
      const pair = await Promise.all([
        file(after, filing(`OLD-${round}`)),
        file(after, filing(`NEW-${round}`)),
      ]);
      assert.deepEqual(
        pair.map((reply) => told(reply)),
        ["again", "ok"],
      );
    }
    const sizes = after.faults.batches.slice(staged);
    const entries = sizes.reduce((sum, size) => sum + size, 0);
    assert.equal(entries, rounds.length + 2, "two entries were staged in vain, in the first batch alone");
    await after.close();
  });

  it("that is old keeps its answer when the same act would be refused today", async () => {
    const bench = await openWorld();
    const first = await file(bench, filing("A-1"));
    const after = await bench.restart();
    await after.do("mandate.give", "trader-1", { party: TRADER, broker: BROKER, from: "2020-01-01" });
    await after.do("authority.revoke", "installation", {
      holder: "trader-1",
      role: "declarant",
      place: `party/${TRADER}`,
    });
    assert.equal(told(await file(after, filing("A-1"))), told(await file(after, filing("A-9"))));
    await after.do("authority.grant", "installation", {
      holder: "trader-1",
      role: "declarant",
      place: `party/${TRADER}`,
      from: "2020-01-01",
      delegable: false,
    });
    const wrong = { goods: [{ ...WINE, commodity: "9999999999" }] };
    assert.notEqual(told(await file(after, filing("A-10", wrong))), "ok");
    assert.equal(answerOf(await file(after, filing("A-1"))), answerOf(first));
    assert.equal(told(await file(after, filing("A-1", wrong))), "reference-reused /reference");
    await after.close();
  });

  it("is bound once: 200 requests at the same time make one entry", async () => {
    const bench = await openWorld();
    const before = bench.disk.entries.length;
    const replies = await Promise.all(Array.from({ length: 200 }, () => file(bench, filing("A-1"))));
    assert.equal(bench.disk.entries.length, before + 1);
    assert.equal(new Set(replies.map(answerOf)).size, 1);
    assert.equal(replies.filter((reply) => told(reply) === "ok").length, 1);
    await bench.close();
  });

  it("is refused with other content, with another command, and belongs to its declarant", async () => {
    const bench = await openWorld();
    await file(bench, filing("A-1"));
    const mandated = { declarant: BROKER, trader: TRADER };
    const table: readonly [string, string, object, string][] = [
      ["declaration.file", "trader-1", filing("A-1", { grossMassKg: "1301" }), "reference-reused /reference"],
      [
        "declaration.file",
        "trader-1",
        filing("A-1", { documents: [{ kind: "A", number: "1" }] }),
        "reference-reused /reference",
      ],
      [
        "declaration.import",
        "importer-1",
        { ...filing("A-1"), day: "2026-03-02" },
        "reference-reused /reference",
      ],
      ["declaration.file", "broker-1", filing("A-1", mandated), "ok"],
      ["declaration.file", "trader-1", filing("A-1"), "again"],
      ["declaration.file", "trader-1", filing("a-1"), "ok"],
    ];
    for (const [command, actor, request, expected] of table)
      assert.equal(told(await bench.run(command, actor, request)), expected, `${command} by ${actor}`);
    await bench.close();
  });

  it("tells nothing to a stranger, bound or not", async () => {
    const bench = await openWorld();
    await file(bench, filing("A-1"));
    for (const actor of ["trader-2", "broker-1", "officer-1", "keeper-1", "nobody"])
      for (const reference of ["A-1", "A-2"])
        assert.equal(told(await file(bench, filing(reference, { grossMassKg: "1302" }), actor)), "not-found");
    assert.equal(told(await file(bench, filing("A-1"), "nobody")), "not-found");
    await bench.close();
  });

  it("is not bound by a refusal: the mended request is taken", async () => {
    const bench = await openWorld();
    const bad = filing("A-1", { goods: [{ ...WINE, origin: "XX" }] });
    assert.equal(told(await file(bench, bad)), "invalid-request /goods/0/origin");
    assert.equal(told(await file(bench, filing("A-1"))), "ok");
    await bench.close();
  });

  it("that was dropped is free again for the retry that came while it was on its way", async () => {
    for (let pause = 0; pause < 12; pause += 1) {
      const bench = await openWorld();
      const { shut, open } = gate();
      bench.faults.gate = shut;
      bench.faults.appends.push("refused");
      const first = file(bench, filing("A-1"));
      await settle();
      bench.faults.gate = undefined;
      const early = pause % 2 === 0 ? file(bench, filing("A-1")) : undefined;
      open();
      for (let turn = 0; turn < pause; turn += 1) await Promise.resolve();
      const retry = early ?? file(bench, filing("A-1"));
      assert.equal(told(await first), "try-again");
      assert.match(told(await retry), /^(ok|try-again)$/, `after ${pause} turns`);
      await settle();
      assert.match(told(await file(bench, filing("A-1"))), /^(ok|again)$/);
      await bench.close();
    }
  });
});
