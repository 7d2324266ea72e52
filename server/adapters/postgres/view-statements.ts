/** SQL for groups of row operations, and for the table of a view. Rows travel as one JSON parameter. */
import type { ColumnType, Row, ViewShape } from "../../store.ts";
import { columnType } from "../../view-checks.ts";
import { quoted, type Statement, tableOf } from "./sql-terms.ts";
import type { KeyedGroup, WideGroup } from "./view-groups.ts";

const sqlType: Readonly<Record<ColumnType, string>> = {
  text: 'text collate "C"',
  integer: "bigint",
  boolean: "boolean",
  json: "json",
};

/** Beyond it a number would not come back as the same number. */
const largest = Number.MAX_SAFE_INTEGER;

export function createTable(shape: ViewShape): string {
  const table = tableOf(shape.name);
  const columns = Object.entries(shape.columns).map(([name, type]) => {
    const check = type === "integer" ? ` check (${quoted(name)} between ${-largest} and ${largest})` : "";
    return `${quoted(name)} ${sqlType[type]}${check}`;
  });
  const list = (fields: readonly string[]): string => fields.map(quoted).join(", ");
  const indexes = shape.indexes.map((fields) => `create index on ${table} (${list(fields)});`);
  return `drop table if exists ${table};
    create table ${table} (${columns.join(", ")}, primary key (${list(shape.key)}));
    ${indexes.join("\n")}`;
}

export function groupStatement(shape: ViewShape, group: KeyedGroup | WideGroup): Statement {
  if (group.kind === "wide") return wideStatement(shape, group);
  return { text: keyedText(shape, group), values: [JSON.stringify([...group.rows.values()])] };
}

function keyedText(shape: ViewShape, { kind, fields }: KeyedGroup): string {
  const table = tableOf(shape.name);
  const all = [...shape.key, ...fields];
  const typed = all.map((field) => `${quoted(field)} ${sqlType[columnType(shape, field)]}`).join(", ");
  const given = `json_to_recordset($1) as given (${typed})`;
  const sameKey = shape.key.map((field) => `kept.${quoted(field)} = given.${quoted(field)}`).join(" and ");
  const set = (cell: (field: string) => string): string =>
    fields.map((field) => `${quoted(field)} = ${cell(field)}`).join(", ");
  if (kind === "remove") return `delete from ${table} kept using ${given} where ${sameKey}`;
  if (kind === "set") {
    if (fields.length === 0) return "select $1::json";
    return `update ${table} kept set ${set((field) => `given.${quoted(field)}`)} from ${given} where ${sameKey}`;
  }
  const sum = (field: string): string => `coalesce(kept.${quoted(field)}, 0) + excluded.${quoted(field)}`;
  const cell = kind === "add" ? sum : (field: string): string => `excluded.${quoted(field)}`;
  const update = fields.length === 0 ? "do nothing" : `do update set ${set(cell)}`;
  const columns = all.map(quoted).join(", ");
  const key = shape.key.map(quoted).join(", ");
  return `insert into ${table} as kept (${columns}) select ${columns} from ${given} on conflict (${key}) ${update}`;
}

function wideStatement(shape: ViewShape, { operation }: WideGroup): Statement {
  const values: unknown[] = [];
  const bind = (field: string, cell: Row[string] | undefined): string =>
    `$${values.push(columnType(shape, field) === "json" && cell !== null ? JSON.stringify(cell) : cell)}`;
  const { set } = operation;
  const assignments = Object.keys(set ?? {}).map((field) => `${quoted(field)} = ${bind(field, set![field])}`);
  const conditions = Object.entries(operation.where).map(([field, cell]) =>
    cell === null ? `${quoted(field)} is null` : `${quoted(field)} = ${bind(field, cell)}`,
  );
  const where = `where ${conditions.join(" and ")}`;
  const table = tableOf(shape.name);
  if (set === undefined) return { text: `delete from ${table} ${where}`, values };
  if (assignments.length === 0) return { text: `select from ${table} ${where} limit 0`, values };
  return { text: `update ${table} set ${assignments.join(", ")} ${where}`, values };
}
