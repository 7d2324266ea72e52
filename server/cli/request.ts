/** A request from the command line: flags made from its schema, or JSON from a file or standard input. */
import { readFile } from "node:fs/promises";
import type { TSchema } from "typebox";
import { wrongUse } from "./exit.ts";
import type { Flags, Given } from "./flags.ts";
import { type Io, readInput } from "./io.ts";

type Field = {
  readonly type?: string;
  readonly description?: string;
  readonly anyOf?: readonly { readonly const?: string }[];
};

const fieldsOf = (schema: TSchema): Readonly<Record<string, Field>> =>
  (schema as { properties?: Record<string, Field> }).properties ?? {};

const flagOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A flag for each field of a request: `conveyanceEntry` is `--conveyance-entry`. */
export const requestFlags = (schema: TSchema): Flags =>
  Object.fromEntries(
    Object.entries(fieldsOf(schema)).map(([name, field]) => [flagOf(name), { ...flagFor(field) }]),
  );

const flagFor = ({ type, description, anyOf }: Field) => {
  const choices = anyOf?.flatMap((each) => (each.const === undefined ? [] : [each.const])) ?? [];
  if (choices.length > 0) return { value: "WORD", about: choices.join(" | ") };
  if (type === "boolean") return { value: "true|false", about: description ?? "yes or no" };
  if (type === "integer") return { value: "N", about: description ?? "a whole number" };
  if (type === "object" || type === "array" || type === undefined)
    return { value: "JSON", about: description ?? `as JSON` };
  return { value: "TEXT", about: description ?? "" };
};

/** The request's bytes: `--request FILE`, the flags, or what comes on standard input (else `otherwise`). @throws CommandFault */
export const readRequest = async (
  schema: TSchema,
  given: Given,
  io: Io,
  otherwise?: string,
): Promise<Uint8Array> => {
  if (given.words.length > 0)
    throw wrongUse(`Nobody knows what "${given.words[0]}" is for.`, "Give every field its flag; see --help.");
  const named = Object.entries(fieldsOf(schema)).filter(([name]) => given.is(flagOf(name)));
  const file = given.text("request");
  if (file !== undefined) {
    if (named.length > 0) throw wrongUse("--request is the whole request.", "Leave the other flags out.");
    return file === "-" ? readInput(io) : readRequestFile(file);
  }
  if (named.length > 0) {
    const request = Object.fromEntries(
      named.map(([name, field]) => [name, readValue(field, flagOf(name), given.text(flagOf(name))!)]),
    );
    return Buffer.from(JSON.stringify(request));
  }
  if (otherwise !== undefined) return Buffer.from(otherwise);
  if (Object.keys(fieldsOf(schema)).length === 0) return Buffer.from("{}");
  if ((io.stdin as { isTTY?: boolean }).isTTY)
    throw wrongUse(
      "There is no request.",
      "Give its fields as flags, --request FILE, or JSON on standard input.",
    );
  return readInput(io);
};

const readRequestFile = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file);
  } catch (error) {
    throw wrongUse(`${file} cannot be read: ${(error as Error).message}`, "Check the path.");
  }
};

const readValue = ({ type, anyOf }: Field, flag: string, text: string): unknown => {
  if (type === "string" || anyOf?.some((each) => each.const !== undefined)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw wrongUse(`--${flag} is no JSON: ${text}`, 'Write for example 12, true or {"en":"…"}.');
  }
};
