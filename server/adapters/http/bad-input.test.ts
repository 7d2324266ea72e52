import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { memoryStore } from "../../accounts/test-store.ts";
import { declaration, kindOf, openWorld, type World } from "./test-world.ts";

const FILE = "/api/v1/declaration/file";

/** A declaration as text, with one place of the text exchanged. */
const text = (reference: string, [from, to]: readonly [string, string] = ["", ""]): string => {
  const whole = JSON.stringify(declaration(reference));
  assert.ok(whole.includes(from), from);
  return whole.replace(from, to);
};

const goods = (declaration("x") as { goods: readonly object[] }).goods[0]!;
const withGoods = (changes: object) => ({ goods: [{ ...goods, ...changes }] });

type Case = readonly [
  what: string,
  body: string | Buffer | object,
  status: number,
  pointers: readonly string[],
];

const CASES: readonly Case[] = [
  ["no body at all", "", 400, []],
  ["not JSON", "reference=1", 400, []],
  ["half a JSON", '{"reference":"R1"', 400, []],
  ["XML", "<declaration/>", 400, []],
  ["bytes that are no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400, []],
  ["a lone surrogate written as bytes", Buffer.from('{"reference":"\xed\xa0\x80"}', "latin1"), 400, []],
  ["nested 100,000 deep", "[".repeat(100_000) + "]".repeat(100_000), 400, []],
  ["null", "null", 422, [""]],
  ["a number", "7", 422, [""]],
  ["a list", "[]", 422, [""]],
  ["a wrong type", text("B1", ['"import"', "1"]), 422, ["/direction"]],
  ["an amount as a JSON number", declaration("B2", { grossMassKg: 1000 }), 422, ["/grossMassKg"]],
  ["an unknown field", declaration("B3", { grosMassKg: "1" }), 422, ["/grosMassKg"]],
  ["a missing field", text("B4", ['"office":"2218",', ""]), 422, ["/office"]],
  ["an unknown supervision mode", declaration("B5", { procedure: "9998" }), 422, ["/procedure"]],
  ["an unknown transport mode", declaration("B6", { transportMode: "Q" }), 422, ["/transportMode"]],
  ["an unknown office", declaration("B7", { office: "9999" }), 422, ["/office"]],
  ["an unknown country", declaration("B8", withGoods({ origin: "XX" })), 422, ["/goods/0/origin"]],
  [
    "an unknown currency",
    declaration("B9", withGoods({ customsValue: { amount: "1", currency: "XXZ" } })),
    422,
    ["/goods/0/customsValue/currency"],
  ],
  [
    "an unknown commodity",
    declaration("B10", withGoods({ commodity: "9999999999" })),
    422,
    ["/goods/0/commodity"],
  ],
  ["30 February", declaration("B11", { conveyanceEntry: "2026-02-30" }), 422, ["/conveyanceEntry"]],
  ["the 13th month", declaration("B12", { conveyanceEntry: "2026-13-01" }), 422, ["/conveyanceEntry"]],
  [
    "an amount beyond range",
    declaration("B13", withGoods({ customsValue: { amount: "9".repeat(16), currency: "CNY" } })),
    422,
    ["/goods/0/customsValue/amount"],
  ],
  [
    "a negative amount",
    declaration("B14", withGoods({ customsValue: { amount: "-1", currency: "CNY" } })),
    422,
    ["/goods/0/customsValue/amount"],
  ],
  ["an exponent", declaration("B15", withGoods({ netMassKg: "1e3" })), 422, ["/goods/0/netMassKg"]],
  ["no goods", declaration("B16", { goods: [] }), 422, ["/goods"]],
  ["51 goods items", declaration("B17", { goods: Array.from({ length: 51 }, () => goods) }), 422, ["/goods"]],
  ["a reference with a space", declaration("B 18"), 422, ["/reference"]],
  ["a reference of 65 characters", declaration("B".repeat(65)), 422, ["/reference"]],
  ["__proto__ as a field", text("B19", ['"office"', '"__proto__":{"a":1},"office"']), 422, ["/__proto__"]],
  [
    "constructor as a field",
    text("B20", ['"office"', '"constructor":{"prototype":{}},"office"']),
    422,
    ["/constructor"],
  ],
  [
    "two mistakes at once",
    declaration("B21", { procedure: "9998", transportMode: "Q" }),
    422,
    ["/procedure", "/transportMode"],
  ],
];

describe("bad input is a problem with pointers and a next step, and writes nothing", () => {
  let world: World;
  before(async () => {
    world = await openWorld(memoryStore());
  });
  after(() => world.close());

  for (const [what, body, status, pointers] of CASES)
    it(what, async () => {
      const before = world.installation.status().durable;
      const answer = await world.ask("POST", FILE, { as: "broker-1", body });
      const told = answer.json as unknown as {
        status: number;
        next: string;
        faults: { pointer: string; detail: string }[];
      };
      assert.equal(answer.status, status, answer.text);
      assert.equal(told.status, status);
      assert.match(String(answer.headers["content-type"]), /^application\/problem\+json/);
      assert.ok(told.next.length > 5, "a next step");
      assert.deepEqual(told.faults.map(({ pointer }) => pointer).sort(), [...pointers].sort(), answer.text);
      assert.equal(world.installation.status().durable, before, "nothing was written");
    });

  it("10,000 goods items: one fault at the list when they fit into a request, too large when they do not", async () => {
    const many = (item: object) => ({
      as: "broker-1" as const,
      body: declaration("M1", { goods: Array(10_000).fill(item) }),
    });
    const start = performance.now();
    const small = await world.ask("POST", FILE, many({}));
    assert.ok(performance.now() - start < 1_000, "it is refused quickly");
    assert.equal(small.status, 422);
    assert.ok(small.text.includes('"/goods"'), small.text.slice(0, 400));
    assert.equal((await world.ask("POST", FILE, many(goods))).status, 413);
  });

  it("rates under what is no currency are mistakes with their places", async () => {
    const price = { amount: "100000.00", currency: "USD" };
    const valued = { direction: "import", term: "3", price, exchangeRates: { USD: "7.0288" } };
    const rates = ['"__proto__":{"a":1}', '"usd":"7"', '"USD2":"x"', '"a/b":null'];
    for (const rate of rates) {
      const whole = JSON.stringify(valued).replace('"exchangeRates":{', `"exchangeRates":{${rate},`);
      const answer = await world.ask("POST", "/api/v1/valuation/compute", { as: "broker-1", body: whole });
      assert.equal(answer.status, 422, answer.text);
      assert.ok(answer.text.includes('"pointer":"/exchangeRates/'), answer.text);
    }
  });

  it("a key that stands twice is refused with its place", async () => {
    const answer = await world.ask("POST", FILE, {
      as: "broker-1",
      body: text("D1", ['"office"', '"office":"9999","office"']),
    });
    assert.equal(answer.status, 400, answer.text);
  });

  it("a byte order mark is no part of the request", async () => {
    const answer = await world.ask("POST", FILE, {
      as: "broker-1",
      body: Buffer.from(`\ufeff${text("BOM1")}`),
    });
    assert.equal(answer.status, 200, answer.text);
  });

  it("__proto__ as the key of a quantity pollutes nothing and is no fault of ours", async () => {
    const body = text("Q1", ['"unit":"120"', '"unit":"120","__proto__":"5"']);
    const answer = await world.ask("POST", FILE, { as: "broker-1", body });
    assert.ok(answer.status === 422 || answer.status === 200, answer.text);
    assert.equal(({} as Record<string, unknown>).unit, undefined);
  });

  it("a Content-Type of any kind is read as JSON, and a broken one is no fault of ours", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/json; charset=latin1",
      ";;;",
      "a",
    ]) {
      const answer = await world.ask("POST", FILE, {
        as: "broker-1",
        body: text(`T${type.length}`),
        headers: { "content-type": type },
      });
      assert.ok(answer.status === 200 || answer.status === 400, `${type}: ${answer.text}`);
    }
  });

  it("a reference reused with other content is refused; the same content gets the same answer", async () => {
    const first = await world.ask("POST", FILE, { as: "broker-1", body: declaration("RR1") });
    const again = await world.ask("POST", FILE, { as: "broker-1", body: declaration("RR1") });
    const other = await world.ask("POST", FILE, {
      as: "broker-1",
      body: declaration("RR1", { grossMassKg: "1001" }),
    });
    assert.deepEqual([first.status, again.status, other.status], [200, 200, 409]);
    assert.deepEqual({ ...again.json, repeated: false }, first.json);
    assert.equal(again.json.repeated, true);
    assert.equal(kindOf(other), "reference-reused");
  });

  it("twenty senders of one reference at once: one is carried out, all get its answer", async () => {
    const before = world.installation.status().durable;
    const asks = Array.from({ length: 20 }, () =>
      world.ask("POST", FILE, { as: "broker-1", body: declaration("C1") }),
    );
    const answers = await Promise.all(asks);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.equal(new Set(answers.map(({ json }) => json.declaration)).size, 1);
    assert.equal(answers.filter(({ json }) => json.repeated === false).length, 1);
    assert.equal(world.installation.status().durable, before + 1);
  });

  const PARAMETERS: readonly (readonly [string, readonly string[]])[] = [
    ["stat=held", ["/stat"]],
    ["state=lost", ["/state"]],
    ["forOfficer=yes", ["/forOfficer"]],
    ["limit=0", ["/limit"]],
    ["limit=501", ["/limit"]],
    ["limit=1e2", ["/limit"]],
    ["after=-1", ["/after"]],
    ["after=1.5", ["/after"]],
    ["cursor=", ["/cursor"]],
    ["office=1&office=2", ["/office"]],
    ["__proto__=1&constructor=2", ["/__proto__", "/constructor"]],
    ["asOf=1", ["/asOf"]],
    ["office=%FF%FE", ["/office"]],
    ["text=", ["/text"]],
  ];
  for (const [parameters, pointers] of PARAMETERS)
    it(`?${parameters} is a problem that names the parameter`, async () => {
      const answer = await world.ask("GET", `/api/v1/declaration/list?${parameters}`, { as: "broker-1" });
      const { faults } = answer.json as unknown as { faults: { pointer: string }[] };
      assert.equal(answer.status, 422, answer.text);
      assert.deepEqual(
        faults.map(({ pointer }) => pointer),
        pointers,
      );
    });

  it("cursors that are not ours are a problem, whatever they hold", async () => {
    const cursors = [
      "x",
      "bnVsbA",
      Buffer.from("[1]").toString("base64url"),
      Buffer.from('[{"a":1},["b"]]').toString("base64url"),
    ];
    for (const cursor of cursors) {
      const answer = await world.ask("GET", `/api/v1/declaration/list?cursor=${cursor}`, { as: "broker-1" });
      assert.equal(answer.status, 422, `${cursor}: ${answer.text}`);
    }
  });

  it("asOf that is no position or day is a problem; days and positions are not", async () => {
    const { declaration: number } = (
      await world.ask("POST", FILE, { as: "broker-1", body: declaration("AS1") })
    ).json as unknown as {
      declaration: string;
    };
    const at = (asOf: string) =>
      world.ask("GET", `/api/v1/declaration/show?declaration=${number}&asOf=${asOf}`, { as: "broker-1" });
    const statuses = await Promise.all(
      ["yesterday", "2026-03-05", "999999999", "1", "2026-02-31", "0001-01-01"].map(at),
    );
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [422, 200, 200, 404, 404, 404],
    );
  });
});
