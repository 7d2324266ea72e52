/**
 * The items of the declaration that a verification list needs: lines of equal goods become one item, with the rounding of
 * the Single Window. Domain 3.13.
 */
import { divide, formatFixed, fromScaled, round } from "@openftz/kernel/fraction.ts";
import { QUANTITY_DIGITS } from "@openftz/kernel/quantity.ts";
import type { Goods } from "../account-book/goods.ts";
import type { PaperLine } from "../account-book/paper-line.ts";
import { countOf, textOf } from "../account-book/stock.ts";
import { MOST_GOODS_ITEMS } from "../declaration/content.ts";
import { type Problem, problem } from "../define/problem.ts";

const TOTAL_DIGITS = 2;
const PRICE_DIGITS = 4;

/** A line of a list with its goods; `alone` when it is marked not to be merged with any other. */
export type LineToMerge = Omit<Goods, "part"> &
  Omit<PaperLine, "line" | "goods"> & { readonly destination?: string; readonly alone?: boolean };

/** An item of the declaration, with the lines of the list (from 1) that it stands for. Numbers are decimal text. */
export type MergedItem = Omit<Goods, "part"> & {
  readonly item: number;
  readonly destination?: string;
  readonly currency: string;
  readonly quantity: string;
  readonly lawful: string;
  readonly second?: string;
  /** Of the total, to two decimals. */
  readonly total: string;
  /** Total divided by quantity, to four decimals, half to even. */
  readonly unitPrice: string;
  readonly netMassKg: string;
  readonly grossMassKg: string;
  readonly lines: readonly number[];
};

/** What became of a list: its items, and for each of its lines the number of its item (EntryGdsSeqno). */
export type Merged = { readonly items: readonly MergedItem[]; readonly itemOf: readonly number[] };

/** What lines must have in common to be one item; legal units too, as only what is counted in one unit can be added. */
const kindOf = (line: LineToMerge, index: number): string =>
  JSON.stringify([
    ...[line.commodity, line.description, line.unit, line.origin, line.destination, line.value.currency],
    ...[line.lawfulUnit, line.secondUnit, line.alone ? index : "merged"],
  ]);

/** Merges the lines of a list, items in the order of their first lines; more than a declaration can have are refused. */
export const mergeLines = (lines: readonly LineToMerge[]): Merged | { readonly problem: Problem } => {
  const groups = [...Map.groupBy(lines.keys(), (index) => kindOf(lines[index]!, index)).values()];
  if (groups.length > MOST_GOODS_ITEMS)
    return {
      problem: problem(
        "invalid-request",
        `The ${lines.length} lines of the list make ${groups.length} items, and a declaration has at most ${MOST_GOODS_ITEMS}.`,
        `Delete the list and declare its goods in ${Math.ceil(groups.length / MOST_GOODS_ITEMS)} lists or more, each with at most ${MOST_GOODS_ITEMS} kinds of goods.`,
      ),
    };
  const itemOf = Array<number>(lines.length);
  const items = groups.map((indexes, group) => {
    for (const index of indexes) itemOf[index] = group + 1;
    return itemFrom(lines, indexes, group + 1);
  });
  return { items, itemOf };
};

const itemFrom = (lines: readonly LineToMerge[], indexes: readonly number[], item: number): MergedItem => {
  const { commodity, description, unit, lawfulUnit, secondUnit, origin, destination, value } =
    lines[indexes[0]!]!;
  const sum = (pick: (line: LineToMerge) => string): bigint =>
    indexes.reduce((so, index) => so + countOf(pick(lines[index]!)), 0n);
  const quantity = sum(({ declared }) => declared);
  const total = round(
    fromScaled(
      sum((line) => line.value.amount),
      QUANTITY_DIGITS,
    ),
    TOTAL_DIGITS,
    "half-up",
  );
  const price = divide(fromScaled(total, TOTAL_DIGITS), fromScaled(quantity, QUANTITY_DIGITS));
  return {
    ...{ item, commodity, description, unit, origin },
    ...(destination !== undefined && { destination }),
    currency: value.currency,
    quantity: textOf(quantity),
    lawfulUnit,
    lawful: textOf(sum(({ lawful }) => lawful)),
    ...(secondUnit !== undefined && { secondUnit, second: textOf(sum(({ second = "0" }) => second)) }),
    total: formatFixed(total, TOTAL_DIGITS),
    unitPrice: formatFixed(round(price, PRICE_DIGITS, "half-even"), PRICE_DIGITS),
    netMassKg: textOf(sum(({ netMassKg }) => netMassKg)),
    grossMassKg: textOf(sum(({ grossMassKg }) => grossMassKg)),
    lines: indexes.map((index) => index + 1),
  };
};
