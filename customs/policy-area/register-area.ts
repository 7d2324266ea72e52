import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day } from "../define/fields.ts";
import { keyOf, may } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { ZoneName } from "../zone/entries.ts";
import { factFields, mistakes, written } from "../zone/zone-facts.ts";
import { PolicyAreaId, PolicyAreaKindField } from "./entries.ts";
import { ALL_AREAS, PolicyAreaRecord, PolicyAreaRegisterRecord } from "./policy-area.ts";

/** As with zones: every map of a day reads them all. */
const MOST_AREAS = 100;

const RegisterArea = Type.Object(
  { area: PolicyAreaId, kind: PolicyAreaKindField, name: ZoneName, from: Day, ...factFields },
  closed,
);

/** Enters a policy area, for instance a free trade zone, with its name from the day it was set up. */
export const registerArea = command({
  name: "policy-area.register",
  title: { en: "Register a policy area", zh: "登记政策区域" },
  by: ["administrator"],
  request: RegisterArea,
  needs: ({ area }) => [may(PolicyAreaRecord, area), may(PolicyAreaRegisterRecord, ALL_AREAS)],
  places: () => [],
  decide: (request, { records }) => {
    const faults = invalidDays(request, ["from"]);
    if (faults.length > 0) return mistakes(faults);
    if (records.find(PolicyAreaRecord, request.area))
      return refuse("not-now", `${request.area} is registered already.`, "Change it instead.");
    if ((records.find(PolicyAreaRegisterRecord, ALL_AREAS)?.areas.length ?? 0) >= MOST_AREAS)
      return refuse(
        "not-now",
        `A district has at most ${MOST_AREAS} policy areas.`,
        "Use one that is there.",
      );
    return accept({
      type: "policy-area.registered",
      records: [keyOf(PolicyAreaRecord, request.area), keyOf(PolicyAreaRegisterRecord, ALL_AREAS)],
      body: request,
    });
  },
  answer: written,
});
