import Type from "typebox";
import { AccountBookRecord, BookNumber } from "../account-book/account-book.ts";
import { LineId } from "../account-book/book-line.ts";
import type { Goods } from "../account-book/goods.ts";
import { holds } from "../define/actor.ts";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { must } from "../define/record.ts";
import { everyRow } from "../define/view-rows.ts";

/** One act on a book or a line of it, beside the moves of goods; what the act did not say is null. */
export type BookActRow = {
  /** The act's own name: its entry's position, and its place in it. */
  readonly act: string;
  readonly book: string;
  readonly position: number;
  /** 0 for the act as a whole; the lines that a change is of follow. */
  readonly n: number;
  readonly at: string;
  /** What happened, for example "account-book.change-decided". */
  readonly type: string;
  /** The account that did it. */
  readonly actor: string;
  readonly line: string | null;
  readonly accept: boolean | null;
  readonly reason: string | null;
  readonly validUntil: string | null;
  readonly pause: string | null;
  /** The goods that a line was to have from then on. */
  readonly goods: Goods | null;
  /** How many lines a change is of. */
  readonly lines: number | null;
};

/** What was asked and decided about a book or one line of it, the first act first; whoever may see the book may see it. */
export const bookStory = defineList({
  name: "account-book.story",
  title: { en: "What changed in a book", zh: "账册变更记录" },
  by: ["declarant", "officer", "administrator"],
  request: Type.Object({ book: BookNumber, line: Type.Optional(LineId) }, closed),
  view: "book-act",
  of: {
    needs: ({ book }) => [must(AccountBookRecord, book, "/book")],
    sees: (actor, { book }, records) => {
      const it = records.find(AccountBookRecord, book);
      return (
        it !== undefined &&
        (holds(actor, ["officer", "administrator"], "anywhere") ||
          holds(actor, ["declarant"], [`party/${it.party}`]))
      );
    },
  },
  rows: () => everyRow,
  where: ({ book, line }) => [
    { field: "book", is: "=", value: book },
    ...(line ? [{ field: "line", is: "=" as const, value: line }] : []),
  ],
  order: () => [{ field: "book" }, { field: "position" }, { field: "n" }],
  answer: (row) => ({ act: `${row.position}-${row.n}`, ...row }) as BookActRow,
});
