import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { Confirmed, closed, Day, OfficeCode, Remark, Source, ZoneId } from "../define/fields.ts";
import { may, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { OfficeRecord } from "../office/office.ts";
import { ZoneName, ZoneTypeField } from "./entries.ts";
import { ALL_ZONES, ZoneRecord, ZoneRegisterRecord } from "./zone.ts";
import { written, zoneKeys } from "./zone-facts.ts";

/** A district has a dozen; every map of a day reads them all. */
const MOST_ZONES = 300;

const RegisterZone = Type.Object(
  {
    zone: ZoneId,
    name: ZoneName,
    office: OfficeCode,
    type: ZoneTypeField,
    from: Day,
    approval: Remark,
    source: Type.Optional(Source),
    confirmed: Type.Optional(Confirmed),
  },
  closed,
);

/**
 * Enters a zone in the registry, with its type from a day on and the document that approved it. Without a source that
 * document is the source; nothing is confirmed unless it is said.
 */
export const registerZone = command({
  name: "zone.register",
  title: { en: "Register a zone", zh: "登记特殊监管区域" },
  by: ["administrator"],
  request: RegisterZone,
  needs: ({ zone, office }) => [
    may(ZoneRecord, zone),
    may(ZoneRegisterRecord, ALL_ZONES),
    must(OfficeRecord, office, "/office"),
  ],
  places: () => [],
  decide: (request, { records }) => {
    const faults = invalidDays(request, ["from"]);
    if (faults.length > 0) return refuse("invalid-request", "A day does not exist.", "Correct it.", faults);
    if (records.find(ZoneRecord, request.zone))
      return refuse("not-now", `${request.zone} is registered already.`, "Change its type instead.");
    if ((records.find(ZoneRegisterRecord, ALL_ZONES)?.zones.length ?? 0) >= MOST_ZONES)
      return refuse("not-now", `A district has at most ${MOST_ZONES} zones.`, "Use one that is there.");
    const { source = request.approval, confirmed = false } = request;
    return accept({
      type: "zone.registered",
      records: zoneKeys(request.zone),
      body: { ...request, source, confirmed },
    });
  },
  answer: written,
});
