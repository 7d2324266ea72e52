/** How single values of a request line are read; each fault found is added to the list that is handed in. */
import { type Fraction, parseDecimal } from "@openftz/kernel/fraction.ts";
import { type DutyFault, dutyFault, pointerTo } from "./duty-fault.ts";

/** An object out of JSON whose fields are not checked yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a JSON value is an object (no array, not null). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Of an optional field null means absent. */
export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** The pointer to a field, or to one inside it. */
const pointerToField = (field: string, inner: string | undefined): string =>
  inner === undefined ? pointerTo(field) : pointerTo(field, inner);

/** A text that is there and not empty, in a field or inside it; pointers are only written when there is a fault. */
export const readText = (
  value: unknown,
  faults: DutyFault[],
  field: string,
  inner?: string,
): string | undefined => {
  if (typeof value === "string" && value !== "") return value;
  const pointer = pointerToField(field, inner);
  const wrong = value === "" ? "is empty" : "is no text";
  faults.push(
    malformed(pointer, `${pointer} ${wrong}.`, "Write a text in quotation marks, or leave the field out."),
  );
  return undefined;
};

/** One of a few words. */
export const readWord = <Word extends string>(
  value: unknown,
  pointer: string,
  words: readonly Word[],
  faults: DutyFault[],
): Word | undefined => {
  for (const word of words) if (word === value) return word;
  const choice = words.map((known) => `"${known}"`).join(" or ");
  faults.push(malformed(pointer, `${pointer} is ${show(value)}.`, `Write ${choice}.`));
  return undefined;
};

/** A decimal text. A JSON number is refused: whoever wrote it may have rounded it already. */
export const readDecimal = (
  value: unknown,
  faults: DutyFault[],
  field: string,
  inner: string,
): Fraction | undefined => {
  if (typeof value === "string" && value !== "") {
    const decimal = parseDecimal(value);
    if (!decimal) faults.push(notDecimal(value, pointerTo(field, inner)));
    return decimal;
  }
  if (typeof value !== "number") readText(value, faults, field, inner);
  else faults.push(numberForText(value, pointerTo(field, inner), `"28000.00"`));
  return undefined;
};

/** A JSON number where a text is meant. */
export const numberForText = (value: number, pointer: string, example: string): DutyFault =>
  dutyFault(
    "not-a-decimal",
    pointer,
    `${pointer} is the JSON number ${value}, which may already be rounded.`,
    `Write it as a text, such as ${example}.`,
  );

const notDecimal = (value: string, pointer: string): DutyFault =>
  value.startsWith("-") && parseDecimal(value.slice(1))
    ? dutyFault(
        "negative-amount",
        pointer,
        `${pointer} is ${show(value)}, below 0.`,
        "Write it without the minus.",
      )
    : dutyFault(
        "not-a-decimal",
        pointer,
        `${pointer} is ${show(value)}, which is no decimal.`,
        "Write digits with at most one point: no sign, no separators, no exponent, no leading zeros.",
      );

/** Faults for the fields of an object that nobody knows; `inside` is the field that holds the object, if any does. */
export const refuseUnknown = (
  json: JsonObject,
  known: ReadonlySet<string>,
  faults: DutyFault[],
  inside?: string,
): void => {
  for (const field in json) if (!known.has(field)) faults.push(unknownField(field, known, inside));
};

const unknownField = (field: string, known: ReadonlySet<string>, inside: string | undefined): DutyFault => {
  const pointer = inside === undefined ? pointerTo(field) : pointerTo(inside, field);
  const next = `Correct its name or remove it. Known here: ${[...known].join(", ")}.`;
  return dutyFault("unknown-field", pointer, `${pointer} is no field of a request.`, next);
};

/** A fault of shape. */
export const malformed = (pointer: string, detail: string, next: string): DutyFault =>
  dutyFault("malformed-line", pointer, detail, next);

/** A value as it stands in a sentence, cut where it gets long. */
export const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "missing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
