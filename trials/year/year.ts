/**
 * A year of a zone: enterprises bring goods, send them on, sell them inland, hand them to each other, lend them out and take
 * them back; papers are cancelled and corrected, goods are lost and stolen, lists are declared twice. Each quarter the sheds
 * are counted, and what a count finds must be exactly what was planted. At the end every unit of every line is accounted for.
 */

import { memoryJournal } from "../../server/adapters/memory/memory-journal.ts";
import { type Bench, filing, openWorld, TRADER } from "../../server/desk/test-bench.ts";
import { verifyJournal } from "../../server/desk/verify.ts";
import { Random } from "../random.ts";
import { Firm } from "./firm.ts";
import { Warehouse } from "./warehouse.ts";

/** What to make. */
export type YearPlan = {
  readonly seed: string;
  readonly enterprises: number;
  /** So many acts; most are a list, and most lists go through the gate in two vehicles. */
  readonly acts: number;
};

/** The year as it is asked for. */
export const FULL_YEAR: YearPlan = { seed: "2026", enterprises: 40, acts: 36_000 };

/** What a year came to. `findings` is empty when everything is accounted for. */
export type Year = {
  readonly counts: Readonly<Record<string, number>>;
  readonly planted: number;
  readonly found: number;
  readonly findings: readonly string[];
};

/** Stands in for the taxes of a whole year's sales. */
const GUARANTEE = "G-YEAR";

const FIRST_DAY = Date.UTC(2026, 2, 2);
const DAYS = 365;
const QUARTER = 91;
const DAY_MS = 86_400_000;

const dayAt = (day: number): string => new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);

/** Makes a year, and looks at everything; `atEnd` may look at it, too, before it is gone. */
export const makeYear = async (
  { seed, enterprises, acts }: YearPlan,
  onMonth: (text: string) => void = () => {},
  atEnd: (bench: Bench) => Promise<void> = async () => {},
): Promise<Year> => {
  const bench = await openWorld();
  await bench.do("guarantee.open", "installation", {
    ...{ guarantee: GUARANTEE, party: TRADER, guarantor: "Bank", limit: "1000000000.00" },
    ...{ from: "2020-01-01", until: "2030-12-31" },
  });
  const random = new Random(`year ${seed}`);
  const warehouse = new Warehouse();
  const firms = await Promise.all(
    Array.from({ length: enterprises }, (_, number) => Firm.found(bench, warehouse, seed, number + 1)),
  );
  const findings: string[] = [];
  let [planted, found] = [0, 0];
  const count = async (): Promise<void> => {
    for (const firm of firms) await firm.finishAll();
    planted += new Set(warehouse.planted.map(({ line }) => line)).size;
    const seen = await countSheds(bench, warehouse);
    found += seen.length;
    findings.push(...compare(seen, warehouse));
    for (const { line, pieces } of seen) await correct(bench, line, pieces);
    warehouse.planted = [];
  };
  const perDay = acts / DAYS;
  let owed = 0;
  for (let day = 0; day < DAYS; day += 1) {
    bench.setClock(dayAt(day));
    await bench.it.runDeadlines();
    owed += perDay;
    const turns = firms.map(() => 0);
    for (; owed >= 1; owed -= 1) turns[random.below(firms.length)]! += 1;
    await Promise.all(firms.map((firm, index) => firm.work(turns[index]!, firms)));
    if (dayAt(day).slice(0, 7) === dayAt(day + 1).slice(0, 7)) continue;
    await Promise.all(firms.map((firm) => firm.endMonth()));
    onMonth(`${dayAt(day)}: ${bench.disk.entries.length} entries`);
    if (day % QUARTER >= QUARTER - 31) await count();
  }
  bench.setClock(dayAt(DAYS));
  await Promise.all(firms.map((firm) => firm.endMonth()));
  await count();
  for (const firm of firms) await firm.closeForms();
  findings.push(...(await lookAtAll(bench, warehouse)));
  const counts = sumOf(firms.map(({ counts }) => counts));
  const result = { counts: { ...counts, entries: bench.disk.entries.length }, planted, found, findings };
  await atEnd(bench);
  await bench.close();
  return result;
};

type Difference = { readonly line: string; readonly pieces: number };

