/** What is written about policy areas. */
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { Confirmed, Day, FileHash, Source, ZoneId } from "../define/fields.ts";
import { ZoneName } from "../zone/entries.ts";

/** The id of a policy area. */
export const PolicyAreaId = Type.String({
  pattern: "^[a-z0-9-]{2,40}$",
  description: "For example shanghai-ftz.",
});

/** The kinds of policy areas. */
export const PolicyAreaKindField = Type.Union([
  Type.Literal("free-trade-zone"),
  Type.Literal("new-area"),
  Type.Literal("cooperation-zone"),
  Type.Literal("other"),
]);

/** Whether a zone lies in an area as a whole or in part. */
export const ExtentField = Type.Union([Type.Literal("whole"), Type.Literal("part")]);

const fact = { source: Source, confirmed: Confirmed };

/** A policy area was entered, with its name from a day on. */
export const policyAreaRegistered = defineEntry({
  type: "policy-area.registered",
  version: 1,
  body: Type.Object({
    area: PolicyAreaId,
    kind: PolicyAreaKindField,
    name: ZoneName,
    from: Day,
    ...fact,
  }),
});

/** A policy area has another name from a day on. */
export const policyAreaRenamed = defineEntry({
  type: "policy-area.renamed",
  version: 1,
  body: Type.Object({ area: PolicyAreaId, name: ZoneName, from: Day, ...fact }),
});

/** A policy area's outline was drawn: a GeoJSON file. */
export const policyAreaBoundaryDrawn = defineEntry({
  type: "policy-area.boundary-drawn",
  version: 1,
  body: Type.Object({
    area: PolicyAreaId,
    file: FileHash,
    from: Day,
    approximate: Type.Boolean(),
    ...fact,
  }),
});

/** A zone lies in a policy area, from a day on and perhaps until another. */
export const policyAreaZonePlaced = defineEntry({
  type: "policy-area.zone-placed",
  version: 1,
  body: Type.Object({
    area: PolicyAreaId,
    zone: ZoneId,
    extent: ExtentField,
    from: Day,
    until: Type.Union([Day, Type.Null()]),
    ...fact,
  }),
});

/** Every type of entry about policy areas. */
export const policyAreaEntries = [
  policyAreaRegistered,
  policyAreaRenamed,
  policyAreaBoundaryDrawn,
  policyAreaZonePlaced,
];
