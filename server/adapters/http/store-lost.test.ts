import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { memoryStore } from "../../accounts/test-store.ts";
import type { Store } from "../../store.ts";
import { OutcomeUnknown, StoreUnavailable } from "../../store.ts";
import { type Answer, declaration, kindOf, openWorld, type World } from "./test-world.ts";

/** A store that can be lost and found: every call of every part fails while it is away. */
const losable = () => {
  const inner = memoryStore();
  const state = { away: false, unknown: 0 };
  const guard = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== "function") return method;
        return async (...args: readonly unknown[]): Promise<unknown> => {
          if (state.away) throw new StoreUnavailable("the connection is gone");
          const done: unknown = await (method as (...all: readonly unknown[]) => unknown).apply(target, [
            ...args,
          ]);
          if (name === "append" && state.unknown > 0) {
            state.unknown -= 1;
            throw new OutcomeUnknown("the connection died in the commit");
          }
          return done;
        };
      },
    });
  const store: Store = {
    ...inner,
    journal: guard(inner.journal),
    snapshots: guard(inner.snapshots),
    views: guard(inner.views),
    files: guard(inner.files),
    keys: guard(inner.keys),
    cabinet: guard(inner.cabinet),
    reachable: async () => !state.away,
  };
  return { store, state };
};

const isRetryable = (answer: Answer): void => {
  assert.equal(answer.status, 503, answer.text);
  assert.equal(kindOf(answer), "try-again");
  assert.match(String(answer.headers["retry-after"]), /^[1-9]\d*$/);
};

const file = (world: World, reference: string) =>
  world.ask("POST", "/api/v1/declaration/file", { as: "broker-1", body: declaration(reference) });

const waitUntil = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let turn = 0; turn < 200; turn++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail("it did not come back");
};

describe("a lost store", () => {
  it("refuses as retryable, says so in readiness, and goes on by itself when it is back", async () => {
    const { store, state } = losable();
    const world = await openWorld(store);
    assert.equal((await file(world, "L1")).status, 200);
    state.away = true;
    isRetryable(await file(world, "L2"));
    isRetryable(await world.ask("GET", "/api/v1/ready"));
    isRetryable(await world.ask("GET", "/api/v1/declaration/list", { as: "broker-1" }));
    isRetryable(await world.ask("POST", "/api/v1/session", { body: { account: "broker-1", password: "x" } }));
    isRetryable(await world.ask("GET", "/api/v1/tokens", { as: "broker-1" }));
    isRetryable(await world.ask("PUT", "/api/v1/files", { as: "keeper-1", body: Buffer.from("file") }));
    isRetryable(
      await world.ask("GET", "/api/v1/session", {
        headers: { authorization: `Bearer ${world.tokens["admin-1"]}` },
      }),
    );
    assert.equal((await world.ask("GET", "/api/v1/health")).status, 200);
    const start = await world.ask("GET", "/api/v1/start");
    assert.deepEqual([start.status, start.json.serving], [200, false]);
    state.away = false;
    await waitUntil(async () => (await world.ask("GET", "/api/v1/ready")).status === 200);
    const [first, second] = [await file(world, "L1"), await file(world, "L2")];
    assert.deepEqual(
      [first.status, first.json.repeated, second.status, second.json.repeated],
      [200, true, 200, false],
    );
    await world.close();
  });

  it("whose answer to an append never came is asked what it kept: nobody is told something untrue", async () => {
    const { store, state } = losable();
    const world = await openWorld(store);
    state.unknown = 1;
    const answer = await file(world, "U1");
    assert.deepEqual([answer.status, answer.json.repeated], [200, false]);
    assert.deepEqual((await file(world, "U1")).json.declaration, answer.json.declaration);
    await world.close();
  });
});
