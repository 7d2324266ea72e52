/** From bytes to a request: read once, checked against the command's schema, all mistakes at once. */
import { type Fault, type Problem, problem } from "@openftz/customs/define/problem.ts";
import { namesKeysOnce, parseStrictJson } from "@openftz/kernel/strict-json.ts";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Settings } from "typebox/system";

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
    const value: unknown = JSON.parse(text);
    const twice = keyTwice(text, value);
    if (twice === undefined) return { text, value };
    return problem("malformed-request", "A field stands twice.", "Send each field once.", [
      { pointer: twice, detail: "It stands twice in its object; nobody can tell which one counts." },
    ]);
  } catch (error) {
    return unreadable(
      `The request is not JSON: ${(error as Error).message}.`,
      "Send one JSON object; see the API page.",
    );
  }
};

/**
 * The place of a field that stands twice. The text is kept and sealed as it came, so every reader must find the same
 * in it. Two cheap looks are nearly always enough; a text that is exactly what its value writes has none either.
 */
const keyTwice = (text: string, value: unknown): string | undefined => {
  if (namesKeysOnce(text, value) || JSON.stringify(value) === text) return undefined;
  const strict = parseStrictJson(text);
  return strict.kind === "refused" ? strict.pointer : undefined;
};

const unreadable = (detail: string, next: string): Problem => problem("malformed-request", detail, next);

/** True when a value is nested deeper than any request; stops looking at that depth. */
const isTooDeep = (value: unknown, levels = MAX_DEPTH): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1)));

/**
 * A schema ready to check: what is wrong with a value, undefined when nothing is. `isPlain` says that the value came
 * from a JSON text without \u escapes, which cannot hold what a store cannot keep.
 */
export type Checker = (value: unknown, isPlain?: boolean) => Problem | undefined;

/** True for a JSON text without \u escapes: what was decoded from UTF-8 holds no half surrogates, and JSON no raw U+0000. */
export const isPlainText = (text: string): boolean => !text.includes("\\u");

const MOST_FAULTS = 100;

// By itself the checker stops at 8; it finds a list's own faults after those of its items.
Settings.Set({ maxErrors: 2_000 });

/** Compiles a schema. Every fault names its place, what is wrong and, where the schema says, what would be right. */
export const checkerOf = (schema: TSchema): Checker => {
  const compiled = Compile(schema);
  return (value, isPlain = false) => {
    if (compiled.Check(value)) return isPlain || isKeepable(value) ? undefined : notKeepable(value);
    // Only what does not fit the schema can be deep: it must not be walked any further.
    if (isTooDeep(value))
      return unreadable(
        `The request is nested deeper than ${MAX_DEPTH} levels.`,
        "No request needs that; see the API page.",
      );
    const { value: cut, faults: tooLong } = cutLists(schema as Described, value, "");
    const faults = [...tooLong, ...faultsOf(compiled.Errors(cut), schema, cut)].slice(0, MOST_FAULTS);
    return problem(
      "invalid-request",
      faults.length === 1 ? "The request has a mistake." : `The request has ${faults.length} mistakes.`,
      "Correct what is named and send it again; nothing was written.",
      faults,
    );
  };
};

const canBeKept = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** False for a text somewhere that a store cannot keep exactly, which the schema does not see: it would stop the views. */
const isKeepable = (value: unknown): boolean => {
  if (typeof value === "string") return canBeKept(value);
  if (typeof value !== "object" || value === null) return true;
  for (const key in value)
    if (!canBeKept(key) || !isKeepable((value as Record<string, unknown>)[key])) return false;
  return true;
};

const notKeepable = (value: unknown): Problem =>
  problem(
    "invalid-request",
    "The request holds characters that are no text.",
    "Remove them and send it again; nothing was written.",
    placesOf(value, "").map((pointer) => ({
      pointer,
      detail: "It holds U+0000 or half of a surrogate pair.",
    })),
  );

const placesOf = (value: unknown, at: string): readonly string[] => {
  if (typeof value !== "object" || value === null) return isKeepable(value) ? [] : [at];
  return Object.entries(value).flatMap(([key, inner]) =>
    canBeKept(key) ? placesOf(inner, `${at}/${key}`) : [at],
  );
};

type Cut = { readonly value: unknown; readonly faults: readonly Fault[] };

/** A list of 10,000 where 50 may stand has one fault: it is cut to what may stand there before the rest is looked at. */
const cutLists = (schema: Described | undefined, value: unknown, at: string): Cut => {
  if (typeof value !== "object" || value === null) return { value, faults: [] };
  const { maxItems, properties = {} } = schema ?? {};
  if (Array.isArray(value)) {
    if (maxItems === undefined || value.length <= maxItems) return { value, faults: [] };
    const detail = `It has ${value.length} items, and at most ${maxItems} may stand here.`;
    return { value: value.slice(0, maxItems), faults: [{ pointer: at, detail }] };
  }
  const parts = Object.entries(value).map(
    ([name, part]) =>
      [
        name,
        cutLists(
          Object.hasOwn(properties, name) ? (properties[name] as Described) : undefined,
          part,
          `${at}/${name}`,
        ),
      ] as const,
  );
  const faults = parts.flatMap(([, cut]) => cut.faults);
  return faults.length === 0
    ? { value, faults }
    : { value: Object.fromEntries(parts.map(([name, cut]) => [name, cut.value])), faults };
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
  readonly maxItems?: number;
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
