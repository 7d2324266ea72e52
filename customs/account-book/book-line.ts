/** One line of a book: goods of one part, their units, and their stock as a ledger. A record of its own. */
import type { Balances } from "@openftz/kernel/ledger.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { CountryCode, closed, OfficeCode, PartyId } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";
import { BookNumber } from "./account-book.ts";
import { countOf, type Move, onShelf, type Quantities, type Status, textOf, tryMove } from "./stock.ts";

const Unit = Type.String({
  pattern: "^[0-9A-Za-z]{1,8}$",
  description: "A unit of the code list, for example 035 or kg.",
});

/** The goods of a line, as they are filed. */
export const LineGoods = Type.Object(
  {
    part: Type.String({ minLength: 1, maxLength: 50, description: "The enterprise's own part number." }),
    commodity: Type.String({ pattern: "^[0-9]{10}$", description: "Ten digits." }),
    description: Type.String({ minLength: 1, maxLength: 255 }),
    origin: CountryCode,
    unit: Unit,
    lawfulUnit: Unit,
    secondUnit: Type.Optional(Unit),
  },
  closed,
);

/** See `LineGoods`. */
export type Goods = {
  readonly part: string;
  readonly commodity: string;
  readonly description: string;
  readonly origin: string;
  readonly unit: string;
  readonly lawfulUnit: string;
  readonly secondUnit?: string;
};

/** A move of goods of a line as an entry keeps it, and what lies on its shelves afterwards in the declared unit. */
export const LineMoved = Type.Object({
  line: Type.String(),
  from: Type.String(),
  to: Type.String(),
  declared: Type.String(),
  lawful: Type.String(),
  second: Type.Optional(Type.String()),
  after: Type.Object({ coming: Type.String(), stock: Type.String(), reserved: Type.String() }),
});

/** See `LineMoved`; quantities are decimal text. */
export type Moved = {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly declared: string;
  readonly lawful: string;
  readonly second?: string;
  readonly after: { readonly coming: string; readonly stock: string; readonly reserved: string };
};

/** The move of an entry, to be done on a line's ledger. */
export const moveOf = ({ from, to, declared, lawful, second = "0" }: Moved): Move => ({
  from,
  to,
  quantities: { declared: countOf(declared), lawful: countOf(lawful), second: countOf(second) },
});

/** The move of an entry, out of one that was done; `balances` are those afterwards. */
export const movedOn = (
  line: string,
  { from, to, quantities }: Move,
  balances: Balances,
  status: Status,
): Moved => ({
  line,
  from,
  to,
  declared: textOf(quantities.declared),
  lawful: textOf(quantities.lawful),
  ...(quantities.second > 0n && { second: textOf(quantities.second) }),
  after: {
    coming: textOf(onShelf(balances, status, "coming").declared),
    stock: textOf(onShelf(balances, status, "stock").declared),
    reserved: textOf(onShelf(balances, status, "reserved").declared),
  },
});

/** What the journal says of a line. */
export type BookLine = {
  readonly id: string;
  readonly book: string;
  readonly seq: number;
  /** The enterprise whose book it is. */
  readonly party: string;
  readonly goods: Goods;
  readonly balances: Balances;
  /** The lists that hold a part of its stock: what is missing is to be asked there. */
  readonly heldBy: readonly { readonly list: string; readonly declared: bigint }[];
};

/** A line was opened in a book. */
export const bookLineOpened = defineEntry({
  type: "book-line.opened",
  version: 1,
  body: Type.Object({
    line: Type.String(),
    book: BookNumber,
    seq: Type.Integer(),
    party: PartyId,
    office: OfficeCode,
    goods: LineGoods,
  }),
});

/** Two people set a line to what a count found. */
export const bookLineAdjusted = defineEntry({
  type: "book-line.adjusted",
  version: 1,
  body: Type.Object({
    line: Type.String(),
    list: Type.Null(),
    status: Type.String(),
    reason: Type.String(),
    moved: Type.Array(LineMoved),
  }),
});

/** A line, as people name it. */
export const LineId = Type.String({
  pattern: "^T[0-9]{4}W[0-9A-Z]{6}-[1-9][0-9]{0,8}$",
  description: "The book's number, a hyphen, and the line's, for example T2218W00004C-12.",
});

/** The id of a line: the book's number and the line's. */
export const lineId = (book: string, seq: number): string => `${book}-${seq}`;

type Step<Body> = { readonly body: Body };
type OnLines = { readonly list: string | null; readonly moved: readonly Moved[] };

const RESERVED = /:reserved$/;

/** What a move puts onto the shelf of what is reserved, less what it takes from there, in the declared unit. */
const reservedBy = ({ from, to, quantities: { declared } }: Move): bigint =>
  (RESERVED.test(to) ? declared : 0n) - (RESERVED.test(from) ? declared : 0n);

const moveOn = (line: BookLine, list: string | null, move: Move): BookLine => {
  const balances = tryMove(line.balances, move);
  if ("kind" in balances)
    throw new Error(`a posting in the journal overdraws ${line.id}: ${balances.account}`);
  if (list === null) return { ...line, balances: balances as Balances };
  const declared = (line.heldBy.find((held) => held.list === list)?.declared ?? 0n) + reservedBy(move);
  const others = line.heldBy.filter((held) => held.list !== list);
  return {
    ...line,
    balances: balances as Balances,
    heldBy: declared > 0n ? [...others, { list, declared }] : others,
  };
};

/** The moves of an entry by line: it is folded into hundreds of lines, each of which asks for its own. */
const movesByLine = new WeakMap<OnLines, ReadonlyMap<string, readonly Moved[]>>();

const movesOf = (body: OnLines, line: string): readonly Moved[] => {
  let known = movesByLine.get(body);
  if (!known) {
    known = Map.groupBy(body.moved, (moved) => moved.line);
    movesByLine.set(body, known);
  }
  return known.get(line) ?? [];
};

const movedBy = (line: BookLine | undefined, { body }: Step<OnLines>): BookLine =>
  movesOf(body, line!.id).reduce((now, moved) => moveOn(now, body.list, moveOf(moved)), line!);

/** The record of a line. */
export const BookLineRecord = defineRecord<BookLine>({
  kind: "book-line",
  on: {
    "book-line.opened": (
      _,
      { body }: Step<{ line: string; book: string; seq: number; party: string; goods: Goods }>,
    ) => ({
      id: body.line,
      book: body.book,
      seq: body.seq,
      party: body.party,
      goods: body.goods,
      balances: {},
      heldBy: [],
    }),
    "bonded-list.approved": movedBy,
    "bonded-list.posted": movedBy,
    "bonded-list.deleted": movedBy,
    "bonded-list.reversed": movedBy,
    "book-line.adjusted": movedBy,
  },
});

/** What is there and free, under a status. */
export const availableIn = (line: BookLine, status: Status): Quantities =>
  onShelf(line.balances, status, "stock");
