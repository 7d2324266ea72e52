/**
 * The matrix of capabilities by type of zone and date: an immutable file of JSON lines beside the journal, adopted by
 * a command. The matrix adopted last answers for every day, because its rows have days of their own.
 */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { overlap, type Sourced, type Span, spanWords } from "../define/dated.ts";
import { defineFile } from "../define/record.ts";
import type { CapabilityName } from "./capability.ts";
import { readMatrixRow } from "./read-matrix-row.ts";
import type { ZoneNames } from "./zone.ts";

/** The types that rows can be about: those of zones, and those of bonded places, which are supervised like them. */
export const MATRIX_TYPES = [
  "bonded-zone",
  "export-processing-zone",
  "bonded-logistics-park",
  "bonded-port-area",
  "comprehensive-bonded-zone",
  "special-comprehensive-bonded-zone",
  "cross-border-industrial-zone",
  "bonded-logistics-centre-b",
  "bonded-warehouse",
] as const;

/** A type of the matrix. */
export type MatrixType = (typeof MATRIX_TYPES)[number];

/** A row: what one type may do from a day on, how it is limited, and where that stands. */
export type MatrixRow = Span &
  Sourced & {
    readonly type: MatrixType;
    readonly capability: CapabilityName;
    readonly value: string;
    readonly note: ZoneNames | null;
  };

/** A matrix file as it was read: its rows in the order of their days, or everything that is wrong with it. */
export type MatrixEdition = { readonly rows: readonly MatrixRow[]; readonly faults: readonly string[] };

const MOST_BYTES = 1_000_000;
const MOST_ROWS = 3_000;
const ROWS_AT_ONCE = 200;
const MOST_FAULTS = 50;

const broken = (...faults: readonly string[]): MatrixEdition => ({ rows: [], faults });

/** Reads a matrix from its file; faults name the line. */
export function* readMatrix(bytes: Uint8Array): Generator<void, MatrixEdition> {
  if (bytes.length > MOST_BYTES) return broken(`A matrix has at most ${MOST_BYTES} bytes.`);
  const lines = new TextDecoder().decode(bytes).split("\n");
  if (lines.length > MOST_ROWS) return broken(`A matrix has at most ${MOST_ROWS} rows.`);
  const rows: MatrixRow[] = [];
  const faults: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % ROWS_AT_ONCE === 0) yield;
    if (line.trim() === "") continue;
    const row = readMatrixRow(line);
    if ("faults" in row) faults.push(...row.faults.map((fault) => `line ${index + 1}: ${fault}`));
    else rows.push(row);
  }
  if (faults.length === 0 && rows.length === 0) faults.push("It has no rows.");
  const wrong = faults.length > 0 ? faults : contradictions(rows);
  if (wrong.length > 0) return broken(...wrong.slice(0, MOST_FAULTS));
  return { rows: rows.toSorted((a, b) => (a.from < b.from ? -1 : 1)), faults: [] };
}

/** Rows that answer the same question for the same day. */
const contradictions = (rows: readonly MatrixRow[]): readonly string[] => {
  const byQuestion = new Map<string, MatrixRow[]>();
  return rows.flatMap((row) => {
    const question = `${row.type} ${row.capability}`;
    const others = byQuestion.get(question) ?? [];
    byQuestion.set(question, [...others, row]);
    const other = others.find((each) => overlap(each, row));
    return other ? [`${question} is said twice: ${spanWords(other)}, and ${spanWords(row)}.`] : [];
  });
};

/** What the matrix says of a type on a day; undefined: nothing. */
export const rowOn = (
  rows: readonly MatrixRow[],
  type: MatrixType,
  capability: CapabilityName,
  day: PlainDate,
): MatrixRow | undefined =>
  rows.findLast(
    (row) =>
      row.type === type &&
      row.capability === capability &&
      row.from <= day &&
      (row.until === null || day <= row.until),
  );

/** The matrix as a record; its id is the SHA-256 of its file. */
export const MatrixFile = defineFile<MatrixEdition>({ kind: "capability-matrix", parse: readMatrix });
