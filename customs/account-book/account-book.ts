/** A logistics book (物流账册): what an enterprise of a zone holds under customs supervision. Domain 2.3, 2.4.3, 2.5.2. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type StateTable, step } from "@openftz/kernel/states.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Day, OfficeCode, PartyId, Reference, ZoneId } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";

/** Where a book can stand. */
export type BookState = "declared" | "effective" | "rejected" | "closed";

/** The states as a table. */
export const BOOK_STATES: StateTable<BookState> = {
  declared: ["effective", "rejected"],
  effective: ["closed"],
  rejected: [],
  closed: [],
};

/** T, the customs office, W for logistics, and six digits and letters of its own. */
export const BookNumber = Type.String({
  pattern: "^T[0-9]{4}W[0-9A-Z]{6}$",
  description: "12 characters: T, office, W, six digits or capital letters.",
});

/** How inbound goods are entered: each as a new line, or added to the line of the same part. */
export const BookMode = Type.Union([Type.Literal("accumulate"), Type.Literal("separate")]);

/** What an enterprise says of a book that it asks for. */
export const BookHead = {
  zone: ZoneId,
  office: OfficeCode,
  party: PartyId,
  mode: BookMode,
  validUntil: Day,
};

/** What the journal says of a book; its lines are records of their own. */
export type AccountBook = {
  readonly number: string;
  readonly zone: string;
  readonly office: string;
  readonly party: string;
  readonly mode: "accumulate" | "separate";
  readonly validUntil: PlainDate;
  readonly state: BookState;
  /** How many lines it has ever had: the next one's number is one more. */
  readonly lines: number;
};

/** What was asked for, as it was asked. */
export type BookRequest = Omit<AccountBook, "number" | "state" | "lines"> & { readonly reference: string };

/** The body of `account-book.opened`. */
export type BookOpened = { readonly request: BookRequest; readonly number: string };

/** An enterprise asked for a book. */
export const accountBookOpened = defineEntry({
  type: "account-book.opened",
  version: 1,
  body: Type.Object({
    request: Type.Object({ reference: Reference, ...BookHead }, closed),
    number: BookNumber,
  }),
});

/** An officer took the book into force, or rejected it. */
export const accountBookDecided = defineEntry({
  type: "account-book.decided",
  version: 1,
  body: Type.Object({ book: BookNumber, accept: Type.Boolean(), reason: Type.String() }, closed),
});

/** The book record. */
export const AccountBookRecord = defineRecord<AccountBook>({
  kind: "account-book",
  on: {
    "account-book.opened": (_, { body }: { body: BookOpened }) => {
      const { reference: _reference, ...head } = body.request;
      return { number: body.number, ...head, state: "declared", lines: 0 };
    },
    "account-book.decided": (book, { body }: { body: { accept: boolean } }) => ({
      ...book!,
      state: step(BOOK_STATES, book!.state, body.accept ? "effective" : "rejected"),
    }),
    "book-line.opened": (book, { body }: { body: { seq: number } }) => ({ ...book!, lines: body.seq }),
  },
});
