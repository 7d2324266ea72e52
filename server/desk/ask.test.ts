import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { commands, queries } from "@openftz/customs/customs.ts";
import fc from "fast-check";
import { BAD, BROKER, filing, GUARANTEE, OTHER, openWorld, type Row, TRADER, told } from "./test-bench.ts";

const OPEN = new Set(
  queries.filter(({ by }) => by === "anyone" || by === "signed-in").map(({ name }) => name),
);

/** Fields that mean something else in some command. */
const OWN: Readonly<Record<string, object>> = {
  "party.register": { name: "Ltd" },
  "archive.file": { goods: [{ heading: "8481", name: "valves", kind: "material" }] },
  "archive.file-change": { goods: [{ heading: "8481", name: "valves", kind: "material" }] },
  "hs.adopt": { edition: "2022", file: "0".repeat(64) },
  "account-book.open": { zone: "waigaoqiao", kind: "logistics" },
  "book-line.adjust": { line: "T2218W000001-1", status: "bonded", found: "less", declared: "1", lawful: "1" },
  "account-book.file-change": { lines: [{ line: 1, description: "text" }] },
  "book-line.pause": { line: "T2218W000001-1" },
  "business-form.file": { kind: "batches", direction: "out" },
  "gate-pass.request": { kind: "empty-vehicle", direction: "in" },
  "guarantee.call": { paper: "SD221826000000042" },
  "guarantee.settle": { paper: "SD221826000000042" },
  "zone.set-code": { kind: "district" },
  "policy-area.register": { kind: "free-trade-zone" },
  "policy-area.place-zone": { zone: "waigaoqiao" },
};

describe("a stranger", () => {
  it("and an account without roles get the same refusal for everything, whether it exists or not", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1", { guarantee: GUARANTEE });
    const { proposal } = await bench.do<{ proposal: string }>("party.erase-person", "admin-1", {
      party: TRADER,
      reason: "asked",
    });
    const requests = (there: boolean): readonly object[] => [
      { declaration: there ? number : "221820261999999999" },
      { party: there ? TRADER : "999999999" },
      { id: there ? TRADER : "999999999" },
      { proposal: there ? proposal : "P999999" },
      {},
    ];
    const answers = new Set<string>();
    for (const actor of [undefined, "nobody", "clock-2", ""])
      for (const there of [true, false])
        for (const request of requests(there))
          for (const { name } of queries)
            if (!OPEN.has(name)) answers.add(JSON.stringify(await bench.ask(name, actor, request)));
    assert.deepEqual([...answers], [JSON.stringify(await bench.ask("no.such-query", undefined, {}))]);
    await bench.close();
  });

  it("runs no command", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1");
    const before = bench.disk.entries.length;
    const known: Readonly<Record<string, unknown>> = {
      ...filing("A-2"),
      declaration: number,
      party: TRADER,
      broker: BROKER,
      holder: "x-1",
      role: "officer",
      place: "office/2218",
      from: "2026-01-01",
      until: "2026-12-31",
      delegable: false,
      edition: "0".repeat(64),
      source: "text",
      name: { en: "a", zh: "b" },
      reason: "because",
      currency: "USD",
      rate: "1",
      quotations: [{ day: "2026-02-25", currency: "USD", units: "1", price: "7.0288" }],
      approval: "text",
      type: "bonded-zone",
      level: "advanced",
      credit: "advanced",
      amount: "1.00",
      receipt: "B",
      hold: "documents",
      finding: "fine",
      kind: "A",
      number: "1",
      proposal: "P1",
      accept: true,
      limit: "1",
      guarantee: "G-200",
      guarantor: "Bank",
      zone: "waigaoqiao",
      book: "T2218W000001",
      list: "QD221826I000000001",
      archive: "IE2218260001",
      pass: "Z2218I260302000000000001",
      form: "SD221826000000001",
      slip: "SS221826E000000001",
      vehicle: "HU-A12345",
      pause: "none",
      reserve: "0",
      expires: "2026-01-01",
      mode: "accumulate",
      validUntil: "2026-12-31",
      movement: "to-abroad",
      declares: false,
      lines: [
        {
          line: 1,
          ...{ declared: "1", lawful: "1", netMassKg: "1", grossMassKg: "1" },
          value: { amount: "1", currency: "USD" },
        },
      ],
      due: "2026-01-01",
      day: "2026-01-01",
      confirmed: false,
      code: "31224",
      file: "0".repeat(64),
      approximate: true,
      step: "approved",
      on: "2026-01-01",
      year: 2025,
      class: "A",
      capability: "ledger-required",
      value: "no",
      area: "shanghai-ftz",
      extent: "whole",
      content: Object.fromEntries(
        Object.entries(filing("A-2")).filter(
          ([field]) => !["reference", "direction", "office", "declarant", "trader"].includes(field),
        ),
      ),
    };
    const seen = new Set<string>();
    for (const { name, request } of commands) {
      const fields = Object.keys((request as unknown as { properties: object }).properties);
      const all = { ...known, ...OWN[name] };
      const asked = Object.fromEntries(
        Object.entries(all).filter(
          ([field]) =>
            fields.includes(field) &&
            (!["zone", "guarantee"].includes(field) || name.startsWith(field) || field in (OWN[name] ?? {})),
        ),
      );
      for (const actor of ["nobody", "__proto__", "clock-2"])
        seen.add(`${name} ${told(await bench.run(name, actor, asked))}`);
    }
    const odd = [...seen].filter((line) => !line.endsWith(" not-found"));
    assert.deepEqual(odd, []);
    assert.equal(bench.disk.entries.length, before);
    await bench.close();
  });
});

