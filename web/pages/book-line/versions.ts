/** The versions of a line's goods, and what was asked and decided about them. */
import type { ListRow, ShownLine } from "../../api/types.ts";
import { type BookEvent, bookEvents } from "../book/book-story.ts";

type Row = ListRow<"account-book.story">;
type Goods = ShownLine["goods"];

export type Version = {
  readonly event: BookEvent;
  /** What an accepted change made of the goods: the fields that differ. */
  readonly changes: readonly {
    readonly field: "commodity" | "description";
    readonly before: string;
    readonly after: string;
  }[];
};

const FIELDS = ["commodity", "description"] as const;

const changesOf = (before: Goods, after: Goods): Version["changes"] =>
  FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));

/** Pauses, and changes that were decided; an accepted one is the next version of the goods. */
export const versionsOf = (
  { goods, before }: Pick<ShownLine, "goods" | "before">,
  rows: readonly Row[],
): readonly Version[] => {
  const states = [...before, goods];
  let at = 0;
  const decided = rows.filter(({ type }) => type !== "account-book.change-filed");
  return decided.flatMap((row) =>
    bookEvents([{ ...row, n: 0 }]).map((event) => {
      const accepted = row.type === "account-book.change-decided" && row.accept === true;
      if (!accepted) return { event: { ...event, version: null }, changes: [] };
      at += 1;
      const [from, to] = [states[at - 1], states[at]];
      return { event: { ...event, version: at + 1 }, changes: from && to ? changesOf(from, to) : [] };
    }),
  );
};
