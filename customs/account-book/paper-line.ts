/** One line of a paper that moves goods of a book: a list or a stock slip. Domain 2.4.4, 2.4.6. */
import Type from "typebox";
import { ArchiveRecord, whyNotInArchive } from "../archive/archive.ts";
import { CurrencyCode, closed, DecimalText } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { type AccountBook, AccountBookRecord, stops } from "./account-book.ts";
import { type BookLine, BookLineRecord, lineId } from "./book-line.ts";
import { type Goods, LineGoods } from "./goods.ts";
import { countOf, NO_GOODS, plus, type Quantities } from "./stock.ts";

/** Goods of a line of the book, or, inbound, goods that are new in it. */
export const PaperLineField = Type.Object(
  {
    line: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999_999 })),
    goods: Type.Optional(LineGoods),
    declared: DecimalText,
    lawful: DecimalText,
    second: Type.Optional(DecimalText),
    netMassKg: DecimalText,
    grossMassKg: DecimalText,
    value: Type.Object({ amount: DecimalText, currency: CurrencyCode }, closed),
  },
  closed,
);

const MOST_LINES = 500;

/** All lines of a paper. */
export const PaperLines = Type.Array(PaperLineField, { minItems: 1, maxItems: MOST_LINES });

/** Quantities as a paper says them, in decimal text. */
export type Said = { readonly declared: string; readonly lawful: string; readonly second?: string };

/** See `PaperLineField`. */
export type PaperLine = Said & {
  readonly line?: number;
  readonly goods?: Goods;
  readonly netMassKg: string;
  readonly grossMassKg: string;
  readonly value: { readonly amount: string; readonly currency: string };
};

/** A line of a paper as its record keeps it: as said, with the line of the book and the goods it was declared on. */
export type KeptLine = Omit<PaperLine, "line" | "goods"> & {
  readonly line: string;
  readonly hs8: string;
  /** How often the goods had been changed when the paper was declared; see `goodsAt`. */
  readonly changes: number;
  /** The value in US dollars, where the paper brings or takes it. */
  readonly usd?: string;
};

/** The lines of a record, out of what was said and what the entry adds. */
export const keptLines = (
  said: readonly PaperLine[],
  placed: readonly {
    readonly line: string;
    readonly hs8: string;
    readonly changes?: number;
    readonly usd?: string;
  }[],
): readonly KeptLine[] =>
  said.map(({ line: _seq, goods: _goods, ...each }, index) => ({ ...each, changes: 0, ...placed[index]! }));

/** The quantities of a line, in hundred-thousandths. */
export const quantitiesOf = ({ declared, lawful, second }: Said): Quantities => ({
  declared: countOf(declared),
  lawful: countOf(lawful),
  second: second === undefined ? 0n : countOf(second),
});

/** The quantities of a paper by line of the book, in the order in which the lines are first named. */
export const byLine = (
  lines: readonly (Said & { readonly line: string })[],
): ReadonlyMap<string, Quantities> => {
  const sums = new Map<string, Quantities>();
  for (const line of lines) sums.set(line.line, plus(sums.get(line.line) ?? NO_GOODS, quantitiesOf(line)));
  return sums;
};

/** A line of a paper with the line of the book that it is of; `known` is undefined when the paper brings it into the book. */
export type Placed = {
  readonly line: string;
  readonly goods: Goods;
  readonly quantities: Quantities;
  readonly known: BookLine | undefined;
};

type Request = { readonly book: string; readonly lines: readonly PaperLine[] };

/** The lines of the book that a request's lines are of, new ones after those that the book has. */
const linesOf = ({ book, lines }: Request, { lines: last }: AccountBook): readonly string[] => {
  let seq = last;
  return lines.map(({ line }) => lineId(book, line ?? ++seq));
};

/** The book of a request and the lines it names. */
export const paperNeeds = (request: Request, records: Records): readonly Need[] => {
  const book = records.find(AccountBookRecord, request.book);
  const needs = [must(AccountBookRecord, request.book, "/book")];
  if (!book) return needs;
  return [
    ...needs,
    ...(book.archive === null ? [] : [may(ArchiveRecord, book.archive)]),
    ...request.lines.flatMap(({ line }, index) =>
      line === undefined ? [] : [must(BookLineRecord, lineId(request.book, line), `/lines/${index}/line`)],
    ),
  ];
};

