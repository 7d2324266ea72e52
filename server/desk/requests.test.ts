import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { commands, queries } from "@openftz/customs/customs.ts";
import fc from "fast-check";
import { type Bench, filing, openWorld, told, WINE } from "./test-bench.ts";

let bench: Bench;
const send = async (text: string, command = "declaration.file", actor = "trader-1"): Promise<string> =>
  told(await bench.it.submit({ command, actor, bytes: Buffer.from(text) }));
const withGoods = (change: object): string =>
  JSON.stringify(filing("A-1", { goods: [{ ...WINE, ...change }] }));
const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("what comes from outside", () => {
  it("is refused with its places when it is not what was asked for", async () => {
    bench = await openWorld();
    const table: readonly [string, string][] = [
      ["", "malformed-request"],
      ["{", "malformed-request"],
      ["\u0000", "malformed-request"],
      [nested(100_000), "malformed-request"],
      ["null", "invalid-request "],
      ["[]", "invalid-request "],
      ['"text"', "invalid-request "],
      ["7", "invalid-request "],
      [withGoods({ description: "a\u0000b" }), "invalid-request /goods/0/description"],
      [withGoods({ description: "half \ud83d" }), "invalid-request /goods/0/description"],
      [withGoods({ quantities: { "\ud83d": "1" } }), "invalid-request /goods/0/quantities"],
      [withGoods({ quantities: { "a b": "1" } }), "invalid-request /goods/0/quantities/a b"],
      [withGoods({ description: "" }), "invalid-request /goods/0/description"],
      [withGoods({ description: "x".repeat(251) }), "invalid-request /goods/0/description"],
      [withGoods({ netMassKg: "-1" }), "invalid-request /goods/0/netMassKg"],
      [withGoods({ netMassKg: "1e3" }), "invalid-request /goods/0/netMassKg"],
      [withGoods({ netMassKg: " 1" }), "invalid-request /goods/0/netMassKg"],
      [withGoods({ netMassKg: "１" }), "invalid-request /goods/0/netMassKg"],
      [withGoods({ netMassKg: 1200 }), "invalid-request /goods/0/netMassKg"],
      [withGoods({ netMassKg: "1.123456" }), "invalid-request /goods/0/netMassKg"],
      [JSON.stringify(filing("A 1")), "invalid-request /reference"],
      [JSON.stringify(filing("A-1", { goods: [] })), "invalid-request /goods"],
      [JSON.stringify(filing("A-1", { goods: Array(51).fill(WINE) })), "invalid-request /goods"],
      [JSON.stringify(filing("A-1")).replace("{", '{"__proto__":{"x":1},'), "invalid-request /__proto__"],
      [JSON.stringify(filing("A-1")).replace("{", '{"constructor":1,'), "invalid-request /constructor"],
      [JSON.stringify(filing("A-1", { office: "2218\n" })), "invalid-request /office"],
      [JSON.stringify({ ...filing("A-1"), office: undefined }), "invalid-request /office"],
    ];
    for (const [text, expected] of table) assert.equal(await send(text), expected, text.slice(0, 200));
    assert.equal(bench.it.status().serving, true);
  });

  it("is never too deep for whoever reads it, wherever it is deep", async () => {
    for (const field of ["quantities", "customsValue", "origin", "unknown"])
      for (const depth of [13, 5_000]) {
        const text = withGoods({ [field]: { "a b": 0 } }).replace('{"a b":0}', `{"a b":${nested(depth)}}`);
        assert.match(await send(text), /^(malformed|invalid)-request/, `${field} ${depth}`);
      }
  });

  it("may be called as the language calls its own things", async () => {
    for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      assert.equal(await send("{}", name), "not-found");
      assert.equal((await bench.ask(name, name, {})).kind, "refused");
    }
    const grant = {
      holder: "constructor",
      role: "officer",
      place: "office/2218",
      from: "2020-01-01",
      delegable: false,
    };
    await bench.do("authority.grant", "admin-1", grant);
    const after = await bench.restart();
    assert.equal((await after.it.actorOf("constructor")).grants.length, 1);
    assert.deepEqual((await after.it.actorOf("__proto__")).grants, []);
    const odd = withGoods({ quantities: {} }).replace(
      '"quantities":{}',
      '"quantities":{"__proto__":"1","L":"1200"}',
    );
    bench = after;
    assert.match(await send(odd), /^(ok|invalid-request)/);
  });

  it("is told all at once: every mistake of a bad declaration, each at its place", async () => {
    const bad = filing("A-9", {
      office: "2218",
      procedure: "9998",
      transportMode: "Q",
      conveyanceEntry: "2026-03-31",
      grossMassKg: "1",
      documents: [{ kind: "w", number: "1" }],
      goods: [
        { ...WINE, customsValue: { amount: "0", currency: "CNY" }, netMassKg: "0" },
        { ...WINE, origin: "XX", customsValue: { amount: "5", currency: "EUR" } },
        { ...WINE, commodity: "9999999999", customsValue: { amount: "5", currency: "ZZZ" } },
      ],
    });
    const [type, ...places] = (await send(JSON.stringify(bad))).split(" ");
    assert.equal(type, "invalid-request");
    assert.deepEqual([...new Set(places)].sort(), [
      "/conveyanceEntry",
      "/documents/0/kind",
      "/goods/0/customsValue/amount",
      "/goods/0/netMassKg",
      "/goods/1/customsValue/currency",
      "/goods/1/origin",
      "/goods/2/commodity",
      "/goods/2/customsValue/currency",
      "/grossMassKg",
      "/procedure",
      "/transportMode",
    ]);
    assert.equal(places.length, new Set(places).size, "each place once");
  });

  it("with faults at the eleventh goods does not hide those of the second", async () => {
    const items = Array.from({ length: 11 }, (_, index) => ({
      ...WINE,
      netMassKg: "1",
      ...(index === 1 && { quantities: {}, commodity: "9999999999" }),
      ...(index === 10 && { origin: "XX" }),
    }));
    const answer = await send(JSON.stringify(filing("A-8", { goods: items })));
    assert.equal(answer, "invalid-request /goods/10/origin /goods/1/commodity");
  });

  it("never throws out of submit or ask, whatever JSON it is", async () => {
    const names = commands.map(({ name }) => name);
    const lookups = queries.map(({ name }) => name);
    const actors = ["trader-1", "officer-1", "admin-1", "keeper-1", "installation", "clock", "nobody", ""];
    const known = [
      "declaration",
      "party",
      "hold",
      "reference",
      "goods",
      "proposal",
      "from",
      "text",
      "day",
      "number",
    ];
    const value = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(
          "221820261000000023",
          "913100001",
          "2218",
          "2026-02-30",
          "P1",
          "*",
          "G-100",
          "USD",
          true,
          0,
          null,
        ),
        fc.string({ unit: "binary", maxLength: 8 }),
        fc.dictionary(fc.oneof(fc.constantFrom(...known), fc.string()), tie("json"), { maxKeys: 4 }),
        fc.array(tie("json"), { maxLength: 3 }),
      ),
    })).json;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom(...lookups),
        fc.constantFrom(...actors),
        value,
        async (command, query, actor, json) => {
          await bench.it.submit({ command, actor, bytes: Buffer.from(JSON.stringify(json)) });
          await bench.it.ask({ query, actor, request: json });
          assert.equal(bench.it.status().serving, true);
        },
      ),
      { numRuns: 400, seed: 7 },
    );
    assert.ok(await bench.it.viewsReach(bench.it.status().durable, 2_000));
    await bench.close();
  });
});
