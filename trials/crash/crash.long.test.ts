import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { STORES, type StoreName } from "./ground.ts";
import { type Report, table } from "./report.ts";
import { type Asked, crash, cut, database } from "./trials.ts";

const [KILLS, DEATHS, CUTS] = [20, 10, 36];

const asked = (store: StoreName, times: number): Asked => ({
  store,
  times,
  seed: "npm run test:long",
  say: () => {},
});

const holds = (t: TestContext, report: Report): void => {
  t.diagnostic(table(report));
  assert.deepEqual(report.findings, []);
};

describe("no acknowledged declaration is lost, in many crashes", { concurrency: false }, () => {
  for (const store of STORES) {
    it(`${KILLS} kills of the server, on ${store}`, async (t) => holds(t, await crash(asked(store, KILLS))));
    it(`${DEATHS} deaths of its database, on ${store}`, async (t) =>
      holds(t, await database(asked(store, DEATHS))));
  }

  it(`${CUTS} cuts, and one connection that goes silent`, async (t) =>
    holds(t, await cut(asked("postgresql", CUTS), 1)));
});
