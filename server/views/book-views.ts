/** Books, their lines with the stock, and the lists that moved it. */
import type { BookOpened } from "@openftz/customs/account-book/account-book.ts";
import type { Goods, Moved } from "@openftz/customs/account-book/book-line.ts";
import type { ShelfColumn } from "@openftz/customs/account-book/list-books.ts";
import { STATUSES, type Status } from "@openftz/customs/account-book/stock.ts";
import type { Approved } from "@openftz/customs/bonded-list/bonded-list.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { ColumnType, RowOperation } from "../store.ts";
import { defineView } from "./view.ts";

/** Books. */
export const bookView = defineView({
  shape: {
    name: "account-book",
    version: 1,
    columns: {
      book: "text",
      zone: "text",
      office: "text",
      party: "text",
      mode: "text",
      validUntil: "text",
      state: "text",
      lines: "integer",
    },
    key: ["book"],
    indexes: [["party"], ["office"]],
  },
  on: {
    "account-book.opened": ({ body }: Entry<never>) => {
      const { number: book, request } = body as BookOpened;
      const { reference: _reference, ...head } = request;
      return [{ put: { book, ...head, state: "declared", lines: 0 } }];
    },
    "account-book.decided": ({ body }: Entry<never>) => {
      const { book, accept } = body as { book: string; accept: boolean };
      return [{ set: { state: accept ? "effective" : "rejected" }, where: { book } }];
    },
    "book-line.opened": ({ body }: Entry<never>) => {
      const { book, seq } = body as { book: string; seq: number };
      return [{ set: { lines: seq }, where: { book } }];
    },
  },
});

const SHELVES = STATUSES.flatMap((status): readonly ShelfColumn[] => [
  `${status}.coming`,
  `${status}.stock`,
  `${status}.reserved`,
]);

const shelvesOf = <Value>(value: Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(SHELVES.map((column) => [column, value]));

const put = (status: Status, moved: readonly Moved[]): readonly RowOperation[] =>
  moved.map(({ line, after }) => ({
    set: {
      [`${status}.coming`]: after.coming,
      [`${status}.stock`]: after.stock,
      [`${status}.reserved`]: after.reserved,
    },
    where: { line },
  }));

const moved = ({ body }: Entry<never>): readonly RowOperation[] => {
  const { status, moved: lines } = body as { status: Status; moved: readonly Moved[] };
  return put(status, lines);
};

/** Lines of books: quantities in the declared unit, as decimal text. */
export const bookLineView = defineView({
  shape: {
    name: "book-line",
    version: 1,
    columns: {
      line: "text",
      book: "text",
      seq: "integer",
      party: "text",
      office: "text",
      part: "text",
      commodity: "text",
      description: "text",
      origin: "text",
      unit: "text",
      ...shelvesOf<ColumnType>("text"),
    },
    key: ["line"],
    indexes: [["book", "seq"], ["book", "part"], ["party"]],
  },
  on: {
    "book-line.opened": ({ body }: Entry<never>) => {
      const { goods, ...line } = body as {
        line: string;
        book: string;
        seq: number;
        party: string;
        office: string;
        goods: Goods;
      };
      const { part, commodity, description, origin, unit } = goods;
      return [{ put: { ...line, part, commodity, description, origin, unit, ...shelvesOf("0") } }];
    },
    "bonded-list.approved": moved,
    "bonded-list.posted": moved,
    "bonded-list.deleted": moved,
    "bonded-list.reversed": moved,
    "book-line.adjusted": moved,
  },
});

const stateIs =
  (state: string) =>
  ({ body }: Entry<never>): readonly RowOperation[] => [
    { set: { state }, where: { list: (body as { list: string }).list } },
  ];

/** Verification lists. */
export const bondedListView = defineView({
  shape: {
    name: "bonded-list",
    version: 1,
    columns: {
      list: "text",
      reference: "text",
      book: "text",
      party: "text",
      office: "text",
      movement: "text",
      status: "text",
      declares: "boolean",
      lines: "integer",
      state: "text",
      at: "text",
    },
    key: ["list"],
    indexes: [
      ["book", "at"],
      ["party", "at"],
      ["office", "at"],
    ],
  },
  on: {
    "bonded-list.approved": ({ body, at }: Entry<never>) => {
      const { request, list, party, office, status, lines } = body as Approved & {
        request: { reference: string };
      };
      const { reference, book, movement, declares } = request;
      return [
        {
          put: {
            ...{ list, reference, book, party, office, movement, status, declares },
            ...{ lines: lines.length, state: "approved", at },
          },
        },
      ];
    },
    "bonded-list.posted": stateIs("posted"),
    "bonded-list.deleted": stateIs("deleted"),
    "bonded-list.reversed": stateIs("reversed"),
  },
});
