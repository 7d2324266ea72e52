import Type from "typebox";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { ownRows } from "../define/view-rows.ts";
import { BookNumber } from "./account-book.ts";

/** A difference that a count found and two officers posted; quantities in the declared unit, as decimal text. */
export type DifferenceRow = {
  readonly position: number;
  readonly line: string;
  readonly book: string;
  readonly office: string;
  readonly at: string;
  /** Who confirmed it. */
  readonly by: string;
  readonly status: string;
  readonly found: "more" | "less";
  readonly declared: string;
  readonly usd: string | null;
  readonly reason: string;
};

/** Differences of an office, newest first. */
export const listDifferences = defineList({
  name: "book-line.differences",
  title: { en: "Differences found by counts", zh: "盘点差异" },
  by: ["officer", "administrator"],
  request: Type.Object({ book: Type.Optional(BookNumber) }, closed),
  view: "difference",
  rows: (actor) => ownRows(actor, [], "office"),
  where: ({ book }) => (book ? [{ field: "book", is: "=" as const, value: book }] : []),
  order: () => [
    { field: "at", descending: true },
    { field: "position", descending: true },
  ],
  answer: (row) => row as DifferenceRow,
});
