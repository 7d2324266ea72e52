import Type from "typebox";
import { AccountBookRecord } from "../account-book/account-book.ts";
import { BookLineRecord } from "../account-book/book-line.ts";
import { atBookOffice, atBookParty } from "../account-book/decide-account-book.ts";
import { MovingLines, moveApproved, moveBack } from "../account-book/move-lines.ts";
import { BusinessFormRecord } from "../business-form/business-form.ts";
import { type Declaration, DeclarationRecord, newest } from "../declaration/declaration.ts";
import { type Actor, holds, type Place } from "../define/actor.ts";
import { accept, type Draft, refuse } from "../define/command.ts";
import { closed, Day, DeclarationNumber, Reference, Remark } from "../define/fields.ts";
import { keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { GatePassRecord } from "../gate-pass/gate-pass.ts";
import { command } from "../law/command.ts";
import { StockSlipRecord } from "../stock-slip/stock-slip.ts";
import { type BondedList, BondedListRecord, ListNumber } from "./bonded-list.ts";
import { declarationFaults } from "./list-declaration.ts";
import { MOVEMENTS } from "./movements.ts";
import { pairOf, postings, recordsOf, slipKeys, whatWaits, worthBack } from "./posting.ts";

const oneList = (list: string, records: Records): readonly Need[] => {
  const it = records.find(BondedListRecord, list);
  if (!it) return [];
  return [
    may(AccountBookRecord, it.book),
    ...it.lines.map(({ line }) => may(BookLineRecord, line)),
    ...(it.declaration === null ? [] : [may(DeclarationRecord, it.declaration)]),
    ...(it.pass === null ? [] : [may(GatePassRecord, it.pass)]),
    ...(it.otherList === null ? [] : [may(BondedListRecord, it.otherList)]),
    ...it.slips.flatMap((slip) => {
      const found = records.find(StockSlipRecord, slip);
      return [may(StockSlipRecord, slip), ...(found ? [may(BusinessFormRecord, found.form)] : [])];
    }),
  ];
};

/** What an act on a list reads: the list, its book, the lines that it moves, its declaration, and all that of its pair. */
export const listNeeds = (list: string, records: Records): readonly Need[] => {
  const other = records.find(BondedListRecord, list)?.otherList ?? null;
  return [
    must(BondedListRecord, list, "/list"),
    ...oneList(list, records),
    ...(other === null ? [] : oneList(other, records)),
  ];
};

const placeOf = (at: typeof atBookOffice) => (list: string, records: Records) => {
  const it = records.find(BondedListRecord, list);
  return it ? at(it.book, records) : [];
};
const atOffice: (list: string, records: Records) => readonly Place[] = placeOf(atBookOffice);
const atParty: (list: string, records: Records) => readonly Place[] = placeOf(atBookParty);

/** True when an actor stands at a declaration as its trader or declarant. */
const declares = (actor: Actor, declaration: Declaration): boolean => {
  const { declarant, trader } = newest(declaration).content;
  return holds(actor, ["declarant"], [`party/${declarant}`, `party/${trader}`]);
};

/**
 * A list is posted: its goods went through the gate, and its declaration, where it has one, is released. Both conditions are
 * the law's (domain 2.5.3) and facts, so the enterprise may ask for it as well as the officer. A list without a
 * declaration is posted with the last of its goods at the gate, and nobody has to ask.
 */
export const postList = command({
  name: "bonded-list.post",
  title: { en: "Post a list", zh: "核注清单核扣" },
  by: ["declarant", "officer"],
  request: Type.Object({ list: ListNumber, declaration: Type.Optional(DeclarationNumber) }, closed),
  needs: ({ list, declaration }, records) => [
    ...listNeeds(list, records),
    ...(declaration === undefined ? [] : [must(DeclarationRecord, declaration, "/declaration")]),
  ],
  places: ({ list }, records) => [...atOffice(list, records), ...atParty(list, records)],
  decide: ({ list, declaration }, { records, now, actor }) => {
    const it = records.get(BondedListRecord, list);
    if (it.state !== "approved")
      return refuse("not-now", `${list} is ${it.state}.`, "Only an approved list is posted.");
    const waits = whatWaits(it, records);
    if (waits) return refuse("not-now", waits, "Have the passages recorded, then post it.");
    const named = declaration === undefined ? undefined : records.get(DeclarationRecord, declaration);
    // Else an enterprise could take the declaration of others for its own goods, and read what is in it.
    const isOfOthers =
      named !== undefined && !holds(actor, ["officer"], atOffice(list, records)) && !declares(actor, named);
    const faults = isOfOthers
      ? [{ pointer: "/declaration", detail: `${declaration} is of others: an officer posts ${list} on it.` }]
      : declarationFaults(it, named);
    if (faults.length > 0)
      return refuse("invalid-request", `${list} cannot be posted.`, "See what is named.", faults);
    return accept(
      ...postings(it, { records, lines: new MovingLines(records) }, now.day, declaration ?? null),
    );
  },
  answer: ([entry]) => ({ position: entry!.position, state: "posted" }),
});

/** The goods that entered on a list's pass: when the list is gone, they are to be declared again. */
const undeclaredBy = ({ pass: number }: BondedList, records: Records) => {
  const pass = number === null ? undefined : records.get(GatePassRecord, number);
  return pass && { undeclared: [{ pass: pass.number, by: pass.declareBy! }] };
};

/** The entry with which a list ends before it is posted; what it was of is as before. */
const deleted = (list: BondedList, records: Records, reason: string): Draft => {
  const pair = pairOf(list, records);
  return {
    type: "bonded-list.deleted",
    records: [
      ...recordsOf(list),
      ...(pair ? [keyOf(BondedListRecord, pair.number)] : []),
      ...slipKeys(list.slips, records),
    ],
    body: {
      list: list.number,
      reason,
      status: list.status,
      ...(list.slips.length > 0 && { slips: list.slips }),
      ...undeclaredBy(list, records),
      moved: moveApproved(
        "delete",
        list.lines,
        MOVEMENTS[list.movement].path(list.status),
        new MovingLines(records),
      ),
    },
  };
};

/** The enterprise takes a list back before any of it moved; what it had announced or reserved is free again. */
export const deleteList = command({
  name: "bonded-list.delete",
  title: { en: "Delete a list", zh: "删除核注清单" },
  by: ["declarant"],
  request: Type.Object({ list: ListNumber, reason: Remark }, closed),
  needs: ({ list }, records) => listNeeds(list, records),
  places: ({ list }, records) => atParty(list, records),
  decide: ({ list, reason }, { records }) => {
    const it = records.get(BondedListRecord, list);
    if (it.state !== "approved")
      return refuse("not-now", `${list} is ${it.state}.`, "A posted list is mended by another list.");
    if (it.lines.some(({ onPasses }) => onPasses !== "0"))
      return refuse("not-now", `Goods of ${list} are on gate passes.`, "Void the passes first.");
    if (it.movement === "from-book" && it.otherList !== null)
      return refuse(
        "not-now",
        `${it.otherList} gives its goods to ${list}.`,
        "The sender deletes that list first.",
      );
    return accept(deleted(it, records, reason));
  },
  answer: ([entry]) => ({ position: entry!.position, state: "deleted" }),
});

/** A transfer that was not posted within its days is off: both lists end, unless goods are on their way. Domain 2.11. */
export const expireList = command({
  name: "bonded-list.expire",
  title: { en: "End a transfer that took too long", zh: "结转逾期作废" },
  by: ["clock"],
  request: Type.Object({ reference: Reference, list: ListNumber, expires: Day }, closed),
  needs: ({ list }, records) => listNeeds(list, records),
  places: () => "anywhere",
  decide: ({ list, expires }, { records, now }) => {
    const it = records.get(BondedListRecord, list);
    if (it.state !== "approved" || now.day <= expires)
      return refuse("not-now", `${list} does not expire on ${now.day}.`, "Nothing is left to do.");
    const pair = pairOf(it, records);
    const both = [...(pair ? [pair] : []), it];
    if (both.some(({ lines }) => lines.some(({ onPasses }) => onPasses !== "0")))
      return refuse("not-now", `Goods of ${list} are on gate passes.`, "Nothing is left to do.");
    const reason = `not posted by ${expires}`;
    return accept(
      ...(pair ? [deleted(pair, records, reason)] : []),
      deleted({ ...it, otherList: null }, records, reason),
    );
  },
  answer: (written) => ({ position: written.at(-1)!.position }),
});

/** Two officers reverse a list that was posted by mistake: the postings stay, and are posted back, on both sides. */
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
    if (it.slips.length > 0)
      return refuse("not-now", `${list} declared slips.`, "Correct its lines after a count instead.");
    const pair = pairOf(it, records);
    const sides = [it, ...(pair ? [pair] : [])].map((each) => ({
      each,
      outcome: moveBack(
        each.lines,
        MOVEMENTS[each.movement].path(each.status),
        records,
        "/list",
        worthBack(each),
      ),
    }));
    const faults = sides.flatMap(({ outcome }) => ("faults" in outcome ? outcome.faults : []));
    if (faults.length > 0)
      return refuse(
        "invalid-request",
        `The goods of ${list} are not all there any more.`,
        "Reverse what took them first.",
        faults,
      );
    return accept(
      ...sides.map(({ each, outcome }) => ({
        type: "bonded-list.reversed",
        records: [
          ...recordsOf(each),
          ...(each.declaration === null ? [] : [keyOf(DeclarationRecord, each.declaration)]),
        ],
        body: {
          list: each.number,
          reason,
          status: each.status,
          ...undeclaredBy(each, records),
          moved: "moved" in outcome ? outcome.moved : [],
        },
      })),
    );
  },
  answer: ([entry]) => ({ position: entry!.position, state: "reversed" }),
});
