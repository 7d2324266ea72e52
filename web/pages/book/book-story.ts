/** What was asked and decided about a book, as events: rows of one act together, validity before and after. */
import type { ListRow } from "../../api/types.ts";
import type { Key } from "../../catalogue/catalogue.ts";

type Row = ListRow<"account-book.story">;

export type BookEvent = {
  readonly position: number;
  readonly at: string;
  readonly by: string;
  readonly words: Key;
  readonly reason: string | null;
  /** The line that was paused, or let move again. */
  readonly line: string | null;
  /** The version of the book since then. */
  readonly version: number | null;
  readonly validity: readonly [before: string | null, after: string] | null;
  readonly lines: readonly { readonly line: string; readonly goods: NonNullable<Row["goods"]> }[];
};

const wordsOf = ({ type, accept, pause }: Row): Key => {
  switch (type) {
    case "account-book.opened":
      return "bookStory.opened";
    case "account-book.decided":
      return accept ? "bookStory.accepted" : "bookStory.rejected";
    case "account-book.change-filed":
      return "bookStory.changeAsked";
    case "account-book.change-decided":
      return accept ? "bookStory.changeAccepted" : "bookStory.changeDeclined";
    case "account-book.closed":
      return "bookStory.closed";
    case "book-line.paused":
      return pause === "none" ? "bookStory.lineMoves" : `bookStory.linePaused.${pause as "in"}`;
    default:
      return pause === "none" ? "bookStory.moves" : `bookStory.paused.${pause as "in"}`;
  }
};

/** The first act first. A change says what it is of when it is asked for; its decision says which version it made. */
export const bookEvents = (rows: readonly Row[]): readonly BookEvent[] => {
  let version = 1;
  let until: string | null = null;
  return rows
    .filter(({ n }) => n === 0)
    .map((row) => {
      const { position, at, actor, reason, line, validUntil, type, accept } = row;
      const isAccepted = type === "account-book.change-decided" && accept === true;
      const asks = type === "account-book.opened" || type === "account-book.change-filed";
      const validity =
        asks && validUntil !== null && validUntil !== until ? ([until, validUntil] as const) : null;
      if (isAccepted) version += 1;
      if (type === "account-book.opened" || isAccepted) until = validUntil;
      return {
        ...{ position, at, by: actor, words: wordsOf(row), reason, line, validity },
        version: isAccepted ? version : null,
        lines: asks
          ? rows.flatMap((each) =>
              each.position === position && each.line !== null && each.goods !== null
                ? [{ line: each.line, goods: each.goods }]
                : [],
            )
          : [],
      };
    });
};
