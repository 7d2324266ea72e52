import { AccountBookRecord } from "../account-book/account-book.ts";
import { BookLineRecord } from "../account-book/book-line.ts";
import { atBookParty } from "../account-book/decide-account-book.ts";
import { moveDeclared, type Outcome, paperRecords } from "../account-book/move-lines.ts";
import { lineFaults, openings, paperNeeds, place, placedLines } from "../account-book/paper-line.ts";
import type { Status } from "../account-book/stock.ts";
import { whyClosed } from "../account-book/why-closed.ts";
import { inDollars, worthNeeds } from "../account-book/worth.ts";
import { BusinessFormRecord } from "../business-form/business-form.ts";
import { accept, type Draft, refuse } from "../define/command.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { GatePassRecord } from "../gate-pass/gate-pass.ts";
import { command } from "../law/command.ts";
import { findFigure, lastDay } from "../law/figures.ts";
import { PartyRecord } from "../party/party.ts";
import { paperNumber } from "../stock-slip/slip-number.ts";
import { StockSlipRecord } from "../stock-slip/stock-slip.ts";
import { BondedListRecord, DeclareList, type ListRequest } from "./bonded-list.ts";
import { codeFaults, kindFaults, passFaults, slipFaults, transferFaults, wayFaults } from "./list-faults.ts";
import { isBatch, MOVEMENTS } from "./movements.ts";
import { postedTogether, slipKeys } from "./posting.ts";

const faultsOf = (outcome: Outcome): readonly Fault[] => ("faults" in outcome ? outcome.faults : []);

/** What belongs to a list beside its lines: the other side of a transfer, the pass of goods that entered, slips. */
const besides = (request: ListRequest, records: Records): readonly Need[] => {
  const other =
    request.otherList === undefined ? undefined : records.find(BondedListRecord, request.otherList);
  return [
    ...(request.counterparty === undefined ? [] : [must(PartyRecord, request.counterparty, "/counterparty")]),
    ...(request.otherBook === undefined ? [] : [must(AccountBookRecord, request.otherBook, "/otherBook")]),
    ...(request.otherList === undefined ? [] : [must(BondedListRecord, request.otherList, "/otherList")]),
    ...(other
      ? [may(AccountBookRecord, other.book), ...other.lines.map(({ line }) => may(BookLineRecord, line))]
      : []),
    ...(request.pass === undefined ? [] : [must(GatePassRecord, request.pass, "/pass")]),
    ...(request.slips ?? []).flatMap((slip, index) => {
      const it = records.find(StockSlipRecord, slip);
      return [
        must(StockSlipRecord, slip, `/slips/${index}`),
        ...(it ? [may(BusinessFormRecord, it.form)] : []),
      ];
    }),
  ];
};

/**
 * An enterprise declares a list. Accepted, what comes in is announced, and what goes out is reserved: nobody else can
 * promise the same goods. A transfer within one zone is posted at once, on both sides. Domain 2.6, 2.11.
 */
export const declareList = command({
  name: "bonded-list.declare",
  title: { en: "Declare a verification list", zh: "核注清单申报" },
  by: ["declarant"],
  request: DeclareList,
  scope: ({ book }) => `account-book/${book}`,
  needs: (request, records) => [
    ...paperNeeds(request as ListRequest, records),
    ...besides(request as ListRequest, records),
    ...worthNeeds(request.lines),
  ],
  places: ({ book }, records) => atBookParty(book, records),
  decide: (said, { records, now, ticket }, law) => {
    const request = said as ListRequest;
    const book = records.get(AccountBookRecord, request.book);
    const { inbound } = MOVEMENTS[request.movement];
    const closedBook = whyClosed(book, inbound, now.day);
    if (closedBook)
      return refuse(
        "not-now",
        closedBook,
        "Have the book taken into force, its validity extended, or its pause ended.",
      );
    const placed = place(request, book, records);
    const status = (said.status ?? "bonded") as Status;
    const faults = [
      ...kindFaults(request, book, records),
      ...wayFaults(request, status),
      ...codeFaults(request, law),
      ...lineFaults(
        request.lines,
        book,
        placed,
        { inbound, brings: inbound && !isBatch(request.movement) },
        records,
      ),
      ...transferFaults(request, placed, status, book, records),
      ...passFaults(request, records),
      ...slipFaults(request, placed, status, records),
    ];
    const worth = inDollars(request.lines, records, now.day);
    if ("faults" in worth) faults.push(...worth.faults);
    const outcome =
      faults.length > 0 || "faults" in worth
        ? { faults }
        : moveDeclared(
            placed,
            MOVEMENTS[request.movement].path(status),
            // A batch, and the answer to another list, must equal what they name.
            isBatch(request.movement) || request.movement === "to-book"
              ? undefined
              : findFigure(law.figures.unitTolerance, now.day)?.value,
          );
    if ("faults" in outcome || "faults" in worth)
      return refuse(
        "invalid-request",
        `The list has ${faultsOf(outcome).length === 1 ? "a mistake" : `${faultsOf(outcome).length} mistakes`}.`,
        "Correct what is named and declare again under the same reference; nothing was written.",
        faultsOf(outcome),
      );
    const opened = openings(placed, book);
    const list = paperNumber("QD", book.office, now.day, inbound ? "I" : "E", ticket + opened.length);
    const other =
      request.otherList === undefined ? undefined : records.get(BondedListRecord, request.otherList);
    const otherBook = other?.book ?? request.otherBook;
    const zone = otherBook === undefined ? undefined : records.get(AccountBookRecord, otherBook).zone;
    const approved: Draft = {
      type: "bonded-list.approved",
      records: [
        ...paperRecords(
          keyOf(BondedListRecord, list),
          book.number,
          placed.map(({ line }) => line),
        ),
        ...(other ? [keyOf(BondedListRecord, other.number)] : []),
        ...slipKeys(request.slips ?? [], records),
      ],
      creates: keyOf(BondedListRecord, list),
      withRequest: true,
      body: {
        list,
        party: book.party,
        office: book.office,
        status,
        lines: placedLines(placed).map((line, index) => ({ ...line, usd: worth.usd[index]! })),
        gate: MOVEMENTS[request.movement].gate && request.pass === undefined && zone !== book.zone,
        ...(otherBook !== undefined && { otherBook }),
        ...(other && { otherList: other.number }),
        ...(request.movement === "from-book" && { expires: lastDay(law.figures.transferDays, now.day) }),
        ...(request.pass !== undefined && { pass: request.pass }),
        ...(request.slips && { slips: request.slips }),
        moved: outcome.moved,
      },
    };
    if (!other || zone !== book.zone) return accept(...opened, approved);
    // Within one zone nothing passes a gate: both sides are posted with the second list.
    return accept(
      ...opened,
      approved,
      ...postedTogether({ list, book: book.number, status, moved: outcome.moved }, other, records, now.day),
    );
  },
  answer: (written) => {
    const approved = written.findLast(({ type }) => type === "bonded-list.approved")!;
    const { list, lines } = approved.body as { list: string; lines: readonly { line: string }[] };
    return { position: approved.position, list, state: "approved", lines: lines.map(({ line }) => line) };
  },
});
