/** What can be wrong with a list beside its lines: the way, the codes, the other side of a transfer, the pass, the slips. */
import { type AccountBook, AccountBookRecord } from "../account-book/account-book.ts";
import { whyNoMovement, whyNoTransfer } from "../account-book/book-kinds.ts";
import { BookLineRecord, goodsAt } from "../account-book/book-line.ts";
import type { Goods } from "../account-book/goods.ts";
import { byLine, keptLines, type Placed, placedLines } from "../account-book/paper-line.ts";
import { MEASURES, NO_GOODS, type Quantities, type Status, textOf } from "../account-book/stock.ts";
import type { Fault } from "../define/problem.ts";
import type { Records } from "../define/record.ts";
import { GatePassRecord } from "../gate-pass/gate-pass.ts";
import type { CustomsLaw } from "../law/law.ts";
import { StockSlipRecord, slipSums } from "../stock-slip/stock-slip.ts";
import { type BondedList, BondedListRecord, type ListRequest } from "./bonded-list.ts";
import { DECLARES, isBatch, MOVEMENTS } from "./movements.ts";
import { whyPaused } from "./posting.ts";

/** What may not move under a status, and what may not move without a declaration: else goods would leave untaxed. */
export const wayFaults = (
  { movement, declares, counterparty }: ListRequest,
  status: Status,
): readonly Fault[] => {
  if (counterparty !== undefined && !(declares && MOVEMENTS[movement].beyond === "inland"))
    return [
      {
        pointer: "/counterparty",
        detail: "Only goods that cross the second line are declared by an enterprise outside the zone.",
        try: ["Leave it out."],
      },
    ];
  const rule: string = DECLARES[movement][status];
  if (rule === "never")
    return [{ pointer: "/status", detail: `Goods do not move ${movement} as ${status}.`, try: ["bonded"] }];
  if (rule === "must" && !declares)
    return [
      {
        pointer: "/declares",
        detail: `${status} goods move ${movement} only with a declaration.`,
        try: ["true, and name the declaration once it is released"],
      },
    ];
  if (rule === "not" && declares)
    return [
      { pointer: "/declares", detail: `Goods move ${movement} without a declaration.`, try: ["false"] },
    ];
  return [];
};

/** What the kinds of the books do not allow: ways of goods, and transfers between books of different kinds. */
export const kindFaults = (
  { movement, otherBook, otherList, book }: ListRequest,
  { kind }: AccountBook,
  records: Records,
): readonly Fault[] => {
  const no = whyNoMovement(kind, movement);
  if (no) return [{ pointer: "/movement", detail: no }];
  if (otherBook !== undefined) {
    const apart = whyNoTransfer(records.get(AccountBookRecord, otherBook).kind, kind);
    return apart ? [{ pointer: "/otherBook", detail: apart }] : [];
  }
  const other = otherList === undefined ? undefined : records.get(BondedListRecord, otherList);
  // Of a list that does not name this book nothing is said.
  if (other?.otherBook !== book) return [];
  const apart = whyNoTransfer(kind, records.get(AccountBookRecord, other.book).kind);
  return apart ? [{ pointer: "/otherList", detail: apart }] : [];
};

/** Codes that the law does not know, or does not use in this direction. */
export const codeFaults = (
  { procedure, transportMode, movement }: ListRequest,
  law: CustomsLaw,
): readonly Fault[] => {
  const faults: Fault[] = [];
  const known = law.procedures.get(procedure);
  const direction = MOVEMENTS[movement].inbound ? "import" : "export";
  if (!known)
    faults.push({
      pointer: "/procedure",
      detail: `There is no supervision mode ${procedure}.`,
      try: ["5034"],
    });
  else if (!known.directions.includes(direction))
    faults.push({
      pointer: "/procedure",
      detail: `${procedure} (${known.name.en}) is not used at ${direction}.`,
    });
  if (!law.transportModes.has(transportMode))
    faults.push({
      pointer: "/transportMode",
      detail: `There is no transport mode ${transportMode}.`,
      try: ["2", "9"],
    });
  return faults;
};