describe("lists", () => {
  it("never show rows of others, in any world", async () => {
    const parties = [TRADER, OTHER, BROKER, BAD] as const;
    const place = fc.oneof(
      fc.constantFrom(...parties).map((id) => `party/${id}`),
      fc.constantFrom("office/2218", "office/2219"),
    );
    const filed = fc.record({
      declarant: fc.constantFrom(...parties),
      trader: fc.constantFrom(...parties),
      office: fc.constantFrom("2218", "2219"),
    });
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(filed, { minLength: 1, maxLength: 12 }),
        fc.array(place, { maxLength: 4 }),
        async (filings, places) => {
          const bench = await openWorld();
          turn += 1;
          for (const party of parties)
            for (const broker of parties)
              if (party !== broker)
                await bench.do("mandate.give", "installation", { party, broker, from: "2020-01-01" });
          for (const [index, change] of filings.entries())
            await bench.file(`W-${turn}-${index}`, change, "installation");
          for (const each of new Set(places)) {
            const role = each.startsWith("party/") ? "declarant" : "officer";
            await bench.do("authority.grant", "installation", {
              holder: "who-1",
              role,
              place: each,
              from: "2020-01-01",
              delegable: false,
            });
          }
          const mine = (row: { declarant: string; trader: string; office: string }): boolean =>
            places.includes(`party/${row.declarant}`) ||
            places.includes(`party/${row.trader}`) ||
            places.includes(`office/${row.office}`);
          if (places.length === 0) return bench.close();
          const rows = (await bench.rows("declaration.list", "who-1", {}, 5)) as unknown as (Row & {
            declarant: string;
            trader: string;
            office: string;
          })[];
          assert.ok(rows.every(mine));
          assert.equal(rows.length, filings.filter(mine).length);
          for (const { number } of await bench.rows("declaration.list", "installation")) {
            const seen = await bench.ask("declaration.show", "who-1", { declaration: number });
            assert.equal(
              seen.kind === "answer",
              rows.some((row) => row.number === number),
              "a list and a look agree",
            );
          }
          return bench.close();
        },
      ),
      { numRuns: 12, seed: 11 },
    );
  });

  it("page through without a gap and without a repeat, also when rows come in between", async () => {
    const bench = await openWorld();
    for (let index = 0; index < 23; index += 1) await bench.file(`A-${index}`);
    for (const oldestFirst of [true, false])
      for (const limit of [1, 2, 7, 22, 23, 24, 500]) {
        const rows = await bench.rows("declaration.list", "trader-1", { oldestFirst }, limit);
        const numbers = rows.map(({ number }) => number as string);
        assert.equal(new Set(numbers).size, 23, `${limit} a page`);
        assert.deepEqual(numbers, oldestFirst ? numbers.toSorted() : numbers.toSorted().reverse());
      }
    const first = await bench.ask("declaration.list", "trader-1", {}, { limit: 10 });
    await bench.file("B-1");
    assert.equal(first.kind, "rows");
    const cursor = (first as { next: string }).next;
    const second = await bench.ask(
      "declaration.list",
      "trader-1",
      {},
      { limit: 500, cursor, after: bench.it.status().durable },
    );
    assert.equal(
      second.kind === "rows" && second.rows.length,
      13,
      "newest first: the new one is before the cursor",
    );
    await bench.close();
  });

  it("refuse cursors and limits that no page gave", async () => {
    const bench = await openWorld();
    await bench.file("A-1");
    const code = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const cursors = [
      "",
      "x",
      "!!!",
      code(null),
      code([]),
      code([1, 2]),
      code(["a"]),
      code(["a", "b", "c"]),
      code([{}, []]),
      code(["a\u0000", "b"]),
      code(["\ud800", "b"]),
      code({ length: 2 }),
    ];
    for (const cursor of cursors)
      assert.equal((await bench.ask("declaration.list", "trader-1", {}, { cursor })).kind, "refused", cursor);
    for (const limit of [0, -1, 1.5, Number.NaN])
      assert.equal(
        (await bench.ask("declaration.list", "trader-1", {}, { limit })).kind,
        "refused",
        String(limit),
      );
    assert.equal((await bench.ask("declaration.list", "trader-1", {}, { limit: 1e9 })).kind, "rows");
    assert.equal((await bench.ask("declaration.list", "trader-1", { text: "a\u0000" })).kind, "refused");
    await bench.close();
  });

  it("of guarantees, parties and proposals show a declarant only its own", async () => {
    const bench = await openWorld();
    assert.deepEqual(
      (await bench.rows("guarantee.list", "trader-1")).map(({ guarantee }) => guarantee),
      [GUARANTEE],
    );
    assert.deepEqual(await bench.rows("guarantee.list", "trader-2"), []);
    assert.deepEqual(
      (await bench.rows("party.list", "trader-2")).map(({ party }) => party),
      [OTHER],
    );
    assert.equal((await bench.ask("proposal.list", "trader-1", {})).kind, "refused");
    await bench.close();
  });
});

