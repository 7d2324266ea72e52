/** A customs office of the district. */
import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Name, OfficeCode } from "../define/fields.ts";
import { defineRecord, keyOf, may } from "../define/record.ts";
import { command } from "../law/command.ts";

/** What the journal says of an office. */
export type Office = { readonly code: string; readonly name: { readonly en: string; readonly zh: string } };

const OfficeName = Type.Object({ en: Name, zh: Name }, closed);

/** An office was entered in the register. */
export const officeRegistered = defineEntry({
  type: "office.registered",
  version: 1,
  body: Type.Object({ office: OfficeCode, name: OfficeName }),
});

/** The office record. */
export const OfficeRecord = defineRecord<Office>({
  kind: "office",
  on: {
    "office.registered": (_, { body }: { body: { office: string; name: Office["name"] } }) => ({
      code: body.office,
      name: body.name,
    }),
  },
});

/** Enters a customs office, so that declarations can be filed at it. */
export const registerOffice = command({
  name: "office.register",
  title: { en: "Register a customs office", zh: "登记海关机构" },
  by: ["administrator", "importer"],
  request: Type.Object({ office: OfficeCode, name: OfficeName }, closed),
  needs: ({ office }) => [may(OfficeRecord, office)],
  places: () => [],
  decide: (request, { records }) => {
    if (records.find(OfficeRecord, request.office))
      return refuse("not-now", `Office ${request.office} is registered already.`, "Use it.");
    return accept({
      type: "office.registered",
      records: [keyOf(OfficeRecord, request.office)],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
