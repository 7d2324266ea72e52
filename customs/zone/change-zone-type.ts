import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, Remark, ZoneId } from "../define/fields.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { ZoneRecord, ZoneTypeField } from "./zone.ts";

/** A zone becomes another type from a day on, for instance a bonded logistics park a comprehensive bonded zone. */
export const changeZoneType = command({
  name: "zone.change-type",
  title: { en: "Change a zone's type", zh: "变更区域类型" },
  by: ["administrator"],
  request: Type.Object({ zone: ZoneId, type: ZoneTypeField, from: Day, approval: Remark }, closed),
  needs: ({ zone }) => [must(ZoneRecord, zone, "/zone")],
  places: () => [],
  decide: (request, { records }) => {
    const faults = [...invalidDays(request, ["from"])];
    const last = records.get(ZoneRecord, request.zone).types.at(-1)!;
    if (request.from <= last.from)
      faults.push({
        pointer: "/from",
        detail: `It must be later than ${last.from}, when it became ${last.type}.`,
      });
    if (faults.length > 0)
      return refuse("invalid-request", "The change has mistakes.", "Correct them and send it again.", faults);
    return accept({ type: "zone.type-changed", records: [keyOf(ZoneRecord, request.zone)], body: request });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
