import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type AccountBook, AccountBookRecord } from "../account-book/account-book.ts";
import { atBookParty } from "../account-book/decide-account-book.ts";
import { countOf, textOf } from "../account-book/stock.ts";
import { whyClosed } from "../account-book/why-closed.ts";
import { type BondedList, BondedListRecord } from "../bonded-list/bonded-list.ts";
import { MOVEMENTS } from "../bonded-list/movements.ts";
import { accept, refuse } from "../define/command.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, must, type Records } from "../define/record.ts";
import { command } from "../law/command.ts";
import { pathOf, StockSlipRecord } from "../stock-slip/stock-slip.ts";
import { GatePassRecord, type PassRequest, RequestPass, type TakenOfList } from "./gate-pass.ts";
import { passNumber } from "./pass-number.ts";

/** What a pass takes of its lists: as said, or all that is on no pass yet. */
const takenOf = (request: PassRequest, records: Records): readonly TakenOfList[] =>
  (request.lists ?? []).map(({ list, lines }) => ({
    list,
    lines: lines ?? restOf(records.get(BondedListRecord, list)),
  }));

const restOf = ({ lines }: BondedList): TakenOfList["lines"] =>
  lines
    .map(({ declared, onPasses }, index) => ({
      index,
      declared: textOf(countOf(declared) - countOf(onPasses)),
    }))
    .filter(({ declared }) => declared !== "0");

/**
 * An enterprise asks for a pass: for goods of lists and slips, for goods that enter before they are declared, for goods that
 * are only registered at the gate, or for an empty vehicle. What a list says can go on passes once.
 */
export const requestPass = command({
  name: "gate-pass.request",
  title: { en: "Ask for a gate pass", zh: "核放单申报" },
  by: ["declarant"],
  request: RequestPass,
  scope: ({ book }) => `account-book/${book}`,
  needs: ({ book, lists, slips }) => [
    must(AccountBookRecord, book, "/book"),
    ...(lists ?? []).map(({ list }, index) => must(BondedListRecord, list, `/lists/${index}/list`)),
    ...(slips ?? []).map((slip, index) => must(StockSlipRecord, slip, `/slips/${index}`)),
  ],
  places: ({ book }, records) => atBookParty(book, records),
  decide: (said, { records, now, ticket }) => {
    const request = said as PassRequest;
    const book = records.get(AccountBookRecord, request.book);
    const stopped = whyClosed(book, request.direction === "in", now.day) ?? whyLate(book, request, now.day);
    if (stopped) return refuse("not-now", stopped, "See what is named; nothing was written.");
    const taken = takenOf(request, records);
    const faults = [
      ...kindFaults(request),
      ...taken.flatMap((each, index) => listFaults(request, each, index, records)),
      ...twiceFaults(taken),
      ...(request.slips ?? []).flatMap((slip, index) => slipFaults(request, slip, index, records)),
    ];
    if (faults.length > 0)
      return refuse(
        "invalid-request",
        `The pass has ${faults.length === 1 ? "a mistake" : `${faults.length} mistakes`}.`,
        "Correct what is named and ask again under the same reference; nothing was written.",
        faults,
      );
    const pass = passNumber(book.office, request.direction === "in", now.day, ticket);
    return accept({
      type: "gate-pass.approved",
      records: [
        keyOf(GatePassRecord, pass),
        keyOf(AccountBookRecord, book.number),
        ...taken.map(({ list }) => keyOf(BondedListRecord, list)),
        ...(request.slips ?? []).map((slip) => keyOf(StockSlipRecord, slip)),
      ],
      creates: keyOf(GatePassRecord, pass),
      withRequest: true,
      body: {
        ...{ pass, party: book.party, office: book.office, lists: taken, slips: request.slips ?? [] },
        totalMassKg: textOf(
          [request.grossMassKg, request.vehicleMassKg, request.frameMassKg, request.containerMassKg].reduce(
            (sum, mass) => sum + countOf(mass ?? "0"),
            0n,
          ),
        ),
      },
    });
  },
  answer: ([entry]) => ({
    position: entry!.position,
    pass: (entry!.body as { pass: string }).pass,
    state: "approved",
  }),
});

/** Goods that entered first and were not declared in time stop the next ones. */
const whyLate = (book: AccountBook, { kind }: PassRequest, day: PlainDate): string | undefined => {
  const late = kind === "enter-first" ? book.undeclared.find(({ by }) => by < day) : undefined;
  return late && `The goods of ${late.pass} were to be declared by ${late.by}: no others enter first before.`;
};

