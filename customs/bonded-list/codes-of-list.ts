/** What customs' own messages call a list: the codes that follow from what it is. Domain 2.4.4. */
import Type from "typebox";
import { AccountBookRecord } from "../account-book/account-book.ts";
import type { BookKind } from "../account-book/book-kinds.ts";
import { countOf } from "../account-book/stock.ts";
import { closed } from "../define/fields.ts";
import { may, must } from "../define/record.ts";
import { lookup } from "../law/command.ts";
import { type BondedList, BondedListRecord, ListNumber, POSTING_MARKS } from "./bonded-list.ts";
import { atListOffice, atListParty } from "./end-list.ts";
import { isBatch, MOVEMENTS } from "./movements.ts";

/** Codes by their names in messages. */
export type ListCodes = {
  /** 0 ordinary, 1 batched, 3 entered first, 5 display and trading, 6 transfer within a zone. */
  readonly InvtType: "0" | "1" | "3" | "5" | "6";
  /** C transfer of equipment; absent: an ordinary list. */
  readonly ListType?: "C";
  /** 1 with a declaration, 2 without. */
  readonly DclcusFlag: "1" | "2";
  /** 1: the declaration is generated from the list. */
  readonly GenDecFlag: "1" | "2";
  /** 1 the related declaration of an enterprise outside, 2 the corresponding one of its own. */
  readonly DclcusTypecd?: "1" | "2";
  readonly ImpexpMarkcd: "I" | "E";
  readonly VrfdedMarkcd: string;
  /** D posts, N posts nothing. */
  readonly VrfdedModecd: "D" | "N";
  /** 1 nothing of it is on passes, 2 a part, 3 all. */
  readonly PassportUsedTypecd: "1" | "2" | "3";
};

const usedOf = ({ lines }: BondedList): "1" | "2" | "3" => {
  if (lines.every(({ declared, onPasses }) => countOf(declared) === countOf(onPasses))) return "3";
  return lines.some(({ onPasses }) => countOf(onPasses) > 0n) ? "2" : "1";
};

const typeOf = (list: BondedList, kind: BookKind): ListCodes["InvtType"] => {
  if (kind === "display" && list.movement === "batch-to-inland") return "5";
  if (isBatch(list.movement)) return "1";
  if (list.pass !== null) return "3";
  return list.otherBook !== null && !list.gate ? "6" : "0";
};

/** The codes of a list of a book of a kind. */
export const codesOf = (list: BondedList, kind: BookKind): ListCodes => {
  const { inbound, beyond } = MOVEMENTS[list.movement];
  const flag = list.declares ? "1" : "2";
  return {
    InvtType: typeOf(list, kind),
    ...(kind === "equipment" && list.otherBook !== null && { ListType: "C" }),
    ...{ DclcusFlag: flag, GenDecFlag: flag },
    ...(list.declares && { DclcusTypecd: beyond === "inland" ? "1" : "2" }),
    ImpexpMarkcd: inbound ? "I" : "E",
    VrfdedMarkcd: POSTING_MARKS[list.state],
    VrfdedModecd: list.state === "deleted" || list.state === "reversed" ? "N" : "D",
    PassportUsedTypecd: usedOf(list),
  };
};

/** The codes of a list as messages carry them. */
export const codesOfList = lookup({
  name: "bonded-list.codes",
  title: { en: "Codes of a list", zh: "核注清单代码" },
  by: ["declarant", "officer"],
  request: Type.Object({ list: ListNumber }, closed),
  needs: ({ list }, records) => {
    const it = records.find(BondedListRecord, list);
    return [must(BondedListRecord, list, "/list"), ...(it ? [may(AccountBookRecord, it.book)] : [])];
  },
  places: ({ list }, records) => [...atListParty(list, records), ...atListOffice(list, records)],
  answer: ({ list }, { records }) => {
    const it = records.get(BondedListRecord, list);
    return codesOf(it, records.get(AccountBookRecord, it.book).kind);
  },
});
