import Type from "typebox";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { ownRows } from "../define/view-rows.ts";
import { BookNumber } from "./account-book.ts";
import type { Shelf, Status } from "./stock.ts";

const READERS = ["declarant", "officer", "administrator"] as const;

/** A book as lists show it. */
export type BookRow = {
  readonly book: string;
  readonly kind: string;
  readonly zone: string;
  readonly office: string;
  readonly party: string;
  readonly mode: string;
  readonly validUntil: string;
  readonly state: string;
  readonly lines: number;
  readonly pause: string;
  /** True while a change waits for its decision. */
  readonly change: boolean;
};

/** Books: an enterprise sees its own, an officer those of the office. */
export const listBooks = defineList({
  name: "account-book.list",
  title: { en: "Books", zh: "账册" },
  by: READERS,
  request: Type.Object({}, closed),
  view: "account-book",
  rows: (actor) => ownRows(actor, ["party"], "office"),
  where: () => [],
  order: () => [{ field: "book" }],
  answer: (row) => row as BookRow,
});

/** A column of the stock view: what lies on a shelf under a status, for example "bonded.stock". */
export type ShelfColumn = `${Status}.${Shelf}`;

/** A line of a book as lists show it; quantities in the declared unit, as decimal text. */
export type BookLineRow = {
  readonly line: string;
  readonly book: string;
  readonly seq: number;
  readonly party: string;
  readonly office: string;
  readonly part: string;
  readonly commodity: string;
  readonly description: string;
  readonly origin: string;
  readonly unit: string;
} & Readonly<Record<ShelfColumn, string>>;

/** The lines of a book with their stock, by line number; found by the beginning of a part number or commodity. */
export const listBookLines = defineList({
  name: "account-book.lines",
  title: { en: "Stock of a book", zh: "账册库存" },
  by: READERS,
  request: Type.Object(
    {
      book: Type.Optional(BookNumber),
      part: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
      commodity: Type.Optional(Type.String({ pattern: "^[0-9]{2,10}$" })),
    },
    closed,
  ),
  view: "book-line",
  rows: (actor) => ownRows(actor, ["party"], "office"),
  where: ({ book, part, commodity }) => [
    ...(book ? [{ field: "book", is: "=" as const, value: book }] : []),
    ...(part ? [{ field: "part", is: "prefix" as const, value: part }] : []),
    ...(commodity ? [{ field: "commodity", is: "prefix" as const, value: commodity }] : []),
  ],
  order: () => [{ field: "book" }, { field: "seq" }, { field: "line" }],
  answer: (row) => row as BookLineRow,
});
