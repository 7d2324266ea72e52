/** A zone as it is on one day: type, name, office, codes, outline, acceptance, class and capabilities. */
import { type PlainDate, yearOf } from "@openftz/kernel/plain-date.ts";
import { factOn, holdsOn } from "../define/dated.ts";
import { areaNameOn, type PolicyArea, zonesIn } from "../policy-area/policy-area.ts";
import { capabilitiesOn } from "./capabilities-on.ts";
import type { MatrixRow } from "./capability-matrix.ts";
import { acceptanceOn, classOn, nameOn, type Zone } from "./zone.ts";

/** Everything a zone is on a day. `type` is null before its first day: then it was no zone. */
export const zoneOn = (zone: Zone, matrix: readonly MatrixRow[], day: PlainDate) => {
  const type = factOn(zone.types, day) ?? null;
  return {
    zone: zone.id,
    name: nameOn(zone, day),
    type,
    office: factOn(zone.offices, day)?.office ?? null,
    codes: zone.codes.filter((code) => holdsOn(code, day)),
    boundary: factOn(zone.boundaries, day) ?? null,
    acceptance: acceptanceOn(zone, day),
    class: classOn(zone, yearOf(day)) ?? null,
    capabilities: capabilitiesOn(zone, matrix, day),
  };
};

/** The policy areas in which a zone lies on a day. */
export const areasOf = (areas: readonly PolicyArea[], zone: string, day: PlainDate) =>
  areas.flatMap((area) => {
    const placed = zonesIn(area, day).find((each) => each.zone === zone);
    const name = areaNameOn(area, day);
    return placed && name
      ? [
          {
            area: area.id,
            kind: area.kind,
            name,
            extent: placed.extent,
            from: placed.from,
            confirmed: placed.confirmed,
          },
        ]
      : [];
  });

/** Days on which something of a zone begins, ends or changes. */
export const daysOf = (zone: Zone): readonly PlainDate[] => [
  ...zone.types.map(({ from }) => from),
  ...zone.names.map(({ from }) => from),
  ...zone.offices.map(({ from }) => from),
  ...zone.codes.map(({ from }) => from),
  ...zone.boundaries.map(({ from }) => from),
  ...zone.acceptance.map(({ on }) => on),
  ...zone.settings.map(({ from }) => from),
];
