/** A special customs supervision area: a registry with dated types, never changed in place. Domain: integration of zones. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Day, Name, OfficeCode, ZoneId } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";
import type { ZoneType } from "../law/facts.ts";

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

/** What the journal says of a zone. */
export type Zone = {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly office: string;
  readonly types: readonly { readonly type: ZoneType; readonly from: PlainDate; readonly approval: string }[];
};

/** A zone was entered in the registry. */
export const zoneRegistered = defineEntry({
  type: "zone.registered",
  version: 1,
  body: Type.Object({
    zone: ZoneId,
    name: ZoneName,
    office: OfficeCode,
    type: ZoneTypeField,
    from: Day,
    approval: Type.String(),
  }),
});

/** A zone has another type from a day on. */
export const zoneTypeChanged = defineEntry({
  type: "zone.type-changed",
  version: 1,
  body: Type.Object({ zone: ZoneId, type: ZoneTypeField, from: Day, approval: Type.String() }),
});

type Typed = { type: ZoneType; from: PlainDate; approval: string };

/** The zone record. */
export const ZoneRecord = defineRecord<Zone>({
  kind: "zone",
  on: {
    "zone.registered": (
      _,
      { body }: { body: Typed & { zone: string; name: Zone["name"]; office: string } },
    ) => ({
      id: body.zone,
      name: body.name,
      office: body.office,
      types: [{ type: body.type, from: body.from, approval: body.approval }],
    }),
    "zone.type-changed": (zone, { body }: { body: Typed }) => ({
      ...zone!,
      types: [...zone!.types, { type: body.type, from: body.from, approval: body.approval }],
    }),
  },
});

/** The type a zone has on a day; undefined before its first. */
export const typeOn = (zone: Zone, day: PlainDate): ZoneType | undefined =>
  zone.types.findLast(({ from }) => from <= day)?.type;
