/** How single values of a request line are read; each fault found is added to the list that is handed in. */
import { type Fraction, parseDecimal } from "@openftz/kernel/fraction.ts";
import { type DutyFault, dutyFault } from "./duty-fault.ts";

/** An object out of JSON whose fields are not checked yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a JSON value is an object (no array, not null). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Of an optional field null means absent. */
export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** A text that is there and not empty. */
export const readText = (value: unknown, pointer: string, faults: DutyFault[]): string | undefined => {
  if (typeof value === "string" && value !== "") return value;
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
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  const choice = words.map((known) => `"${known}"`).join(" or ");
  faults.push(malformed(pointer, `${pointer} is ${show(value)}.`, `Write ${choice}.`));
  return undefined;
};

/** A decimal text. A JSON number is refused: whoever wrote it may have rounded it already. */
export const readDecimal = (value: unknown, pointer: string, faults: DutyFault[]): Fraction | undefined => {
  if (typeof value === "string" && value !== "") {
    const decimal = parseDecimal(value);
    if (!decimal) faults.push(notDecimal(value, pointer));
    return decimal;
  }
  if (typeof value === "number") {
    faults.push(
      dutyFault(
        "not-a-decimal",
        pointer,
        `${pointer} is the JSON number ${value}, which may already be rounded.`,
        `Write it as a text, such as "28000.00".`,
      ),
    );
    return undefined;
  }
  readText(value, pointer, faults);
  return undefined;
};

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

/** Faults for the fields of an object that nobody knows. */
export const refuseUnknown = (
  json: JsonObject,
  known: ReadonlySet<string>,
  pointer: (field: string) => string,
  faults: DutyFault[],
): void => {
  for (const field of Object.keys(json)) {
    if (known.has(field)) continue;
    faults.push(
      dutyFault(
        "unknown-field",
        pointer(field),
        `${pointer(field)} is no field of a request.`,
        `Correct its name or remove it. Known here: ${[...known].join(", ")}.`,
      ),
    );
  }
};

/** A fault of shape. */
export const malformed = (pointer: string, detail: string, next: string): DutyFault =>
  dutyFault("malformed-line", pointer, detail, next);

/** A value as it stands in a sentence, cut where it gets long. */
export const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "missing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
