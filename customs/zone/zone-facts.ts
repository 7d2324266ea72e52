/** What every command about a zone shares: what it reads, which records its entry belongs to, how it refuses. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type Outcome, refuse, type Written } from "../define/command.ts";
import { Confirmed, Source } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may, must, type Need } from "../define/record.ts";
import { ALL_ZONES, type Zone, ZoneRecord, ZoneRegisterRecord } from "./zone.ts";

/** The fields of a fact from elsewhere. */
export const factFields = { source: Source, confirmed: Confirmed };

/** The zone, which must be there, and the registry. */
export const zoneNeeds = (zone: string): readonly Need[] => [
  must(ZoneRecord, zone, "/zone"),
  may(ZoneRegisterRecord, ALL_ZONES),
];

/** The records to which an entry about a zone belongs. */
export const zoneKeys = (zone: string): readonly string[] => [
  keyOf(ZoneRecord, zone),
  keyOf(ZoneRegisterRecord, ALL_ZONES),
];

/** A fault when a fact is older than the zone itself. */
export const beforeZone = (zone: Zone, from: string): readonly Fault[] => {
  const first: PlainDate = zone.types[0]!.from;
  return from < first
    ? [{ pointer: "/from", detail: `${zone.id} is a zone from ${first} on.`, try: [first] }]
    : [];
};

/** Refuses with everything that is wrong. */
export const mistakes = (faults: readonly Fault[]): Outcome =>
  refuse("invalid-request", "The fact has mistakes.", "Correct them and send it again.", faults);

/** Refuses what the registry says already. */
export const saidAlready = (): Outcome =>
  refuse("not-now", "The registry says this already.", "Nothing is left to do.");

/** True when one of the facts has all these fields. */
export const isSaid = (facts: readonly object[], fields: object): boolean =>
  facts.some((fact) =>
    Object.entries(fields).every(
      ([field, value]) =>
        JSON.stringify((fact as Readonly<Record<string, unknown>>)[field]) === JSON.stringify(value),
    ),
  );

/** The answer of a command that only writes. */
export const written = ([entry]: readonly Written[]) => ({ position: entry!.position });
