import assert from "node:assert/strict";
import net from "node:net";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type SlowServer, startSlowServer } from "./test-slow-client.ts";
import { declaration } from "./test-world.ts";

const FILE = "/api/v1/declaration/file";
const LIMITS = { headMs: 500, requestMs: 1_200, quietMs: 2_500, connections: 250 };
/** Far more than any limit here: whoever is still connected then would be for ever. */
const FOR_EVER_MS = 20_000;
const HEAP_MB = 160;

/** What a sender does on an open connection. */
type Act = (socket: net.Socket) => Promise<unknown> | unknown;

/** Acts on a connection and hears what comes until the server ends it, or answers one problem or object. */
const converse = (url: string, act: Act): Promise<string> =>
  new Promise((resolve) => {
    const socket = net.connect({ port: Number(new URL(url).port), host: "127.0.0.1", allowHalfOpen: true });
    let heard = "";
    const end = (last = ""): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(heard + last);
    };
    const timer = setTimeout(() => end("HUNG"), FOR_EVER_MS);
    socket.on("connect", () => void act(socket));
    socket.on("data", (chunk: Buffer) => {
      heard += chunk.toString("latin1");
      if (/\r\n\r\n\{[\s\S]*\}$/.test(heard)) end();
    });
    socket.on("end", () => end());
    socket.on("close", () => end());
    socket.on("error", () => end());
  });

/** Sends a text byte for byte, with pauses, as long as it is let. */
const drip = async (socket: net.Socket, text: string): Promise<void> => {
  for (const byte of text) {
    if (socket.destroyed || !socket.writable) return;
    socket.write(byte);
    await sleep(50);
  }
};

const BODY = JSON.stringify(declaration("S1"));

