import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stateToText } from "@openftz/kernel/json.ts";
import fc from "fast-check";
import { registry } from "../installation.ts";
import { FetchedKeys } from "./key-ring.ts";
import { RecordCache } from "./record-cache.ts";
import { type Bench, filing, gate, openWorld, settle, TRADER, tariffFile, told } from "./test-bench.ts";

const SMALL = { generation: 50, snapshotAfter: 5 };
const cacheOf = (bench: Bench, snapshotAfter = 5): RecordCache => {
  const { store } = bench.it;
  const { book, kinds, foldHash } = registry;
  return new RecordCache(store, book, kinds, new FetchedKeys(store.keys), foldHash, setImmediate, {
    generation: 50,
    snapshotAfter,
  });
};
const stateOf = async (cache: RecordCache, key: string): Promise<string> =>
  stateToText((await cache.load(key)).state);

describe("records in memory", () => {
  it("are let go beyond a limit and had again, while filing goes on", async () => {
    const bench = await openWorld({ limits: SMALL });
    const numbers: string[] = [];
    for (let turn = 0; turn < 300; turn += 50)
      numbers.push(
        ...(await Promise.all(Array.from({ length: 50 }, (_, index) => bench.file(`A-${turn + index}`)))),
      );
    const paid = await Promise.all(
      numbers
        .slice(0, 60)
        .map((declaration) =>
          bench.run("declaration.pay", "trader-1", { declaration, amount: "86266.66", receipt: "B" }),
        ),
    );
    assert.ok(paid.every((reply) => told(reply) === "ok"));
    await bench.close();
  });

  it("do not grow by questions for what does not exist", async () => {
    const bench = await openWorld();
    const cache = cacheOf(bench);
    for (let serial = 0; serial < 1_000; serial += 1)
      await cache.load(`declaration/2218202610${String(serial).padStart(8, "0")}`);
    for (let turn = 0; turn < 1_000; turn += 1) await cache.load(`edition/${String(turn).padStart(64, "0")}`);
    assert.ok(cache.size <= 4 * 50, `${cache.size} are held`);
    await bench.close();
  });

  it("do not grow by checks of a tariff from one day after another; each can be had again", async () => {
    const bench = await openWorld();
    const edition = await bench.it.keepFile(tariffFile([{ code: "01012100", mfn: "10", vat: "9" }]));
    const cache = cacheOf(bench);
    const keys = Array.from(
      { length: 40 },
      (_, at) =>
        `checked-edition/${edition}/2026-01-${String((at % 28) + 1).padStart(2, "0")}/${at < 28 ? "" : edition}`,
    );
    const found = [];
    for (const key of keys) found.push(await stateOf(cache, key));
    assert.ok(cache.size <= 16, `${cache.size} are held`);
    for (const [at, key] of keys.entries()) assert.equal(await stateOf(cache, key), found[at]);
    await bench.close();
  });

  it("that were evicted while they were being read are read again", async () => {
    const bench = await openWorld();
    const cache = cacheOf(bench);
    const key = `party/${TRADER}`;
    const { shut, open } = gate();
    bench.faults.readGate = shut;
    const slow = cache.load(key);
    await settle();
    await bench.do("party.set-credit", "officer-1", {
      party: TRADER,
      level: "discredited",
      from: "2026-01-01",
      reason: "found",
    });
    cache.evict([key]);
    bench.faults.readGate = undefined;
    open();
    assert.match(stateToText((await slow).state), /discredited/);
    assert.match(stateToText(cache.peek(key)!.state), /discredited/);
    await bench.close();
  });

  it("that somebody asked for before they were there are there afterwards", async () => {
    const bench = await openWorld();
    const next = `221820261${String(bench.disk.entries.length + 1).padStart(9, "0")}`;
    assert.equal((await bench.ask("declaration.show", "trader-1", { declaration: next })).kind, "refused");
    const { shut, open } = gate();
    bench.faults.readGate = shut;
    const after = `221820261${String(bench.disk.entries.length + 2).padStart(9, "0")}`;
    const slow = bench.ask("declaration.show", "bad-1", { declaration: after });
    await settle();
    bench.faults.readGate = undefined;
    assert.deepEqual([await bench.file("A-1"), await bench.file("A-2")], [next, after]);
    open();
    await slow;
    for (const declaration of [next, after]) {
      assert.equal((await bench.show(declaration)).state, "held");
      const pay = { declaration, amount: "86266.66", receipt: "B" };
      assert.equal(told(await bench.run("declaration.pay", "trader-1", pay)), "ok");
    }
    await bench.close();
  });

  it("are missing without being lost when the store fails a read", async () => {
    const bench = await openWorld();
    const after = await bench.restart();
    after.faults.failingReads = 1;
    assert.equal(told(await after.run("declaration.file", "trader-1", filing("A-1"))), "try-again");
    assert.equal(
      (await after.ask("declaration.show", "trader-1", { declaration: "221820261000000001" })).kind,
      "refused",
    );
    assert.equal(told(await after.run("declaration.file", "trader-1", filing("A-1"))), "ok");
    await after.viewsNow();
    after.faults.failingReads = 1;
    const asked = await after.ask("declaration.show", "bad-1", { declaration: "221820261000000001" });
    assert.match(JSON.stringify(asked), /try-again/);
    await after.close();
  });
});

