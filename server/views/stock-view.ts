/** What lies in zones: sums over the lines of all books, by status and account, each legal unit for itself. */
import type { BookOpened } from "@openftz/customs/account-book/account-book.ts";
import type { Goods } from "@openftz/customs/account-book/goods.ts";
import type { Moved } from "@openftz/customs/account-book/moved.ts";
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

/** The key of a sum: zone, office, status, account and unit. None of them has a space in it. */
const keyOf = ({ zone, office }: Place, account: string, unit: string): string =>
  `${zone} ${office} ${account.replace(":", " ")} ${unit}`;

const CELLS = ["zone", "office", "status", "account", "unit"] as const;

const cellsOf = (key: string): Readonly<Record<(typeof CELLS)[number], string>> => {
  const cells = key.split(" ");
  return Object.fromEntries(CELLS.map((cell, index) => [cell, cells[index]!])) as never;
};

const moved: Projection = ({ body }, recall) => {
  const sums = new Map<string, bigint>();
  for (const each of (body as { moved: readonly Moved[] }).moved) {
    const line = recall(each.line)?.told as Line | undefined;
    if (!line) continue;
    for (const [measure, unit] of line.units) {
      const count = countOf(each[measure] ?? "0");
      if (count === 0n) continue;
      for (const [account, change] of [
        [each.from, -count],
        [each.to, count],
      ] as const)
        if (statusOf(account) !== undefined) {
          const key = keyOf(line, account, unit);
          sums.set(key, (sums.get(key) ?? 0n) + change);
        }
    }
  }
  return [...sums].map(([key, change]): RowOperation => {
    const count = countOf(String(recall(key)?.count ?? "0")) + change;
    return count === 0n ? { remove: { key } } : { put: { key, ...cellsOf(key), count: textOf(count) } };
  });
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
