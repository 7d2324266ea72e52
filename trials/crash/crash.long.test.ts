import { describe, it } from "node:test";
import { STORES } from "./ground.ts";
import { asked, holds, lacks, lacksDisk } from "./test-asked.ts";
import { crash, cut, database, diskFull } from "./trials.ts";

const [KILLS, DEATHS, FULL_DISKS, CUTS] = [20, 10, 4, 36];

describe("no acknowledged declaration is lost or given twice, in many crashes", () => {
  for (const store of STORES) {
    const skip = lacks(store);
    it(`${KILLS} kills of the server, on ${store}`, { skip }, async (t) =>
      holds(t, await crash(asked(store, KILLS))),
    );
    it(`${DEATHS} deaths of its database, on ${store}`, { skip }, async (t) =>
      holds(t, await database(asked(store, DEATHS))),
    );
    it(`${FULL_DISKS} full disks, on ${store}`, { skip: skip || lacksDisk }, async (t) =>
      holds(t, await diskFull(asked(store, FULL_DISKS))),
    );
  }

  it(`${CUTS} cuts, and one connection that goes silent`, { skip: lacks("postgresql") }, async (t) =>
    holds(t, await cut(asked("postgresql", CUTS), 1)),
  );
});
