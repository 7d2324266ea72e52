import Type from "typebox";
import { BookNumber } from "../account-book/account-book.ts";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { ownRows } from "../define/view-rows.ts";

/** A verification list as lists show it. */
export type ListRow = {
  readonly list: string;
  readonly reference: string;
  readonly book: string;
  readonly party: string;
  /** The enterprise outside the zone that the list names as the one that declares its goods. */
  readonly counterparty: string | null;
  readonly office: string;
  readonly movement: string;
  readonly status: string;
  readonly declares: boolean;
  /** The released declaration that covers it. */
  readonly declaration: string | null;
  readonly lines: number;
  readonly state: string;
  readonly at: string;
};

/** Verification lists, newest first: an enterprise sees its own and those that name it, an officer those of the office. */
export const listLists = defineList({
  name: "bonded-list.list",
  title: { en: "Verification lists", zh: "核注清单" },
  by: ["declarant", "officer", "administrator"],
  request: Type.Object(
    {
      book: Type.Optional(BookNumber),
      state: Type.Optional(
        Type.Union([
          Type.Literal("approved"),
          Type.Literal("posted"),
          Type.Literal("deleted"),
          Type.Literal("reversed"),
        ]),
      ),
    },
    closed,
  ),
  view: "bonded-list",
  rows: (actor) => ownRows(actor, ["party", "counterparty"], "office"),
  where: ({ book, state }) => [
    ...(book ? [{ field: "book", is: "=" as const, value: book }] : []),
    ...(state ? [{ field: "state", is: "=" as const, value: state }] : []),
  ],
  order: () => [
    { field: "at", descending: true },
    { field: "list", descending: true },
  ],
  answer: (row) => row as ListRow,
});
