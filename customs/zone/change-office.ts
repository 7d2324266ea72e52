import Type from "typebox";
import { accept } from "../define/command.ts";
import { closed, Day, OfficeCode, ZoneId } from "../define/fields.ts";
import { must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { OfficeRecord } from "../office/office.ts";
import { ZoneRecord } from "./zone.ts";
import { factFields, isSaid, mistakes, saidAlready, written, zoneKeys, zoneNeeds } from "./zone-facts.ts";

/** A zone belongs to another customs office from a day on. The same day again corrects the office of that day. */
export const changeOffice = command({
  name: "zone.change-office",
  title: { en: "Change a zone's office", zh: "变更主管海关" },
  by: ["administrator"],
  request: Type.Object({ zone: ZoneId, office: OfficeCode, from: Day, ...factFields }, closed),
  needs: ({ zone, office }) => [...zoneNeeds(zone), must(OfficeRecord, office, "/office")],
  places: () => [],
  decide: (request, { records }) => {
    const { zone, ...fact } = request;
    const faults = [...invalidDays(request, ["from"])];
    const { offices } = records.get(ZoneRecord, zone);
    if (isSaid(offices, fact)) return saidAlready();
    const last = offices.at(-1)!;
    if (request.from < last.from)
      faults.push({
        pointer: "/from",
        detail: `It must not be before ${last.from}, from when it belongs to ${last.office}.`,
      });
    if (faults.length > 0) return mistakes(faults);
    return accept({ type: "zone.office-changed", records: zoneKeys(zone), body: request });
  },
  answer: written,
});
