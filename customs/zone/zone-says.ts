import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { may, type Need, type Records } from "../define/record.ts";
import { matrixNeeds, matrixRows } from "./adopt-capabilities.ts";
import { type Capability, capabilityOn } from "./capabilities-on.ts";
import type { CapabilityName } from "./capability.ts";
import { ZoneRecord } from "./zone.ts";

/** The records that tell what a zone may do. */
export const zoneNeeds = (zone: string, records: Records): readonly Need[] => [
  may(ZoneRecord, zone),
  ...matrixNeeds(records),
];

/** What a zone may do on a day; undefined: nothing is known of it, and nothing is forbidden for that. */
export const zoneSays = (
  zone: string,
  name: CapabilityName,
  day: PlainDate,
  records: Records,
): Capability | undefined => {
  const it = records.find(ZoneRecord, zone);
  return it && capabilityOn(it, matrixRows(records), name, day);
};

/** Why something is not done in a zone, where the zone says no; with the day and the source of it. */
export const whyNot = (
  zone: string,
  name: CapabilityName,
  what: string,
  ...[day, records]: readonly [PlainDate, Records]
): string | undefined => {
  const said = zoneSays(zone, name, day, records);
  return said?.value === "no" ? `${zone} ${what} since ${said.from} (${said.source}).` : undefined;
};