/** A field that belongs to some movements only: it must be given there, and nowhere else. */
const belongs = (field: string, given: boolean, must: boolean, what: string): readonly Fault[] => {
  if (given === must) return [];
  return [
    { pointer: `/${field}`, detail: must ? `Give ${what}.` : `${what} is not given with this movement.` },
  ];
};

/**
 * What is wrong with a transfer. The receiving side declares first and names the sender's book; the sender's list names that
 * list, and is of the same goods by HS8, legal units and quantities, line by line. Domain 2.11.
 */
export const transferFaults = (
  request: ListRequest,
  placed: readonly Placed[],
  status: Status,
  book: AccountBook,
  records: Records,
): readonly Fault[] => {
  const { movement, otherBook, otherList } = request;
  const wrong = [
    ...belongs(
      "otherBook",
      otherBook !== undefined,
      movement === "from-book",
      "the book that the goods come from",
    ),
    ...belongs(
      "otherList",
      otherList !== undefined,
      movement === "to-book",
      "the list that announces the goods",
    ),
  ];
  if (wrong.length > 0) return wrong;
  if (otherBook !== undefined) {
    const { state } = records.get(AccountBookRecord, otherBook);
    if (otherBook === book.number)
      return [{ pointer: "/otherBook", detail: "Goods come from another book than this one." }];
    if (state !== "effective") return [{ pointer: "/otherBook", detail: `${otherBook} is ${state}.` }];
  }
  return otherList === undefined
    ? []
    : pairFaults(request, placed, status, records.get(BondedListRecord, otherList), records);
};

const pairFaults = (
  request: ListRequest,
  placed: readonly Placed[],
  status: Status,
  other: BondedList,
  records: Records,
): readonly Fault[] => {
  const pointer = "/otherList";
  // Nothing is said of a list that does not name this book: it is nobody's business here.
  if (other.movement !== "from-book" || other.otherBook !== request.book)
    return [{ pointer, detail: `${other.number} announces no goods from ${request.book}.` }];
  if (other.state !== "approved") return [{ pointer, detail: `${other.number} is ${other.state}.` }];
  const paused = whyPaused(other, records);
  if (paused) return [{ pointer, detail: paused }];
  if (other.otherList !== null)
    return [{ pointer, detail: `${other.number} has its list already: ${other.otherList}.` }];
  if (other.status !== status)
    return [{ pointer: "/status", detail: `${other.number} takes ${other.status} goods.` }];
  if (other.lines.length !== placed.length)
    return [
      {
        pointer: "/lines",
        detail: `${other.number} has ${other.lines.length} lines, this list ${placed.length}.`,
        try: ["Give the same lines in the same order."],
      },
    ];
  return other.lines.flatMap((line, index) => {
    const taken = goodsAt(records.get(BookLineRecord, line.line), line.changes);
    return differences(
      `/lines/${index}`,
      other.number,
      { ...line, goods: taken },
      request.lines[index]!,
      placed[index]!,
    );
  });
};

const SAME = ["lawfulUnit", "secondUnit"] as const;

const differences = (
  at: string,
  number: string,
  taken: { readonly hs8: string; readonly lawful: string; readonly second?: string; readonly goods: Goods },
  said: { readonly lawful: string; readonly second?: string },
  { goods, quantities }: Placed,
): readonly Fault[] => {
  const faults: Fault[] = [];
  const hs8 = goods.commodity.slice(0, 8);
  if (hs8 !== taken.hs8)
    faults.push({
      pointer: `${at}/line`,
      detail: `${number} takes goods of ${taken.hs8}, these are of ${hs8}.`,
    });
  for (const unit of SAME)
    if (goods[unit] !== taken.goods[unit])
      faults.push({
        pointer: `${at}/line`,
        detail: `${number} counts in ${taken.goods[unit] ?? "no second unit"}, this line in ${goods[unit] ?? "none"}.`,
      });
  const [same, legal] = [quantitiesText(taken), quantitiesText(said)];
  for (const measure of ["lawful", "second"] as const)
    if (same[measure] !== legal[measure])
      faults.push({
        pointer: `${at}/${measure}`,
        detail: `${number} takes ${same[measure]}, this list gives ${textOf(quantities[measure])}.`,
      });
  return faults;
};

