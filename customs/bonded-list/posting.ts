/** When a list may be posted, and what posting it writes: both sides of a transfer, or neither. Domain 2.5.3, 2.11. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { AccountBookRecord, stops } from "../account-book/account-book.ts";
import { BookLineRecord } from "../account-book/book-line.ts";
import { MovingLines, moveApproved, paperRecords } from "../account-book/move-lines.ts";
import { type Moved, moveOf } from "../account-book/moved.ts";
import { countOf, moveFor } from "../account-book/stock.ts";
import type { WorthChange } from "../account-book/worth.ts";
import { BusinessFormRecord } from "../business-form/business-form.ts";
import { MOST_DOCUMENTS } from "../declaration/content.ts";
import { DeclarationRecord } from "../declaration/declaration.ts";
import type { Draft } from "../define/command.ts";
import { keyOf, type Records } from "../define/record.ts";
import { StockSlipRecord } from "../stock-slip/stock-slip.ts";
import { type Approved, type BondedList, BondedListRecord } from "./bonded-list.ts";
import { MOVEMENTS } from "./movements.ts";

/** The other side of a transfer, where both are declared. */
export const pairOf = ({ otherList }: BondedList, records: Records): BondedList | undefined =>
  otherList === null ? undefined : records.get(BondedListRecord, otherList);

/** True when all goods of a list went through the gate, or need not. */
const hasPassed = ({ gate, lines }: BondedList): boolean =>
  !gate || lines.every(({ declared, passed }) => countOf(declared) === countOf(passed));

/** Why customs lets nothing of a list be posted for the moment: its book or a line of it is paused. Domain 2.15, 6. */
export const whyPaused = ({ book, lines, movement }: BondedList, records: Records): string | undefined => {
  const { inbound } = MOVEMENTS[movement];
  const { pause } = records.get(AccountBookRecord, book);
  if (stops(pause, inbound)) return `${book} is paused by customs (${pause}).`;
  const line = lines.find((each) => stops(records.get(BookLineRecord, each.line).pause, inbound));
  return line && `${line.line} is paused by customs.`;
};

/** What a list still waits for before it is posted; undefined: nothing. */
export const whatWaits = (list: BondedList, records: Records): string | undefined => {
  const { number, movement, otherBook, declares, declaration } = list;
  const paused = whyPaused(list, records);
  if (paused) return paused;
  if (declares && declaration === null) return `${number} waits for its declaration.`;
  if (!hasPassed(list)) return `${number} waits for its goods at the gate.`;
  if (movement !== "from-book" && movement !== "to-book") return undefined;
  const pair = pairOf(list, records);
  if (!pair) return `${number} waits for the list of ${otherBook}.`;
  return hasPassed(pair)
    ? whyPaused(pair, records)
    : `${pair.number}, the other side of ${number}, waits for its goods at the gate.`;
};

/** The records of slips and of their forms. */
export const slipKeys = (slips: readonly string[], records: Records): readonly string[] => [
  ...slips.map((slip) => keyOf(StockSlipRecord, slip)),
  ...new Set(slips.map((slip) => keyOf(BusinessFormRecord, records.get(StockSlipRecord, slip).form))),
];

type Ended = Pick<BondedList, "number" | "book" | "lines" | "status">;

/** The records that the end of a list is written to. */
export const recordsOf = ({ number, book, lines }: Ended): readonly string[] =>
  paperRecords(
    keyOf(BondedListRecord, number),
    book,
    lines.map(({ line }) => line),
  );

/** The records with some lists as they are after what the same batch has written of them. */
export const withLists = (records: Records, lists: readonly BondedList[]): Records => {
  const found = (kind: { readonly kind: string }, id: string): BondedList | undefined =>
    kind.kind === BondedListRecord.kind ? lists.find(({ number }) => number === id) : undefined;
  return {
    find: (kind, id) => (found(kind, id) as never) ?? records.find(kind, id),
    get: (kind, id) => (found(kind, id) as never) ?? records.get(kind, id),
  };
};