describe("clients who are slow, silent or gone", () => {
  let server: SlowServer;
  before(async () => {
    server = await startSlowServer(LIMITS, HEAP_MB);
  });
  after(() => server.stop());

  const head = (length: number | string, at = FILE): string =>
    `POST ${at} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${server.flooder}\r\nContent-Length: ${length}\r\n\r\n`;
  const chunked = (body: string | Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(head("1").replace("Content-Length: 1", "Transfer-Encoding: chunked")),
      Buffer.from(body),
    ]);
  const whole = (body: string | Buffer): Buffer =>
    Buffer.concat([Buffer.from(head(Buffer.byteLength(body))), Buffer.from(body)]);

  /** Waits for the place of a request that was given up to be free; the server may hear of it a little later. */
  const untilNothingIsInside = async (): Promise<void> => {
    for (let turn = 0; turn < 100 && (await server.figure("openftz_requests_inside")) > 0; turn++)
      await sleep(50);
    assert.equal(await server.figure("openftz_requests_inside"), 0, "its place is free again");
    assert.equal(await server.figure("openftz_requests_inside_bytes"), 0);
  };

  const TOO_SLOW = /^HTTP\/1\.1 408 [\s\S]*problems\/too-slow[\s\S]*"next":"Send it again/;
  const SLOW: readonly (readonly [what: string, act: Act, heard: RegExp])[] = [
    ["connects and says nothing", () => {}, TOO_SLOW],
    ["sends a head drop by drop", (socket) => drip(socket, head(10).repeat(20)), TOO_SLOW],
    [
      "sends a head without an end",
      (socket) => socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n"),
      TOO_SLOW,
    ],
    [
      "sends a body drop by drop",
      async (socket) => {
        socket.write(head(BODY.length));
        await drip(socket, BODY);
      },
      TOO_SLOW,
    ],
    ["announces a megabyte and sends a byte", (socket) => socket.write(`${head(1_000_000)}{`), TOO_SLOW],
    ["never ends its chunks", (socket) => socket.write(chunked("1\r\n{\r\n")), TOO_SLOW],
    [
      "signs in drop by drop",
      (socket) => socket.write(`${head(100, "/api/v1/session").replace(/Authorization.*\r\n/, "")}{`),
      TOO_SLOW,
    ],
    [
      "ends in the middle of a body",
      (socket) => socket.end(`${head(100)}{`),
      /^(HTTP\/1\.1 400 [\s\S]*malformed-request[\s\S]*)?$/,
    ],
    [
      "is gone in the middle of a body",
      async (socket) => {
        socket.write(`${head(100)}{`);
        await sleep(50);
        socket.resetAndDestroy();
      },
      /^$/,
    ],
    ["asks and hangs up", (socket) => socket.end(whole(BODY)), /^($|HTTP\/1\.1 200 )/],
    ["announces a chunk of 8 EB", (socket) => socket.write(chunked("7fffffffffffffff\r\n{")), TOO_SLOW],
  ];
  for (const [what, act, heard] of SLOW)
    it(`one who ${what} is told, or was heard, and holds nothing`, async () => {
      assert.match(await converse(server.url, act), heard);
      await untilNothingIsInside();
    });

  const deep = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  const BAD: readonly (readonly [what: string, bytes: () => string | Buffer, status: number])[] = [
    ["a body of 1 MB and a byte", () => whole(Buffer.alloc((1 << 20) + 1, " ")), 413],
    ["a body of 2 MB in chunks", () => chunked(`200000\r\n${" ".repeat(0x20_0000)}\r\n0\r\n\r\n`), 413],
    ["a body that would be of 8 EB", () => head("9223372036854775807"), 413],
    ["a length that is no number of this world", () => head("9".repeat(40)), 400],
    ["a chunk whose size is no number", () => chunked("zz\r\n{}\r\n0\r\n\r\n"), 400],
    ["lists 100,000 deep", () => whole(deep(100_000)), 400],
    ["lists 500,000 deep", () => whole(deep(500_000)), 400],
    ["objects 100,000 deep", () => whole(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`), 400],
    ["bytes that are no UTF-8", () => whole(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])), 400],
    ["UTF-16", () => whole(Buffer.from(BODY, "utf16le")), 400],
    ["half of a surrogate pair", () => whole(BODY.replace("S1", "\\ud800")), 422],
    ["U+0000", () => whole(BODY.replace("S1", "\\u0000")), 422],
    ["a compressed body", () => whole(Buffer.from("H4sIAAAAAAAAA6tWAgBDv6ajAwAAAA==", "base64")), 400],
    ["a number of 100,000 digits", () => whole(`{"a":${"9".repeat(100_000)}}`), 422],
    [
      "100,000 fields",
      () => whole(`{${Array.from({ length: 100_000 }, (_, at) => `"${at}":1`).join()}}`),
      422,
    ],
    ["a megabyte of one text", () => whole(`{"reference":"${"x".repeat(1_000_000)}"}`), 422],
    ["a header of bytes", () => "GET / HTTP/1.1\r\nHost: localhost\r\nX: \x00\x01\r\n\r\n", 400],
    ["no Host", () => "GET /api/v1/start HTTP/1.1\r\n\r\n", 400],
    [
      "an expectation that nobody meets",
      () => "GET / HTTP/1.1\r\nHost: localhost\r\nExpect: cake\r\n\r\n",
      400,
    ],
    ["TLS", () => Buffer.from("1603010200010001fc0303", "hex"), 400],
    ["HTTP/2", () => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
  ];
  for (const [what, bytes, status] of BAD)
    it(`${what}: ${status}, with a reason and a next step`, async () => {
      const heard = await converse(server.url, (socket) => socket.write(bytes()));
      assert.match(heard, new RegExp(`^HTTP/1\\.1 ${status} `), heard.slice(0, 300));
      assert.match(heard, /"detail":"[^"]{5,}[\s\S]*"next":"[^"]{5,}/);
      await untilNothingIsInside();
    });

  it("one who sends thousands of requests at once on a connection is cut off", async () => {
    const ask = "GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    const heap = await server.figure('openftz_memory_bytes{kind="heap"}');
    const greedy = Array.from({ length: 40 }, () =>
      converse(server.url, (socket) => {
        socket.pause();
        socket.write(ask.repeat(2_000), () => setTimeout(() => socket.resume(), 300));
      }),
    );
    for (const heard of await Promise.all(greedy)) assert.ok(!heard.endsWith("HUNG"));
    assert.equal(await server.figure('openftz_refused_early_total{why="pipeline"}'), greedy.length);
    assert.ok((await server.figure('openftz_memory_bytes{kind="heap"}')) < heap + (60 << 20));
  });

  it("a program that files three hundred on one connection without waiting gets all its answers", async () => {
    assert.equal((await server.ask("GET", "/api/v1/session", server.flooder)).status, 200);
    const filings = Array.from({ length: 300 }, (_, at) => whole(JSON.stringify(declaration(`pipe-${at}`))));
    const answered = await new Promise<number>((resolve) => {
      let heard = "";
      const socket = net.connect(Number(new URL(server.url).port), "127.0.0.1", () => {
        socket.write(Buffer.concat(filings));
      });
      const count = () => heard.match(/HTTP\/1\.1 200 /g)?.length ?? 0;
      socket.on("data", (chunk: Buffer) => {
        heard += chunk.toString("latin1");
        if (count() === filings.length) socket.destroy();
      });
      socket.on("error", () => {});
      socket.on("close", () => resolve(count()));
    });
    assert.equal(answered, filings.length);
  });

  it("one who asks and never reads is given up", async () => {
    const ask = "GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    const greedy = Array.from({ length: 40 }, () => {
      const socket = net.connect({ port: Number(new URL(server.url).port), host: "127.0.0.1" });
      socket.pause();
      socket.on("error", () => {});
      socket.write(ask.repeat(30));
      return socket;
    });
    let left = 0;
    const seen: number[] = [];
    for (let turn = 0; turn < 100 && (turn < 5 || left > 2); turn++) {
      await sleep(100);
      left = await server.figure("openftz_connections");
      seen.push(left);
    }
    for (const socket of greedy) socket.destroy();
    assert.ok(Math.max(...seen) > greedy.length, `${seen}: they were connected`);
    assert.ok(left <= 2, `${left} connections are left`);
  });

  it("a crowd of them keeps nobody else from being served, and leaves memory as it was", async () => {
    const heap = await server.figure('openftz_memory_bytes{kind="heap"}');
    const crowd = Array.from({ length: 180 }, (_, at) =>
      converse(server.url, async (socket) => {
        if (at % 3 === 0) return drip(socket, head(100));
        socket.write(at % 3 === 1 ? `${head(100_000)}${" ".repeat(60_000)}` : chunked("1\r\n{\r\n"));
      }),
    );
    for (let turn = 0; turn < 20; turn++) {
      const { status } = await server.ask(
        "POST",
        FILE,
        server.other,
        JSON.stringify(declaration(`crowd-${turn}`)),
      );
      assert.equal(status, 200);
    }
    const heard = await Promise.all(crowd);
    const told = heard.filter((each) => TOO_SLOW.test(each) || /^HTTP\/1\.1 429 /.test(each));
    assert.equal(
      told.length,
      crowd.length,
      heard.find((each) => !told.includes(each)),
    );
    await untilNothingIsInside();
    const more = (await server.figure('openftz_memory_bytes{kind="heap"}')) - heap;
    assert.ok(more < 60 << 20, `${more} bytes more`);
  });

  it("more connections than may be open are dropped, and room is made for whoever asks", async () => {
    const silent = Array.from({ length: LIMITS.connections + 60 }, () => converse(server.url, () => {}));
    const heard = await Promise.all(silent);
    assert.ok(heard.filter((each) => TOO_SLOW.test(each)).length >= LIMITS.connections / 2);
    assert.ok(
      heard.every((each) => each === "" || TOO_SLOW.test(each)),
      "nobody is left hanging",
    );
    assert.ok((await server.figure('openftz_refused_early_total{why="connections"}')) > 0);
    const { status } = await server.ask("POST", FILE, server.other, JSON.stringify(declaration("after")));
    assert.equal(status, 200);
  });

  it("none of it was a fault of the server", async () => {
    const { text } = await server.ask("GET", "/metrics");
    assert.doesNotMatch(text, /openftz_http_answers_total\{status="5/);
    assert.equal(server.child.exitCode, null);
  });
});
