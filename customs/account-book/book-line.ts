/** One line of a book: goods of one part, their units, and their stock as a ledger. A record of its own. */
import type { Balances, Posting } from "@openftz/kernel/ledger.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { CountryCode, closed, OfficeCode, PartyId } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";
import { BookNumber } from "./account-book.ts";
import { onShelf, type Quantities, type Status, tryMoves } from "./stock.ts";

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

/** A posting on a line as an entry keeps it; the amount in hundred-thousandths of the unit, as text. */
export const LinePosting = Type.Object({
  from: Type.String(),
  to: Type.String(),
  asset: Type.String(),
  amount: Type.String(),
});

/** What an entry does to one line, and what lies on its shelves afterwards (decimal text, declared unit). */
export const LineMoved = Type.Object({
  line: Type.String(),
  postings: Type.Array(LinePosting),
  after: Type.Object({ coming: Type.String(), stock: Type.String(), reserved: Type.String() }),
});

/** See `LineMoved`. */
export type Moved = {
  readonly line: string;
  readonly postings: readonly {
    readonly from: string;
    readonly to: string;
    readonly asset: string;
    readonly amount: string;
  }[];
  readonly after: { readonly coming: string; readonly stock: string; readonly reserved: string };
};

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

/** The id of a line: the book's number and the line's. */
export const lineId = (book: string, seq: number): string => `${book}-${seq}`;

type Step<Body> = { readonly body: Body };
type OnLines = { readonly list: string; readonly moved: readonly Moved[] };

/** The postings of an entry on one line. */
const postingsOn = (line: BookLine, { body }: Step<OnLines>): readonly Posting[] =>
  body.moved
    .filter((moved) => moved.line === line.id)
    .flatMap(({ postings }) => postings.map((posting) => ({ ...posting, amount: BigInt(posting.amount) })));

const RESERVED = /:reserved$/;

/** What a batch puts onto the shelf of what is reserved, less what it takes from there, in the declared unit. */
const reservedBy = (postings: readonly Posting[]): bigint =>
  postings
    .filter(({ asset }) => asset === "declared")
    .reduce(
      (sum, { from, to, amount }) =>
        sum + (RESERVED.test(to) ? amount : 0n) - (RESERVED.test(from) ? amount : 0n),
      0n,
    );

const movedBy = (line: BookLine | undefined, entry: Step<OnLines>): BookLine => {
  const postings = postingsOn(line!, entry);
  const balances = tryMoves(line!.balances, postings);
  if ("kind" in balances)
    throw new Error(`a posting in the journal overdraws ${line!.id}: ${balances.account}`);
  const { list } = entry.body;
  const declared = (line!.heldBy.find((held) => held.list === list)?.declared ?? 0n) + reservedBy(postings);
  const others = line!.heldBy.filter((held) => held.list !== list);
  return {
    ...line!,
    balances: balances as Balances,
    heldBy: declared > 0n ? [...others, { list, declared }] : others,
  };
};

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
  },
});

/** What is there and free, under a status. */
export const availableIn = (line: BookLine, status: Status): Quantities =>
  onShelf(line.balances, status, "stock");