const NEEDS_TEXT: Readonly<
  Partial<Record<PassRequest["kind"], readonly ("description" | "transportDocument")[]>>
> = {
  "enter-first": ["transportDocument", "description"],
  "gate-registered": ["description"],
};

const kindFaults = (request: PassRequest): readonly Fault[] => {
  const { kind, direction, lists, slips } = request;
  const faults: Fault[] = [];
  const hasPapers = lists !== undefined || slips !== undefined;
  if (hasPapers !== (kind === "papers"))
    faults.push({
      pointer: "/lists",
      detail: hasPapers
        ? `A pass of the kind ${kind} names no papers.`
        : "Name the lists or slips of the goods.",
    });
  if (kind === "enter-first" && direction !== "in")
    faults.push({ pointer: "/direction", detail: "Only goods that come in enter first." });
  for (const field of NEEDS_TEXT[kind] ?? [])
    if (request[field] === undefined)
      faults.push({ pointer: `/${field}`, detail: "Without a paper the pass itself says it." });
  if (kind === "empty-vehicle" && countOf(request.grossMassKg) > 0n)
    faults.push({ pointer: "/grossMassKg", detail: "An empty vehicle carries nothing.", try: ["0"] });
  return faults;
};

const listFaults = (
  { book, direction }: PassRequest,
  { list, lines }: TakenOfList,
  index: number,
  records: Records,
): readonly Fault[] => {
  const pointer = `/lists/${index}/list`;
  const it = records.get(BondedListRecord, list);
  if (it.book !== book) return [{ pointer, detail: `${list} is not of ${book}.` }];
  if (it.state !== "approved") return [{ pointer, detail: `${list} is ${it.state}.` }];
  if (!it.gate) return [{ pointer, detail: `The goods of ${list} need no pass.` }];
  const way = MOVEMENTS[it.movement].inbound ? "in" : "out";
  if (way !== direction) return [{ pointer, detail: `The goods of ${list} go ${way}.` }];
  if (way === "out" && it.declares && it.declaration === null)
    return [
      {
        pointer,
        detail: `${list} waits for its declaration: nothing leaves before that is released.`,
        try: ["Name the released declaration of the list (bonded-list.cover), then ask again."],
      },
    ];
  if (it.movement === "to-book" || it.movement === "from-book") {
    if (it.otherList === null)
      return [{ pointer, detail: `${list} waits for the list of ${it.otherBook}: nothing moves before.` }];
  }
  if (lines.length === 0) return [{ pointer, detail: `All goods of ${list} are on passes already.` }];
  return lines.flatMap(({ index: at, declared }, nth): Fault[] => {
    const line = it.lines[at];
    const place = `/lists/${index}/lines/${nth}`;
    if (!line) return [{ pointer: `${place}/index`, detail: `${list} has ${it.lines.length} lines.` }];
    const left = countOf(line.declared) - countOf(line.onPasses);
    if (countOf(declared) === 0n)
      return [{ pointer: `${place}/declared`, detail: "A quantity is more than 0." }];
    if (countOf(declared) > left)
      return [
        {
          pointer: `${place}/declared`,
          detail: `Of line ${at} of ${list} ${textOf(left)} are on no pass yet, ${declared} are asked.`,
        },
      ];
    return lines.findIndex(({ index: other }) => other === at) === nth
      ? []
      : [{ pointer: `${place}/index`, detail: `Line ${at} is named twice.` }];
  });
};

const twiceFaults = (taken: readonly TakenOfList[]): readonly Fault[] =>
  taken.flatMap(({ list }, index) =>
    taken.findIndex((each) => each.list === list) === index
      ? []
      : [{ pointer: `/lists/${index}/list`, detail: `${list} is named twice.` }],
  );

const slipFaults = (
  { book, direction }: PassRequest,
  slip: string,
  index: number,
  records: Records,
): readonly Fault[] => {
  const pointer = `/slips/${index}`;
  const it = records.get(StockSlipRecord, slip);
  if (it.book !== book) return [{ pointer, detail: `${slip} is not of ${book}.` }];
  if (it.state !== "approved") return [{ pointer, detail: `${slip} is ${it.state}.` }];
  if (it.pass !== null) return [{ pointer, detail: `The goods of ${slip} are on ${it.pass}.` }];
  const { from } = pathOf(it);
  const way = from.endsWith(":stock") || from.endsWith(":entered") ? "out" : "in";
  return way === direction ? [] : [{ pointer, detail: `The goods of ${slip} go ${way}.` }];
};
