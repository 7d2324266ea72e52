import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Heard, type SlowServer, startSlowServer } from "./test-slow-client.ts";
import { declaration } from "./test-world.ts";

const FILE = "/api/v1/declaration/file";
const PLACES = 200;
const HEAP_MB = 160;
const A_SECOND = 1_500;
const SECONDS = 4;
const TICK_MS = 20;

/** Quickly decided and large: white space is part of what is kept. Thousands of them at once would not fit into the heap. */
const large = (reference: string): string =>
  JSON.stringify(declaration(reference)).replace("{", `{${" ".repeat(12_000)}`);

type Filed = { readonly reference: string; readonly heard: Heard };

describe("more comes than can be made durable", () => {
  let server: SlowServer;
  before(async () => {
    server = await startSlowServer({ inside: { requests: PLACES, bytes: 16 << 20 } }, HEAP_MB);
  });
  after(() => server.stop());

  const file = async (reference: string, token: string): Promise<Filed> => ({
    reference,
    heard: await server.ask("POST", FILE, token, large(reference)),
  });

  /** Files at a fixed pace for a while, whatever becomes of it. */
  const flood = async (name: string, token: string, aSecond: number): Promise<readonly Filed[]> => {
    const asked: Promise<Filed>[] = [];
    const start = performance.now();
    while (performance.now() - start < SECONDS * 1_000) {
      const due = ((performance.now() - start) * aSecond) / 1_000;
      while (asked.length < due) asked.push(file(`${name}-${asked.length}`, token));
      await sleep(TICK_MS);
    }
    return Promise.all(asked);
  };

  it("is refused early, what was taken is answered and kept, others get theirs, and then all is as before", async () => {
    assert.equal((await file("before", server.other)).heard.status, 200);
    const entriesBefore = await server.figure("openftz_journal_entries");
    server.makeAppendsTake(500);

    const most = { requests: 0, heap: 0 };
    let watching = true;
    const watch = (async () => {
      while (watching) {
        most.requests = Math.max(most.requests, await server.figure("openftz_requests_inside"));
        most.heap = Math.max(most.heap, await server.figure('openftz_memory_bytes{kind="heap"}'));
        await sleep(100);
      }
    })();
    const [flooded, others] = await Promise.all([
      flood("flood", server.flooder, A_SECOND),
      flood("other", server.other, 20),
    ]);
    watching = false;
    await watch;

    const accepted = flooded.filter(({ heard }) => heard.status === 200);
    const refused = flooded.filter(({ heard }) => heard.status === 429);
    assert.equal(accepted.length + refused.length, flooded.length, "nothing else is answered");
    assert.ok(refused.length > 1_000, `${refused.length} of ${flooded.length} were refused`);
    assert.ok(accepted.length > PLACES / 2, `${accepted.length} were taken`);
    for (const { heard } of refused) {
      assert.match(String(heard.retryAfter), /^([1-9]|[1-5][0-9]|60)$/);
      assert.match(heard.text, /too-many-requests.*"next":"Send the same request again/);
    }
    assert.ok(most.requests <= PLACES * 0.75, `${most.requests} had a place; half is for one who floods`);
    assert.ok(most.heap < HEAP_MB << 20, `${most.heap} bytes of heap`);
    assert.deepEqual(
      others.filter(({ heard }) => heard.status !== 200).map(({ heard }) => heard.text),
      [],
      "one who asks little is served all the while",
    );

    server.makeAppendsTake(0);
    assert.equal((await file("after", server.other)).heard.status, 200);
    const again: Filed[] = [];
    for (const { reference } of accepted) again.push(await file(reference, server.flooder));
    const numberIn = ({ heard }: Filed): string =>
      (JSON.parse(heard.text) as { declaration: string }).declaration;
    assert.deepEqual(again.map(numberIn), accepted.map(numberIn), "what was acknowledged is there");
    assert.equal(new Set(accepted.map(numberIn)).size, accepted.length);
    const acknowledged = accepted.length + others.length + 1;
    assert.equal(
      await server.figure("openftz_journal_entries"),
      entriesBefore + acknowledged,
      "nothing of what was refused was carried out",
    );
    assert.equal(
      (await file(refused[0]!.reference, server.flooder)).heard.status,
      200,
      "it can be sent again",
    );
    assert.deepEqual(
      [await server.figure("openftz_requests_inside"), await server.figure("openftz_requests_inside_bytes")],
      [0, 0],
      "no place is lost",
    );
  });
});
