/**
 * A special customs supervision area: a registry of dated facts, never changed in place, so that every question is
 * answered for the day it is about. Types of zones: State Council Guofa [2012] 58 and Guobanfa [2015] 66.
 */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type Dated, factOn, type Sourced, type Span, withFact } from "../define/dated.ts";
import { defineRecord } from "../define/record.ts";
import type { ZoneType } from "../law/facts.ts";
import { type Accepted, withStep } from "./acceptance.ts";
import { type CodeSet, withCode } from "./codes.ts";

/** A name in both languages. */
export type ZoneNames = { readonly en: string; readonly zh: string };

/** A type with the document that approved it. */
export type ZoneTyped = Dated & Sourced & { readonly type: ZoneType; readonly approval: string };

/** A code the zone is known by in messages. */
export type ZoneCode = Span & Sourced & { readonly kind: CodeSet["kind"]; readonly code: string };

/** An outline: the hash of a GeoJSON file. */
export type ZoneBoundary = Dated & Sourced & { readonly file: string; readonly approximate: boolean };

/** The class of a year's performance evaluation. */
export type ZoneClass = Sourced & { readonly year: number; readonly class: "A" | "B" | "C" | "D" };

/** What the zone does otherwise than its type; "as-type": from then on as its type again. */
export type ZoneSetting = Dated & Sourced & { readonly capability: string; readonly value: string };

/** What the journal says of a zone. Each list is in the order of its days. */
export type Zone = {
  readonly id: string;
  readonly names: readonly (Dated & Sourced & { readonly name: ZoneNames })[];
  readonly types: readonly ZoneTyped[];
  readonly offices: readonly (Dated & Sourced & { readonly office: string })[];
  readonly codes: readonly ZoneCode[];
  readonly boundaries: readonly ZoneBoundary[];
  readonly acceptance: readonly Accepted[];
  readonly classes: readonly ZoneClass[];
  readonly settings: readonly ZoneSetting[];
};

type Body<Fields> = { readonly body: Fields };
type Registered = ZoneTyped & { readonly zone: string; readonly name: ZoneNames; readonly office: string };
type Changed = ZoneTyped & { readonly name?: ZoneNames };

const sourced = ({ from, source, confirmed }: Dated & Sourced): Dated & Sourced => ({
  from,
  source,
  confirmed,
});

const typed = (body: ZoneTyped): ZoneTyped => ({
  type: body.type,
  approval: body.approval,
  ...sourced(body),
});

/** The zone record. */
export const ZoneRecord = defineRecord<Zone>({
  kind: "zone",
  on: {
    "zone.registered": (_, { body }: Body<Registered>) => ({
      id: body.zone,
      names: [{ name: body.name, ...sourced(body) }],
      types: [typed(body)],
      offices: [{ office: body.office, ...sourced(body) }],
      codes: [],
      boundaries: [],
      acceptance: [],
      classes: [],
      settings: [],
    }),
    "zone.type-changed": (zone, { body }: Body<Changed>) => ({
      ...zone!,
      types: withFact(zone!.types, typed(body)),
      names: body.name ? withFact(zone!.names, { name: body.name, ...sourced(body) }) : zone!.names,
    }),
    "zone.office-changed": (zone, { body }: Body<Dated & Sourced & { office: string }>) => ({
      ...zone!,
      offices: withFact(zone!.offices, { office: body.office, ...sourced(body) }),
    }),
    "zone.code-set": (zone, { body }: Body<CodeSet>) => ({ ...zone!, codes: withCode(zone!.codes, body) }),
    "zone.boundary-drawn": (zone, { body }: Body<ZoneBoundary>) => ({
      ...zone!,
      boundaries: withFact(zone!.boundaries, {
        file: body.file,
        approximate: body.approximate,
        ...sourced(body),
      }),
    }),
    "zone.acceptance-recorded": (zone, { body }: Body<Accepted>) => ({
      ...zone!,
      acceptance: withStep(zone!.acceptance, body),
    }),
    "zone.performance-rated": (zone, { body }: Body<ZoneClass>) => ({
      ...zone!,
      classes: [
        ...zone!.classes.filter(({ year }) => year !== body.year),
        { year: body.year, class: body.class, source: body.source, confirmed: body.confirmed },
      ].sort((a, b) => a.year - b.year),
    }),
    "zone.setting-set": (zone, { body }: Body<ZoneSetting>) => ({
      ...zone!,
      settings: withSetting(zone!.settings, body),
    }),
  },
});

const withSetting = (settings: readonly ZoneSetting[], body: ZoneSetting): readonly ZoneSetting[] => {
  const { capability, value } = body;
  const own = settings.filter((each) => each.capability === capability);
  const others = settings.filter((each) => each.capability !== capability);
  return [...others, ...withFact(own, { capability, value, ...sourced(body) })];
};

/** The registry itself: which zones there are. Its one record is named `ALL_ZONES`. */
export type ZoneRegister = { readonly zones: readonly string[] };

/** The id of the registry's record. */
export const ALL_ZONES = "district";

const listed = (register: ZoneRegister | undefined, { body }: Body<{ zone: string }>): ZoneRegister =>
  register?.zones.includes(body.zone)
    ? register
    : { zones: [...(register?.zones ?? []), body.zone].sort((a, b) => (a < b ? -1 : 1)) };

/** The record of all zones; every entry about a zone belongs to it, so none is missing. */
export const ZoneRegisterRecord = defineRecord<ZoneRegister>({
  kind: "zone-register",
  on: {
    "zone.registered": listed,
    "zone.type-changed": listed,
    "zone.office-changed": listed,
    "zone.code-set": listed,
    "zone.boundary-drawn": listed,
    "zone.acceptance-recorded": listed,
    "zone.performance-rated": listed,
    "zone.setting-set": listed,
  },
});

/** The type a zone has on a day; undefined before its first. */
export const typeOn = (zone: Zone, day: PlainDate): ZoneType | undefined => factOn(zone.types, day)?.type;

/** The zone's name on a day; before its first day the name it began with. */
export const nameOn = (zone: Zone, day: PlainDate): ZoneNames =>
  (factOn(zone.names, day) ?? zone.names[0]!).name;

/** The class of the last year that was rated, up to the day's own year. */
export const classOn = (zone: Zone, year: number): ZoneClass | undefined =>
  zone.classes.findLast((each) => each.year <= year);

/** How far each part of the zone has come on a day. */
export const acceptanceOn = (zone: Zone, day: PlainDate): readonly Accepted[] => {
  const last = new Map<string, Accepted>();
  for (const step of zone.acceptance) if (step.on <= day) last.set(step.part, step);
  return [...last.values()];
};
