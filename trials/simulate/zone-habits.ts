/** What administrators do to the registry of zones: mostly what fits, now and then what contradicts it. */
import type { Random } from "../random.ts";
import { OFFICES } from "./people.ts";

/** A command of the registry and its request. */
export type ZoneAct = { readonly command: string; readonly request: object };

const ZONES = ["waigaoqiao", "zone-1", "zone-2"];
const CODES = ["31224", "31225", "31226"];
const STEPS = ["approved", "under-construction", "jointly-accepted", "closed-operation"];
const TYPES = ["bonded-zone", "bonded-logistics-park", "comprehensive-bonded-zone"];
const AREAS = ["ftz", "new-area"];
const fact = { source: "simulated", confirmed: false };

const someDay = (random: Random): string => `202${random.below(6)}-0${1 + random.below(9)}-01`;

/** One of them. */
export const zoneAct = (random: Random): ZoneAct => {
  const zone = random.pick(ZONES);
  const from = someDay(random);
  const name = { en: "Z", zh: "区" };
  const kind = random.pick(["district", "district", "office"]);
  const code = kind === "office" ? random.pick(OFFICES) : random.pick(CODES);
  const acts: readonly ZoneAct[] = [
    {
      command: "zone.register",
      request: {
        zone,
        name,
        office: random.pick(OFFICES),
        type: random.pick(TYPES),
        from,
        approval: "simulated",
      },
    },
    { command: "zone.change-type", request: { zone, type: random.pick(TYPES), from, approval: "simulated" } },
    {
      command: "zone.set-code",
      request: {
        zone,
        kind,
        code,
        from,
        ...(random.chance(40) && { until: someDay(random) }),
        ...(random.chance(40) && { replaces: random.pick(CODES) }),
        ...fact,
      },
    },
    { command: "zone.record-acceptance", request: { zone, step: random.pick(STEPS), on: from, ...fact } },
    {
      command: "zone.set-setting",
      request: {
        zone,
        // Where books are kept they go on.
        capability: zone === "waigaoqiao" ? "retail-inside" : "ledger-required",
        value: random.pick(["yes", "no", "as-type"]),
        from,
        ...fact,
      },
    },
    {
      command: "policy-area.register",
      request: { area: random.pick(AREAS), kind: "free-trade-zone", name, from, ...fact },
    },
    {
      command: "policy-area.place-zone",
      request: { area: random.pick(AREAS), zone, extent: "part", from, ...fact },
    },
  ];
  return random.pick(acts);
};
