import Type from "typebox";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { everyRow } from "../define/view-rows.ts";

/** A zone as lists show it, with the type, name and office it has had last. */
export type ZoneRow = {
  readonly zone: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly office: string;
  readonly type: string;
  readonly from: string;
  readonly approval: string;
  readonly confirmed: boolean;
};

/** The zones of the registry. */
export const listZones = defineList({
  name: "zone.list",
  title: { en: "Zones", zh: "特殊监管区域" },
  by: "signed-in",
  request: Type.Object({}, closed),
  view: "zone",
  rows: () => everyRow,
  where: () => [],
  order: () => [{ field: "zone" }],
  answer: (row) => row as ZoneRow,
});
