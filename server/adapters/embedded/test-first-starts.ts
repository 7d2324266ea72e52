/** First starts that are killed while they make the database; a short and a long test run them. */
import assert from "node:assert/strict";
import { readdir, rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { batch, entry } from "../../store-contract/ground.ts";
import { embeddedStore } from "../embedded-store.ts";
import { startAppender, temporaryFolder } from "./test-ground.ts";

const EARLIEST_MS = 150;
const SPREAD_MS = 700;
const INITDB_ENDS_WITHIN_MS = 2_000;

/** Kills so many first starts at drawn moments; then one must succeed, and the next leaves nothing of the killed ones. */
export async function startsAfterKilledFirstStarts(rounds: number): Promise<void> {
  const dataDir = await temporaryFolder();
  for (let round = 0; round < rounds; round++) {
    const starting = startAppender(dataDir, "hold");
    await pause(EARLIEST_MS + Math.random() * SPREAD_MS);
    starting.child.kill("SIGKILL");
    await starting.ended;
  }
  const store = await embeddedStore({ dataDir });
  await store.journal.append(batch([entry(1)]));
  await store.close();
  // An initdb of a killed start may have been at work still; when it is over, the next start tidies up after it.
  await pause(INITDB_ENDS_WITHIN_MS);
  await (await embeddedStore({ dataDir })).close();
  assert.deepEqual((await readdir(dataDir)).toSorted(), ["openftz.lock", "postgres", "postgres.log"]);
  await rm(dataDir, { recursive: true, force: true });
}
