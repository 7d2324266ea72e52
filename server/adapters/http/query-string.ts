/** Reads the query string of a GET into a request: flat fields, in the types that the query's schema says. */
import { type Fault, type Problem, problem } from "@openftz/customs/define/problem.ts";
import type { TSchema } from "typebox";
import type { Question } from "../../desk/ask.ts";
import type { AnyQuery } from "../../desk/registry.ts";

/** Paging and time, which belong to the question rather than to the query's own request. */
export type Frame = Pick<Question, "cursor" | "limit" | "after" | "asOf">;

/** What a query string says. */
export type Asked = { readonly request: Record<string, unknown>; readonly frame: Frame };

/** Names that are no field of any request: a query whose request used one could not be asked by GET. */
export const FRAME_FIELDS = { list: ["cursor", "limit", "after"], record: ["asOf"] } as const;

const MOST_ROWS = 500;
const LONGEST_CURSOR = 2_000;

type Kind = "text" | "integer" | "boolean" | "nested";

const kindOf = (schema: {
  readonly type?: string;
  readonly anyOf?: readonly { readonly type?: string }[];
}): Kind => {
  const type = schema.type ?? schema.anyOf?.[0]?.type;
  if (type === "integer" || type === "number") return "integer";
  if (type === "boolean") return "boolean";
  return type === "object" || type === "array" ? "nested" : "text";
};

/** The fields of a request that can stand in a query string. */
export const fieldsOf = (schema: TSchema): ReadonlyMap<string, Kind> => {
  const { properties = {} } = schema as { properties?: Record<string, TSchema> };
  return new Map(Object.entries(properties).map(([name, field]) => [name, kindOf(field)]));
};

const INTEGER = /^-?(0|[1-9][0-9]{0,15})$/;

/** What does not fit stays text, so that the schema's own fault is told. */
const readValue = (text: string, kind: Kind): unknown => {
  if (kind === "integer" && INTEGER.test(text)) return Number(text);
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
};

const frameValue = (name: string, text: string): Frame | Fault => {
  const pointer = `/${name}`;
  if (name === "cursor")
    return text !== "" && text.length <= LONGEST_CURSOR
      ? { cursor: text }
      : { pointer, detail: "This is no cursor of ours." };
  if (name === "asOf") return { asOf: text };
  const value = INTEGER.test(text) ? Number(text) : -1;
  const [least, most] = name === "limit" ? [1, MOST_ROWS] : [0, Number.MAX_SAFE_INTEGER];
  if (value < least || value > most)
    return { pointer, detail: `This is a whole number from ${least} to ${most}.`, try: [String(least)] };
  return name === "limit" ? { limit: value } : { after: value };
};

/** A reader of query strings for one query. */
export const queryStringReader = (query: AnyQuery) => {
  const fields = fieldsOf(query.request);
  const frameFields: readonly string[] = FRAME_FIELDS[query.kind];
  const clash = frameFields.find((name) => fields.has(name));
  if (clash)
    throw new Error(
      `${query.name} has a field ${clash}, which is the name of a parameter of all such queries`,
    );
  const known = [...fields.keys(), ...frameFields];
  return (parameters: URLSearchParams): Asked | { readonly problem: Problem } => {
    const request: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const faults: Fault[] = [];
    let frame: Frame = {};
    for (const name of new Set(parameters.keys())) {
      const [text = "", ...more] = parameters.getAll(name);
      const kind = fields.get(name);
      const pointer = `/${name.replaceAll("~", "~0").replaceAll("/", "~1").slice(0, 100)}`;
      if (more.length > 0) faults.push({ pointer, detail: "This parameter stands more than once." });
      else if (kind === "nested")
        faults.push({ pointer, detail: "This field has parts.", try: ["Ask by POST, with JSON."] });
      else if (kind !== undefined) request[name] = readValue(text, kind);
      else if (frameFields.includes(name)) {
        const value = frameValue(name, text);
        if ("pointer" in value) faults.push(value);
        else frame = { ...frame, ...value };
      } else faults.push({ pointer, detail: "Nobody knows this parameter.", try: known.slice(0, 12) });
    }
    return faults.length > 0 ? { problem: wrongParameters(faults) } : { request: { ...request }, frame };
  };
};

const wrongParameters = (faults: readonly Fault[]): Problem =>
  problem("invalid-request", "The parameters have mistakes.", "Correct what is named and ask again.", faults);
