import Type from "typebox";
import { BookNumber } from "../account-book/account-book.ts";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { ownRows } from "../define/view-rows.ts";
import { FormNumber } from "./slip-number.ts";

/** A stock slip as lists show it; `by` is the last day for its declaration, `pass` the gate pass that its goods are on. */
export type SlipRow = {
  readonly slip: string;
  readonly form: string;
  readonly book: string;
  readonly party: string;
  readonly office: string;
  readonly direction: string;
  readonly returns: string | null;
  readonly status: string;
  readonly lines: number;
  readonly by: string;
  readonly list: string | null;
  readonly pass: string | null;
  readonly state: string;
  readonly at: string;
};

/** Stock slips, newest first: an enterprise sees its own, an officer those of the office. */
export const listSlips = defineList({
  name: "stock-slip.list",
  title: { en: "Stock slips", zh: "出入库单" },
  by: ["declarant", "officer", "administrator"],
  request: Type.Object(
    {
      book: Type.Optional(BookNumber),
      form: Type.Optional(FormNumber),
      state: Type.Optional(
        Type.Union([
          Type.Literal("approved"),
          Type.Literal("passed"),
          Type.Literal("declared"),
          Type.Literal("deleted"),
        ]),
      ),
    },
    closed,
  ),
  view: "stock-slip",
  rows: (actor) => ownRows(actor, ["party"], "office"),
  where: ({ book, form, state }) => [
    ...(book ? [{ field: "book", is: "=" as const, value: book }] : []),
    ...(form ? [{ field: "form", is: "=" as const, value: form }] : []),
    ...(state ? [{ field: "state", is: "=" as const, value: state }] : []),
  ],
  order: () => [
    { field: "at", descending: true },
    { field: "slip", descending: true },
  ],
  answer: (row) => row as SlipRow,
});
