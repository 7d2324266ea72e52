/** What lies in zones: sums over the lines of all books, by status and account, each legal unit for itself. */
import type { BookOpened } from "@openftz/customs/account-book/account-book.ts";
import type { Goods } from "@openftz/customs/account-book/goods.ts";
import { type Moved, moveOf } from "@openftz/customs/account-book/moved.ts";
import { countOf, statusOf, textOf } from "@openftz/customs/account-book/stock.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { RowOperation } from "../store.ts";
import { defineView, type Projection } from "./view.ts";

type Place = { readonly zone: string; readonly office: string };

/** What is remembered of a line: where it is, and in which legal units its goods are counted. */
type Line = Place & { readonly units: readonly (readonly ["lawful" | "second", string])[] };

/** Codes of units that people also write as words: both are one unit. */
const WORDS: Readonly<Record<string, string>> = { "035": "kg", "036": "g" };

const unitsOf = ({ lawfulUnit, secondUnit }: Goods): Line["units"] => {
  const [first, second] = [lawfulUnit, secondUnit].map((unit) => unit && (WORDS[unit] ?? unit));
  return [["lawful", first!], ...(second && second !== first ? [["second", second] as const] : [])];
};

type Cells = Place & { readonly status: string; readonly account: string; readonly unit: string };

/** What a move does to the sums of its line's zone. */
const changesOf = ({ units, zone, office }: Line, moved: Moved): readonly (readonly [Cells, bigint])[] => {
  const { from, to, quantities } = moveOf(moved);
  return units.flatMap(([measure, unit]) =>
    (
      [
        [from, -quantities[measure]],
        [to, quantities[measure]],
      ] as const
    ).flatMap(([account, count]) => {
      const status = statusOf(account);
      if (status === undefined || count === 0n) return [];
      return [[{ zone, office, status, account: account.slice(status.length + 1), unit }, count] as const];
    }),
  );
};

const moved: Projection = ({ body }, recall) => {
  const sums = new Map<string, { readonly cells: Cells; count: bigint }>();
  for (const each of (body as { moved: readonly Moved[] }).moved) {
    const line = recall(each.line)?.told as Line | undefined;
    if (!line) continue;
    for (const [cells, count] of changesOf(line, each)) {
      const key = Object.values(cells).join(" ");
      const sum = sums.get(key) ?? { cells, count: countOf(String(recall(key)?.count ?? "0")) };
      sum.count += count;
      sums.set(key, sum);
    }
  }
  return [...sums].map(
    ([key, { cells, count }]): RowOperation =>
      count === 0n ? { remove: { key } } : { put: { key, ...cells, count: textOf(count) } },
  );
};

/** Sums, and beside them, under their numbers, what is remembered of books and lines. */
export const stockView = defineView({
  shape: {
    name: "stock",
    version: 1,
    columns: {
      key: "text",
      zone: "text",
      office: "text",
      status: "text",
      account: "text",
      unit: "text",
      count: "text",
      told: "json",
    },
    key: ["key"],
    indexes: [["zone"], ["office"]],
  },
  recalls: true,
  on: {
    "account-book.opened": ({ body }: Entry<never>) => {
      const { number: key, request } = body as BookOpened;
      return [{ put: { key, told: { zone: request.zone, office: request.office } satisfies Place } }];
    },
    "book-line.opened": ({ body }, recall) => {
      const { line: key, book, goods } = body as { line: string; book: string; goods: Goods };
      const place = recall(book)?.told as Place | undefined;
      return place ? [{ put: { key, told: { ...place, units: unitsOf(goods) } satisfies Line } }] : [];
    },
    "bonded-list.approved": moved,
    "bonded-list.posted": moved,
    "bonded-list.deleted": moved,
    "bonded-list.reversed": moved,
    "stock-slip.declared": moved,
    "stock-slip.passed": moved,
    "stock-slip.deleted": moved,
    "book-line.adjusted": moved,
  },
});
