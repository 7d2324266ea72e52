/**
 * A policy area: a free trade zone, its new area, a region of cooperation. It is administration, not customs: how
 * goods are treated comes only from the customs zone they are in, whatever policy areas that zone lies in.
 */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type Dated, factOn, holdsOn, type Sourced, type Span, withFact } from "../define/dated.ts";
import { defineRecord } from "../define/record.ts";
import type { ZoneBoundary, ZoneNames } from "../zone/zone.ts";

/** The kinds of policy areas. */
export type PolicyAreaKind = "free-trade-zone" | "new-area" | "cooperation-zone" | "other";

/** A zone that lies in the area, whole or in part, from a day on and perhaps until another. */
export type PlacedZone = Span & Sourced & { readonly zone: string; readonly extent: "whole" | "part" };

/** What the journal says of a policy area. Each list is in the order of its days. */
export type PolicyArea = {
  readonly id: string;
  readonly kind: PolicyAreaKind;
  readonly names: readonly (Dated & Sourced & { readonly name: ZoneNames })[];
  readonly boundaries: readonly ZoneBoundary[];
  readonly zones: readonly PlacedZone[];
};

type Body<Fields> = { readonly body: Fields };
type Named = Dated & Sourced & { readonly name: ZoneNames };

const named = ({ name, from, source, confirmed }: Named): Named => ({ name, from, source, confirmed });

/** The record of a policy area. */
export const PolicyAreaRecord = defineRecord<PolicyArea>({
  kind: "policy-area",
  on: {
    "policy-area.registered": (_, { body }: Body<Named & { area: string; kind: PolicyAreaKind }>) => ({
      id: body.area,
      kind: body.kind,
      names: [named(body)],
      boundaries: [],
      zones: [],
    }),
    "policy-area.renamed": (area, { body }: Body<Named>) => ({
      ...area!,
      names: withFact(area!.names, named(body)),
    }),
    "policy-area.boundary-drawn": (area, { body }: Body<ZoneBoundary>) => {
      const { file, from, approximate, source, confirmed } = body;
      return {
        ...area!,
        boundaries: withFact(area!.boundaries, { file, from, approximate, source, confirmed }),
      };
    },
    "policy-area.zone-placed": (area, { body }: Body<PlacedZone>) => ({
      ...area!,
      zones: withPlaced(area!.zones, body),
    }),
  },
});

/** The same zone from the same day again corrects how far and until when it lies in the area. */
const withPlaced = (zones: readonly PlacedZone[], placed: PlacedZone): readonly PlacedZone[] => {
  const { zone, extent, from, until, source, confirmed } = placed;
  return [
    ...zones.filter((each) => each.zone !== zone || each.from !== from),
    { zone, extent, from, until, source, confirmed },
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};

/** Which policy areas there are. Its one record is named `ALL_AREAS`. */
export type PolicyAreaRegister = { readonly areas: readonly string[] };

/** The id of the register's record. */
export const ALL_AREAS = "district";

/** The register of policy areas. */
export const PolicyAreaRegisterRecord = defineRecord<PolicyAreaRegister>({
  kind: "policy-area-register",
  on: {
    "policy-area.registered": (register, { body }: Body<{ area: string }>) => ({
      areas: [...(register?.areas ?? []), body.area].sort((a, b) => (a < b ? -1 : 1)),
    }),
  },
});

/** The zones that lie in an area on a day. */
export const zonesIn = (area: PolicyArea, day: PlainDate): readonly PlacedZone[] =>
  area.zones.filter((placed) => holdsOn(placed, day));

/** The area's name on a day; undefined before there was such an area. */
export const areaNameOn = (area: PolicyArea, day: PlainDate): ZoneNames | undefined =>
  factOn(area.names, day)?.name;
