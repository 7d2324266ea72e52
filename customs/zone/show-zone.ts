import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { closed, Day, ZoneId } from "../define/fields.ts";
import { problem } from "../define/problem.ts";
import { must } from "../define/record.ts";
import { lookup } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { areaNeeds, areasIn } from "../policy-area/all-areas.ts";
import { areaNameOn } from "../policy-area/policy-area.ts";
import { adoptedMatrix, matrixNeeds, matrixRows } from "./adopt-capabilities.ts";
import { capabilityChanges } from "./capabilities-on.ts";
import { ZoneRecord } from "./zone.ts";
import { areasOf, zoneOn } from "./zone-on.ts";

/** A zone: what it is on a day (today unless told), its whole history, and what changes in what may be done there. */
export const showZone = lookup({
  name: "zone.show",
  title: { en: "A zone", zh: "区域详情" },
  by: "signed-in",
  request: Type.Object({ id: ZoneId, day: Type.Optional(Day) }, closed),
  needs: ({ id }, records) => [must(ZoneRecord, id, "/id"), ...areaNeeds(records), ...matrixNeeds(records)],
  answer: (request, { records, now }) => {
    const faults = invalidDays(request, ["day"]);
    if (faults.length > 0)
      return { problem: problem("invalid-request", "The day does not exist.", "Correct it.", faults) };
    const day = parsePlainDate(request.day ?? now.day)!;
    const [zone, matrix, areas] = [
      records.get(ZoneRecord, request.id),
      matrixRows(records),
      areasIn(records),
    ];
    return {
      day,
      ...zone,
      on: { ...zoneOn(zone, matrix, day), areas: areasOf(areas, zone.id, day) },
      areas: areas.flatMap((area) =>
        area.zones
          .filter((placed) => placed.zone === zone.id)
          .map(({ zone: _, ...placed }) => ({
            area: area.id,
            kind: area.kind,
            name: areaNameOn(area, day) ?? area.names[0]!.name,
            ...placed,
          })),
      ),
      changes: capabilityChanges(zone, matrix),
      matrix: adoptedMatrix(records) ?? null,
    };
  },
});
