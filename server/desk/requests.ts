/** From bytes to a request: read once, checked against the command's schema, all mistakes at once. */
import { type Fault, type Problem, problem } from "@openftz/customs/define/problem.ts";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";

/** A request as it came: the exact text, and the value it says. */
export type ReadRequest = { readonly text: string; readonly value: unknown };

const MAX_DEPTH = 12;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads bytes as JSON; a problem says what is wrong and where. */
export const readJson = (bytes: Uint8Array): ReadRequest | Problem => {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return unreadable("The request is not UTF-8 text.", "Send JSON in UTF-8.");
  }
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch (error) {
    return unreadable(
      `The request is not JSON: ${(error as Error).message}.`,
      "Send one JSON object; see the API page.",
    );
  }
};

const unreadable = (detail: string, next: string): Problem => problem("malformed-request", detail, next);

/** True when a value is nested deeper than any request; stops looking at that depth. */
const isTooDeep = (value: unknown, levels = MAX_DEPTH): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1)));

/** A schema ready to check: what is wrong with a value, undefined when nothing is. */
export type Checker = (value: unknown) => Problem | undefined;

const MOST_FAULTS = 100;

/** Compiles a schema. Every fault names its place, what is wrong and, where the schema says, what would be right. */
export const checkerOf = (schema: TSchema): Checker => {
  const compiled = Compile(schema);
  return (value) => {
    if (compiled.Check(value)) return undefined;
    // Only what does not fit the schema can be deep: it must not be walked any further.
    if (isTooDeep(value))
      return unreadable(
        `The request is nested deeper than ${MAX_DEPTH} levels.`,
        "No request needs that; see the API page.",
      );
    const faults = faultsOf(compiled.Errors(value), schema, value);
    return problem(
      "invalid-request",
      faults.length === 1 ? "The request has a mistake." : `The request has ${faults.length} mistakes.`,
      "Correct what is named and send it again; nothing was written.",
      faults,
    );
  };
};

type SchemaError = {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
};

const faultsOf = (errors: Iterable<SchemaError>, schema: TSchema, value: unknown): Fault[] => {
  const faults = new Map<string, Fault>();
  for (const error of errors) {
    for (const fault of faultOf(error, schema, value)) {
      if (faults.size < MOST_FAULTS && !faults.has(fault.pointer)) faults.set(fault.pointer, fault);
    }
  }
  return [...faults.values()];
};

type Described = {
  readonly description?: string;
  readonly anyOf?: readonly { readonly const?: string }[];
  readonly properties?: Record<string, unknown>;
};

const faultOf = (error: SchemaError, schema: TSchema, value: unknown): readonly Fault[] => {
  const at = error.instancePath;
  const place = schemaAt(schema, error.schemaPath);
  switch (error.keyword) {
    case "boolean":
      return [{ pointer: at, detail: "Nobody knows this field.", ...near(at, place) }];
    case "additionalProperties":
      return [];
    case "required":
      return (error.params as { requiredProperties: readonly string[] }).requiredProperties.map((name) => ({
        pointer: `${at}/${name}`,
        detail: "This field is needed.",
        ...example((place?.properties?.[name] as Described | undefined)?.description),
      }));
    case "const":
    case "anyOf": {
      const parent = schemaAt(schema, error.schemaPath.replace(/\/anyOf\/\d+$/, ""));
      const choices = (parent?.anyOf ?? []).flatMap((choice) =>
        choice.const === undefined ? [] : [choice.const],
      );
      return [{ pointer: at, detail: `${say(valueAt(value, at))} is not one of the choices.`, try: choices }];
    }
    default:
      return [{ pointer: at, detail: `${sentence(error.message)}`, ...example(place?.description) }];
  }
};

const example = (description: string | undefined) => (description ? { try: [description] } : {});

const sentence = (message: string) => `It ${message}.`;

const say = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

/** The known field that an unknown one is probably meant to be. */
const near = (pointer: string, place: Described | undefined) => {
  const name = pointer.slice(pointer.lastIndexOf("/") + 1).toLowerCase();
  const known = Object.keys(place?.properties ?? {});
  const found = known.filter(
    (each) => each.toLowerCase().includes(name) || name.includes(each.toLowerCase()),
  );
  return found.length > 0 ? { try: found.slice(0, 3) } : {};
};

/** The part of the schema that an error's path ("#/properties/goods/items/additionalProperties") speaks of. */
const schemaAt = (schema: TSchema, path: string): Described | undefined => {
  let node: unknown = schema;
  for (const key of path.split("/").slice(1)) {
    const next = (node as Record<string, unknown> | undefined)?.[key];
    if (typeof next !== "object" || next === null) break;
    node = next;
  }
  return node as Described | undefined;
};

const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], value);
