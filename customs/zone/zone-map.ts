import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { factOn } from "../define/dated.ts";
import { closed, Day } from "../define/fields.ts";
import { problem } from "../define/problem.ts";
import { may, type Need, type Records } from "../define/record.ts";
import { lookup } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { areaNeeds, areasIn } from "../policy-area/all-areas.ts";
import { areaNameOn, type PolicyArea, zonesIn } from "../policy-area/policy-area.ts";
import { adoptedMatrix, matrixNeeds, matrixRows } from "./adopt-capabilities.ts";
import { BoundaryFile, type Polygons } from "./boundary.ts";
import { ALL_ZONES, type Zone, type ZoneBoundary, ZoneRecord, ZoneRegisterRecord } from "./zone.ts";
import { areasOf, daysOf, zoneOn } from "./zone-on.ts";

/** The day asked about, or today; a day that does not exist is today while needs are found, and then refused. */
const dayOf = (day: string | undefined, today: PlainDate): PlainDate =>
  (day === undefined ? undefined : parsePlainDate(day)) ?? today;

const zonesOf = (records: Records): readonly Zone[] =>
  (records.find(ZoneRegisterRecord, ALL_ZONES)?.zones ?? []).flatMap(
    (zone) => records.find(ZoneRecord, zone) ?? [],
  );

const zoneRecordNeeds = (records: Records): readonly Need[] => [
  may(ZoneRegisterRecord, ALL_ZONES),
  ...(records.find(ZoneRegisterRecord, ALL_ZONES)?.zones ?? []).map((zone) => may(ZoneRecord, zone)),
];

const outlineNeeds = (records: Records, day: PlainDate): readonly Need[] =>
  [...zonesOf(records), ...areasIn(records)].flatMap(({ boundaries }) => {
    const drawn = factOn(boundaries, day);
    return drawn ? [may(BoundaryFile, drawn.file)] : [];
  });

/** An outline as a map needs it; null: none was drawn. */
const outlineOf = (records: Records, drawn: ZoneBoundary | null | undefined) =>
  drawn ? { ...drawn, polygons: records.find(BoundaryFile, drawn.file)?.polygons ?? ([] as Polygons) } : null;

const areaOn = (area: PolicyArea, records: Records, day: PlainDate) => {
  const name = areaNameOn(area, day);
  if (!name) return [];
  return [
    {
      area: area.id,
      kind: area.kind,
      name,
      boundary: outlineOf(records, factOn(area.boundaries, day)),
      zones: zonesIn(area, day).map(({ zone, extent }) => ({ zone, extent })),
    },
  ];
};

const daysOfChange = (zones: readonly Zone[], areas: readonly PolicyArea[]): readonly PlainDate[] =>
  [
    ...new Set([
      ...zones.flatMap(daysOf),
      ...areas.flatMap((area) => [
        ...area.names.map(({ from }) => from),
        ...area.boundaries.map(({ from }) => from),
        ...area.zones.map(({ from }) => from),
      ]),
    ]),
  ].toSorted((a, b) => (a < b ? -1 : 1));

/** The map of a day: every zone there was with its type, codes, office, outline, capabilities and the policy areas it lay in. */
export const showMap = lookup({
  name: "zone.map",
  title: { en: "The map of a day", zh: "某日区域地图" },
  by: "signed-in",
  request: Type.Object({ day: Type.Optional(Day) }, closed),
  needs: ({ day }, records, now) => [
    ...zoneRecordNeeds(records),
    ...areaNeeds(records),
    ...matrixNeeds(records),
    ...outlineNeeds(records, dayOf(day, now.day)),
  ],
  answer: (request, { records, now }) => {
    const faults = invalidDays(request, ["day"]);
    if (faults.length > 0)
      return { problem: problem("invalid-request", "The day does not exist.", "Correct it.", faults) };
    const day = dayOf(request.day, now.day);
    const [zones, areas, matrix] = [zonesOf(records), areasIn(records), matrixRows(records)];
    return {
      day,
      zones: zones
        .map((zone) => zoneOn(zone, matrix, day))
        .filter(({ type }) => type !== null)
        .map((zone) => ({
          ...zone,
          boundary: outlineOf(records, zone.boundary),
          areas: areasOf(areas, zone.zone, day),
        })),
      areas: areas.flatMap((area) => areaOn(area, records, day)),
      matrix: adoptedMatrix(records)?.file ?? null,
      /** Days on which the map changes. */
      changes: daysOfChange(zones, areas),
    };
  },
});
