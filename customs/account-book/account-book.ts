/** A book (账册): what an enterprise of a zone holds under customs supervision. Domain 2.3, 2.4.3, 2.5.2. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type StateTable, step } from "@openftz/kernel/states.ts";
import Type from "typebox";
import { ArchiveNumber } from "../archive/archive.ts";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Day, OfficeCode, PartyId, Reference, ZoneId } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";
import { BOOK_KIND_NAMES, type BookKind } from "./book-kinds.ts";
import { type Goods, LineGoods } from "./goods.ts";
import { type Moved, moveOf } from "./moved.ts";
import { broughtBy } from "./stock.ts";

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
  description: "12 characters: T, office, W, six digits or capital letters, for example T2218W00004C.",
});

/** How inbound goods are entered: each as a new line, or added to the line of the same part. */
export const BookMode = Type.Union([Type.Literal("accumulate"), Type.Literal("separate")]);

/** Which way customs lets nothing move for the moment: a book or a line. Domain 2.3, pauseImpexpMarkcd. */
export const PauseField = Type.Union([
  Type.Literal("none"),
  Type.Literal("in"),
  Type.Literal("out"),
  Type.Literal("both"),
]);

/** See `PauseField`. */
export type Pause = "none" | "in" | "out" | "both";

/** True when a pause stops goods that come in, or go out. */
export const stops = (pause: Pause, inbound: boolean): boolean =>
  pause === "both" || pause === (inbound ? "in" : "out");

/** What an enterprise says of a book that it asks for. */
export const BookHead = {
  /** Absent: a logistics book. */
  kind: Type.Optional(Type.Union(BOOK_KIND_NAMES.map((kind) => Type.Literal(kind)))),
  /** The enterprise archive whose goods alone the book holds. */
  archive: Type.Optional(ArchiveNumber),
  zone: ZoneId,
  office: OfficeCode,
  party: PartyId,
  mode: BookMode,
  validUntil: Day,
};

/** A line of a book with the goods it is to have from now on. */
export type ChangedLine = { readonly line: string; readonly goods: Goods };

/** What an enterprise asks to change of a book: until an officer has decided, the book is what it was. */
export type BookChange = {
  readonly validUntil: PlainDate;
  readonly lines: readonly ChangedLine[];
};

/** What the journal says of a book; its lines are records of their own. */
export type AccountBook = {
  readonly number: string;
  readonly kind: BookKind;
  readonly archive: string | null;
  readonly zone: string;
  readonly office: string;
  readonly party: string;
  readonly mode: "accumulate" | "separate";
  readonly validUntil: PlainDate;
  readonly state: BookState;
  /** 1, and one more with each change that was accepted. */
  readonly version: number;
  readonly change: BookChange | null;
  readonly pause: Pause;
  /** How many lines it has ever had: the next one's number is one more. */
  readonly lines: number;
  /** All counts of all its lines together, in every unit: 0 only when nothing is left on any of them. */
  readonly counts: bigint;
  /** How many lists, slips, forms and passes of it are under way. */
  readonly papers: number;
  /** Goods that entered on a pass and are still to be declared, and the last day for it. */
  readonly undeclared: readonly { readonly pass: string; readonly by: PlainDate }[];
};

/** What was asked for, as it was asked. */
export type BookRequest = Pick<AccountBook, "zone" | "office" | "party" | "mode" | "validUntil"> & {
  readonly reference: string;
  readonly kind?: BookKind;
  readonly archive?: string;
};

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

const Lines = Type.Array(Type.Object({ line: Type.String(), goods: LineGoods }));

/** An enterprise asked to change a book. */
export const accountBookChangeFiled = defineEntry({
  type: "account-book.change-filed",
  version: 1,
  body: Type.Object({ book: BookNumber, validUntil: Day, lines: Lines, reason: Type.String() }),
});

/** An officer took the change into the book, or declined it. */
export const accountBookChangeDecided = defineEntry({
  type: "account-book.change-decided",
  version: 1,
  body: Type.Object({
    book: BookNumber,
    accept: Type.Boolean(),
    reason: Type.String(),
    validUntil: Day,
    lines: Lines,
  }),
});

