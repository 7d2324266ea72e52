import Type from "typebox";
import { closed, ZoneId } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { officeRows } from "../define/view-rows.ts";

/** In place of a chapter: all of them together. */
export const ALL_CHAPTERS = "";

/**
 * What went from one place to another in a month. A place is "abroad", "inland", "zone/…", "tax-paid" (released and left in the
 * zone) or "another-book" (where no other side was told); between two books of one zone it goes from the zone to itself.
 */
export type FlowRow = {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  /** How many posted lists, a transfer being one. */
  readonly lists: number;
  /** Their net mass in kg, as decimal text. */
  readonly kg: string;
};

const Month = Type.String({
  pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$",
  description: "A month, for example 2026-03.",
});

/** Flows of goods by month, in the net mass of posted lists. For officers only: flows of few enterprises tell their trade. */
export const listFlows = defineList({
  name: "overview.flows",
  title: { en: "Flows of goods between zones and the world", zh: "区内外货物流向" },
  by: ["officer", "administrator"],
  request: Type.Object(
    {
      zone: Type.Optional(ZoneId),
      from: Type.Optional(Month),
      until: Type.Optional(Month),
      chapter: Type.Optional(
        Type.String({ pattern: "^[0-9]{2}$", description: "A chapter of the HS, for example 84." }),
      ),
    },
    closed,
  ),
  view: "flow",
  rows: (actor) => officeRows(actor, ["office", "otherOffice"]),
  where: ({ zone, from, until, chapter }) => [
    { field: "chapter", is: "=", value: chapter ?? ALL_CHAPTERS },
    ...(from ? [{ field: "month", is: ">=" as const, value: from }] : []),
    ...(until ? [{ field: "month", is: "<=" as const, value: until }] : []),
    ...(zone
      ? [{ any: ["from", "to"].map((field) => ({ field, is: "=" as const, value: `zone/${zone}` })) }]
      : []),
  ],
  order: () => [{ field: "month" }, { field: "key" }],
  answer: ({ month, from, to, lists, kg }) => ({ month, from, to, lists, kg }) as FlowRow,
});
