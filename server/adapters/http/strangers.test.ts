import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { memoryStore } from "../../accounts/test-store.ts";
import { exampleOf } from "./examples.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { pathOf } from "./requests.ts";
import { type Ask, openWorld, PEOPLE, type World } from "./test-world.ts";

describe("who may not see something learns nothing of it", () => {
  let world: World;
  let nothing: string;
  before(async () => {
    // There are more acts than an account may try in a moment.
    const most = { burst: 1e9, perSecond: 1e9 };
    const rates = { ...DEFAULT_LIMITS.rates, token: most, session: most, stranger: most };
    world = await openWorld(memoryStore(), { limits: { rates } });
    nothing = await tell("GET", "/api/v1/no/such-thing");
  });
  after(() => world.close());

  /** Everything of an answer that a sender sees, but the time. */
  const tell = async (method: string, url: string, ask: Ask = {}): Promise<string> => {
    const { status, headers, text } = await world.ask(method, url, ask);
    const { date: _, ...seen } = headers;
    return JSON.stringify({ status, seen, text });
  };

  it("every command, to a stranger", async () => {
    for (const { name, request } of world.installation.registry.commands.values())
      for (const body of ["{}", "not json", JSON.stringify(exampleOf(request)), "x".repeat(2_000_000)])
        assert.equal(await tell("POST", pathOf(name), { body }), nothing, name);
  });

  it("every query, to a stranger, except what is open to anyone", async () => {
    const open: string[] = [];
    for (const { name, by, request } of world.installation.registry.queries.values()) {
      const answers = [
        await tell("GET", `${pathOf(name)}?nonsense=1`),
        await tell("POST", pathOf(name), { body: JSON.stringify(exampleOf(request)) }),
      ];
      if (by === "anyone") open.push(name);
      else assert.deepEqual(answers, [nothing, nothing], name);
    }
    assert.deepEqual(open.sort(), [
      "codes.list",
      "deferred-interest.compute",
      "duty.assess",
      "ecommerce.compute",
      "exchange.month",
      "exempt-goods.compute",
      "hs.editions",
      "late-declaration.compute",
      "late-payment.compute",
      "selective-duty.compute",
      "tariff.editions",
      "tariff.search",
      "tariff.show",
      "temporary-admission.compute",
      "valuation.compute",
    ]);
  });

  it("every command and query that belongs to roles, to an account without any", async () => {
    const { commands, queries } = world.installation.registry;
    for (const { name, by } of [...commands.values(), ...queries.values()]) {
      if (by === "anyone" || by === "signed-in") continue;
      assert.equal(await tell("POST", pathOf(name), { as: "nobody-1", body: "not json" }), nothing, name);
      if (queries.has(name))
        assert.equal(await tell("GET", `${pathOf(name)}?x=1`, { as: "nobody-1" }), nothing, name);
    }
  });

  const OWN_ROUTES = [
    ["GET", "/api/v1/status"],
    ["GET", "/api/v1/authority"],
    ["GET", "/api/v1/checkpoint"],
    ["GET", "/api/v1/checkpoint/keys"],
    ["GET", "/api/v1/checkpoint/consistency?from=0"],
    ["GET", "/api/v1/proofs?declaration=221820261000000009"],
    ["GET", "/api/v1/proofs/1"],
    ["GET", "/api/v1/export/place?position=0"],
    ["GET", "/api/v1/export/entries?from=1&to=2"],
    ["GET", "/api/v1/export/files"],
    ["POST", "/api/v1/export/keys"],
    ["GET", "/api/v1/accounts"],
    ["POST", "/api/v1/accounts"],
    ["POST", "/api/v1/accounts/disable"],
    ["GET", "/api/v1/tokens"],
    ["POST", "/api/v1/tokens"],
    ["DELETE", "/api/v1/tokens/0011"],
    ["PUT", "/api/v1/files"],
    ["GET", `/api/v1/files/${"0".repeat(64)}`],
    ["DELETE", "/api/v1/session"],
    ["POST", "/api/v1/session/password"],
    ["GET", "/api/v1/declaration/file"],
    ["PUT", "/api/v1/declaration/file"],
    ["DELETE", "/api/v1/declaration/list"],
    ["OPTIONS", "/api/v1/declaration/file"],
    ["OPTIONS", "/api/v1/no/such-thing"],
    ["PATCH", "/api/v1/no/such-thing"],
    ["GET", "/api"],
    ["GET", "/api/"],
    ["GET", "/api/v2/start"],
    ["GET", "/API/v1/start"],
    ["GET", "/api/v1/__proto__/constructor"],
    ["GET", "/api/v1/declaration/list/"],
    ["GET", "/api/v1//declaration/list"],
    ["GET", "//api/v1/declaration/list"],
    ["GET", "/%61pi/v1/nothing"],
    ["GET", "/api/v1/declaration%2Flist"],
    ["GET", "/api/v1/declaration/%zz"],
    ["GET", "/api/v1/declaration/list%00"],
    ["GET", `/api/v1/${"a".repeat(10_000)}`],
  ] as const;
  for (const [method, url] of OWN_ROUTES)
    it(`${method} ${url.slice(0, 60)}`, async () => assert.equal(await tell(method, url), nothing));

  it("a declarant learns nothing of others' declarations, whether they exist or not", async () => {
    const numbers = ["221820261000000001", "999920261000000001"];
    const answers = await Promise.all(
      numbers.map((number) =>
        tell("GET", `/api/v1/declaration/show?declaration=${number}`, { as: "broker-1" }),
      ),
    );
    assert.deepEqual(answers, [nothing, nothing]);
  });

  it("a wrong token and a wrong cookie are a stranger's", async () => {
    const wrong = [
      { authorization: "Bearer oftz_0011223344556677_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
      { authorization: `Bearer ${world.tokens["broker-1"].slice(0, -1)}_` },
      { authorization: `Basic ${Buffer.from("admin-1:x").toString("base64")}` },
      { authorization: "Bearer " },
      { cookie: `openftz=${"a".repeat(43)}` },
      { cookie: "openftz=; ; =;;openftz" },
    ];
    for (const headers of wrong)
      assert.equal(await tell("GET", "/api/v1/declaration/list", { headers }), nothing);
  });

  it("only the session route says that nobody is signed in", async () => {
    assert.equal((await world.ask("GET", "/api/v1/session")).status, 401);
  });

  it("each act answers those who hold its role with something else than nothing", async () => {
    const roles = Object.entries(PEOPLE).flatMap(([as, held]) => (held ? [[as, held[0]] as const] : []));
    for (const { name, by } of world.installation.registry.commands.values())
      for (const [as, role] of roles.filter(([, each]) => by.includes(each))) {
        const { status } = await world.ask("POST", pathOf(name), {
          as: as as keyof typeof PEOPLE,
          body: "[]",
        });
        assert.equal(status, 422, `${name} as ${role}`);
      }
  });
});
