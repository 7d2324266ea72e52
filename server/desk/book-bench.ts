/** A book on the bench: requests of lists and passes as tests make them, and what then lies on the shelves. */
import assert from "node:assert/strict";
import type { Reply } from "./replies.ts";
import { type Bench, filing, TRADER } from "./test-bench.ts";

/** Goods of three units. */
export const VALVE = {
  part: "V-100",
  commodity: "8481804090",
  description: "valves of steel",
  origin: "DE",
  unit: "pcs",
  lawfulUnit: "pcs",
  secondUnit: "kg",
};

/** Goods that the bench's declarations are of. */
export const WINE_VALVE = { ...VALVE, commodity: "2204210000", description: "wine" };

/** Pieces, and kilograms where they are another number. */
export type Quantity = { readonly declared: string; readonly second?: string };

/** A line of a paper: `which` names the line of the book or the goods. */
export const lineOf = (which: object, { declared, second = declared }: Quantity): object => ({
  ...which,
  ...{ declared, lawful: declared, second, netMassKg: second, grossMassKg: second },
  value: { amount: "1000.00", currency: "USD" },
});

const listOf = (movement: string, book: string, reference: string, line: object): object => ({
  ...{ reference, book, movement, procedure: "5034", transportMode: "2", declares: false },
  lines: [line],
});

/** A list of goods from abroad, new in the book where nothing else is said. */
export const inward = (
  book: string,
  reference: string,
  quantity: Quantity,
  which: object = { goods: VALVE },
): object => listOf("from-abroad", book, reference, lineOf(which, quantity));

/** A list of goods that go abroad. */
export const outward = (book: string, reference: string, quantity: Quantity, line = 1): object =>
  listOf("to-abroad", book, reference, lineOf({ line }, quantity));

/** A book in force. */
export const openBook = async (
  bench: Bench,
  { mode = "accumulate", party = TRADER, actor = "trader-1", zone = "waigaoqiao", kind = "logistics" } = {},
): Promise<string> => {
  const { book } = await bench.do<{ book: string }>("account-book.open", actor, {
    ...{ reference: `B-${mode}-${bench.disk.entries.length}`, zone, office: "2218", party, mode },
    ...(kind !== "logistics" && { kind }),
    validUntil: "2026-12-31",
  });
  await bench.do("account-book.decide", "officer-1", { book, accept: true, reason: "in order" });
  return book;
};

/** Asks for a pass of papers of a book. */
export const askPass = (
  bench: Bench,
  book: string,
  direction: "in" | "out",
  papers: object,
  actor = "trader-1",
): Promise<Reply> =>
  bench.run("gate-pass.request", actor, {
    ...{ reference: `PASS-${bench.disk.entries.length}`, book, kind: "papers", direction, ...papers },
    ...{ vehicle: "HU-A12345", grossMassKg: "2000", vehicleMassKg: "13000" },
  });

/** The number that an accepted request was given. */
export const numberOf = (reply: Reply, field: string): string => {
  assert.equal(reply.kind, "accepted", JSON.stringify(reply));
  return (reply as unknown as { answer: Readonly<Record<string, string>> }).answer[field]!;
};

/** Goods of papers go through the gate. */
export const carry = async (
  bench: Bench,
  book: string,
  direction: "in" | "out",
  papers: object,
  actor = "trader-1",
): Promise<readonly string[]> => {
  const pass = numberOf(await askPass(bench, book, direction, papers, actor), "pass");
  return (await bench.do<{ posted: string[] }>("gate-pass.record-passage", "officer-1", { pass })).posted;
};

/** Declares what comes in, and lets it through the gate. */
export const bringIn = async (
  bench: Bench,
  book: string,
  quantity: Quantity,
  which?: object,
  actor = "trader-1",
): Promise<string> => {
  const reference = `IN-${bench.disk.entries.length}`;
  const { list } = await bench.do<{ list: string }>(
    "bonded-list.declare",
    actor,
    inward(book, reference, quantity, which),
  );
  assert.deepEqual(await carry(bench, book, "in", { lists: [{ list }] }, actor), [list]);
  return list;
};

type Shelf = { readonly declared: string };
type Stock = readonly ({ readonly status: string } & Readonly<Record<string, Shelf>>)[];

const SHELVES = [
  ["coming", "coming"],
  ["available", "free"],
  ["reserved", "reserved"],
  ["entered", "entered"],
  ["away", "away"],
  ["claimed", "claimed"],
] as const;

/** What lies on the shelves of a line, in words; of the last three only what is there. */
export const shelves = async (bench: Bench, book: string, line = 1): Promise<string> => {
  const found = await bench.ask("book-line.show", "officer-1", { id: `${book}-${line}` });
  assert.equal(found.kind, "answer", JSON.stringify(found));
  const { stock } = (found as unknown as { answer: { stock: Stock } }).answer;
  return stock
    .map(({ status, ...at }) => {
      const told = SHELVES.map(([shelf, word], index) => ({
        count: (at[shelf] as Shelf).declared,
        word,
        index,
      }))
        .filter(({ count, index }) => index < 3 || count !== "0")
        .map(({ count, word }) => `${count} ${word}`);
      return `${status}: ${told.join(", ")}`;
    })
    .join("; ");
};

/** Why a request was refused: its first fault, or what is said of it. */
export const detailOf = (reply: Reply): string =>
  reply.kind === "refused" ? (reply.problem.faults[0]?.detail ?? reply.problem.detail) : "accepted";

/** Goods of a declaration: wine of so many kilograms. */
export const wineOf = (netMassKg: string): object => ({
  ...(filing("any") as { goods: object[] }).goods[0],
  netMassKg,
});
