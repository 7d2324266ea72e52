/** Rows of a spreadsheet as lines of a list: which column is which, and what becomes of each row. */
import { catalogues, type Key } from "../../catalogue/catalogue.ts";
import { plainCode, plainNumber } from "../../shared/paste.ts";
import { changed, emptyLine, type LineFields } from "./form.ts";

type Cells = readonly (readonly string[])[];

/** The names that a column can have in a heading, in any language. */
const NAMES = {
  line: ["line.line"],
  part: ["line.part"],
  commodity: ["line.commodity"],
  description: ["line.description"],
  origin: ["line.origin"],
  unit: ["declare.unit", "line.unit"],
  declared: ["declare.quantity", "line.quantity"],
  lawfulUnit: ["declare.lawfulUnit"],
  lawful: ["declare.lawful", "bonded.lawful"],
  secondUnit: ["declare.secondUnit"],
  second: ["declare.second", "bonded.second"],
  netMassKg: ["declare.netMassKg", "bonded.netMassKg"],
  grossMassKg: ["declare.grossMassKg", "bonded.grossMassKg"],
  amount: ["declare.amount", "bonded.value"],
  currency: ["declare.currency"],
} as const satisfies Readonly<Record<string, readonly Key[]>>;

export type Column = keyof typeof NAMES;

/** What a row says, by column. */
export type PastedRow = Readonly<Partial<Record<Column, string>>>;

/** The columns of a row without a heading. */
export const COLUMNS: Readonly<Record<"in" | "out", readonly Column[]>> = {
  out: ["part", "declared", "netMassKg", "grossMassKg", "amount", "currency"],
  in: [
    ...(["part", "commodity", "description", "origin", "unit", "declared", "lawfulUnit", "lawful"] as const),
    ...(["secondUnit", "second", "netMassKg", "grossMassKg", "amount", "currency"] as const),
  ],
};

/** The key of a column's usual name. */
export const nameOfColumn = (column: Column): Key => NAMES[column][0];

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, "");
const withoutUnit = (text: string): string => text.replace(/[,，(（].*$/, "");

const columnOf = (heading: string): Column | undefined => {
  const find = (form: (text: string) => string) =>
    (Object.keys(NAMES) as Column[]).find((column) =>
      NAMES[column].some((key) =>
        (["en", "zh"] as const).some(
          (language) => form(plain(catalogues[language][key])) === form(plain(heading)),
        ),
      ),
    );
  return heading.trim() === "" ? undefined : (find((text) => text) ?? find(withoutUnit));
};

const CODES: readonly Column[] = ["origin", "currency"];
const TEXTS: readonly Column[] = ["part", "description", "unit", "lawfulUnit", "secondUnit"];

const cleaned = (column: Column, text: string): string => {
  if (column === "commodity") return plainCode(text);
  if (CODES.includes(column)) return text.toUpperCase();
  return TEXTS.includes(column) ? text : plainNumber(text);
};

export type Sheet = {
  readonly rows: readonly PastedRow[];
  readonly columns: readonly (Column | undefined)[];
  /** Headings that are no column's name: their cells are not taken. */
  readonly unknown: readonly string[];
};

/** A first row that names columns says which they are; without one they stand in the usual order. */
export const readRows = (cells: Cells, way: "in" | "out"): Sheet => {
  const [first = []] = cells;
  const named = first.map(columnOf);
  const isHeading = named.filter((column) => column !== undefined).length * 2 > first.filter(Boolean).length;
  const columns = isHeading ? named : COLUMNS[way];
  return {
    columns,
    unknown: isHeading ? first.filter((heading, index) => heading !== "" && named[index] === undefined) : [],
    rows: (isHeading ? cells.slice(1) : cells).map((row) =>
      Object.fromEntries(
        columns.flatMap((column, index) => {
          const text = row[index] ?? "";
          return column === undefined || text === "" ? [] : [[column, cleaned(column, text)]];
        }),
      ),
    ),
  };
};

const GOODS: readonly Column[] = ["commodity", "description", "origin", "unit", "lawfulUnit", "secondUnit"];

/** The line of a row; `known` is the line of the book that it is of. What the row does not say follows as when it is typed. */
export const pastedLine = ({ line: _seq, ...row }: PastedRow, known: LineFields | undefined): LineFields => {
  if (!known) return changed(emptyLine(), row);
  const said = Object.fromEntries(
    Object.entries(row).filter(([column]) => column !== "part" && !GOODS.includes(column as Column)),
  );
  return changed(known, said);
};
