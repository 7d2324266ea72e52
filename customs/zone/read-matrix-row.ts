/** Reads one line of a matrix of capabilities. */
import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { examplesOf, isCapability, takesValue } from "./capability.ts";
import { MATRIX_TYPES, type MatrixRow } from "./capability-matrix.ts";

const FIELDS = ["type", "capability", "value", "from", "until", "note", "source", "confirmed"];
const LONGEST = 500;

type Json = Readonly<Record<string, unknown>>;

/** Everything that is wrong with a line. */
export type RowFaults = { readonly faults: readonly string[] };

/** Reads a line of the file: the row, or everything that is wrong with it. */
export const readMatrixRow = (line: string): MatrixRow | RowFaults => {
  const json = parsed(line);
  if (!json) return { faults: ["it is no JSON object."] };
  const faults: string[] = [];
  for (const field of Object.keys(json))
    if (!FIELDS.includes(field)) faults.push(`"${field}" is no field; known are ${FIELDS.join(", ")}.`);
  const row = {
    ...readQuestion(json, faults),
    ...readSpan(json, faults),
    note: readNote(json.note, faults),
    source: readText(json.source, "source", faults),
    confirmed: json.confirmed === true,
  };
  if (typeof json.confirmed !== "boolean") faults.push("confirmed is true or false.");
  return faults.length > 0 ? { faults } : (row as MatrixRow);
};

const parsed = (line: string): Json | undefined => {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Json) : undefined;
  } catch {
    return undefined;
  }
};

const readQuestion = ({ type, capability, value }: Json, faults: string[]) => {
  if (!MATRIX_TYPES.some((known) => known === type))
    faults.push(`type ${JSON.stringify(type)} is none of ${MATRIX_TYPES.join(", ")}.`);
  if (typeof capability !== "string" || !isCapability(capability))
    faults.push(`capability ${JSON.stringify(capability)} is unknown.`);
  else if (typeof value !== "string" || !takesValue(capability, value))
    faults.push(
      `${capability} is not ${JSON.stringify(value)}; it may be ${examplesOf(capability).join(", ")}.`,
    );
  return { type, capability, value };
};

const readDay = (value: unknown, field: string, faults: string[]): PlainDate | undefined => {
  const day = typeof value === "string" ? parsePlainDate(value) : undefined;
  if (!day) faults.push(`${field} is a day, YYYY-MM-DD.`);
  return day;
};

const readSpan = (json: Json, faults: string[]) => {
  const from = readDay(json.from, "from", faults);
  const isOpen = json.until === undefined || json.until === null;
  const until = isOpen ? null : readDay(json.until, "until", faults);
  if (from && until && until < from) faults.push(`it ends on ${until}, before it begins on ${from}.`);
  return { from, until };
};

const readNote = (note: unknown, faults: string[]) => {
  if (note === undefined || note === null) return null;
  const { en, zh, ...more } = typeof note === "object" ? (note as Json) : {};
  if (Object.keys(more).length > 0) faults.push("note has en and zh and nothing else.");
  return { en: readText(en, "note.en", faults), zh: readText(zh, "note.zh", faults) };
};

const readText = (text: unknown, field: string, faults: string[]): string => {
  if (typeof text === "string" && text.trim() !== "" && text.length <= LONGEST) return text;
  faults.push(`${field} is a text of 1 to ${LONGEST} characters.`);
  return "";
};
