import Type from "typebox";
import { BookNumber } from "../account-book/account-book.ts";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { ownRows } from "../define/view-rows.ts";

/** A business form as lists show it. */
export type FormRow = {
  readonly form: string;
  readonly book: string;
  readonly party: string;
  readonly office: string;
  readonly kind: string;
  readonly direction: string;
  readonly status: string;
  readonly validUntil: string;
  readonly state: string;
  readonly at: string;
};

/** Business forms, newest first: an enterprise sees its own, an officer those of the office. */
export const listForms = defineList({
  name: "business-form.list",
  title: { en: "Business forms", zh: "业务申报表" },
  by: ["declarant", "officer", "administrator"],
  request: Type.Object(
    {
      book: Type.Optional(BookNumber),
      state: Type.Optional(
        Type.Union([
          Type.Literal("filed"),
          Type.Literal("effective"),
          Type.Literal("rejected"),
          Type.Literal("closed"),
        ]),
      ),
    },
    closed,
  ),
  view: "business-form",
  rows: (actor) => ownRows(actor, ["party"], "office"),
  where: ({ book, state }) => [
    ...(book ? [{ field: "book", is: "=" as const, value: book }] : []),
    ...(state ? [{ field: "state", is: "=" as const, value: state }] : []),
  ],
  order: () => [
    { field: "at", descending: true },
    { field: "form", descending: true },
  ],
  answer: (row) => row as FormRow,
});