/** The entries that post those of some lists that wait for nothing any more, as they are after this batch. */
export const postReady = (
  lists: readonly BondedList[],
  { records, lines }: { readonly records: Records; readonly lines: MovingLines },
  day: PlainDate,
): readonly Draft[] => {
  const now = withLists(records, lists);
  return lists.flatMap((list) =>
    list.state !== "approved" || whatWaits(list, now) !== undefined
      ? []
      : postings(list, { records: now, lines }, day),
  );
};

type Slips = { readonly slips: readonly string[]; readonly keys: readonly string[] };

const NO_SLIPS: Slips = { slips: [], keys: [] };

type Documents = readonly { readonly kind: string; readonly number: string }[];

const posted = (
  { number, book, status }: Omit<Ended, "lines">,
  slips: Slips,
  moved: readonly Moved[],
  day: PlainDate,
  declaration: string | null,
  documents: Documents,
): Draft => ({
  type: "bonded-list.posted",
  records: [
    ...paperRecords(
      keyOf(BondedListRecord, number),
      book,
      moved.map(({ line }) => line),
    ),
    ...(declaration === null ? [] : [keyOf(DeclarationRecord, declaration)]),
    ...slips.keys,
  ],
  body: {
    list: number,
    declaration,
    day,
    status,
    ...(slips.slips.length > 0 && { slips: slips.slips }),
    ...(documents.length > 0 && { documents }),
    moved,
  },
});

/** The documents that customs looked at when goods came from abroad: at the second line they are not asked for again. */
const documentsOf = ({ movement, declaration }: BondedList, records: Records): Documents =>
  movement === "from-abroad" && declaration !== null
    ? (records.find(DeclarationRecord, declaration)?.givenDocuments ?? []).slice(0, MOST_DOCUMENTS)
    : [];

/** What posting a list does to the worth of a line: what came brings its value, what leaves takes the average. */
const worthOf =
  ({ movement, lines }: Pick<BondedList, "movement" | "lines">) =>
  (line: string): WorthChange | undefined => {
    const { inbound, beyond } = MOVEMENTS[movement];
    if (inbound)
      return {
        brings: lines
          .filter((each) => each.line === line)
          .reduce((sum, { usd = "0" }) => sum + countOf(usd), 0n),
      };
    return beyond === "zone" ? undefined : { takes: "average" };
  };

/** What reversing a list does to the worth of a line: what it brought or took, as far as it is still there. */
export const worthBack =
  ({ movement, postedUsd }: BondedList) =>
  (line: string): WorthChange | undefined => {
    const usd = postedUsd[line];
    if (usd === undefined) return undefined;
    return MOVEMENTS[movement].inbound ? { takes: countOf(usd) } : { brings: countOf(usd) };
  };

/** The entries that post a list, and with it the other side of its transfer. */
export const postings = (
  list: BondedList,
  { records, lines }: { readonly records: Records; readonly lines: MovingLines },
  day: PlainDate,
): readonly Draft[] => {
  const pair = pairOf(list, records);
  return [list, ...(pair ? [pair] : [])].map((each) =>
    posted(
      each,
      { slips: each.slips, keys: slipKeys(each.slips, records) },
      moveApproved("post", each.lines, MOVEMENTS[each.movement].path(each.status), lines, worthOf(each)),
      day,
      each.declaration,
      documentsOf(each, records),
    ),
  );
};

/** The entries that post the sender's list with its approval, and the list that waited for it. */
export const postedTogether = (
  sent: Pick<Approved, "list" | "status" | "moved"> & { readonly book: string },
  other: BondedList,
  records: Records,
  day: PlainDate,
): readonly Draft[] => {
  const lines = new MovingLines(records);
  const path = MOVEMENTS["to-book"].path(sent.status);
  const out = sent.moved.map((each) => {
    const approval = moveOf(each);
    lines.must(each.line, approval);
    return lines.must(each.line, moveFor("post", path, approval.quantities), { takes: "average" });
  });
  return [
    posted({ ...sent, number: sent.list }, NO_SLIPS, out, day, null, []),
    ...postings({ ...other, otherList: null }, { records, lines }, day),
  ];
};
