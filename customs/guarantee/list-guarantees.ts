import Type from "typebox";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { everyRow, ownRows } from "../define/view-rows.ts";

/** A guarantee as lists show it; amounts in fen. */
export type GuaranteeRow = {
  readonly guarantee: string;
  readonly party: string;
  readonly guarantor: string;
  readonly from: string;
  readonly until: string;
  readonly limitFen: number;
  readonly reservedFen: number;
  /** Called and not paid yet; paid by the guarantor. */
  readonly calledFen: number;
  readonly paidFen: number;
};

/** General guarantees: officers see all, a declarant those of their own parties. */
export const listGuarantees = defineList({
  name: "guarantee.list",
  title: { en: "Guarantees", zh: "担保" },
  by: ["declarant", "officer", "administrator"],
  request: Type.Object({}, closed),
  view: "guarantee",
  rows: (actor) =>
    actor.grants.some(({ role }) => role === "officer" || role === "administrator")
      ? everyRow
      : ownRows(actor, ["party"]),
  where: () => [],
  order: () => [{ field: "until" }, { field: "guarantee" }],
  answer: (row) => row as GuaranteeRow,
});
