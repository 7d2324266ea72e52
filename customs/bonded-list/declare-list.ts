import { type AccountBook, AccountBookRecord } from "../account-book/account-book.ts";
import { type BookLine, BookLineRecord, type Goods, lineId } from "../account-book/book-line.ts";
import { atBookParty } from "../account-book/decide-account-book.ts";
import { countOf, type Status } from "../account-book/stock.ts";
import { accept, type Draft, refuse } from "../define/command.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, must, type Records } from "../define/record.ts";
import { command } from "../law/command.ts";
import type { CustomsLaw } from "../law/law.ts";
import {
  BondedListRecord,
  DECLARES,
  DeclareList,
  type Line,
  MOVEMENTS,
  type Movement,
} from "./bonded-list.ts";
import { listRecords, moveDeclared, type Placed, quantitiesOf } from "./move-lines.ts";

type Request = {
  readonly book: string;
  readonly movement: Movement;
  readonly procedure: string;
  readonly transportMode: string;
  readonly declares: boolean;
  readonly lines: readonly Line[];
};

const SERIALS = 1_000_000_000;

const numberFor = (office: string, day: string, movement: Movement, ticket: number): string =>
  `QD${office}${day.slice(2, 4)}${MOVEMENTS[movement].inbound ? "I" : "E"}${String(ticket % SERIALS).padStart(9, "0")}`;

/** The lines of the book that the request's lines are of, new ones after those that the book has. */
const linesOf = (request: Request, book: AccountBook): readonly string[] => {
  let seq = book.lines;
  return request.lines.map(({ line }) => lineId(request.book, line ?? ++seq));
};

/**
 * An enterprise declares a list. Accepted, what comes in is announced, and what goes out is reserved: nobody else can
 * promise the same goods. Domain 2.6.
 */
export const declareList = command({
  name: "bonded-list.declare",
  title: { en: "Declare a verification list", zh: "核注清单申报" },
  by: ["declarant"],
  request: DeclareList,
  scope: ({ book }) => `account-book/${book}`,
  needs: (request, records) => {
    const book = records.find(AccountBookRecord, request.book);
    return [
      must(AccountBookRecord, request.book, "/book"),
      ...(book
        ? request.lines.flatMap(({ line }, index) =>
            line === undefined
              ? []
              : [must(BookLineRecord, lineId(request.book, line), `/lines/${index}/line`)],
          )
        : []),
    ];
  },
  places: ({ book }, records) => atBookParty(book, records),
  decide: (request, { records, now, ticket }, law) => {
    const book = records.get(AccountBookRecord, request.book);
    if (book.state !== "effective" || book.validUntil < now.day)
      return refuse(
        "not-now",
        `${book.number} is ${book.state === "effective" ? `valid until ${book.validUntil} only` : book.state}.`,
        "Have the book taken into force, or its validity extended.",
      );
    const placed = place(request as Request, book, records);
    const status = request.status ?? "bonded";
    const faults = [
      ...wayFaults(request as Request, status),
      ...codeFaults(request as Request, law),
      ...lineFaults(request as Request, book, placed),
    ];
    const outcome = faults.length > 0 ? { faults } : moveDeclared(placed, request.movement, status);
    if ("faults" in outcome)
      return refuse(
        "invalid-request",
        `The list has ${outcome.faults.length === 1 ? "a mistake" : `${outcome.faults.length} mistakes`}.`,
        "Correct what is named and declare again under the same reference; nothing was written.",
        outcome.faults,
      );
    const opened = openings(placed, book);
    const list = numberFor(book.office, now.day, request.movement, ticket + opened.length);
    return accept(...opened, {
      type: "bonded-list.approved",
      records: listRecords(
        list,
        placed.map(({ line }) => line),
      ),
      creates: keyOf(BondedListRecord, list),
      withRequest: true,
      body: {
        list,
        party: book.party,
        office: book.office,
        status,
        lines: placed.map(({ line, goods }) => ({ line, hs8: goods.commodity.slice(0, 8) })),
        moved: outcome.moved,
      },
    });
  },
  answer: (written) => {
    const approved = written.at(-1)!;
    const { list, lines } = approved.body as { list: string; lines: readonly { line: string }[] };
    return { position: approved.position, list, state: "approved", lines: lines.map(({ line }) => line) };
  },
});

