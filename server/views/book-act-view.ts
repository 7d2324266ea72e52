import type { BookOpened, ChangedLine } from "@openftz/customs/account-book/account-book.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { Row, RowOperation } from "../store.ts";
import { defineView } from "./view.ts";

type Body = {
  readonly book: string;
  readonly line?: string;
  readonly accept?: boolean;
  readonly reason?: string;
  readonly validUntil?: string;
  readonly pause?: string;
  readonly lines?: readonly ChangedLine[];
};

const bookOf = (line: string): string => line.slice(0, line.lastIndexOf("-"));

/** The act as a whole, then one row for each line that it is of. */
const acts = ({ type, position, at, actor, body }: Entry<never>): readonly RowOperation[] => {
  const { line = null, accept = null, reason = null, validUntil = null, pause = null, lines } = body as Body;
  const book = line === null ? (body as Body).book : bookOf(line);
  const row = (n: number, more: Row): RowOperation => ({
    put: { book, position, n, at, type, actor, line, accept, reason, pause, ...more },
  });
  return [
    row(0, { validUntil, lines: lines?.length ?? null }),
    ...(lines ?? []).map(({ line: of, goods }, index) => row(index + 1, { line: of, goods })),
  ];
};

/** What was asked and decided about books and their lines. */
export const bookActView = defineView({
  shape: {
    name: "book-act",
    version: 1,
    columns: {
      book: "text",
      position: "integer",
      n: "integer",
      at: "text",
      type: "text",
      actor: "text",
      line: "text",
      accept: "boolean",
      reason: "text",
      validUntil: "text",
      pause: "text",
      goods: "json",
      lines: "integer",
    },
    key: ["book", "position", "n"],
    indexes: [["line", "position", "n"]],
  },
  on: {
    "account-book.opened": ({ body, type, position, at, actor }: Entry<never>) => {
      const { number: book, request } = body as BookOpened;
      return [{ put: { book, position, n: 0, at, type, actor, validUntil: request.validUntil } }];
    },
    "account-book.decided": acts,
    "account-book.change-filed": acts,
    "account-book.change-decided": acts,
    "account-book.closed": acts,
    "account-book.paused": acts,
    "book-line.paused": acts,
  },
});
