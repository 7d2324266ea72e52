import Type from "typebox";
import { closed, Day } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { everyRow } from "../define/view-rows.ts";

/** How often something happened on a day: what is an event ("filed") or an event with its lane ("lane.release"). */
export type CountRow = { readonly day: string; readonly what: string; readonly count: number };

/** What the system did, day by day: filed, released, held, lanes, and taxes in whole yuan. */
export const showCounts = defineList({
  name: "overview.counts",
  title: { en: "What the system is doing", zh: "运行概览" },
  by: ["officer", "administrator", "declarant"],
  request: Type.Object({ from: Type.Optional(Day), until: Type.Optional(Day) }, closed),
  view: "day_count",
  rows: () => everyRow,
  where: ({ from, until }) => [
    ...(from ? [{ field: "day", is: ">=" as const, value: from }] : []),
    ...(until ? [{ field: "day", is: "<=" as const, value: until }] : []),
  ],
  order: () => [{ field: "day", descending: true }, { field: "what" }],
  answer: (row) => row as CountRow,
});
