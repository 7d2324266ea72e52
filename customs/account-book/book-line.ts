/** One line of a book: goods of one part, their units, and their stock as a ledger. A record of its own. */
import type { Balances } from "@openftz/kernel/ledger.ts";
import Type from "typebox";
import { MOST_DOCUMENTS } from "../declaration/content.ts";
import { defineEntry } from "../define/entry-type.ts";
import { OfficeCode, PartyId } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";
import { BookNumber, type ChangedLine, type Pause, PauseField } from "./account-book.ts";
import { type Goods, LineGoods } from "./goods.ts";
import { LineMoved, type Moved, moveOf } from "./moved.ts";
import { countOf, type Move, statusOf, tryMove } from "./stock.ts";
import { NO_WORTH, type Worth, worthAfter } from "./worth.ts";

/** What the journal says of a line. */
export type BookLine = {
  readonly id: string;
  readonly book: string;
  readonly seq: number;
  /** The enterprise whose book it is. */
  readonly party: string;
  readonly goods: Goods;
  /** The goods as they were filed before each change: a paper under way keeps to what it was declared on. */
  readonly before: readonly Goods[];
  readonly balances: Balances;
  /** The papers that hold a part of its goods: what is missing is to be asked there. */
  readonly heldBy: readonly { readonly paper: string; readonly declared: bigint }[];
  readonly pause: Pause;
  readonly worth: Worth;
  /** Documents that customs looked at when its goods came from abroad. */
  readonly documents: readonly { readonly kind: string; readonly number: string }[];
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
  version: 2,
  body: Type.Object({
    line: Type.String(),
    list: Type.Null(),
    status: Type.String(),
    reason: Type.String(),
    moved: Type.Array(LineMoved),
  }),
});

/** An officer stopped what moves on a line, or let it move again. */
export const bookLinePaused = defineEntry({
  type: "book-line.paused",
  version: 1,
  body: Type.Object({ line: Type.String(), pause: PauseField, reason: Type.String() }),
});

/** A line, as people name it. */
export const LineId = Type.String({
  pattern: "^T[0-9]{4}W[0-9A-Z]{6}-[1-9][0-9]{0,8}$",
  description: "The book's number, a hyphen, and the line's, for example T2218W00004C-12.",
});

/** The id of a line: the book's number and the line's. */
export const lineId = (book: string, seq: number): string => `${book}-${seq}`;

/** The goods of a line as they stood after so many changes. */
export const goodsAt = ({ goods, before }: BookLine, changes: number): Goods => before[changes] ?? goods;

type Step<Body> = { readonly body: Body };
/** What moved, and under which paper; a correction has none. */
type OnLines = { readonly list?: string | null; readonly slip?: string; readonly moved: readonly Moved[] };

const HELD = /:(reserved|claimed)$/;

/** What a move lays aside for a paper, less what it takes from there, in the declared unit. */
const heldBy = ({ from, to, quantities: { declared } }: Move): bigint =>
  (HELD.test(to) ? declared : 0n) - (HELD.test(from) ? declared : 0n);

const moveOn = (line: BookLine, paper: string | undefined, move: Move): BookLine => {
  const balances = tryMove(line.balances, move);
  if ("kind" in balances)
    throw new Error(`a posting in the journal overdraws ${line.id}: ${balances.account}`);
  if (paper === undefined) return { ...line, balances: balances as Balances };
  const declared = (line.heldBy.find((held) => held.paper === paper)?.declared ?? 0n) + heldBy(move);
  const others = line.heldBy.filter((held) => held.paper !== paper);
  return {
    ...line,
    balances: balances as Balances,
    heldBy: declared > 0n ? [...others, { paper, declared }] : others,
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
  movesOf(body, line!.id).reduce(
    (now, moved) => valued(moveOn(now, body.list ?? body.slip, moveOf(moved)), moved),
    line!,
  );

const valued = (line: BookLine, { to, declared, usd }: Moved): BookLine =>
  usd === undefined
    ? line
    : {
        ...line,
        worth: worthAfter(line.worth, countOf(declared), countOf(usd), statusOf(to) === undefined),
      };

/** The newest documents of a line, each once. */
const withMore = (known: BookLine["documents"], more: BookLine["documents"]): BookLine["documents"] => {
  const all = new Map([...known, ...more].map((each) => [`${each.kind} ${each.number}`, each]));
  return [...all.values()].slice(-MOST_DOCUMENTS);
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
      before: [],
      balances: {},
      heldBy: [],
      pause: "none",
      worth: NO_WORTH,
      documents: [],
    }),
    "bonded-list.approved": movedBy,
    "bonded-list.posted": (line, entry: Step<OnLines & { documents?: BookLine["documents"] }>) => {
      const moved = movedBy(line, entry);
      const { documents = [] } = entry.body;
      return documents.length === 0 ? moved : { ...moved, documents: withMore(moved.documents, documents) };
    },
    "bonded-list.deleted": movedBy,
    "bonded-list.reversed": movedBy,
    "stock-slip.declared": movedBy,
    "stock-slip.passed": movedBy,
    "stock-slip.deleted": movedBy,
    "book-line.adjusted": movedBy,
    "book-line.paused": (line, { body }: Step<{ pause: Pause }>) => ({ ...line!, pause: body.pause }),
    "account-book.change-decided": (
      line,
      { body }: Step<{ accept: boolean; lines: readonly ChangedLine[] }>,
    ) => {
      const changed = body.lines.find((each) => each.line === line!.id);
      if (!changed || !body.accept) return line!;
      return { ...line!, goods: changed.goods, before: [...line!.before, line!.goods] };
    },
  },
});