describe("authority", () => {
  it("that is taken back is gone at once, for acts, looks and lists", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1");
    await bench.do("authority.revoke", "admin-1", {
      holder: "trader-1",
      role: "declarant",
      place: `party/${TRADER}`,
    });
    assert.equal(told(await bench.run("declaration.file", "trader-1", filing("A-1"))), "not-found");
    assert.equal(told(await bench.run("declaration.file", "trader-1", filing("A-2"))), "not-found");
    assert.equal((await bench.ask("declaration.show", "trader-1", { declaration: number })).kind, "refused");
    assert.equal((await bench.ask("declaration.list", "trader-1", {})).kind, "refused");
    await bench.close();
  });

  it("is delegated within its bounds", async () => {
    const bench = await openWorld();
    const place = `party/${OTHER}`;
    const grant = (holder: string, more: object = {}) => ({
      holder,
      role: "declarant",
      place,
      from: "2026-01-01",
      delegable: false,
      ...more,
    });
    await bench.do("authority.grant", "admin-1", grant("boss-1", { delegable: true, until: "2026-06-30" }));
    const table: readonly [string, object, string][] = [
      ["boss-1", grant("clerk-1", { until: "2026-06-30" }), "ok"],
      ["boss-1", grant("clerk-2", { until: "2026-07-01" }), "invalid-request /until"],
      ["boss-1", grant("clerk-2"), "invalid-request /until"],
      ["boss-1", grant("clerk-2", { until: "2026-03-01", from: "2026-04-01" }), "invalid-request /until"],
      ["boss-1", grant("clerk-2", { until: "2026-06-30", role: "officer" }), "not-found"],
      ["boss-1", grant("clerk-2", { until: "2026-06-30", place: `party/${TRADER}` }), "not-found"],
      ["boss-1", grant("clerk-2", { until: "2026-06-30", place: "*" }), "not-found"],
      ["boss-1", grant("boss-1", { until: "2026-06-30" }), "invalid-request /holder"],
      ["clerk-1", grant("clerk-3", { until: "2026-05-01" }), "not-found"],
      ["trader-2", grant("clerk-3"), "not-found"],
      ["officer-1", grant("clerk-3"), "not-found"],
      ["admin-1", grant("admin-1"), "invalid-request /holder"],
      ["admin-1", grant("clock"), "invalid-request /holder"],
      ["admin-1", grant("installation"), "invalid-request /holder"],
      ["admin-1", grant("clerk-3", { role: "clock" }), "invalid-request /role"],
      ["admin-1", grant("clerk-3", { place: "party/*" }), "invalid-request /place"],
    ];
    for (const [actor, request, expected] of table)
      assert.equal(
        told(await bench.run("authority.grant", actor, request)),
        expected,
        JSON.stringify(request),
      );
    bench.setClock("2026-06-30");
    assert.equal((await bench.it.actorOf("clerk-1")).grants.length, 1);
    bench.setClock("2026-07-01");
    assert.equal((await bench.it.actorOf("clerk-1")).grants.length, 0);
    await bench.close();
  });

  it("is taken back by whoever gave it or by an administrator, and only what was given", async () => {
    const bench = await openWorld();
    const place = `party/${OTHER}`;
    const it = { holder: "clerk-1", role: "declarant", place };
    const grant = { ...it, from: "2026-01-01", delegable: false };
    await bench.do("authority.grant", "admin-1", { ...grant, holder: "boss-1", delegable: true });
    await bench.do("authority.grant", "admin-1", grant);
    assert.equal(told(await bench.run("authority.revoke", "boss-1", it)), "not-found");
    await bench.do("authority.grant", "boss-1", grant);
    assert.equal(told(await bench.run("authority.revoke", "boss-1", it)), "ok");
    assert.equal((await bench.it.actorOf("clerk-1")).grants.length, 1, "the administrator's grant stands");
    assert.equal(told(await bench.run("authority.revoke", "trader-2", it)), "not-found");
    assert.equal(told(await bench.run("authority.revoke", "admin-1", it)), "ok");
    assert.equal((await bench.it.actorOf("clerk-1")).grants.length, 0);
    await bench.close();
  });
});
