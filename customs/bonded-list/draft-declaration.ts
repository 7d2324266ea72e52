import Type from "typebox";
import { AccountBookRecord } from "../account-book/account-book.ts";
import { BookLineRecord, goodsAt } from "../account-book/book-line.ts";
import { atBookOffice, atBookParty } from "../account-book/decide-account-book.ts";
import { countOf, textOf } from "../account-book/stock.ts";
import { LONGEST_WORDS, MOST_DOCUMENTS } from "../declaration/content.ts";
import { closed } from "../define/fields.ts";
import { type Problem, problem } from "../define/problem.ts";
import { may, must, type Records } from "../define/record.ts";
import { lookup } from "../law/command.ts";
import { findFigure } from "../law/figures.ts";
import { type BondedList, BondedListRecord, ListNumber } from "./bonded-list.ts";
import { atCounterparty } from "./cover-list.ts";
import { type LineToMerge, type MergedItem, mergeLines } from "./merge-lines.ts";
import { MOVEMENTS } from "./movements.ts";

const MOST_ALONE = 500;

const DraftDeclaration = Type.Object(
  {
    list: ListNumber,
    /** Lines of the list, from 1, that stay items of their own: what must not be merged, for example goods with export duty. */
    alone: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: MOST_ALONE }), { maxItems: MOST_ALONE }),
    ),
  },
  closed,
);

/** What a person must still say of a declaration, or should look at. */
export type ByHand = { readonly pointer: string; readonly required: boolean; readonly detail: string };

const bookOf = (list: string, records: Records): string | undefined =>
  records.find(BondedListRecord, list)?.book;

/**
 * The declaration that a list needs: what the list knows of it, under the names of `declaration.file`, what of each item
 * has no field there, the item of each line, and what must be filled in by hand. Writes nothing. Domain 3.13.
 */
export const draftDeclaration = lookup({
  name: "bonded-list.draft-declaration",
  title: { en: "Draft a list's declaration", zh: "核注清单生成报关单草稿" },
  by: ["declarant", "officer"],
  request: DraftDeclaration,
  needs: ({ list }, records) => {
    const it = records.find(BondedListRecord, list);
    return [
      must(BondedListRecord, list, "/list"),
      ...(it ? [may(AccountBookRecord, it.book)] : []),
      ...(it?.lines ?? []).map(({ line }) => may(BookLineRecord, line)),
    ];
  },
  places: ({ list }, records) => {
    const book = bookOf(list, records);
    return book === undefined
      ? []
      : [...atBookParty(book, records), ...atCounterparty(list, records), ...atBookOffice(book, records)];
  },
  answer: ({ list, alone = [] }, { records, now }, law) => {
    const it = records.get(BondedListRecord, list);
    const wrong = problemOf(it, alone);
    if (wrong) return { problem: wrong };
    const merged = mergeLines(linesOf(it, new Set(alone), records));
    if ("problem" in merged) return merged;
    const { items, itemOf } = merged;
    const { office, zone } = records.get(AccountBookRecord, it.book);
    const modes = findFigure(law.figures.secondLineModes, now.day)?.value ?? [];
    const ownTrade = MOVEMENTS[it.movement].beyond === "abroad";
    return {
      list,
      declaration: {
        direction: MOVEMENTS[it.movement].declaration,
        office,
        ...(ownTrade && { declarant: it.party, trader: it.party, procedure: it.procedure }),
        ...(it.counterparty !== null && { trader: it.counterparty }),
        ...(ownTrade && { zone }),
        ...((ownTrade || modes.includes(it.transportMode)) && { transportMode: it.transportMode }),
        grossMassKg: textOf(items.reduce((sum, { grossMassKg }) => sum + countOf(grossMassKg), 0n)),
        goods: items.map(goodsOf),
        documents: documentsOf(it, records),
      },
      items: items.map(({ item, unit, quantity, unitPrice, total, currency, lines }) => ({
        ...{ item, quantity, unit, unitPrice, total, currency, lines },
      })),
      lines: it.lines.map(({ line }, index) => ({ line, item: itemOf[index]! })),
      byHand: byHand(it, items, ownTrade, modes),
    };
  },
});

