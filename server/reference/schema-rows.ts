/** A schema as rows of a table: one for each field, nested ones under their path. */
import type { TSchema } from "typebox";

/** One field. `what` says its type and limits; `says` is its description. */
export type SchemaRow = {
  readonly path: string;
  readonly needed: boolean;
  readonly what: string;
  readonly says: string;
  readonly personal: boolean;
};

type Node = {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly patternProperties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly description?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly personal?: boolean;
};

/** The rows of an object's schema, fields in the order they are written. */
export const schemaRows = (schema: TSchema): readonly SchemaRow[] => rowsOf(schema as Node, "");

const rowsOf = (node: Node, path: string): readonly SchemaRow[] =>
  Object.entries(node.properties ?? {}).flatMap(([name, inner]) =>
    rowsUnder(inner, `${path}${name}`, node.required?.includes(name) ?? false),
  );

const rowsUnder = (node: Node, path: string, needed: boolean): readonly SchemaRow[] => [
  { path, needed, what: whatOf(node), says: node.description ?? "", personal: node.personal === true },
  ...insideOf(node, path),
];

const insideOf = (node: Node, path: string): readonly SchemaRow[] => {
  if (node.items) return rowsOf(node.items, `${path}[].`);
  const object = node.properties ? node : node.anyOf?.find(({ properties }) => properties);
  return object ? rowsOf(object, `${path}.`) : [];
};

const whatOf = (node: Node): string => {
  if (node.anyOf) return choicesOf(node.anyOf);
  if (node.const !== undefined) return `"${String(node.const)}"`;
  const [map] = Object.values(node.patternProperties ?? {});
  if (map) return `map to ${whatOf(map)}`;
  if (node.type === "array")
    return `list of ${node.items?.properties ? "objects" : whatOf(node.items ?? {})}${count(node)}`;
  if (node.format === "date") return "day";
  if (node.type === "string") return `text${limitsOf(node)}`;
  if (node.type === "integer") return `integer${rangeOf(node.minimum, node.maximum)}`;
  if (node.type === "boolean") return "true or false";
  return node.type ?? "anything";
};

const choicesOf = (choices: readonly Node[]): string => {
  const [nothing, others] = [
    choices.some(({ type }) => type === "null"),
    choices.filter(({ type }) => type !== "null"),
  ];
  return [...others.map(whatOf), ...(nothing ? ["null"] : [])].join(" or ");
};

/** A pattern is told only where no description says it in words. */
const limitsOf = ({ description, pattern, minLength, maxLength }: Node): string => {
  if (pattern !== undefined) return description === undefined ? ` \`${pattern}\`` : "";
  return maxLength === undefined ? "" : `, ${minLength ?? 0} to ${maxLength} characters`;
};

const rangeOf = (least: number | undefined, most: number | undefined): string =>
  least === undefined || most === undefined ? "" : `, ${least} to ${most}`;

const count = ({ minItems, maxItems }: Node): string =>
  maxItems === undefined ? "" : `, ${minItems ?? 0} to ${maxItems}`;
