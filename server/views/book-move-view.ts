import type { Moved } from "@openftz/customs/account-book/moved.ts";
import type { Status } from "@openftz/customs/account-book/stock.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { RowOperation } from "../store.ts";
import { defineView } from "./view.ts";

type Body = {
  readonly list?: string | null;
  readonly slip?: string;
  readonly status: Status;
  readonly reason?: string;
  readonly moved: readonly Moved[];
};

const moves = ({ type, position, at, body }: Entry<never>): readonly RowOperation[] => {
  const { list, slip, status, reason = null, moved } = body as Body;
  const paper = list ?? slip ?? null;
  return moved.map(({ line, from, to, declared, after, usd = null }, n) => ({
    put: {
      ...{ line, position, n, at, type, paper, reason, status, from, to, declared, usd },
      ...{ fromAfter: after[from] ?? null, toAfter: after[to] ?? null },
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
      paper: "text",
      reason: "text",
      status: "text",
      from: "text",
      to: "text",
      declared: "text",
      usd: "text",
      fromAfter: "text",
      toAfter: "text",
    },
    key: ["line", "position", "n"],
    indexes: [],
  },
  on: {
    "bonded-list.approved": moves,
    "bonded-list.posted": moves,
    "bonded-list.deleted": moves,
    "bonded-list.reversed": moves,
    "stock-slip.declared": moves,
    "stock-slip.passed": moves,
    "stock-slip.deleted": moves,
    "book-line.adjusted": moves,
  },
});
