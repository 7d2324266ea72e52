/** What a paper does to the lines of its book: one batch of postings a line, or which line has too little of what. */
import type { Fraction } from "@openftz/kernel/fraction.ts";
import type { Balances } from "@openftz/kernel/ledger.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, type Records } from "../define/record.ts";
import { AccountBookRecord } from "./account-book.ts";
import { type BookLine, BookLineRecord } from "./book-line.ts";
import { type Moved, movedOn } from "./moved.ts";
import { byLine, type Placed, type Said } from "./paper-line.ts";
import { oddGoods, splitGoods, tooLittle } from "./short-goods.ts";
import {
  type Act,
  type Move,
  moveFor,
  NO_GOODS,
  onAccount,
  type Path,
  plus,
  statusOf,
  tryMove,
} from "./stock.ts";
import { movedWorth, type WorthChange, worthAfter } from "./worth.ts";

/** What moved, or why it cannot. */
export type Outcome = { readonly moved: readonly Moved[] } | { readonly faults: readonly Fault[] };

type Lines = readonly (Said & { readonly line: string })[];

/** Lines as the entries of one batch leave them, one after another: what a second entry does, it does after the first. */
export class MovingLines {
  readonly #records: Records;
  readonly #lines = new Map<string, Pick<BookLine, "balances" | "worth">>();

  constructor(records: Records) {
    this.#records = records;
  }

  /** Makes a move on a line, or tells that something is overdrawn; `change` is what it does to the line's worth. */
  try(id: string, move: Move, change?: WorthChange): Moved | undefined {
    const { balances, worth } = this.#lines.get(id) ?? this.#records.get(BookLineRecord, id);
    const moved = tryMove(balances, move);
    if ("kind" in moved) return undefined;
    const quantity = move.quantities.declared;
    const usd = change && movedWorth(worth, quantity, change);
    this.#lines.set(id, {
      balances: moved as Balances,
      worth: usd === undefined ? worth : worthAfter(worth, quantity, usd, statusOf(move.to) === undefined),
    });
    return movedOn(id, move, moved as Balances, usd);
  }

  /** Makes a move that an approved paper has laid its goods aside for. */
  must(id: string, move: Move, change?: WorthChange): Moved {
    const moved = this.try(id, move, change);
    if (!moved) throw new Error(`${id} lacks what its papers have laid aside`);
    return moved;
  }
}

/** What posting or deleting an approved paper does to its lines. Its goods are where the approval put them. */
export const moveApproved = (
  act: Act,
  said: Lines,
  path: Path,
  lines: MovingLines,
  change: (line: string) => WorthChange | undefined = () => undefined,
): readonly Moved[] =>
  [...byLine(said)].map(([line, quantities]) =>
    lines.must(line, moveFor(act, path, quantities), change(line)),
  );

/** Posts what a paper posted back, or tells which of its goods are no longer there. */
export const moveBack = (
  said: Lines,
  path: Path,
  records: Records,
  pointer: string,
  change: (line: string) => WorthChange | undefined,
): Outcome => {
  const lines = new MovingLines(records);
  const moved: Moved[] = [];
  const faults: Fault[] = [];
  for (const [id, quantities] of byLine(said)) {
    const move = moveFor("reverse", path, quantities);
    const done = lines.try(id, move, change(id));
    if (done) moved.push(done);
    else faults.push(tooLittle(pointer, records.get(BookLineRecord, id), move.from, quantities));
  }
  return faults.length > 0 ? { faults } : { moved };
};

/**
 * Approves a paper on its lines, or tells what is missing where, and which paper holds it; `tolerance` is the share by which
 * legal units may differ from the average of what leaves a shelf.
 */
export const moveDeclared = (
  placed: readonly Placed[],
  path: Path,
  tolerance: Fraction | undefined,
): Outcome => {
  const moved: Moved[] = [];
  const faults: Fault[] = [];
  for (const [line, indexes] of Map.groupBy(placed.keys(), (index) => placed[index]!.line)) {
    const quantities = indexes.map((index) => placed[index]!.quantities).reduce(plus, NO_GOODS);
    const move = moveFor("approve", path, quantities);
    const { known, goods } = placed[indexes[0]!]!;
    const pointer = `/lines/${indexes[0]}`;
    const balances = tryMove(known?.balances ?? {}, move);
    if ("kind" in balances) {
      faults.push(tooLittle(pointer, known!, move.from, quantities));
      continue;
    }
    const odd =
      tolerance &&
      known &&
      statusOf(path.from) &&
      oddGoods(onAccount(known.balances, path.from), quantities, goods, tolerance);
    if (odd) faults.push({ pointer, detail: `${line}: ${odd}` });
    const split = statusOf(path.from) && splitGoods(balances as Balances, path.from, goods);
    if (split) faults.push({ pointer, detail: `${line}: ${split}` });
    moved.push(movedOn(line, move, balances as Balances));
  }
  return faults.length > 0 ? { faults } : { moved };
};

/** The records of a paper, its book and its lines. */
export const paperRecords = (paper: string, book: string, lines: Iterable<string>): readonly string[] => [
  paper,
  keyOf(AccountBookRecord, book),
  ...[...new Set(lines)].map((line) => keyOf(BookLineRecord, line)),
];
