import Type from "typebox";
import { AccountBookRecord } from "../account-book/account-book.ts";
import { BookLineRecord } from "../account-book/book-line.ts";
import { atBookOffice, atBookParty } from "../account-book/decide-account-book.ts";
import { countOf, textOf } from "../account-book/stock.ts";
import { type Declaration, DeclarationRecord, newest } from "../declaration/declaration.ts";
import type { Place } from "../define/actor.ts";
import { accept, refuse } from "../define/command.ts";
import { closed, DeclarationNumber, Remark } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { command } from "../law/command.ts";
import { type BondedList, BondedListRecord, directionOf, ListNumber, MOVEMENTS } from "./bonded-list.ts";
import { listRecords, moveApproved, moveBack } from "./move-lines.ts";

/** What an act on a list reads: the list, its book, the lines that it moves, and the declaration it was posted on. */
const listNeeds = (list: string, records: Records): readonly Need[] => {
  const it = records.find(BondedListRecord, list);
  const needs = [must(BondedListRecord, list, "/list")];
  if (!it) return needs;
  return [
    ...needs,
    may(AccountBookRecord, it.book),
    ...it.lines.map(({ line }) => may(BookLineRecord, line)),
    ...(it.declaration === null ? [] : [may(DeclarationRecord, it.declaration)]),
  ];
};

/** The records that an act on a list writes to. */
const recordsOf = ({ number, lines }: BondedList, declaration?: string): readonly string[] => [
  ...listRecords(
    number,
    lines.map(({ line }) => line),
  ),
  ...(declaration === undefined ? [] : [keyOf(DeclarationRecord, declaration)]),
];

const bookOf = (list: string, records: Records): string | undefined =>
  records.find(BondedListRecord, list)?.book;

const atOffice = (list: string, records: Records): readonly Place[] => {
  const book = bookOf(list, records);
  return book === undefined ? [] : atBookOffice(book, records);
};

const PostList = Type.Object(
  {
    list: ListNumber,
    declaration: Type.Optional(DeclarationNumber),
    gatePass: Type.String({
      pattern: "^[0-9A-Z-]{4,40}$",
      description: "The pass with which the last of the goods went through the gate.",
    }),
  },
  closed,
);

/**
 * An officer posts a list: its goods went through the gate, and its declaration, where it has one, is released. Both
 * conditions are the law's (domain 2.5.3).
 */
