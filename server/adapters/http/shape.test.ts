import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { memoryStore } from "../../accounts/test-store.ts";
import { exampleOf } from "./examples.ts";
import type { OpenApi } from "./openapi.ts";
import { declaration, openWorld, type World } from "./test-world.ts";

describe("the API", () => {
  let world: World;
  before(async () => {
    world = await openWorld(memoryStore(), {
      limits: {
        rates: {
          stranger: { burst: 50, perSecond: 1 },
          session: { burst: 9, perSecond: 9 },
          token: { burst: 200, perSecond: 200 },
          signIn: { burst: 9, perSecond: 9 },
        },
      },
    });
  });
  after(() => world.close());

  it("describes every command and query, with examples that its own schemas take", async () => {
    const { json } = await world.ask("GET", "/api/v1/openapi.json");
    const { paths, openapi } = json as unknown as OpenApi;
    const ids = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    const { commands, queries, check } = world.installation.registry;
    assert.equal(openapi, "3.1.0");
    assert.equal(new Set(ids).size, ids.length, "ids are unique");
    for (const { name, request } of [...commands.values(), ...queries.values()]) {
      assert.ok(ids.includes(name), name);
      assert.equal(
        check(name, exampleOf(request)),
        undefined,
        `${name}: ${JSON.stringify(check(name, exampleOf(request)))}`,
      );
    }
  });

  it("has pages that anyone may read, without script in them and with nothing from elsewhere", async () => {
    const page = await world.ask("GET", "/api/docs");
    assert.equal(page.status, 200);
    assert.ok(page.text.includes("/api/v1/declaration/file"));
    assert.ok(
      !/<script>|https?:\/\/(?!openftz)| on\w+="/.test(page.text.replaceAll(/<pre>.*?<\/pre>/gs, "")),
    );
    assert.match(String(page.headers["content-security-policy"]), /default-src 'none'/);
    for (const file of ["page.css", "page.js"])
      assert.equal((await world.ask("GET", `/api/docs/${file}`)).status, 200);
  });

  it("carries its headers on answers and problems alike", async () => {
    for (const url of ["/api/v1/start", "/api/v1/nothing", "/api/v1/session"]) {
      const { headers } = await world.ask("GET", url);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["referrer-policy"], "no-referrer");
      assert.equal(headers["cache-control"], "no-store");
      assert.match(String(headers["content-security-policy"]), /frame-ancestors 'none'/);
      assert.equal(headers["strict-transport-security"], undefined, "only behind a proxy");
      assert.equal(headers["access-control-allow-origin"], undefined);
      assert.equal(headers["x-powered-by"], undefined);
    }
  });

  it("answers HEAD as GET, without a body", async () => {
    const [get, head] = [await world.ask("GET", "/api/v1/start"), await world.ask("HEAD", "/api/v1/start")];
    assert.deepEqual(
      [head.status, head.text, head.headers["content-type"]],
      [200, "", get.headers["content-type"]],
    );
    assert.equal((await world.ask("HEAD", "/api/v1/declaration/list")).status, 404);
  });

  it("pages through a list with its cursor, without a gap or a repetition", async () => {
    for (let index = 0; index < 5; index++) {
      world.clock.ms += 1_000;
      await world.ask("POST", "/api/v1/declaration/file", { as: "broker-1", body: declaration(`P${index}`) });
    }
    const seen: string[] = [];
    let cursor = "";
    do {
      const after = world.installation.status().durable;
      const page = await world.ask(
        "GET",
        `/api/v1/declaration/list?limit=2&oldestFirst=true&after=${after}${cursor}`,
        { as: "broker-1" },
      );
      const { rows, next } = page.json as unknown as { rows: { reference: string }[]; next: string | null };
      seen.push(...rows.map(({ reference }) => reference));
      cursor = next === null ? "" : `&cursor=${next}`;
    } while (cursor !== "");
    assert.deepEqual(seen, ["P0", "P1", "P2", "P3", "P4"]);
  });

  it("asks by POST what it asks by GET", async () => {
    const get = await world.ask("GET", "/api/v1/declaration/list?state=held&limit=1", { as: "broker-1" });
    const post = await world.ask("POST", "/api/v1/declaration/list?limit=1", {
      as: "broker-1",
      body: { state: "held" },
    });
    assert.deepEqual(post.json, get.json);
    const preview = await world.ask("POST", "/api/v1/declaration/preview", {
      as: "broker-1",
      body: declaration("V1"),
    });
    assert.equal(preview.status, 200, preview.text);
    const nested = await world.ask("GET", "/api/v1/declaration/preview?goods=1", { as: "broker-1" });
    assert.equal(nested.status, 422);
  });

  it("keeps files of those who may, within their limit, and gives them to those who may", async () => {
    const bytes = Buffer.alloc(3_000_000, "tariff");
    const put = (as: "keeper-1" | "broker-1" | "nobody-1", body: Buffer) =>
      world.ask("PUT", "/api/v1/files", { as, body });
    const { hash } = (await put("keeper-1", bytes)).json as unknown as { hash: string };
    assert.match(hash, /^[0-9a-f]{64}$/);
    const read = await world.ask("GET", `/api/v1/files/${hash}`, { as: "admin-1" });
    assert.deepEqual(
      [read.status, read.headers["content-disposition"]],
      [200, `attachment; filename="${hash}"`],
    );
    assert.equal((await world.ask("GET", `/api/v1/files/${hash}`, { as: "broker-1" })).status, 404);
    assert.equal((await world.ask("GET", `/api/v1/files/${"1".repeat(64)}`, { as: "admin-1" })).status, 404);
    assert.equal((await put("broker-1", Buffer.alloc(11_000_000))).status, 413);
    assert.equal((await put("keeper-1", Buffer.alloc(11_000_000))).status, 200);
    assert.equal((await put("nobody-1", Buffer.from("x"))).status, 404);
  });

  it("tells status and authority to those who may", async () => {
    const status = await world.ask("GET", "/api/v1/status", { as: "officer-1" });
    assert.equal(status.json.serving, true);
    assert.equal((await world.ask("GET", "/api/v1/status", { as: "broker-1" })).status, 404);
    const { acts } = (await world.ask("GET", "/api/v1/authority", { as: "nobody-1" })).json as unknown as {
      acts: { name: string }[];
    };
    assert.ok(acts.some(({ name }) => name === "declaration.file"));
  });

  it("tells whoever asks too fast when to come back", async () => {
    let last = await world.ask("GET", "/api/v1/tariff/editions");
    for (let turn = 0; turn < 60 && last.status === 200; turn++)
      last = await world.ask("GET", "/api/v1/tariff/editions");
    assert.equal(last.status, 429);
    assert.equal(last.headers["retry-after"], "1");
    assert.equal(
      (await world.ask("GET", "/api/v1/declaration/list", { as: "broker-1" })).status,
      200,
      "others are not slowed",
    );
    world.clock.ms += 1_000;
    assert.equal((await world.ask("GET", "/api/v1/tariff/editions")).status, 200);
  });
});