/** An empty book was closed for ever. */
export const accountBookClosed = defineEntry({
  type: "account-book.closed",
  version: 1,
  body: Type.Object({ book: BookNumber, reason: Type.String() }),
});

/** An officer stopped what moves in a book, or let it move again. */
export const accountBookPaused = defineEntry({
  type: "account-book.paused",
  version: 1,
  body: Type.Object({ book: BookNumber, pause: PauseField, reason: Type.String() }),
});

type Step<Body> = { readonly body: Body };
type OnBook = { readonly moved: readonly Moved[] };

/** The book after goods moved on its lines, and after so many papers more are under way. */
const movedBy =
  (papers: number) =>
  (book: AccountBook | undefined, { body }: Step<OnBook>): AccountBook => ({
    ...book!,
    counts: body.moved.reduce((sum, moved) => sum + broughtBy(moveOf(moved)), book!.counts),
    papers: book!.papers + papers,
  });

/** The same after a list is gone: goods that entered on its pass are to be declared again. */
const endedBy =
  (papers: number) =>
  (
    book: AccountBook | undefined,
    entry: Step<OnBook & { undeclared?: AccountBook["undeclared"] }>,
  ): AccountBook => {
    const moved = movedBy(papers)(book, entry);
    return { ...moved, undeclared: [...moved.undeclared, ...(entry.body.undeclared ?? [])] };
  };

const withPapers =
  (papers: number) =>
  (book: AccountBook | undefined): AccountBook => ({ ...book!, papers: book!.papers + papers });

/** The book record. */
export const AccountBookRecord = defineRecord<AccountBook>({
  kind: "account-book",
  on: {
    "account-book.opened": (_, { body }: { body: BookOpened }) => {
      const { reference: _reference, kind = "logistics", archive = null, ...head } = body.request;
      return {
        ...{
          number: body.number,
          kind,
          archive,
          ...head,
          state: "declared",
          version: 1,
          change: null,
          pause: "none",
        },
        ...{ lines: 0, counts: 0n, papers: 0, undeclared: [] },
      };
    },
    "account-book.decided": (book, { body }: Step<{ accept: boolean }>) => ({
      ...book!,
      state: step(BOOK_STATES, book!.state, body.accept ? "effective" : "rejected"),
    }),
    "account-book.change-filed": (book, { body }: Step<BookChange>) => ({
      ...book!,
      change: { validUntil: body.validUntil, lines: body.lines },
    }),
    "account-book.change-decided": (book, { body }: Step<{ accept: boolean; validUntil: PlainDate }>) => ({
      ...book!,
      change: null,
      ...(body.accept && { validUntil: body.validUntil, version: book!.version + 1 }),
    }),
    "account-book.closed": (book) => ({ ...book!, state: step(BOOK_STATES, book!.state, "closed") }),
    "account-book.paused": (book, { body }: Step<{ pause: Pause }>) => ({ ...book!, pause: body.pause }),
    "book-line.opened": (book, { body }: Step<{ seq: number }>) => ({ ...book!, lines: body.seq }),
    "book-line.adjusted": movedBy(0),
    "bonded-list.approved": (book, entry: Step<OnBook & { pass?: string }>) => {
      const moved = movedBy(1)(book, entry);
      return { ...moved, undeclared: moved.undeclared.filter(({ pass }) => pass !== entry.body.pass) };
    },
    "bonded-list.posted": movedBy(-1),
    "bonded-list.deleted": endedBy(-1),
    "bonded-list.reversed": endedBy(0),
    "stock-slip.declared": movedBy(1),
    "stock-slip.passed": movedBy(-1),
    "stock-slip.deleted": movedBy(-1),
    "business-form.filed": withPapers(1),
    "business-form.decided": (book, { body }: Step<{ accept: boolean }>) =>
      withPapers(body.accept ? 0 : -1)(book),
    "business-form.closed": withPapers(-1),
    "gate-pass.approved": withPapers(1),
    "gate-pass.passed": (book, { body }: Step<{ pass: string; declareBy: PlainDate | null }>) => ({
      ...withPapers(-1)(book),
      undeclared:
        body.declareBy === null
          ? book!.undeclared
          : [...book!.undeclared, { pass: body.pass, by: body.declareBy }],
    }),
    "gate-pass.voided": withPapers(-1),
  },
});