const problemOf = (it: BondedList, alone: readonly number[]): Problem | undefined => {
  const { number, state, declares, lines } = it;
  if (!declares)
    return problem("not-now", `${number} moves without a declaration.`, "Nothing needs to be declared.");
  if (state !== "approved")
    return problem("not-now", `${number} is ${state}.`, "Only an approved list waits for its declaration.");
  const beyond = alone.flatMap((line, index) =>
    line > lines.length
      ? [{ pointer: `/alone/${index}`, detail: `${number} has ${lines.length} lines, and no line ${line}.` }]
      : [],
  );
  return beyond.length > 0
    ? problem("invalid-request", "A line is named that is not there.", "Name lines of the list.", beyond)
    : undefined;
};

/** The lines with their goods. What stays in the territory or comes into it is destined for China. */
const linesOf = (it: BondedList, alone: ReadonlySet<number>, records: Records): readonly LineToMerge[] =>
  it.lines.map(({ line, changes, ...said }, index) => ({
    ...goodsAt(records.get(BookLineRecord, line), changes),
    ...said,
    ...(it.movement !== "to-abroad" && { destination: "CN" }),
    alone: alone.has(index + 1),
  }));

/** What customs looked at when the goods came from abroad, at most as many as a declaration can have. */
const documentsOf = (it: BondedList, records: Records) =>
  MOVEMENTS[it.movement].inbound
    ? []
    : [
        ...new Map(
          it.lines
            .flatMap(({ line }) => records.get(BookLineRecord, line).documents)
            .map((each) => [`${each.kind} ${each.number}`, each]),
        ).values(),
      ].slice(0, MOST_DOCUMENTS);

/** An item as `declaration.file` takes it. */
const goodsOf = ({ commodity, description, origin, total, currency, netMassKg, ...item }: MergedItem) => ({
  ...{ commodity, description, origin, netMassKg },
  customsValue: { amount: total, currency },
  quantities: {
    ...(item.secondUnit !== undefined && { [item.secondUnit]: item.second! }),
    [item.lawfulUnit]: item.lawful,
  },
});

const byHand = (
  { movement, number, counterparty, transportMode }: BondedList,
  items: readonly MergedItem[],
  ownTrade: boolean,
  modes: readonly string[],
): readonly ByHand[] => {
  const say = (required: boolean, pointer: string, detail: string): ByHand => ({ pointer, required, detail });
  const basis = MOVEMENTS[movement].declaration === "import" ? "CIF" : "FOB";
  const theirs = "At the second line the enterprise outside the zone declares";
  return [
    say(true, "/reference", "What you call the declaration."),
    ...(ownTrade
      ? [say(false, "/declarant", "The broker, where one with a mandate declares.")]
      : [
          say(true, "/declarant", `${theirs}, or its broker.`),
          ...(counterparty === null
            ? [say(true, "/trader", `${theirs}: who buys the goods or sells them.`)]
            : []),
          ...(modes.includes(transportMode)
            ? []
            : [say(true, "/transportMode", `The one that stands for the zone: ${modes.join(", ")}.`)]),
          say(true, "/procedure", `${theirs} under a mode of its own, for example 0110.`),
        ]),
    ...items
      .filter(({ description }) => description.length > LONGEST_WORDS)
      .map(({ item }) =>
        say(true, `/goods/${item - 1}/description`, `Shorten it to ${LONGEST_WORDS} characters.`),
      ),
    say(false, "/goods", `The values are those of ${number}: see that they are ${basis}.`),
    say(false, "/goods", "Claims, quotas, exporters and purposes, where they apply."),
    say(false, "/documents", "The documents that the goods need."),
    say(false, "/guarantee", "Where the goods shall be released before the tax is paid."),
  ];
};
