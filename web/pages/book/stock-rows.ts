/** The stock of a book as rows: one for each status under which a line has anything. */
import type { ListRow } from "../../api/types.ts";
import { STATUSES } from "../declare-list/paper.ts";

export type BookLineRow = ListRow<"account-book.lines">;

export type StockRow = {
  readonly line: BookLineRow;
  /** Empty for a line that has nothing. */
  readonly status: string;
  readonly coming: string;
  readonly available: string;
  readonly reserved: string;
};

/** A line that has nothing under any status is told once, with 0 available. */
export const stockRows = (lines: readonly BookLineRow[]): readonly StockRow[] =>
  lines.flatMap((line) => {
    const rows = STATUSES.map((status) => ({
      line,
      status,
      coming: line[`${status}.coming`],
      available: line[`${status}.stock`],
      reserved: line[`${status}.reserved`],
    })).filter(({ coming, available, reserved }) =>
      [coming, available, reserved].some((quantity) => quantity !== "0"),
    );
    return rows.length > 0 ? rows : [{ line, status: "", coming: "0", available: "0", reserved: "0" }];
  });
