import type { Moved } from "@openftz/customs/account-book/book-line.ts";
import type { Status } from "@openftz/customs/account-book/stock.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { RowOperation } from "../store.ts";
import { defineView } from "./view.ts";

type Body = {
  readonly list: string | null;
  readonly status: Status;
  readonly reason?: string;
  readonly moved: readonly Moved[];
};

const moves = ({ type, position, at, body }: Entry<never>): readonly RowOperation[] => {
  const { list, status, reason = null, moved } = body as Body;
  return moved.map(({ line, from, to, declared, after }, n) => ({
    put: {
      ...{ line, position, n, at, type, list, reason, status, from, to, declared },
      ...{ "after.coming": after.coming, "after.stock": after.stock, "after.reserved": after.reserved },
    },
  }));
};

/** Every move of goods of every line, in the order in which they happened. */
export const bookMoveView = defineView({
  shape: {
    name: "book-line-move",
    version: 1,
    columns: {
      line: "text",
      position: "integer",
      n: "integer",
      at: "text",
      type: "text",
      list: "text",
      reason: "text",
      status: "text",
      from: "text",
      to: "text",
      declared: "text",
      "after.coming": "text",
      "after.stock": "text",
      "after.reserved": "text",
    },
    key: ["line", "position", "n"],
    indexes: [],
  },
  on: {
    "bonded-list.approved": moves,
    "bonded-list.posted": moves,
    "bonded-list.deleted": moves,
    "bonded-list.reversed": moves,
    "book-line.adjusted": moves,
  },
});
