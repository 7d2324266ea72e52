/** Looks at policy areas. */
import Type from "typebox";
import { closed } from "../define/fields.ts";
import { must } from "../define/record.ts";
import { lookup } from "../law/command.ts";
import { areaNeeds, areasIn } from "./all-areas.ts";
import { PolicyAreaId } from "./entries.ts";
import { areaNameOn, PolicyAreaRecord, zonesIn } from "./policy-area.ts";

/** The policy areas with their names and zones of today. */
export const listAreas = lookup({
  name: "policy-area.list",
  title: { en: "Policy areas", zh: "政策区域" },
  by: "signed-in",
  request: Type.Object({}, closed),
  needs: (_, records) => areaNeeds(records),
  answer: (_, { records, now }) => ({
    areas: areasIn(records).map((area) => ({
      area: area.id,
      kind: area.kind,
      name: areaNameOn(area, now.day) ?? area.names[0]!.name,
      from: area.names[0]!.from,
      zones: zonesIn(area, now.day).map(({ zone }) => zone),
    })),
  }),
});

/** A policy area with all it was called, its outlines, and the zones that have lain in it. */
export const showArea = lookup({
  name: "policy-area.show",
  title: { en: "A policy area", zh: "政策区域详情" },
  by: "signed-in",
  request: Type.Object({ id: PolicyAreaId }, closed),
  needs: ({ id }) => [must(PolicyAreaRecord, id, "/id")],
  answer: ({ id }, { records }) => records.get(PolicyAreaRecord, id),
});