export const postList = command({
  name: "bonded-list.post",
  title: { en: "Post a list", zh: "核注清单核扣" },
  by: ["officer"],
  request: PostList,
  needs: ({ list, declaration }, records) => [
    ...listNeeds(list, records),
    ...(declaration === undefined ? [] : [must(DeclarationRecord, declaration, "/declaration")]),
  ],
  places: ({ list }, records) => atOffice(list, records),
  decide: ({ list, declaration, gatePass }, { records, now }) => {
    const it = records.get(BondedListRecord, list);
    if (it.state !== "approved")
      return refuse("not-now", `${list} is ${it.state}.`, "Only an approved list is posted.");
    const faults = declarationFaults(
      it,
      declaration === undefined ? undefined : records.get(DeclarationRecord, declaration),
    );
    if (faults.length > 0)
      return refuse("invalid-request", `${list} cannot be posted.`, "See what is named.", faults);
    return accept({
      type: "bonded-list.posted",
      records: recordsOf(it, declaration),
      body: {
        list,
        declaration: declaration ?? null,
        gatePass,
        day: now.day,
        status: it.status,
        moved: moveApproved("post", it, records),
      },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, state: "posted" }),
});

/** A declaration belongs to the list when it is released, goes the same way, and has the same goods by weight. */
const declarationFaults = (list: BondedList, declaration: Declaration | undefined): readonly Fault[] => {
  const pointer = "/declaration";
  if (!list.declares)
    return declaration ? [{ pointer, detail: `${list.number} moves without a declaration.` }] : [];
  if (!declaration)
    return [{ pointer, detail: `${list.number} waits for its declaration: give its number.` }];
  const { number, state } = declaration;
  const { direction, goods, trader } = newest(declaration).content;
  const faults: Fault[] = [];
  if (state !== "released" && state !== "closed")
    faults.push({ pointer, detail: `${number} is ${state}, not released.` });
  if (declaration.list !== null)
    faults.push({ pointer, detail: `${number} covers ${declaration.list} already, and no other list.` });
  if (MOVEMENTS[list.movement].outside === "abroad" && trader !== list.party)
    faults.push({ pointer, detail: `${number} is of ${trader}, the book of ${list.party}.` });
  const { movement } = list;
  const expected = directionOf(movement);
  if (direction !== expected)
    faults.push({ pointer, detail: `${number} is an ${direction}; ${movement} takes an ${expected}.` });
  const [listed, declared] = [new Map<string, bigint>(), new Map<string, bigint>()];
  for (const { hs8, netMassKg } of list.lines) count(listed, hs8, netMassKg);
  for (const { commodity, netMassKg } of goods) count(declared, commodity.slice(0, 8), netMassKg);
  for (const hs8 of new Set([...listed.keys(), ...declared.keys()]))
    if (listed.get(hs8) !== declared.get(hs8))
      faults.push({
        pointer,
        detail: `Of ${hs8} the list has ${kg(listed.get(hs8))}, and ${number} ${kg(declared.get(hs8))}.`,
      });
  return faults;
};

const count = (sums: Map<string, bigint>, hs8: string, massKg: string): void => {
  sums.set(hs8, (sums.get(hs8) ?? 0n) + countOf(massKg));
};

const kg = (count: bigint | undefined): string => (count === undefined ? "nothing" : `${textOf(count)} kg`);

/** The enterprise takes a list back before any of it moved; what it had announced or reserved is free again. */
export const deleteList = command({
  name: "bonded-list.delete",
  title: { en: "Delete a list", zh: "删除核注清单" },
  by: ["declarant"],
  request: Type.Object({ list: ListNumber, reason: Remark }, closed),
  needs: ({ list }, records) => listNeeds(list, records),
  places: ({ list }, records) => {
    const book = bookOf(list, records);
    return book === undefined ? [] : atBookParty(book, records);
  },
  decide: ({ list, reason }, { records }) => {
    const it = records.get(BondedListRecord, list);
    if (it.state !== "approved")
      return refuse("not-now", `${list} is ${it.state}.`, "A posted list is mended by another list.");
    return accept({
      type: "bonded-list.deleted",
      records: recordsOf(it),
      body: { list, reason, status: it.status, moved: moveApproved("delete", it, records) },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, state: "deleted" }),
});

/** Two officers reverse a list that was posted by mistake: the postings stay, and are posted back. */
export const reverseList = command({
  name: "bonded-list.reverse",
  title: { en: "Reverse a posted list", zh: "核注清单红冲" },
  by: ["officer"],
  twoPeople: true,
  request: Type.Object({ list: ListNumber, reason: Remark }, closed),
  needs: ({ list }, records) => listNeeds(list, records),
  places: ({ list }, records) => atOffice(list, records),
  decide: ({ list, reason }, { records }) => {
    const it = records.get(BondedListRecord, list);
    if (it.state !== "posted")
      return refuse("not-now", `${list} is ${it.state}.`, "Only a posted list is reversed.");
    const outcome = moveBack(it, records);
    if ("faults" in outcome)
      return refuse(
        "invalid-request",
        `The goods of ${list} are not all there any more.`,
        "Reverse what took them first.",
        outcome.faults,
      );
    return accept({
      type: "bonded-list.reversed",
      records: recordsOf(it, it.declaration ?? undefined),
      body: { list, reason, status: it.status, moved: outcome.moved },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, state: "reversed" }),
});
