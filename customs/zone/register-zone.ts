import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, OfficeCode, Remark, ZoneId } from "../define/fields.ts";
import { keyOf, may, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { OfficeRecord } from "../office/office.ts";
import { ZoneName, ZoneRecord, ZoneTypeField } from "./zone.ts";

const RegisterZone = Type.Object(
  { zone: ZoneId, name: ZoneName, office: OfficeCode, type: ZoneTypeField, from: Day, approval: Remark },
  closed,
);

/** Enters a zone in the registry, with its type from a day on and the document that approved it. */
export const registerZone = command({
  name: "zone.register",
  title: { en: "Register a zone", zh: "登记特殊监管区域" },
  by: ["administrator"],
  request: RegisterZone,
  needs: ({ zone, office }) => [may(ZoneRecord, zone), must(OfficeRecord, office, "/office")],
  places: () => [],
  decide: (request, { records }) => {
    const faults = invalidDays(request, ["from"]);
    if (faults.length > 0) return refuse("invalid-request", "A day does not exist.", "Correct it.", faults);
    if (records.find(ZoneRecord, request.zone))
      return refuse("not-now", `${request.zone} is registered already.`, "Change its type instead.");
    return accept({ type: "zone.registered", records: [keyOf(ZoneRecord, request.zone)], body: request });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
