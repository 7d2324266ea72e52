import Type from "typebox";
import { BookNumber } from "../account-book/account-book.ts";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { ownRows } from "../define/view-rows.ts";

/** A gate pass as lists show it; `declareBy` is the last day to declare goods that entered first. */
export type PassRow = {
  readonly pass: string;
  readonly book: string;
  readonly party: string;
  readonly office: string;
  readonly kind: string;
  readonly direction: string;
  readonly vehicle: string;
  readonly totalMassKg: string;
  readonly weighedKg: string | null;
  readonly declareBy: string | null;
  readonly state: string;
  readonly at: string;
};

/** Gate passes, newest first: an enterprise sees its own, an officer those of the office. */
export const listPasses = defineList({
  name: "gate-pass.list",
  title: { en: "Gate passes", zh: "核放单" },
  by: ["declarant", "officer", "administrator"],
  request: Type.Object(
    {
      book: Type.Optional(BookNumber),
      state: Type.Optional(
        Type.Union([Type.Literal("approved"), Type.Literal("passed"), Type.Literal("voided")]),
      ),
    },
    closed,
  ),
  view: "gate-pass",
  rows: (actor) => ownRows(actor, ["party"], "office"),
  where: ({ book, state }) => [
    ...(book ? [{ field: "book", is: "=" as const, value: book }] : []),
    ...(state ? [{ field: "state", is: "=" as const, value: state }] : []),
  ],
  order: () => [
    { field: "at", descending: true },
    { field: "pass", descending: true },
  ],
  answer: (row) => row as PassRow,
});
