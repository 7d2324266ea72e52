/** Compares the tables that pages read with the second account of things: both were made apart from each other. */
import type { MemoryView } from "../../server/adapters/memory/memory-views.ts";
import type { Row } from "../../server/store.ts";
import type { Domain, Known } from "./domain.ts";
import { must } from "./violation.ts";

type Tables = ReadonlyMap<string, MemoryView>;

const rowOf = (tables: Tables, table: string, key: string): Row | undefined =>
  tables.get(table)!.rows.get(JSON.stringify([key]));

const same = (table: string, key: string, row: Row | undefined, expected: Row): void => {
  for (const [field, value] of Object.entries(expected))
    must(
      "lists show what happened",
      row?.[field] === value,
      () => `${table} ${key}: ${field} is ${row?.[field]} instead of ${value}`,
    );
};

const declarationRow = ({
  state,
  tax,
  lane,
  declarant,
  trader,
  office,
  total,
  amendment,
  holds,
}: Known): Row => ({
  state,
  taxState: tax,
  lane,
  declarant,
  trader,
  office,
  totalFen: Number(total.replace(".", "")),
  amendment,
  holdTax: holds.has("tax"),
  holdDocuments: holds.has("documents"),
  holdInspection: holds.has("inspection"),
  holdRate: holds.has("rate"),
});

/** Throws when a table says something else than the entries do. */
export const compareTables = (tables: Tables, domain: Domain): void => {
  for (const [number, it] of domain.declarations)
    same("declaration", number, rowOf(tables, "declaration", number), declarationRow(it));
  for (const [party, credit] of domain.parties)
    same("party", party, rowOf(tables, "party", party), { credit, erased: domain.erased.has(party) });
  for (const [guarantee, { party, limit, reserved, called, paid }] of domain.letters)
    same("guarantee", guarantee, rowOf(tables, "guarantee", guarantee), {
      party,
      limitFen: Number(limit),
      reservedFen: Number(reserved),
      calledFen: Number(called),
      paidFen: Number(paid),
    });
  for (const [proposal, { by, state }] of domain.proposals)
    same("proposal", proposal, rowOf(tables, "proposal", proposal), { by, state });
  for (const [day, filed] of domain.filedOn) {
    const { count } = tables.get("day_count")!.rows.get(JSON.stringify([day, "filed"])) ?? { count: 0 };
    must("every filing counts on its day", count === filed, () => `${day}: ${count} instead of ${filed}`);
  }
  compareDeadlines([...tables.get("deadline")!.rows.values()], domain);
};

/** What is due is what is owed, and nothing else. */
const compareDeadlines = (rows: readonly Row[], domain: Domain): void => {
  const listed = new Map(rows.map(({ record, at }) => [String(record), at]));
  for (const [number, due] of domain.due)
    must(
      "what is owed has its day",
      listed.get(number) === due,
      () => `${number}: ${listed.get(number)} instead of ${due}`,
    );
  for (const number of listed.keys())
    must(
      "a deadline ends with what it was for",
      domain.due.has(number),
      () => `${number} is due on ${listed.get(number)}`,
    );
};
