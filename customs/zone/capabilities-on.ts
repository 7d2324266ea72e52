/** What a zone may do on a day, and why: by its type, or because it is set so for this zone. */
import { addDays, type PlainDate } from "@openftz/kernel/plain-date.ts";
import { factOn } from "../define/dated.ts";
import { AS_TYPE, CAPABILITY_NAMES, type CapabilityName } from "./capability.ts";
import { type MatrixRow, rowOn } from "./capability-matrix.ts";
import { typeOn, type Zone, type ZoneNames } from "./zone.ts";

/** One answer with its reason. */
export type Capability = {
  readonly value: string;
  /** How it is limited. */
  readonly note: ZoneNames | null;
  /** "type": the matrix says so of the zone's type; "zone": it is set so for this zone. */
  readonly by: "type" | "zone";
  readonly from: PlainDate;
  readonly source: string;
  readonly confirmed: boolean;
};

/** Everything that is known; a capability that neither the matrix nor the zone speaks of is not there. */
export type Capabilities = { readonly [Name in CapabilityName]?: Capability };

/**
 * What a zone may do on a day: that of its type, with what is set for the zone itself in its place. Before the zone's
 * first day there is nothing.
 */
export const capabilitiesOn = (zone: Zone, matrix: readonly MatrixRow[], day: PlainDate): Capabilities =>
  Object.fromEntries(
    CAPABILITY_NAMES.flatMap((name) => {
      const found = capabilityOn(zone, matrix, name, day);
      return found ? [[name, found]] : [];
    }),
  );

/** One capability of a zone on a day; undefined: nothing is known of it. */
export const capabilityOn = (
  zone: Zone,
  matrix: readonly MatrixRow[],
  name: CapabilityName,
  day: PlainDate,
): Capability | undefined => {
  const type = typeOn(zone, day);
  if (type === undefined || type === "none") return undefined;
  const own = factOn(
    zone.settings.filter(({ capability }) => capability === name),
    day,
  );
  if (own && own.value !== AS_TYPE) {
    const { value, from, source, confirmed } = own;
    return { value, note: null, by: "zone", from, source, confirmed };
  }
  const row = rowOn(matrix, type, name, day);
  if (!row) return undefined;
  const { value, note, from, source, confirmed } = row;
  return { value, note, by: "type", from, source, confirmed };
};

/** A day on which something changes, with what was before and after; null: nothing was known. */
export type CapabilityChange = {
  readonly on: PlainDate;
  readonly capability: CapabilityName;
  readonly before: Capability | null;
  readonly after: Capability | null;
};

/** Days on which a zone's capabilities may change: its types, its settings, and the rows about its types. */
const daysOfChange = (zone: Zone, matrix: readonly MatrixRow[]): readonly PlainDate[] => {
  const types = new Set<string>(zone.types.map(({ type }) => type));
  const rows = matrix.filter(({ type }) => types.has(type));
  return [
    ...new Set([
      ...zone.types.map(({ from }) => from),
      ...zone.settings.map(({ from }) => from),
      ...rows.flatMap(({ from, until }) => (until === null ? [from] : [from, addDays(until, 1)])),
    ]),
  ].toSorted((a, b) => (a < b ? -1 : 1));
};

/** Every change of a zone's capabilities after its first day, in the order of the days. */
export const capabilityChanges = (zone: Zone, matrix: readonly MatrixRow[]): readonly CapabilityChange[] => {
  const first = zone.types[0]!.from;
  return daysOfChange(zone, matrix)
    .filter((on) => on > first)
    .flatMap((on) =>
      CAPABILITY_NAMES.flatMap((capability) => {
        const before = capabilityOn(zone, matrix, capability, addDays(on, -1)) ?? null;
        const after = capabilityOn(zone, matrix, capability, on) ?? null;
        return before?.value === after?.value ? [] : [{ on, capability, before, after }];
      }),
    );
};
