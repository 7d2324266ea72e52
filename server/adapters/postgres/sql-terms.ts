/**
 * Compiles the data terms of a view query to SQL; `match-term.ts` interprets the same terms in memory. Values become
 * parameters, fields are checked against the shape and quoted: nothing from outside is ever part of the text.
 */
import type { Cell, Term, ViewQuery, ViewShape } from "../../store.ts";
import { checkQuery, columnType } from "../../view-checks.ts";

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const tableOf = (view: string): string => quoted(`view_${view}`);

/** A parameter's place in the text, for a value that is kept aside. */
type Bind = (value: unknown) => string;

/** Throws for a query that does not fit the shape. */
export function compileQuery(shape: ViewShape, query: ViewQuery): Statement {
  checkQuery(shape, query);
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const conditions = query.where.map((term) => compileTerm(shape, term, bind));
  if (query.after !== undefined) conditions.push(compileAfter(shape, query.order, query.after, bind));
  const columns = Object.keys(shape.columns).map(quoted).join(", ");
  const where = conditions.length === 0 ? "" : ` where ${conditions.join(" and ")}`;
  // Ascending puts null last and descending first: null stands after everything, and an index serves both ways.
  const order = query.order
    .map(({ field, descending }) => quoted(field) + (descending ? " desc" : ""))
    .join(", ");
  const text = `select ${columns} from ${tableOf(shape.name)}${where} order by ${order} limit ${bind(query.limit)}`;
  return { text, values };
}

function compileTerm(shape: ViewShape, term: Term, bind: Bind): string {
  if ("any" in term) return joined(shape, term.any, " or ", "false", bind);
  if ("all" in term) return joined(shape, term.all, " and ", "true", bind);
  columnType(shape, term.field);
  const field = quoted(term.field);
  switch (term.is) {
    case "=":
      return term.value === null ? `${field} is null` : `${field} = ${bind(term.value)}`;
    case "!=":
      return term.value === null ? `${field} is not null` : `${field} is distinct from ${bind(term.value)}`;
    case "in":
      return compileIn(field, term.value, bind);
    case "prefix":
      return `${field} like ${bind(`${escapeLike(term.value)}%`)}`;
    case "contains":
      return `${field} like ${bind(`%${escapeLike(term.value)}%`)}`;
    default:
      return term.value === null ? "false" : `${field} ${term.is} ${bind(term.value)}`;
  }
}

function joined(shape: ViewShape, terms: readonly Term[], by: string, empty: string, bind: Bind): string {
  return terms.length === 0 ? empty : `(${terms.map((each) => compileTerm(shape, each, bind)).join(by)})`;
}

function compileIn(field: string, values: readonly Cell[], bind: Bind): string {
  const present = values.filter((value) => value !== null);
  const listed = present.length === 0 ? "false" : `${field} = any(${bind(present)})`;
  return present.length === values.length ? listed : `(${listed} or ${field} is null)`;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** The rows that come after the given cells in the order. */
function compileAfter(
  shape: ViewShape,
  order: ViewQuery["order"],
  after: readonly Cell[],
  bind: Bind,
): string {
  const uniform = order.every(({ descending }) => Boolean(descending) === Boolean(order[0]!.descending));
  if (uniform && order.every(({ field }) => shape.key.includes(field))) {
    // Never null, and all in one direction: one comparison of rows, which an index answers.
    const fields = order.map(({ field }) => quoted(field)).join(", ");
    const cells = after.map((cell) => bind(cell)).join(", ");
    return `(${fields}) ${order[0]!.descending ? "<" : ">"} (${cells})`;
  }
  const parts = order.map(({ field, descending }, index) =>
    compareCell(shape, field, Boolean(descending), after[index]!, bind),
  );
  const beyond = (index: number): string => {
    const { later, same } = parts[index]!;
    return index === parts.length - 1 ? later : `(${later} or (${same} and ${beyond(index + 1)}))`;
  };
  // The first condition follows from the second; it is there so that an index can start at the right place.
  return `(${parts[0]!.notEarlier} and ${beyond(0)})`;
}

type Comparison = { readonly later: string; readonly same: string; readonly notEarlier: string };

function compareCell(
  shape: ViewShape,
  name: string,
  descending: boolean,
  cell: Cell,
  bind: Bind,
): Comparison {
  const field = quoted(name);
  if (cell === null) {
    return descending
      ? { later: `${field} is not null`, same: `${field} is null`, notEarlier: "true" }
      : { later: "false", same: `${field} is null`, notEarlier: `${field} is null` };
  }
  const value = bind(cell);
  if (descending)
    return { later: `${field} < ${value}`, same: `${field} = ${value}`, notEarlier: `${field} <= ${value}` };
  const orNull = (condition: string): string =>
    shape.key.includes(name) ? condition : `(${condition} or ${field} is null)`;
  return {
    later: orNull(`${field} > ${value}`),
    same: `${field} = ${value}`,
    notEarlier: orNull(`${field} >= ${value}`),
  };
}
