/** What crossed the lines of zones, by month: the net mass of posted lists. */
import type { BookOpened } from "@openftz/customs/account-book/account-book.ts";
import { countOf, textOf } from "@openftz/customs/account-book/stock.ts";
import type { Approved } from "@openftz/customs/bonded-list/bonded-list.ts";
import { MOVEMENTS } from "@openftz/customs/bonded-list/movements.ts";
import { ALL_CHAPTERS } from "@openftz/customs/overview/list-flows.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { RowOperation } from "../store.ts";
import { defineView, type Projection, type Recall } from "./view.ts";

const CHAPTER_DIGITS = 2;
const MONTH_LENGTH = 7;

/** What is remembered of a book. */
type Book = { readonly zone: string; readonly office: string };

/** Between which places goods go, and whose officers may know: the other office is that of the other side of a transfer. */
type Way = {
  readonly office: string;
  readonly otherOffice: string | null;
  readonly from: string;
  readonly to: string;
};

/** What is remembered of a list: its net mass in kg by chapter, and the month in which it was posted. */
type List = Way & { readonly kg: Readonly<Record<string, string>>; readonly month: string | null };

const recalled = <Told>(recall: Recall, key: string | undefined): Told | undefined =>
  key === undefined ? undefined : (recall(key)?.told as Told | undefined);

const remember = (key: string, told: object): RowOperation => ({ put: { key, told } });

/** Where goods of a list come from and go to. Goods of a transfer are told by the list of the receiver. */
const wayOf = ({ request, office, otherBook }: Approved, { zone }: Book, recall: Recall): Way => {
  const { inbound, beyond } = MOVEMENTS[request.movement];
  const other = recalled<Book>(recall, otherBook);
  const place = `zone/${zone}`;
  const there = other ? `zone/${other.zone}` : beyond === "zone" ? "tax-paid" : beyond;
  const ends = inbound ? { from: there, to: place } : { from: place, to: there };
  return { office, otherOffice: other && other.office !== office ? other.office : null, ...ends };
};

/** Net mass by chapter, and of all chapters together. */
const massOf = ({ request, lines }: Approved): Readonly<Record<string, string>> => {
  const sums = new Map<string, bigint>();
  for (const [index, { netMassKg }] of request.lines.entries()) {
    const mass = countOf(netMassKg);
    for (const chapter of [ALL_CHAPTERS, lines[index]!.hs8.slice(0, CHAPTER_DIGITS)])
      sums.set(chapter, (sums.get(chapter) ?? 0n) + mass);
  }
  return Object.fromEntries([...sums].map(([chapter, sum]) => [chapter, textOf(sum)]));
};

/** Counts a list in the sums of a month, or takes it back out of them. */
const counted = (list: List, month: string, by: 1 | -1, recall: Recall) =>
  Object.entries(list.kg).map(([chapter, mass]): RowOperation => {
    const { office, otherOffice, from, to } = list;
    const cells = { month, office, otherOffice, from, to, chapter };
    const key = Object.values(cells).join(" ");
    const before = recall(key);
    const lists = Number(before?.lists ?? 0) + by;
    const sum = countOf(String(before?.kg ?? "0")) + BigInt(by) * countOf(mass);
    return lists === 0 ? { remove: { key } } : { put: { key, ...cells, lists, kg: textOf(sum) } };
  });

const listIn = ({ body }: Entry<never>): string => (body as { list: string }).list;

const approved: Projection = ({ body }, recall) => {
  const it = body as Approved;
  // The receiver's list, which it names, tells of the same goods.
  if (it.otherList !== undefined) return [];
  const book = recalled<Book>(recall, it.request.book);
  if (!book) return [];
  return [remember(it.list, { ...wayOf(it, book, recall), kg: massOf(it), month: null } satisfies List)];
};

const posted: Projection = (entry, recall) => {
  const list = recalled<List>(recall, listIn(entry));
  if (!list) return [];
  const month = (entry.body as { day: string }).day.slice(0, MONTH_LENGTH);
  return [...counted(list, month, 1, recall), remember(listIn(entry), { ...list, month })];
};

/** A list that was posted by mistake is taken out of the month in which it was counted. */
const reversed: Projection = (entry, recall) => {
  const list = recalled<List>(recall, listIn(entry));
  if (!list?.month) return [];
  return [...counted(list, list.month, -1, recall), { remove: { key: listIn(entry) } }];
};

/** Sums by month, places and chapter; beside them, under their numbers, what is remembered of books and lists. */
export const flowView = defineView({
  shape: {
    name: "flow",
    version: 1,
    columns: {
      key: "text",
      month: "text",
      office: "text",
      otherOffice: "text",
      from: "text",
      to: "text",
      chapter: "text",
      lists: "integer",
      kg: "text",
      told: "json",
    },
    key: ["key"],
    indexes: [["chapter", "month"]],
  },
  recalls: true,
  on: {
    "account-book.opened": ({ body }: Entry<never>) => {
      const { number, request } = body as BookOpened;
      const { zone, office } = request;
      return [remember(number, { zone, office } satisfies Book)];
    },
    "bonded-list.approved": approved,
    "bonded-list.posted": posted,
    "bonded-list.reversed": reversed,
    "bonded-list.deleted": (entry) => [{ remove: { key: listIn(entry) } }],
  },
});
