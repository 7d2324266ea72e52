import Type from "typebox";
import type { Shelf, Status } from "../account-book/stock.ts";
import { closed, ZoneId } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { officeRows } from "../define/view-rows.ts";

/**
 * What lies in a zone under a status, on one account of its books, as far as it is counted in a unit; the books of each office
 * for themselves. Goods of two legal units are in two rows, and rows of different units are never added up.
 */
export type StockRow = {
  readonly zone: string;
  readonly office: string;
  readonly status: Status;
  readonly account: Shelf;
  readonly unit: string;
  /** Decimal text. */
  readonly count: string;
};

/** Stock of zones by status and account, in each legal unit. For officers only, as `overview.flows`. */
export const listStock = defineList({
  name: "overview.stock",
  title: { en: "Stock of zones by status", zh: "各区库存状态" },
  by: ["officer", "administrator"],
  request: Type.Object({ zone: Type.Optional(ZoneId) }, closed),
  view: "stock",
  rows: (actor) => officeRows(actor, ["office"]),
  where: ({ zone }) => [
    zone ? { field: "zone", is: "=", value: zone } : { field: "zone", is: "!=", value: null },
  ],
  order: () => [{ field: "zone" }, { field: "key" }],
  answer: ({ zone, office, status, account, unit, count }) =>
    ({ zone, office, status, account, unit, count }) as StockRow,
});
