/** What is written about zones. Facts from elsewhere carry their source, and whether the document was read. */
import type { Upcasts } from "@openftz/kernel/fold.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { Confirmed, closed, Day, FileHash, Name, OfficeCode, Source, ZoneId } from "../define/fields.ts";

/** The types a zone can have; a policy area (free trade zone) is none of them. */
export const ZoneTypeField = Type.Union([
  Type.Literal("bonded-zone"),
  Type.Literal("export-processing-zone"),
  Type.Literal("bonded-logistics-park"),
  Type.Literal("bonded-port-area"),
  Type.Literal("comprehensive-bonded-zone"),
  Type.Literal("special-comprehensive-bonded-zone"),
  Type.Literal("cross-border-industrial-zone"),
]);

/** A zone's name in both languages. */
export const ZoneName = Type.Object({ en: Name, zh: Name }, closed);

/** The kinds of codes; see `codes.ts`. */
export const CodeKindField = Type.Union([
  Type.Literal("district"),
  Type.Literal("office"),
  Type.Literal("place"),
]);

/** A code of any kind. */
export const CodeField = Type.String({
  pattern: "^[0-9]{4}[0-9A-Z]{0,2}$",
  description: "Four to six characters, for example 31224.",
});

/** The steps of acceptance; see `acceptance.ts`. */
export const AcceptanceField = Type.Union([
  Type.Literal("approved"),
  Type.Literal("under-construction"),
  Type.Literal("jointly-accepted"),
  Type.Literal("closed-operation"),
]);

/** A part of a zone that is accepted by itself. */
export const PartField = Type.String({
  pattern: "^[a-z0-9-]{1,40}$",
  description: "The part that was accepted, for example phase-1; the whole zone unless told.",
});

/** The classes of the yearly evaluation. */
export const ClassField = Type.Union([
  Type.Literal("A"),
  Type.Literal("B"),
  Type.Literal("C"),
  Type.Literal("D"),
]);

/** The name of a capability, as in `capability.ts`. */
export const CapabilityField = Type.String({
  pattern: "^[a-z0-9-]{2,40}$",
  description: "For example ledger-required.",
});

/** A capability's value. */
export const CapabilityValueField = Type.String({
  pattern: "^[A-Za-z0-9+-]{1,40}$",
  description: "For example no.",
});

const fact = { source: Source, confirmed: Confirmed };
const typed = { type: ZoneTypeField, from: Day, approval: Type.String() };

/** A zone was entered in the registry; since version 2 with the source of it. */
export const zoneRegistered = defineEntry({
  type: "zone.registered",
  version: 2,
  body: Type.Object({ zone: ZoneId, name: ZoneName, office: OfficeCode, ...typed, ...fact }),
});

/** A zone has another type from a day on, and since version 2 perhaps another name. */
export const zoneTypeChanged = defineEntry({
  type: "zone.type-changed",
  version: 2,
  body: Type.Object({ zone: ZoneId, name: Type.Optional(ZoneName), ...typed, ...fact }),
});

/** A zone belongs to another customs office from a day on. */
export const zoneOfficeChanged = defineEntry({
  type: "zone.office-changed",
  version: 1,
  body: Type.Object({ zone: ZoneId, office: OfficeCode, from: Day, ...fact }),
});

/** A zone is known by a code, from a day on and perhaps until another. */
export const zoneCodeSet = defineEntry({
  type: "zone.code-set",
  version: 1,
  body: Type.Object({
    zone: ZoneId,
    kind: CodeKindField,
    code: CodeField,
    from: Day,
    until: Type.Union([Day, Type.Null()]),
    replaces: Type.Union([CodeField, Type.Null()]),
    ...fact,
  }),
});

/** A zone's outline was drawn: a GeoJSON file. */
export const zoneBoundaryDrawn = defineEntry({
  type: "zone.boundary-drawn",
  version: 1,
  body: Type.Object({ zone: ZoneId, file: FileHash, from: Day, approximate: Type.Boolean(), ...fact }),
});

/** A part of a zone took a step towards its operation. */
export const zoneAcceptanceRecorded = defineEntry({
  type: "zone.acceptance-recorded",
  version: 1,
  body: Type.Object({ zone: ZoneId, part: PartField, step: AcceptanceField, on: Day, ...fact }),
});

/** A zone's performance in a year was rated. */
export const zonePerformanceRated = defineEntry({
  type: "zone.performance-rated",
  version: 1,
  body: Type.Object({ zone: ZoneId, year: Type.Integer(), class: ClassField, ...fact }),
});

/** A zone does something otherwise than its type, from a day on. */
export const zoneSettingSet = defineEntry({
  type: "zone.setting-set",
  version: 1,
  body: Type.Object({
    zone: ZoneId,
    capability: CapabilityField,
    value: CapabilityValueField,
    from: Day,
    ...fact,
  }),
});

/** Every type of entry about zones. */
export const zoneEntries = [
  zoneRegistered,
  zoneTypeChanged,
  zoneOfficeChanged,
  zoneCodeSet,
  zoneBoundaryDrawn,
  zoneAcceptanceRecorded,
  zonePerformanceRated,
  zoneSettingSet,
];

const unsourced = (body: { readonly approval: string }): object => ({
  ...body,
  source: body.approval,
  confirmed: false,
});

/** How older entries read today: the document that approved a type is its source, and nobody said that it was read. */
export const zoneUpcasts: Upcasts = {
  "zone.registered@1": unsourced,
  "zone.type-changed@1": unsourced,
};