const quantitiesText = ({ lawful, second }: { readonly lawful: string; readonly second?: string }) => {
  const sums = byLine([{ line: "", declared: "0", lawful, ...(second !== undefined && { second }) }]).get(
    "",
  )!;
  return { lawful: textOf(sums.lawful), second: textOf(sums.second) };
};

/** Goods that entered on a pass and are declared later: the pass is one of this book, gone through, and not declared yet. */
export const passFaults = ({ pass, movement, book }: ListRequest, records: Records): readonly Fault[] => {
  if (pass === undefined) return [];
  const pointer = "/pass";
  const it = records.get(GatePassRecord, pass);
  if (movement !== "from-abroad")
    return [{ pointer, detail: "Only goods from abroad enter before they are declared." }];
  if (it.kind !== "enter-first" || it.book !== book)
    return [{ pointer, detail: `${pass} is not one with which goods of ${book} entered before their list.` }];
  if (it.state !== "passed")
    return [{ pointer, detail: `${pass} is ${it.state}: the goods have not entered.` }];
  return records.get(AccountBookRecord, book).undeclared.some((each) => each.pass === pass)
    ? []
    : [{ pointer, detail: `The goods of ${pass} are declared already.` }];
};

/** A batch has the goods of its slips, no more and no less, line by line and in every unit. Domain 2.12. */
export const slipFaults = (
  request: ListRequest,
  placed: readonly Placed[],
  status: Status,
  records: Records,
): readonly Fault[] => {
  const { movement, slips } = request;
  const wrong = belongs("slips", slips !== undefined, isBatch(movement), "the slips that the list declares");
  if (wrong.length > 0 || slips === undefined) return wrong;
  const found = slips.map((slip) => records.get(StockSlipRecord, slip));
  const unfit = found.flatMap((slip, index): Fault[] => {
    const pointer = `/slips/${index}`;
    if (slip.book !== request.book) return [{ pointer, detail: `${slip.number} is not of ${request.book}.` }];
    if (slip.state !== "passed") return [{ pointer, detail: `${slip.number} is ${slip.state}.` }];
    if (slip.status !== status)
      return [{ pointer, detail: `The goods of ${slip.number} are ${slip.status}.` }];
    if (slip.direction !== (MOVEMENTS[movement].inbound ? "in" : "out"))
      return [{ pointer, detail: `The goods of ${slip.number} went ${slip.direction}.` }];
    const missing = [
      ...slip.returnedBy.map((each) => each.slip),
      ...(slip.returns === null ? [] : [slip.returns]),
    ]
      .filter((each) => !slips.includes(each))
      .join(", ");
    return missing === ""
      ? []
      : [{ pointer, detail: `${slip.number} is declared together with ${missing}.` }];
  });
  if (unfit.length > 0) return unfit;
  const [sums, listed] = [slipSums(found), byLine(keptLines(request.lines, placedLines(placed)))];
  return [...new Set([...sums.keys(), ...listed.keys()])].flatMap((line) => {
    const [slip, list] = [sums.get(line) ?? NO_GOODS, listed.get(line) ?? NO_GOODS];
    return MEASURES.filter((measure) => slip[measure] !== list[measure]).map((measure) => ({
      pointer: "/lines",
      detail: sumText(line, measure, slip, list),
    }));
  });
};

const sumText = (line: string, measure: keyof Quantities, slip: Quantities, list: Quantities): string =>
  `${line}: the slips come to ${textOf(slip[measure])} (${measure} unit), the list to ${textOf(list[measure])}.`;