/** Every shed is counted: by line, how many pieces the book has more than lie there. */
const countSheds = async (bench: Bench, warehouse: Warehouse): Promise<readonly Difference[]> => {
  const rows = await bench.rows("account-book.lines", "installation");
  return rows.flatMap((row) => {
    const line = String(row.line);
    const pieces = Number(row["bonded.stock"]) - warehouse.here(line);
    return pieces === 0 ? [] : [{ line, pieces }];
  });
};

const compare = (seen: readonly Difference[], warehouse: Warehouse): readonly string[] => {
  const planted = new Map<string, number>();
  for (const { line, pieces } of warehouse.planted) planted.set(line, (planted.get(line) ?? 0) + pieces);
  const found = new Map(seen.map(({ line, pieces }) => [line, pieces]));
  return [...new Set([...planted.keys(), ...found.keys()])]
    .filter((line) => (planted.get(line) ?? 0) !== (found.get(line) ?? 0))
    .map((line) => `${line}: planted ${planted.get(line) ?? 0} pieces, found ${found.get(line) ?? 0}`);
};

/** Two officers set a line to what was counted. */
const correct = async (bench: Bench, line: string, pieces: number): Promise<void> => {
  const { proposal } = await bench.do<{ proposal: string }>("book-line.adjust", "officer-1", {
    ...{
      line,
      status: "bonded",
      found: pieces > 0 ? "less" : "more",
      reason: "counted at the quarter's end",
    },
    ...quantities(Math.abs(pieces)),
  });
  await bench.do("proposal.confirm", "officer-2", { proposal });
};

/** Pieces in all units of their goods: half a kilogram and a quarter of a cubic metre each. */
export const quantities = (pieces: number) => ({
  declared: String(pieces),
  lawful: String(pieces / 2),
  second: String(pieces / 4),
});

type Shown = {
  readonly stock: readonly ({ readonly status: string } & Readonly<
    Record<string, Readonly<Record<string, string>>>
  >)[];
  readonly worth: { readonly totalUsd: string };
};

const SHELVES = ["coming", "reserved", "entered", "away", "claimed"];

/** At the end: each line has in each unit what lies in the shed and nothing else, the journal is sound, views equal a rebuild. */
const lookAtAll = async (bench: Bench, warehouse: Warehouse): Promise<readonly string[]> => {
  const findings: string[] = [];
  for (const line of warehouse.lines) {
    const found = await bench.ask("book-line.show", "installation", { id: line });
    const { stock, worth } = (found as unknown as { answer: Shown }).answer;
    const bonded = stock.find(({ status }) => status === "bonded");
    const here = JSON.stringify(quantities(warehouse.here(line)));
    const booked = JSON.stringify(bonded?.available ?? quantities(0));
    if (here !== booked) findings.push(`${line}: ${booked} in the book, ${here} in the shed`);
    const left = SHELVES.filter((shelf) => bonded && bonded[shelf]!.declared !== "0");
    if (left.length > 0 || warehouse.away(line) !== 0)
      findings.push(`${line}: something is ${left.join(", ")}`);
    if (warehouse.here(line) === 0 && worth.totalUsd !== "0")
      findings.push(`${line}: nothing is there, worth ${worth.totalUsd} USD`);
  }
  const { position } = await verifyJournal(memoryJournal(bench.disk));
  if (position !== bench.disk.entries.length) findings.push(`the journal is sound to ${position} only`);
  const before = await bench.viewsNow();
  if ((await bench.viewsRebuilt()) !== before) findings.push("the views differ from their rebuild");
  return findings;
};

const sumOf = (all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> => {
  const sum: Record<string, number> = {};
  for (const counts of all)
    for (const [what, count] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + count;
  return sum;
};

/** A declaration of so many kilograms of books, released at once on a guarantee. */
export const releasedDeclaration = (bench: Bench, reference: string, kilograms: number): Promise<string> =>
  bench.file(reference, {
    goods: [
      {
        ...(filing(reference).goods[0] as object),
        ...{ commodity: "4901990000", description: "books", netMassKg: String(kilograms) },
        ...{
          customsValue: { amount: String(kilograms * 50), currency: "CNY" },
          quantities: { kg: String(kilograms) },
        },
      },
    ],
    ...{ grossMassKg: String(kilograms), transportMode: "9" },
    guarantee: GUARANTEE,
  });
