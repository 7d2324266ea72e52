/** Interprets the data terms of a view query over rows in memory; `sql-terms.ts` compiles the same terms to SQL. */
import type { Cell, Row, Term, ViewQuery } from "../../store.ts";
import { compareText } from "../../text-order.ts";

/** Null equals null, and no order comparison holds with null on either side. */
export function matches(row: Row, term: Term): boolean {
  if ("any" in term) return term.any.some((each) => matches(row, each));
  if ("all" in term) return term.all.every((each) => matches(row, each));
  const cell = row[term.field]!;
  switch (term.is) {
    case "=":
      return cell === term.value;
    case "!=":
      return cell !== term.value;
    case "in":
      return term.value.includes(cell);
    case "prefix":
      return cell !== null && String(cell).startsWith(term.value);
    case "contains":
      return cell !== null && String(cell).includes(term.value);
    default:
      return cell !== null && term.value !== null && holds(term.is, compareCells(cell, term.value));
  }
}

function holds(is: "<" | "<=" | ">" | ">=", comparison: number): boolean {
  if (is === "<") return comparison < 0;
  if (is === "<=") return comparison <= 0;
  if (is === ">") return comparison > 0;
  return comparison >= 0;
}

/** Orders two cells of one column; null comes after everything else. */
function compareCells(left: Cell, right: Cell): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return typeof left === "string" ? compareText(left, String(right)) : Number(left) - Number(right);
}

/** Orders two lists of cells as the query's order says. */
export function compareInOrder(
  order: ViewQuery["order"],
  left: readonly Cell[],
  right: readonly Cell[],
): number {
  for (let index = 0; index < order.length; index++) {
    const comparison = compareCells(left[index]!, right[index]!);
    if (comparison !== 0) return order[index]!.descending ? -comparison : comparison;
  }
  return 0;
}
