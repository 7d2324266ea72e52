/** The connection between server and PostgreSQL is cut at every point of an append. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type Cut,
  type CuttingProxy,
  cuttingProxy,
} from "@openftz/server/adapters/postgres/cutting-proxy.ts";
import type { Random } from "../random.ts";
import { databaseUrl, type Ground } from "./ground.ts";
import type { Outage } from "./outage-trial.ts";

/** An append's own words: its first statement, and its COMMIT. */
const POINTS = ["update head", "commit\0"] as const;
const MOMENTS = ["before", "half-way", "after the answer"] as const;

/** Every way to cut, but for silence, which takes the two minutes after which the server gives an append up. */
export const CUTS: readonly Cut[] = POINTS.flatMap((on) => MOMENTS.map((when) => ({ on, when })));
const SILENCE: Cut = { on: "commit\0", when: "silence" };
const LONGER_THAN_SILENCE_MS = 180_000;

/** A ground whose server reaches its database through a proxy that can be cut. */
export const throughProxy = async (
  ground: Ground,
): Promise<{ readonly ground: Ground; readonly proxy: CuttingProxy }> => {
  const folder = await mkdtemp(path.join(tmpdir(), "openftz-cut-"));
  const proxy = await cuttingProxy(folder, await ground.socketFolder());
  const database = new URL(ground.env.OPENFTZ_DATABASE_URL!).pathname.slice(1);
  const remove = async (): Promise<void> => {
    await proxy.close();
    await ground.remove();
    await rm(folder, { recursive: true, force: true });
  };
  const env = { OPENFTZ_DATABASE_URL: databaseUrl(database, folder) };
  return { ground: { ...ground, env, remove }, proxy };
};

/** Cuts in a drawn order until each way has had its turn, then again; with `silences` the last ones are silent. */
export const cutOutage = (
  proxy: CuttingProxy,
  { times, silences }: { readonly times: number; readonly silences: number },
  random: Random,
): Outage => {
  const cuts = Array.from({ length: Math.ceil(times / CUTS.length) }, () => random.shuffled(CUTS)).flat();
  const plan = [...cuts.slice(0, times), ...Array.from({ length: silences }, () => SILENCE)];
  return {
    times: plan.length,
    patienceMs: LONGER_THAN_SILENCE_MS,
    disturb: async (_, index) => {
      await proxy.cut(plan[index]!);
      return undefined;
    },
    count: () =>
      Object.fromEntries(
        [...CUTS, SILENCE].map(({ on, when }) => [
          `cut at "${on.replace("\0", "")}", ${when}`,
          plan.filter((each) => each.on === on && each.when === when).length,
        ]),
      ),
  };
};
