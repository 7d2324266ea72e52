import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import net from "node:net";
import { after, before, describe, it } from "node:test";
import { createAccount } from "../../accounts/accounts.ts";
import { memoryStore } from "../../accounts/test-store.ts";
import type { Log } from "../../desk/ports.ts";
import { type HttpServer, startHttp } from "./http-server.ts";
import { declaration, openWorld, PASSWORD, type World } from "./test-world.ts";

const keepLog = () => {
  const lines: string[] = [];
  const say = (event: string, facts?: object) => void lines.push(JSON.stringify({ event, ...facts }));
  const log: Log = { info: say, warn: say, error: say };
  return { log, lines };
};

/** Writes bytes to the server and reads until it closes, or for a while. */
const raw = (url: string, text: string, waitMs = 2_000): Promise<string> =>
  new Promise((resolve) => {
    const { port } = new URL(url);
    const socket = net.connect(Number(port), "127.0.0.1", () => socket.write(text));
    let heard = "";
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(heard);
    };
    const timer = setTimeout(end, waitMs);
    socket.on("data", (chunk) => {
      heard += chunk.toString("latin1");
      if (/\r\n\r\n[\s\S]*\}$/.test(heard)) end();
    });
    socket.on("error", end);
    socket.on("close", end);
  });

describe("the server on a real port", () => {
  const { log, lines } = keepLog();
  let world: World;
  let http: HttpServer;
  before(async () => {
    world = await openWorld(memoryStore(), { log });
    http = await startHttp({
      installation: world.installation,
      host: "127.0.0.1",
      port: 0,
      behindProxy: false,
      log,
    });
  });
  after(async () => {
    await http.close();
    await world.close();
  });

  const get = (path: string): Promise<string> =>
    raw(http.url, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  const bodyIn = (answer: string): string => answer.slice(answer.indexOf("\r\n\r\n") + 4);

  it("answers tricks of the path with the same nothing, or with the start page", async () => {
    const nothing = bodyIn(await get("/api/v1/nothing"));
    for (const path of [
      "/api/v1/%2e%2e/%2e%2e/etc/passwd",
      "/api/v1/../../etc/passwd",
      "/x/../api/v1/declaration/list",
      "/x/%2e%2e/api/v1/declaration/list",
      "/%2fapi/v1/declaration/list",
      "//api/v1/declaration/list",
      "/api/v1/declaration/list%",
      "/api\\v1/declaration",
      "/api%2fv1/start",
    ]) {
      const answer = await get(path);
      const page = answer.startsWith("HTTP/1.1 200") && answer.includes("text/html");
      assert.ok(bodyIn(answer) === nothing || page, `${path}: ${answer}`);
      assert.ok(!answer.includes("root:"));
    }
  });

  const BROKEN: readonly (readonly [string, string, RegExp])[] = [
    ["no HTTP at all", "hello\r\n\r\n", /^HTTP\/1\.1 400/],
    [
      "an address of 100 KB",
      `GET /${"a".repeat(100_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      /^HTTP\/1\.1 413/,
    ],
    [
      "headers of 100 KB",
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"a".repeat(100_000)}\r\n\r\n`,
      /^HTTP\/1\.1 413/,
    ],
    ["no Host", "GET /api/v1/start HTTP/1.1\r\n\r\n", /^HTTP\/1\.1 400/],
    [
      "two lengths",
      "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
      /^HTTP\/1\.1 400/,
    ],
    [
      "a length and chunks",
      "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      /^HTTP\/1\.1 400/,
    ],
    [
      "a negative length",
      "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
      /^HTTP\/1\.1 400/,
    ],
  ];
  for (const [what, text, status] of BROKEN)
    it(`${what} is refused`, async () => assert.match(await raw(http.url, text), status));

  it("a body of 100 MB is refused before it is read, from anybody", async () => {
    const send = (headers: Record<string, string>): Promise<number> =>
      new Promise((resolve, reject) => {
        const { port } = new URL(http.url);
        const sending = httpRequest(
          {
            port,
            host: "127.0.0.1",
            method: "POST",
            path: "/api/v1/declaration/file",
            headers: { ...headers, host: "localhost", "content-length": "104857600" },
          },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode ?? 0);
            sending.destroy();
          },
        );
        sending.on("error", (error) => (sending.destroyed ? undefined : reject(error)));
        sending.write(Buffer.alloc(65_536));
      });
    assert.equal(await send({ authorization: `Bearer ${world.tokens["broker-1"]}` }), 413);
    assert.equal(await send({}), 404);
  });

  it("a body in chunks beyond the limit is refused too", async () => {
    const answer = await fetch(`${http.url}/api/v1/declaration/file`, {
      method: "POST",
      headers: { authorization: `Bearer ${world.tokens["broker-1"]}` },
      body: new ReadableStream({
        start(controller) {
          for (let part = 0; part < 20; part++) controller.enqueue(new Uint8Array(100_000));
          controller.close();
        },
      }),
      duplex: "half",
    } as RequestInit);
    assert.equal(answer.status, 413);
    assert.match(String(answer.headers.get("content-type")), /problem\+json/);
    await answer.arrayBuffer();
  });

  it("nothing personal and no secret is in the log, whatever was sent", async () => {
    const token = world.tokens["broker-1"];
    const authorization = { authorization: `Bearer ${token}` };
    const post = (path: string, body: string, headers: Record<string, string> = {}) =>
      fetch(http.url + path, { method: "POST", headers, body }).then((answer) => answer.text());
    await post("/api/v1/session", JSON.stringify({ account: "broker-1", password: PASSWORD }));
    await post("/api/v1/session", JSON.stringify({ account: "broker-1", password: "Secret-Wrong" }));
    await post("/api/v1/declaration/file", JSON.stringify(declaration("LOG1")), authorization);
    await post("/api/v1/declaration/file", '{"name":"Zhang Wei', authorization);
    await fetch(`${http.url}/api/v1/party/list?text=Zhang%20Wei`, { headers: authorization });
    await fetch(`${http.url}/api/v1/Zhang-Wei?token=${token}`);
    const text = lines.join("\n");
    assert.ok(lines.length > 0);
    for (const secret of [token, PASSWORD, "Secret-Wrong", "Zhang", "broker-1", "Person", "127.0.0.1:"])
      assert.ok(!text.includes(secret), `${secret} is in ${text}`);
  });
});

