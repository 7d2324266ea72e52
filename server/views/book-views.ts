/** Books, their lines with the stock, and the lists that moved it. */
import type { BookOpened, ChangedLine } from "@openftz/customs/account-book/account-book.ts";
import type { Goods } from "@openftz/customs/account-book/goods.ts";
import type { ShelfColumn } from "@openftz/customs/account-book/list-books.ts";
import type { Moved } from "@openftz/customs/account-book/moved.ts";
import { SHELVES, STATUSES } from "@openftz/customs/account-book/stock.ts";
import type { Approved } from "@openftz/customs/bonded-list/bonded-list.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { ColumnType, RowOperation } from "../store.ts";
import { defineView } from "./view.ts";

/** Books. */
export const bookView = defineView({
  shape: {
    name: "account-book",
    version: 3,
    columns: {
      book: "text",
      kind: "text",
      zone: "text",
      office: "text",
      party: "text",
      mode: "text",
      validUntil: "text",
      state: "text",
      lines: "integer",
      pause: "text",
      change: "boolean",
    },
    key: ["book"],
    indexes: [["party"], ["office"]],
  },
  on: {
    "account-book.opened": ({ body }: Entry<never>) => {
      const { number: book, request } = body as BookOpened;
      const { reference: _reference, kind = "logistics", archive: _archive, ...head } = request;
      return [{ put: { book, kind, ...head, state: "declared", lines: 0, pause: "none", change: false } }];
    },
    "account-book.decided": ({ body }: Entry<never>) => {
      const { book, accept } = body as { book: string; accept: boolean };
      return [{ set: { state: accept ? "effective" : "rejected" }, where: { book } }];
    },
    "account-book.change-filed": ({ body }: Entry<never>) => [
      { set: { change: true }, where: { book: (body as { book: string }).book } },
    ],
    "account-book.change-decided": ({ body }: Entry<never>) => {
      const { book, accept, validUntil } = body as { book: string; accept: boolean; validUntil: string };
      return [{ set: { change: false, ...(accept && { validUntil }) }, where: { book } }];
    },
    "account-book.closed": ({ body }: Entry<never>) => [
      { set: { state: "closed" }, where: { book: (body as { book: string }).book } },
    ],
    "account-book.paused": ({ body }: Entry<never>) => {
      const { book, pause } = body as { book: string; pause: string };
      return [{ set: { pause }, where: { book } }];
    },
    "book-line.opened": ({ body }: Entry<never>) => {
      const { book, seq } = body as { book: string; seq: number };
      return [{ set: { lines: seq }, where: { book } }];
    },
  },
});

const COLUMNS = STATUSES.flatMap((status) => SHELVES.map((shelf): ShelfColumn => `${status}.${shelf}`));

const shelvesOf = <Value>(value: Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(COLUMNS.map((column) => [column, value]));

const moved = ({ body }: Entry<never>): readonly RowOperation[] =>
  (body as { moved: readonly Moved[] }).moved.map(({ line, after }) => ({
    set: Object.fromEntries(
      Object.entries(after).map(([account, count]) => [account.replace(":", "."), count]),
    ),
    where: { line },
  }));

/** Lines of books: quantities in the declared unit, as decimal text. */
export const bookLineView = defineView({
  shape: {
    name: "book-line",
    version: 2,
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
    "stock-slip.declared": moved,
    "stock-slip.passed": moved,
    "stock-slip.deleted": moved,
    "book-line.adjusted": moved,
    "account-book.change-decided": ({ body }: Entry<never>) => {
      const { accept, lines } = body as { accept: boolean; lines: readonly ChangedLine[] };
      if (!accept) return [];
      return lines.map(({ line, goods: { commodity, description } }) => ({
        set: { commodity, description },
        where: { line },
      }));
    },
  },
});

const stateIs =
  (state: string, more: Readonly<Record<string, null>> = {}) =>
  ({ body }: Entry<never>): readonly RowOperation[] => [
    { set: { state, ...more }, where: { list: (body as { list: string }).list } },
  ];

/** Verification lists. */
export const bondedListView = defineView({
  shape: {
    name: "bonded-list",
    version: 3,
    columns: {
      list: "text",
      reference: "text",
      book: "text",
      party: "text",
      office: "text",
      movement: "text",
      status: "text",
      counterparty: "text",
      declares: "boolean",
      declaration: "text",
      lines: "integer",
      state: "text",
      at: "text",
    },
    key: ["list"],
    indexes: [
      ["book", "at"],
      ["party", "at"],
      ["counterparty", "at"],
      ["office", "at"],
    ],
  },
  on: {
    "bonded-list.approved": ({ body, at }: Entry<never>) => {
      const { request, list, party, office, status, lines } = body as Approved & {
        request: { reference: string };
      };
      const { reference, book, movement, declares, counterparty = null } = request;
      return [
        {
          put: {
            ...{ list, reference, book, party, office, movement, status, declares },
            ...{ counterparty, declaration: null, lines: lines.length, state: "approved", at },
          },
        },
      ];
    },
    "bonded-list.covered": ({ body }: Entry<never>) => {
      const { list, declaration } = body as { list: string; declaration: string };
      return [{ set: { declaration }, where: { list } }];
    },
    "bonded-list.posted": ({ body }: Entry<never>) => {
      const { list, declaration } = body as { list: string; declaration: string | null };
      return [{ set: { state: "posted", declaration }, where: { list } }];
    },
    "bonded-list.deleted": stateIs("deleted", { declaration: null }),
    "bonded-list.reversed": stateIs("reversed"),
  },
});
