/** What a list does to the lines of its book: one batch of postings a line, or which line has too little of what. */
import type { Balances } from "@openftz/kernel/ledger.ts";
import { type BookLine, BookLineRecord, type Goods, type Moved, movedOn } from "../account-book/book-line.ts";
import { splitGoods, tooLittle } from "../account-book/short-goods.ts";
import {
  countOf,
  type Move,
  moves,
  NO_GOODS,
  plus,
  type Quantities,
  type Status,
  tryMove,
} from "../account-book/stock.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, type Records } from "../define/record.ts";
import { type BondedList, type Line, MOVEMENTS, type Movement } from "./bonded-list.ts";

/** The quantities of a line of a list, in hundred-thousandths. */
export const quantitiesOf = ({ declared, lawful, second }: Omit<Line, "goods" | "line">): Quantities => ({
  declared: countOf(declared),
  lawful: countOf(lawful),
  second: second === undefined ? 0n : countOf(second),
});

/** The quantities of a list by line of the book, in the order in which the lines are first named. */
export const byLine = (
  lines: readonly (Omit<Line, "goods" | "line"> & { readonly line: string })[],
): ReadonlyMap<string, Quantities> => {
  const sums = new Map<string, Quantities>();
  for (const line of lines) sums.set(line.line, plus(sums.get(line.line) ?? NO_GOODS, quantitiesOf(line)));
  return sums;
};

/** What happens to goods when a list is approved, posted, deleted, or reversed after it was posted. */
export type Act = "approve" | "post" | "delete" | "reverse";

/** The move that an act on a list makes of goods of one line. */
export const moveFor = (
  act: Act,
  { movement, status }: { readonly movement: Movement; readonly status: Status },
  quantities: Quantities,
): Move => {
  const { inbound, outside } = MOVEMENTS[movement];
  if (act === "reverse")
    return inbound
      ? moves.undoArrival(status, outside, quantities)
      : moves.undoLeaving(status, outside, quantities);
  if (inbound) {
    if (act === "approve") return moves.announce(status, outside, quantities);
    return act === "post" ? moves.arrive(status, quantities) : moves.recall(status, outside, quantities);
  }
  if (act === "approve") return moves.reserve(status, quantities);
  return act === "post" ? moves.leave(status, outside, quantities) : moves.giveBack(status, quantities);
};

/** What an act on a list that was approved does to its lines. Its goods are where the approval put them. */
export const moveApproved = (act: "post" | "delete", list: BondedList, records: Records): readonly Moved[] =>
  [...byLine(list.lines)].map(([line, quantities]) => {
    const move = moveFor(act, list, quantities);
    const balances = tryMove(records.get(BookLineRecord, line).balances, move);
    if ("kind" in balances) throw new Error(`${list.number} is approved, and ${line} lacks its goods`);
    return movedOn(line, move, balances as Balances, list.status);
  });

/** Posts a posted list back, or tells which of its goods are no longer there. */
export const moveBack = (
  list: BondedList,
  records: Records,
): { readonly moved: readonly Moved[] } | { readonly faults: readonly Fault[] } => {
  const moved: Moved[] = [];
  const faults: Fault[] = [];
  for (const [id, quantities] of byLine(list.lines)) {
    const line = records.get(BookLineRecord, id);
    const move = moveFor("reverse", list, quantities);
    const balances = tryMove(line.balances, move);
    if ("kind" in balances) faults.push(tooLittle("/list", line, line.goods, list.status, quantities));
    else moved.push(movedOn(id, move, balances as Balances, list.status));
  }
  return faults.length > 0 ? { faults } : { moved };
};

/** The records of a list and its lines. */
export const listRecords = (list: string, lines: Iterable<string>): readonly string[] => [
  `bonded-list/${list}`,
  ...[...new Set(lines)].map((line) => keyOf(BookLineRecord, line)),
];

/** A line of a list with the line of the book that it is of; `opened` when the list brings it into the book. */
export type Placed = {
  readonly line: string;
  readonly goods: Goods;
  readonly quantities: Quantities;
  readonly known: BookLine | undefined;
};

/** Approves a list on its lines, or tells what is missing where, and which paper holds it. */
export const moveDeclared = (
  placed: readonly Placed[],
  movement: Movement,
  status: Status,
): { readonly moved: readonly Moved[] } | { readonly faults: readonly Fault[] } => {
  const moved: Moved[] = [];
  const faults: Fault[] = [];
  for (const [line, indexes] of Map.groupBy(placed.keys(), (index) => placed[index]!.line)) {
    const quantities = indexes.map((index) => placed[index]!.quantities).reduce(plus, NO_GOODS);
    const move = moveFor("approve", { movement, status }, quantities);
    const { known, goods } = placed[indexes[0]!]!;
    const pointer = `/lines/${indexes[0]}`;
    const balances = tryMove(known?.balances ?? {}, move);
    if ("kind" in balances) {
      faults.push(tooLittle(pointer, known!, goods, status, quantities));
      continue;
    }
    const split = MOVEMENTS[movement].inbound ? undefined : splitGoods(balances as Balances, status, goods);
    if (split) faults.push({ pointer, detail: `${line}: ${split}` });
    moved.push(movedOn(line, move, balances as Balances, status));
  }
  return faults.length > 0 ? { faults } : { moved };
};