describe("needs", () => {
  it("follow what was read: an amendment to another guarantee, a mandate, a currency, an edition", async () => {
    const bench = await openWorld();
    const after = await bench.restart();
    const request = filing("A-1", {
      declarant: "3122900001",
      guarantee: "G-100",
      zone: "waigaoqiao",
      goods: [{ ...filing("A-1").goods[0], customsValue: { amount: "100", currency: "USD" } }],
    });
    assert.equal(told(await after.run("declaration.file", "broker-1", request)), "ok");
    await after.close();
  });

  it("name a file that comes later", async () => {
    const bench = await openWorld();
    const bytes = tariffFile([{ code: "2204210000", mfn: "1", vat: "13" }]);
    const edition = "5".repeat(64);
    const adopt = { edition, from: "2017-01-01", source: "later" };
    assert.equal(told(await bench.run("tariff.adopt", "keeper-1", adopt)), "invalid-request /edition");
    const { createHash } = await import("node:crypto");
    const hash = createHash("sha256").update(bytes).digest("hex");
    const early = { ...adopt, edition: hash };
    assert.equal(told(await bench.run("tariff.adopt", "keeper-1", early)), "invalid-request /edition");
    await bench.it.keepFile(bytes);
    assert.equal(told(await bench.run("tariff.adopt", "keeper-1", early)), "ok");
    const noTariff = await bench.it.keepFile(Buffer.from([0xff, 0xfe, 1]));
    assert.equal(
      told(await bench.run("tariff.adopt", "keeper-1", { ...adopt, edition: noTariff })),
      "invalid-request /edition",
    );
    await bench.close();
  });
});

describe("a snapshot", () => {
  it("is never seen: a record from a snapshot and its tail equals the fold from the start", async () => {
    const bench = await openWorld({ limits: SMALL });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 9 }),
        async (days) => {
          for (const days_ of days) {
            const from = new Date(Date.UTC(2020, 0, days_)).toISOString().slice(0, 10);
            await bench.do("exchange.set", "keeper-1", {
              currency: "USD",
              from,
              rate: `${days_}.5`,
              source: "x",
            });
            await bench.file(`R-${bench.disk.entries.length}`, { guarantee: "G-100" });
          }
          const never = cacheOf(bench, Number.POSITIVE_INFINITY);
          bench.disk.snapshots.clear();
          for (const key of ["exchange/USD", "guarantee/G-100", "tariff/CN", "authority/trader-1"]) {
            const whole = stateToText((await never.asOf(key, bench.it.status().durable)).state);
            assert.equal(await stateOf(cacheOf(bench), key), whole);
            assert.equal(await stateOf(cacheOf(bench), key), whole, "now from a snapshot");
          }
        },
      ),
      { numRuns: 6, seed: 3 },
    );
    assert.ok(bench.disk.snapshots.size > 0);
    await bench.close();
  });

  it("is used when it was made by the same folds, and by no others", async () => {
    const bench = await openWorld();
    const lie = Buffer.from('{"currency":"USD","rates":"from a snapshot"}');
    await bench.it.store.snapshots.put("exchange/USD", registry.foldHash, bench.it.status().durable, lie);
    assert.match(await stateOf(cacheOf(bench), "exchange/USD"), /from a snapshot/);
    await bench.it.store.snapshots.put("office/2218", "other folds", 1, Buffer.from('{"code":"lie"}'));
    assert.doesNotMatch(await stateOf(cacheOf(bench), "office/2218"), /lie/);
    await bench.close();
  });
});

describe("as of", () => {
  it("a position or the end of a day shows a declaration as it was", async () => {
    const bench = await openWorld();
    bench.setClock("2026-03-03");
    const number = await bench.file("A-1");
    const filed = bench.it.status().durable;
    bench.setClock("2026-03-05");
    await bench.do("declaration.pay", "trader-1", { declaration: number, amount: "86266.66", receipt: "B" });
    const table = [
      [String(filed), "held"],
      [String(filed + 1), "released"],
      ["999999999999999", "released"],
      ["2026-03-03", "held"],
      ["2026-03-04", "held"],
      ["2026-03-05", "released"],
      ["9999-12-31", "released"],
    ] as const;
    for (const [asOf, state] of table) assert.equal((await bench.show(number, { asOf })).state, state, asOf);
    for (const asOf of [String(filed - 1), "0", "2026-03-02", "yesterday", "-1", "1e3"])
      assert.equal(
        (await bench.ask("declaration.show", "trader-1", { declaration: number }, { asOf })).kind,
        "refused",
        asOf,
      );
    await bench.close();
  });
});
