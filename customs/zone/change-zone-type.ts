import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { Confirmed, closed, Day, Remark, Source, ZoneId } from "../define/fields.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { ZoneName, ZoneTypeField } from "./entries.ts";
import { ZoneRecord } from "./zone.ts";
import { isSaid, saidAlready, written, zoneKeys, zoneNeeds } from "./zone-facts.ts";

const ChangeZoneType = Type.Object(
  {
    zone: ZoneId,
    type: ZoneTypeField,
    from: Day,
    approval: Remark,
    name: Type.Optional(ZoneName),
    source: Type.Optional(Source),
    confirmed: Type.Optional(Confirmed),
  },
  closed,
);

/**
 * A zone becomes another type from a day on, for instance a bonded logistics park a comprehensive bonded zone, and
 * may be named anew. Types follow one another: the day is later than that of the type before.
 */
export const changeZoneType = command({
  name: "zone.change-type",
  title: { en: "Change a zone's type", zh: "变更区域类型" },
  by: ["administrator"],
  request: ChangeZoneType,
  needs: ({ zone }) => zoneNeeds(zone),
  places: () => [],
  decide: (request, { records }) => {
    const { zone, type, from, approval, source = approval, confirmed = false } = request;
    const faults = [...invalidDays(request, ["from"])];
    const { types } = records.get(ZoneRecord, zone);
    if (isSaid(types, { type, from })) return saidAlready();
    const last = types.at(-1)!;
    if (from <= last.from)
      faults.push({
        pointer: "/from",
        detail: `It must be later than ${last.from}, when it became ${last.type}.`,
      });
    if (faults.length > 0)
      return refuse("invalid-request", "The change has mistakes.", "Correct them and send it again.", faults);
    return accept({
      type: "zone.type-changed",
      records: zoneKeys(zone),
      body: { ...request, source, confirmed },
    });
  },
  answer: written,
});
