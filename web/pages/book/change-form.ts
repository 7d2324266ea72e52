/** A change of a book while it is typed, and what of it is asked for. */
import type { CommandRequest } from "../../api/types.ts";
import { seqOf } from "../declare-list/form.ts";

type Request = CommandRequest<"account-book.file-change">;

type Goods = { readonly commodity: string; readonly description: string };

/** A line with what its goods are now, and what they are to be. */
export type ChangedLine = Goods & { readonly line: string; readonly part: string; readonly now: Goods };

export type Change = { readonly validUntil: string; readonly lines: readonly ChangedLine[] };

const FIELDS = ["commodity", "description"] as const;

const differs = (line: ChangedLine): boolean => FIELDS.some((field) => line[field] !== line.now[field]);

/** The lines of which something is to change, in the order in which they are sent. */
export const sentLines = ({ lines }: Change): readonly ChangedLine[] => lines.filter(differs);

/** Only what differs is asked for. */
export const changeRequest = (
  book: { readonly number: string; readonly validUntil: string },
  change: Change,
  reason: string,
): Request => {
  const lines = sentLines(change).map((line) => ({
    line: seqOf(line.line),
    ...Object.fromEntries(
      FIELDS.filter((field) => line[field] !== line.now[field]).map((field) => [field, line[field].trim()]),
    ),
  }));
  return {
    book: book.number,
    ...(change.validUntil !== book.validUntil && { validUntil: change.validUntil as never }),
    ...(lines.length > 0 && { lines }),
    reason,
  };
};

/** Something is to change, and every line has a code and a name. */
export const isChangeReady = (book: { readonly validUntil: string }, change: Change): boolean =>
  (change.validUntil !== book.validUntil || sentLines(change).length > 0) &&
  change.validUntil !== "" &&
  change.lines.every(({ commodity, description }) => /^\d{10}$/.test(commodity) && description.trim() !== "");
