/** What the tests of the crash trials share. */
import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { findBinaries } from "@openftz/server/adapters/postgres/temporary-cluster.ts";
import type { StoreName } from "./ground.ts";
import { type Report, table } from "./report.ts";
import { smallDisk } from "./small-disk.ts";
import type { Asked } from "./trials.ts";

const binaries = await findBinaries();
const probe = await smallDisk(1);
if ("folder" in probe) await probe.remove();

/** Why there can be no test on this store here; false when there can. */
export const lacks = (store: StoreName): string | false =>
  store === "postgresql" && "missing" in binaries && binaries.missing;

/** Why no disk can be filled here; false when one can. */
export const lacksDisk = "missing" in probe && probe.missing;

/** A trial that says nothing while it runs; always the same draws. */
export const asked = (store: StoreName, times: number): Asked => ({
  store,
  times,
  seed: "tests",
  say: () => undefined,
});

/** Shows the report and fails with every finding. */
export const holds = (t: TestContext, report: Report): void => {
  t.diagnostic(table(report));
  assert.deepEqual(report.findings, []);
};
