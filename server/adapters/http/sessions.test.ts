import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { disableAccount } from "../../accounts/accounts.ts";
import { memoryStore } from "../../accounts/test-store.ts";
import { type Answer, declaration, kindOf, openWorld, PASSWORD, type World } from "./test-world.ts";

const SESSION = "/api/v1/session";
const ORIGIN = { origin: "http://localhost:80" };
const HOUR_MS = 3_600_000;

const cookieOf = ({ headers }: Answer): string => String(headers["set-cookie"]).split(";")[0]!;

describe("sessions", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(memoryStore());
  });
  afterEach(() => world.close());

  const signIn = (account = "broker-1", password = PASSWORD): Promise<Answer> =>
    world.ask("POST", SESSION, { body: { account, password } });
  const isIn = async (cookie: string): Promise<boolean> =>
    (await world.ask("GET", SESSION, { cookie })).status === 200;

  it("begin with the password, tell who I am, and end", async () => {
    const answer = await signIn();
    assert.deepEqual(answer.json, {
      account: "broker-1",
      name: "Person broker-1",
      grants: [{ role: "declarant", place: "party/91310000TEST000001" }],
      sample: false,
    });
    const cookie = cookieOf(answer);
    assert.deepEqual((await world.ask("GET", SESSION, { cookie })).json, answer.json);
    const out = await world.ask("DELETE", SESSION, {
      cookie,
      headers: { origin: "http://localhost:80", host: "localhost:80" },
    });
    assert.equal(out.status, 204);
    assert.match(String(out.headers["set-cookie"]), /Max-Age=0/);
    assert.equal(await isIn(cookie), false);
  });

  it("travel in a cookie that no script reads and no other site sends", async () => {
    assert.match(
      String((await signIn()).headers["set-cookie"]),
      /^openftz=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it("are kept only as a hash", async () => {
    const secret = cookieOf(await signIn()).slice("openftz=".length);
    const kept = JSON.stringify(await world.store.cabinet.list("session"));
    assert.ok(!kept.includes(secret));
  });

  it("are refused with the wrong password exactly as for an account that does not exist", async () => {
    const [wrong, unknown, odd] = [
      await signIn("broker-1", "wrong"),
      await signIn("no-such-one"),
      await signIn("__proto__"),
    ];
    assert.equal(wrong.status, 401);
    assert.equal(wrong.text, unknown.text);
    assert.equal(wrong.text, odd.text);
  });

  it("make those wait who guess, and only them", async () => {
    for (let guess = 0; guess < 5; guess++)
      assert.equal((await signIn("broker-1", `guess ${guess}`)).status, 401);
    const waiting = await signIn();
    assert.equal(waiting.status, 429);
    assert.equal(waiting.headers["retry-after"], "1");
    assert.equal((await signIn("officer-1")).status, 200);
    world.clock.ms += 1_000;
    assert.equal((await signIn()).status, 200);
    assert.equal((await signIn("broker-1", "wrong again")).status, 401);
  });

  it("die after 12 idle hours, and after 7 days in any case", async () => {
    const [idle, busy] = [cookieOf(await signIn()), cookieOf(await signIn())];
    for (let hour = 0; hour < 7 * 24; hour += 6) {
      assert.equal(await isIn(busy), true, `after ${hour} hours`);
      world.clock.ms += 6 * HOUR_MS;
      if (hour === 6) assert.equal(await isIn(idle), false);
    }
    assert.equal(await isIn(busy), false);
  });

  it("all die when the password changes, but for the one that changed it, which goes on under a new secret", async () => {
    const [here, elsewhere] = [cookieOf(await signIn()), cookieOf(await signIn())];
    assert.equal(await isIn(elsewhere), true);
    const change = (old: string, next: string) =>
      world.ask("POST", `${SESSION}/password`, { cookie: here, headers: ORIGIN, body: { old, new: next } });
    assert.equal((await change("not it", "another fine password")).status, 422);
    assert.equal((await change(PASSWORD, "short")).status, 422);
    const changed = await change(PASSWORD, "another fine password");
    assert.equal(changed.status, 204);
    assert.deepEqual(await Promise.all([here, elsewhere, cookieOf(changed)].map(isIn)), [false, false, true]);
    assert.equal((await signIn()).status, 401);
    assert.equal((await signIn("broker-1", "another fine password")).status, 200);
  });

  it("of a disabled account are dead", async () => {
    const cookie = cookieOf(await signIn());
    const admin = { as: "admin-1" as const, body: { account: "broker-1" } };
    assert.equal((await world.ask("POST", "/api/v1/accounts/disable", admin)).status, 200);
    assert.equal(await isIn(cookie), false);
    assert.equal((await signIn()).status, 401);
    assert.equal((await world.ask("GET", "/api/v1/declaration/list", { as: "broker-1" })).status, 404);
  });

  it("cannot be begun from a page of another site", async () => {
    const body = { account: "broker-1", password: PASSWORD };
    const answer = await world.ask("POST", SESSION, { body, headers: { origin: "https://evil.example" } });
    assert.equal(answer.status, 400);
    assert.equal(answer.headers["set-cookie"], undefined);
  });
});

describe("a session is believed only on a request of this server's own pages", () => {
  let world: World;
  let cookie: string;
  before(async () => {
    world = await openWorld(memoryStore());
    cookie = cookieOf(
      await world.ask("POST", SESSION, { body: { account: "broker-1", password: PASSWORD } }),
    );
  });
  after(() => world.close());

  const origins: readonly (readonly [string, Record<string, string>, boolean])[] = [
    ["none", {}, false],
    ["null", { origin: "null" }, false],
    ["another site", { origin: "https://evil.example" }, false],
    ["another port", { origin: "http://localhost:81" }, false],
    ["https instead of http", { origin: "https://localhost:80" }, false],
    ["one that begins alike", { origin: "http://localhost:80.evil.example" }, false],
    ["its own", { origin: "http://localhost:80" }, true],
  ];
  for (const [what, headers, passes] of origins)
    it(`Origin: ${what}`, async () => {
      const body = declaration(`O-${what.replaceAll(" ", "-")}`);
      const answer = await world.ask("POST", "/api/v1/declaration/file", { cookie, headers, body });
      assert.equal(answer.status, passes ? 200 : 400, answer.text);
      if (!passes) assert.equal(kindOf(answer), "malformed-request");
    });

  it("looking needs no Origin", async () => {
    assert.equal((await world.ask("GET", "/api/v1/declaration/list", { cookie })).status, 200);
  });

  it("a token needs no Origin, and a request under the name of another host is not answered at all", async () => {
    const body = declaration("T-1");
    assert.equal((await world.ask("POST", "/api/v1/declaration/file", { as: "broker-1", body })).status, 200);
    const rebound = await world.ask("GET", "/api/v1/start", { headers: { host: "evil.example:80" } });
    assert.equal(rebound.status, 400);
  });
});

describe("tokens", () => {
  let world: World;
  before(async () => {
    world = await openWorld(memoryStore());
  });
  after(() => world.close());

  it("are made by whoever signed in with a password, shown once, listed without their text, and revoked", async () => {
    const cookie = cookieOf(
      await world.ask("POST", SESSION, { body: { account: "broker-1", password: PASSWORD } }),
    );
    const made = await world.ask("POST", "/api/v1/tokens", {
      cookie,
      headers: ORIGIN,
      body: { label: "nightly" },
    });
    const { id, token } = made.json as unknown as { id: string; token: string };
    const use = () =>
      world.ask("GET", "/api/v1/declaration/list", { headers: { authorization: `Bearer ${token}` } });
    assert.equal((await use()).status, 200);
    const list = await world.ask("GET", "/api/v1/tokens", { cookie });
    assert.ok(list.text.includes('"nightly"') && !list.text.includes(token) && !list.text.includes("hash"));
    assert.ok(!JSON.stringify(await world.store.cabinet.list("token")).includes(token));
    assert.equal((await world.ask("DELETE", `/api/v1/tokens/${id}`, { as: "officer-1" })).status, 404);
    assert.equal(
      (await world.ask("DELETE", `/api/v1/tokens/${id}`, { cookie, headers: ORIGIN })).status,
      204,
    );
    assert.equal((await use()).status, 404);
  });

  it("make no tokens", async () => {
    const answer = await world.ask("POST", "/api/v1/tokens", { as: "broker-1", body: { label: "child" } });
    assert.equal(answer.status, 409);
  });

  it("die with their account", async () => {
    await disableAccount(world.store.cabinet, "officer-1");
    world.parts.callers.forget();
    assert.equal((await world.ask("GET", "/api/v1/declaration/list", { as: "officer-1" })).status, 404);
  });
});

describe("accounts", () => {
  let world: World;
  before(async () => {
    world = await openWorld(memoryStore());
  });
  after(() => world.close());

  it("are made by an administrator of the whole installation, and their mistakes are told", async () => {
    const make = (body: object) => world.ask("POST", "/api/v1/accounts", { as: "admin-1", body });
    assert.equal((await make({ account: "new-1", name: "New", password: "a long enough one" })).status, 200);
    const wrong: readonly (readonly [object, string])[] = [
      [{ account: "new-1", name: "New", password: "a long enough one" }, "/account"],
      [{ account: "clock", name: "New", password: "a long enough one" }, "/account"],
      [{ account: "installation", name: "New", password: "a long enough one" }, "/account"],
      [{ account: "New 1", name: "New", password: "a long enough one" }, "/account"],
      [{ account: "new-2", name: "New", password: "short" }, "/password"],
      [{ account: "broker-longer", name: "New", password: "broker-longer" }, "/password"],
      [{ account: "new-2", name: "x".repeat(201), password: "a long enough one" }, "/name"],
      [{ account: "new-2", name: "New", password: "a long enough one", sample: true }, "/sample"],
    ];
    for (const [body, pointer] of wrong) {
      const answer = await make(body);
      assert.equal(answer.status, 422);
      assert.ok(answer.text.includes(`"${pointer}"`), answer.text);
    }
    const list = await world.ask("GET", "/api/v1/accounts", { as: "admin-1" });
    assert.ok(list.text.includes('"new-1"') && !/password|hash|salt/.test(list.text), list.text);
    const self = await world.ask("POST", "/api/v1/accounts/disable", {
      as: "admin-1",
      body: { account: "admin-1" },
    });
    assert.equal(self.status, 409);
  });
});
