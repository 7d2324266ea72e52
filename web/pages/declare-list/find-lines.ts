import type { Status } from "@openftz/customs/account-book/stock.ts";
import { list } from "../../api/client.ts";
import type { ListRow } from "../../api/types.ts";
import { lookAtAll } from "../../api/use-looks.ts";
import type { Book } from "../book/acts.ts";
import { type LineFields, seqOf } from "./form.ts";
import { knownLine } from "./known-line.ts";
import type { PastedRow } from "./paste-lines.ts";

type Row = ListRow<"account-book.lines">;

const MOST = 500;
const AT_ONCE = 10;

/** The lines of a book that rows may be of: all of a small book, else those whose parts begin as the rows'. */
const candidates = async (book: Book, rows: readonly PastedRow[]): Promise<readonly Row[]> => {
  const first = await list("account-book.lines", { book: book.number }, { limit: MOST });
  if (first.next === null) return first.rows;
  const known = new Set(first.rows.map(({ part }) => part));
  const wanted = [...new Set(rows.map(({ part = "" }) => part))].filter(
    (part) => part !== "" && !known.has(part),
  );
  const found: Row[] = [...first.rows];
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const pages = await Promise.all(
      some.map((part) => list("account-book.lines", { book: book.number, part }, { limit: AT_ONCE })),
    );
    found.push(...pages.flatMap((page) => page.rows));
  }
  return found;
};

/** The line that a row is of: by its number in the book, else by its part, rather one where something lies. */
export const matchOf = (
  { line, part = "" }: PastedRow,
  lines: readonly Pick<Row, "line" | "part">[],
  hasStock: (line: string) => boolean,
): string | undefined => {
  if (line !== undefined) return lines.find((each) => seqOf(each.line) === Number(line))?.line;
  const same = lines.filter((each) => each.part === part);
  return (same.find((each) => hasStock(each.line)) ?? same[0])?.line;
};

/** For each row the line of the book that it is of; undefined for goods that the book does not have. */
export const findLines = async (
  book: Book,
  rows: readonly PastedRow[],
  { status, inbound }: { readonly status: Status; readonly inbound: boolean },
): Promise<readonly (LineFields | undefined)[]> => {
  if (inbound && book.mode === "separate") return rows.map(() => undefined);
  const lines = await candidates(book, rows);
  const stock = new Map(lines.map((each) => [each.line, each[`${status}.stock`]]));
  const matches = rows.map((row) => matchOf(row, lines, (line) => stock.get(line) !== "0"));
  const ids = [...new Set(matches.filter((match) => match !== undefined))];
  const shown = new Map((await lookAtAll("book-line.show", ids)).map((line) => [line.id, line]));
  return matches.map((match) => {
    const line = match === undefined ? undefined : shown.get(match);
    return line && knownLine(line, status, inbound);
  });
};
