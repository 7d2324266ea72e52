/** The disk under the database is full to its last byte while a client files, and later has room again. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Filer } from "./filer.ts";
import { type Ground, killDatabase } from "./ground.ts";
import type { Outage } from "./outage-trial.ts";
import type { SmallDisk } from "./small-disk.ts";

/** Room for a new database and some thousands of declarations. */
export const DISK_MEGABYTES = 256;

const REFUSALS_WHILE_FULL = 20;
const FULL_WITHIN_MS = 120_000;
const SILENT_MS = 5_000;
const LOOK_EVERY_MS = 20;
const DEAD_MS = 1_500;
const NO_SPACE = /No space left on device/;

/** Every second time the database dies as well while the disk is full, and cannot start until there is room. */
export const diskOutage = (ground: Ground, disk: SmallDisk, times: number): Outage => ({
  times,
  disturb: async (filer, index) => {
    await disk.fill();
    const felt = await feelsIt(filer);
    if (index % 2 === 1) {
      await killDatabase(ground);
      await sleep(DEAD_MS);
    }
    await disk.empty();
    if ((await ground.databaseProcesses()).length === 0) await ground.bringBack();
    return felt ? undefined : "everybody was acknowledged while the disk was full";
  },
  count: (log) => ({
    "appends for which PostgreSQL reported no space": log
      .split("\n")
      .filter((line) => line.includes('"append-failed"') && NO_SPACE.test(line)).length,
  }),
});

/**
 * A file that has room of its own takes some more entries before the database notices; then it refuses. Or it dies of it, and
 * whoever was waiting for an outcome is answered when it is known: true as well when nobody is answered for a while.
 */
const feelsIt = async (filer: Filer): Promise<boolean> => {
  const enough = filer.refusals() + REFUSALS_WHILE_FULL;
  let [answers, heardAt] = [filer.answers(), Date.now()];
  for (const until = Date.now() + FULL_WITHIN_MS; Date.now() < until; await sleep(LOOK_EVERY_MS)) {
    if (filer.refusals() >= enough || Date.now() - heardAt > SILENT_MS) return true;
    if (filer.answers() > answers) [answers, heardAt] = [filer.answers(), Date.now()];
  }
  return false;
};