describe("where it listens", () => {
  it("not beyond loopback without a proxy", async () => {
    const world = await openWorld(memoryStore());
    for (const host of ["0.0.0.0", "::", "192.0.2.1", "example.org", "127.0.0.1.example.org", ""])
      await assert.rejects(
        startHttp({ installation: world.installation, host, port: 0, behindProxy: false }),
        /--behind-proxy/,
        host,
      );
    await world.close();
  });

  it("behind a proxy the cookie is Secure, the origin is the proxy's, and sample accounts are disabled for good", async () => {
    const world = await openWorld(memoryStore());
    const { cabinet } = world.store;
    const sample = { account: "sample-1", name: "Sample", password: "sample", sample: true };
    assert.equal((await createAccount(cabinet, world.chance, sample)).kind, "done");
    const before = await world.ask("GET", "/api/v1/start");
    assert.ok(before.text.includes('"sample-1"'));
    const http = await startHttp({
      installation: world.installation,
      host: "127.0.0.1",
      port: 0,
      behindProxy: true,
    });
    const signIn = (account: string, password: string) =>
      fetch(`${http.url}/api/v1/session`, {
        method: "POST",
        headers: {
          "x-forwarded-host": "customs.example",
          "x-forwarded-proto": "https",
          "x-forwarded-for": "203.0.113.7",
          origin: "https://customs.example",
        },
        body: JSON.stringify({ account, password }),
      });
    assert.equal((await signIn("sample-1", "sample")).status, 401);
    const answer = await signIn("broker-1", PASSWORD);
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers.get("set-cookie")), /^__Host-openftz=.*; Secure$/);
    assert.equal((await world.ask("GET", "/api/v1/start")).json.sampleAccounts, undefined);
    assert.equal(
      (await createAccount(cabinet, world.chance, { ...sample, account: "sample-2" })).kind,
      "refused",
    );
    const page = await fetch(http.url);
    assert.match(String(page.headers.get("strict-transport-security")), /max-age/);
    await http.close();
    await world.close();
  });
});

describe("a graceful stop", () => {
  it("finishes what runs, takes nothing new, and returns", async () => {
    const world = await openWorld(memoryStore());
    const http = await startHttp({
      installation: world.installation,
      host: "127.0.0.1",
      port: 0,
      behindProxy: false,
    });
    const text = JSON.stringify(declaration("STOP1"));
    const { port } = new URL(http.url);
    const head = `POST /api/v1/declaration/file HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${world.tokens["broker-1"]}\r\nContent-Length: ${text.length}\r\n\r\n`;
    const socket = net.connect(Number(port), "127.0.0.1", () => socket.write(head + text.slice(0, 100)));
    const answer = new Promise<string>((resolve) => {
      socket.on("data", (chunk) => resolve(chunk.toString("latin1")));
      socket.on("close", () => resolve("closed without an answer"));
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closing = http.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.write(text.slice(100));
    assert.match(await answer, /^HTTP\/1\.1 200/);
    const answered = performance.now();
    await closing;
    assert.ok(performance.now() - answered < 2_000, "an idle connection holds nothing up");
    await assert.rejects(fetch(`http://127.0.0.1:${port}/api/v1/health`));
    await world.close();
  });

  it("does not wait for ever for a sender who never finishes", async () => {
    const world = await openWorld(memoryStore());
    const limits = { closeMs: 100 };
    const http = await startHttp({
      installation: world.installation,
      host: "127.0.0.1",
      port: 0,
      behindProxy: false,
      limits,
    });
    const hanging = raw(
      http.url,
      `POST /api/v1/declaration/file HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${world.tokens["broker-1"]}\r\nContent-Length: 100\r\n\r\n{`,
      5_000,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    const start = performance.now();
    await http.close();
    assert.ok(performance.now() - start < 2_000);
    await hanging;
    await world.close();
  });
});
