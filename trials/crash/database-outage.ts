/** PostgreSQL dies under load: all its processes are killed at once, and after a while it is started again. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../random.ts";
import { type Ground, killDatabase } from "./ground.ts";
import type { Outage } from "./outage-trial.ts";

const LONGEST_AWAY_MS = 1_500;

/** The embedded one is brought back by the server as soon as it is needed, so it is never away for long. */
export const databaseOutage = (ground: Ground, times: number, random: Random): Outage => ({
  times,
  disturb: async () => {
    await killDatabase(ground);
    if (ground.store === "postgresql") await sleep(random.below(LONGEST_AWAY_MS));
    await ground.bringBack();
    return undefined;
  },
});
