import Type from "typebox";
import { AccountBookRecord } from "../account-book/account-book.ts";
import { BookLineRecord } from "../account-book/book-line.ts";
import { atBookOffice, atBookParty } from "../account-book/decide-account-book.ts";
import { MovingLines, moveApproved, moveBack } from "../account-book/move-lines.ts";
import { BusinessFormRecord } from "../business-form/business-form.ts";
import { DeclarationRecord } from "../declaration/declaration.ts";
import type { Place } from "../define/actor.ts";
import { accept, type Draft, refuse } from "../define/command.ts";
import { closed, Day, Reference, Remark } from "../define/fields.ts";
import { keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { GatePassRecord } from "../gate-pass/gate-pass.ts";
import { command } from "../law/command.ts";
import { StockSlipRecord } from "../stock-slip/stock-slip.ts";
import { type BondedList, BondedListRecord, ListNumber } from "./bonded-list.ts";
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
/** The place of a list: its book's office. */
export const atListOffice: (list: string, records: Records) => readonly Place[] = placeOf(atBookOffice);
/** The place of a list: the enterprise of its book. */
export const atListParty: (list: string, records: Records) => readonly Place[] = placeOf(atBookParty);

/**
 * A list is posted that waits for nothing. The last passage of its goods posts a list by itself, and so does naming its
 * declaration; this is for lists that have neither, and for those that a pause kept. All conditions are facts (domain
 * 2.5.3), so the enterprise may ask for it as well as the officer.
 */
export const postList = command({
  name: "bonded-list.post",
  title: { en: "Post a list", zh: "核注清单核扣" },
  by: ["declarant", "officer"],
  request: Type.Object({ list: ListNumber }, closed),
  needs: ({ list }, records) => listNeeds(list, records),
  places: ({ list }, records) => [...atListOffice(list, records), ...atListParty(list, records)],
  decide: ({ list }, { records, now }) => {
    const it = records.get(BondedListRecord, list);
    if (it.state !== "approved")
      return refuse("not-now", `${list} is ${it.state}.`, "Only an approved list is posted.");
    const waits = whatWaits(it, records);
    if (waits)
      return refuse(
        "not-now",
        waits,
        "Have its declaration named and its passages recorded: with the last of them it is posted.",
      );
    return accept(...postings(it, { records, lines: new MovingLines(records) }, now.day));
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
      ...(list.declaration === null ? [] : [keyOf(DeclarationRecord, list.declaration)]),
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
  places: ({ list }, records) => atListParty(list, records),
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
  places: ({ list }, records) => atListOffice(list, records),
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
