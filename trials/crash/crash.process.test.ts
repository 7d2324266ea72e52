import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { findBinaries } from "@openftz/server/adapters/postgres/temporary-cluster.ts";
import { CUTS } from "./cut-outage.ts";
import { STORES, type StoreName } from "./ground.ts";
import type { Round } from "./kill-plan.ts";
import { type Report, table } from "./report.ts";
import { smallDisk } from "./small-disk.ts";
import { type Asked, crash, cut, database, diskFull } from "./trials.ts";

const binaries = await findBinaries();
const probe = await smallDisk(1);
if ("folder" in probe) await probe.remove();

const noPostgres = "missing" in binaries && binaries.missing;
const noDisk = "missing" in probe && probe.missing;
const lacks = (store: StoreName): string | false => store === "postgresql" && noPostgres;

const asked = (store: StoreName, times: number): Asked => ({ store, times, seed: "npm test", say: () => {} });

/** Three kills: the process alone, the process with its database, and the process while it is starting. */
const THREE_KILLS: readonly Round[] = [
  { filing: { what: "process", afterMs: 300 } },
  { filing: { what: "process and database", afterMs: 300 }, starting: { what: "process", afterMs: 500 } },
];

const holds = (t: TestContext, report: Report): void => {
  t.diagnostic(table(report));
  assert.deepEqual(report.findings, []);
};

describe("no acknowledged declaration is lost, and none is given twice", { concurrency: false }, () => {
  for (const store of STORES) {
    it(`when the server is killed, on ${store}`, { skip: lacks(store) }, async (t) =>
      holds(t, await crash(asked(store, 3), THREE_KILLS)),
    );

    it(`when its database is killed, on ${store}`, { skip: lacks(store) }, async (t) =>
      holds(t, await database(asked(store, 2))),
    );

    it(`when the disk is full, on ${store}`, { skip: lacks(store) || noDisk }, async (t) =>
      holds(t, await diskFull(asked(store, 2))),
    );
  }

  it("when the connection is cut, at every point of an append", { skip: noPostgres }, async (t) =>
    holds(t, await cut(asked("postgresql", CUTS.length))),
  );
});