/** A request's lines with those of the book. */
export const place = (request: Request, book: AccountBook, records: Records): readonly Placed[] => {
  const lines = linesOf(request, book);
  return request.lines.map((said, index) => {
    const line = lines[index]!;
    const known: BookLine | undefined =
      said.line === undefined ? undefined : records.get(BookLineRecord, line);
    return { line, known, goods: known?.goods ?? said.goods!, quantities: quantitiesOf(said) };
  });
};

/** What an entry says of each line, beside what was asked for. */
export const placedLines = (placed: readonly Placed[]) =>
  placed.map(({ line, goods, known }) => ({
    line,
    hs8: goods.commodity.slice(0, 8),
    ...(known && known.before.length > 0 && { changes: known.before.length }),
  }));

/**
 * One entry for each line that a paper brings into the book. The book hears of the last only, which tells how many it has
 * now: else the history of a book of a million lines would be a million entries long.
 */
export const openings = (placed: readonly Placed[], book: AccountBook) =>
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

/** What is wrong with the lines of a paper; `brings` is true when it may bring new lines into the book. */
export const lineFaults = (
  lines: readonly PaperLine[],
  book: AccountBook,
  placed: readonly Placed[],
  way: { readonly inbound: boolean; readonly brings: boolean },
  records: Records,
): readonly Fault[] => {
  const archive = book.archive === null ? undefined : records.get(ArchiveRecord, book.archive);
  return lines.flatMap((said, index) => {
    const at = `/lines/${index}`;
    const it = placed[index]!;
    const paused = it.known && stops(it.known.pause, way.inbound);
    const foreign = archive && way.brings && it.goods && whyNotInArchive(archive, it.goods.commodity);
    return [
      ...(foreign ? [{ pointer: `${at}/goods/commodity`, detail: foreign }] : []),
      ...goodsFaults(said, at, way.brings, book),
      ...quantityFaults(said, at, it),
      ...(paused
        ? [{ pointer: `${at}/line`, detail: `${it.line} is paused by customs (${it.known!.pause}).` }]
        : []),
    ];
  });
};

const goodsFaults = (said: PaperLine, at: string, brings: boolean, book: AccountBook): readonly Fault[] => {
  if (said.line !== undefined && said.goods !== undefined)
    return [{ pointer: at, detail: "Give the line of the book or new goods, not both." }];
  if (said.line === undefined && (said.goods === undefined || !brings))
    return [
      {
        pointer: `${at}/line`,
        detail: brings
          ? "Give the line of the book, or the goods of a new one."
          : "Give the line of the book.",
      },
    ];
  if (said.line !== undefined && brings && book.mode === "separate")
    return [
      {
        pointer: `${at}/line`,
        detail: `${book.number} keeps every arrival as a line of its own.`,
        try: ["Give the goods instead."],
      },
    ];
  return [];
};

/** Units in which the mass is a quantity, and how many of them are a kilogram: by code and as people write them. */
const MASS_UNITS: Readonly<Record<string, bigint>> = { "035": 1n, kg: 1n, "036": 1000n, g: 1000n };

const UNITS = { declared: "unit", lawful: "lawfulUnit", second: "secondUnit" } as const;

const quantityFaults = (said: PaperLine, at: string, { goods, quantities }: Placed): readonly Fault[] => {
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
  for (const field of ["declared", "lawful", "second"] as const) {
    const unit = goods?.[UNITS[field]];
    const perKg = unit === undefined ? undefined : MASS_UNITS[unit];
    if (
      perKg !== undefined &&
      quantities[field] > 0n &&
      quantities[field] !== countOf(said.netMassKg) * perKg
    )
      faults.push({
        pointer: `${at}/${field}`,
        detail: `The quantity in ${unit} is not the net mass of ${said.netMassKg} kg.`,
      });
  }
  return faults;
};