const place = (request: Request, book: AccountBook, records: Records): readonly Placed[] => {
  const lines = linesOf(request, book);
  return request.lines.map((said, index) => {
    const line = lines[index]!;
    const known: BookLine | undefined =
      said.line === undefined ? undefined : records.get(BookLineRecord, line);
    return { line, known, goods: known?.goods ?? (said.goods as Goods), quantities: quantitiesOf(said) };
  });
};

/**
 * One entry for each line that the list brings into the book. The book hears of the last only, which tells how many it has
 * now: else the history of a book of a million lines would be a million entries long.
 */
const openings = (placed: readonly Placed[], book: AccountBook): readonly Draft[] =>
  placed
    .filter(({ known }) => known === undefined)
    .map(({ line, goods }, index, { length }) => ({
      type: "book-line.opened",
      records: [
        keyOf(BookLineRecord, line),
        ...(index === length - 1 ? [keyOf(AccountBookRecord, book.number)] : []),
      ],
      creates: keyOf(BookLineRecord, line),
      body: {
        line,
        book: book.number,
        seq: book.lines + index + 1,
        party: book.party,
        office: book.office,
        goods,
      },
    }));

/** What may not move under a status, and what may not move without a declaration: else goods would leave untaxed. */
const wayFaults = ({ movement, declares }: Request, status: Status): readonly Fault[] => {
  const rule = DECLARES[movement][status];
  if (rule === "never")
    return [{ pointer: "/status", detail: `Goods do not move ${movement} as ${status}.`, try: ["bonded"] }];
  if (rule === "must" && !declares)
    return [
      {
        pointer: "/declares",
        detail: `${status} goods move ${movement} only with a declaration.`,
        try: ["true, and give the declaration's number when the list is posted"],
      },
    ];
  return [];
};

const codeFaults = ({ procedure, transportMode, movement }: Request, law: CustomsLaw): readonly Fault[] => {
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

const lineFaults = (request: Request, book: AccountBook, placed: readonly Placed[]): readonly Fault[] =>
  request.lines.flatMap((said, index) => {
    const at = `/lines/${index}`;
    return [...goodsFaults(said, at, request.movement, book), ...quantityFaults(said, at, placed[index]!)];
  });

const goodsFaults = (said: Line, at: string, movement: Movement, book: AccountBook): readonly Fault[] => {
  const { inbound } = MOVEMENTS[movement];
  if (said.line !== undefined && said.goods !== undefined)
    return [{ pointer: at, detail: "Give the line of the book or new goods, not both." }];
  if (said.line === undefined && (said.goods === undefined || !inbound))
    return [
      {
        pointer: `${at}/line`,
        detail: inbound
          ? "Give the line of the book, or the goods of a new one."
          : "Give the line of the book.",
      },
    ];
  if (said.line !== undefined && inbound && book.mode === "separate")
    return [
      {
        pointer: `${at}/line`,
        detail: `${book.number} keeps every arrival as a line of its own.`,
        try: ["Give the goods instead."],
      },
    ];
  return [];
};

const quantityFaults = (said: Line, at: string, { goods, quantities }: Placed): readonly Fault[] => {
  const faults: Fault[] = [];
  for (const field of ["declared", "lawful"] as const)
    if (quantities[field] === 0n)
      faults.push({ pointer: `${at}/${field}`, detail: "A quantity is more than 0." });
  const hasSecond = goods?.secondUnit !== undefined;
  if (goods && hasSecond !== quantities.second > 0n)
    faults.push({
      pointer: `${at}/second`,
      detail: hasSecond
        ? `Give the quantity in ${goods.secondUnit}, the second legal unit.`
        : "The goods have no second legal unit.",
    });
  if (countOf(said.netMassKg) > countOf(said.grossMassKg))
    faults.push({
      pointer: `${at}/netMassKg`,
      detail: `The net mass is more than the gross mass of ${said.grossMassKg} kg.`,
    });
  return faults;
};
