/** The crash trials by their names, each on a ground of its own that is removed afterwards. */
import { Random } from "../random.ts";
import { cutOutage, throughProxy } from "./cut-outage.ts";
import { databaseOutage } from "./database-outage.ts";
import { DISK_MEGABYTES, diskOutage } from "./disk-outage.ts";
import { type Ground, makeGround, type StoreName } from "./ground.ts";
import { planKills, type Round } from "./kill-plan.ts";
import { killTrial } from "./kill-trial.ts";
import { outageTrial } from "./outage-trial.ts";
import type { Report } from "./report.ts";
import { smallDisk } from "./small-disk.ts";

/** What a trial is asked for. */
export type Asked = {
  readonly store: StoreName;
  /** How often: kills, deaths of the database, full disks, cuts. */
  readonly times: number;
  readonly seed: string;
  readonly say: (line: string) => void;
};

type Found = Pick<Report, "measured" | "findings">;

const on = async (ground: Ground, work: (ground: Ground) => Promise<Found>): Promise<Found> => {
  try {
    return await work(ground);
  } finally {
    await ground.remove();
  }
};

const reported = async (trial: string, asked: Asked, work: (random: Random) => Promise<Found>) => {
  const at = new Date().toISOString();
  const found = await work(new Random(asked.seed));
  return { trial, store: asked.store, seed: asked.seed, at, ...found } satisfies Report;
};

/** The server is killed so many times; see `kill-trial.ts`. `rounds`: a plan instead of a drawn one. */
export const crash = (asked: Asked, rounds?: readonly Round[]): Promise<Report> =>
  reported("crash", asked, async (random) =>
    on(await makeGround(asked.store), (ground) =>
      killTrial(ground, rounds ?? planKills(asked.times, random), random, asked.say),
    ),
  );

/** The database is killed under a living server; see `database-outage.ts`. */
export const database = (asked: Asked): Promise<Report> =>
  reported("database", asked, async (random) =>
    on(await makeGround(asked.store), (ground) =>
      outageTrial(ground, databaseOutage(ground, asked.times, random), random, asked.say),
    ),
  );

/** The connection to the database is cut; see `cut-outage.ts`. Only a PostgreSQL of one's own can be cut off. */
export const cut = (asked: Asked, silences = 0): Promise<Report> =>
  reported("cut", asked, async (random) => {
    const { ground, proxy } = await throughProxy(await makeGround("postgresql"));
    return on(ground, () =>
      outageTrial(ground, cutOutage(proxy, { times: asked.times, silences }, random), random, asked.say),
    );
  });

/** The disk under the database is full; see `disk-outage.ts`. @throws Error where no disk can be mounted */
export const diskFull = (asked: Asked): Promise<Report> =>
  reported("disk-full", asked, async (random) => {
    const disk = await smallDisk(DISK_MEGABYTES);
    if ("missing" in disk) throw new Error(disk.missing);
    try {
      return await on(await makeGround(asked.store, disk.folder), (ground) =>
        outageTrial(ground, diskOutage(ground, disk, asked.times), random, asked.say),
      );
    } finally {
      await disk.remove();
    }
  });
