/** What a cell says as a text of the contract: an exact rate, a code, a day. Never the dirt of a binary float. */
import { type Fraction, formatDecimal, parseDecimal } from "@openftz/kernel/fraction.ts";
import { parseFloatText } from "../../extract/float-text.ts";
import type { Mapping } from "./mapping.ts";
import type { CellValue } from "./table.ts";

/** A text; nothing, because the cell says so; or why it is not understood. */
export type CellText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "refused"; readonly detail: string };

const refused = (detail: string): CellText => ({ kind: "refused", detail });
const text = (value: string): CellText => ({ kind: "text", text: value });

/** Excel shows and keeps fifteen digits; a number that needs more is the result of a calculation, not a rate. */
const MOST_DIGITS = 15;

/** The decimal that a float was typed as; nothing where there is no short one. */
export const shortDecimal = (value: number): Fraction | undefined => {
  const written = String(value);
  const digits = written.replace(/e.*$/, "").replace(/\D/g, "").replace(/^0+/, "");
  return digits.length > MOST_DIGITS ? undefined : parseFloatText(written);
};

const HUNDRED = 100n;
const percentOf = ({ n, d }: Fraction, isFraction: boolean): CellText =>
  n < 0n ? refused("is negative") : text(formatDecimal({ n: isFraction ? n * HUNDRED : n, d }));

/** A rate cell as rate text; the grammar reads it afterwards. */
export const rateText = (cell: CellValue | undefined, { numbers, texts = {} }: Mapping): CellText => {
  if (cell?.kind === "number") {
    const value = shortDecimal(cell.value);
    return value
      ? percentOf(value, cell.isPercent || numbers === "fraction")
      : refused(
          `holds ${cell.value}, which is no short decimal; write the rate itself, rounded or as a text`,
        );
  }
  if (cell && cell.kind !== "text") return refused(notText(cell));
  const written = cell?.text.trim() ?? "";
  if (Object.hasOwn(texts, written)) {
    const meant = texts[written]!;
    return meant === null ? { kind: "nothing" } : text(meant);
  }
  if (written === "") return { kind: "nothing" };
  const bare = parseDecimal(written);
  return bare ? percentOf(bare, numbers === "fraction") : text(written);
};

/** A code cell: points and spaces are only for the eye. A number has lost its leading zeros unless `digits` gives them. */
export const codeText = (cell: CellValue | undefined, digits: number | undefined): CellText => {
  if (cell?.kind === "number") {
    if (digits === undefined)
      return refused(`holds the number ${cell.value}; say "codeDigits", or format the column as text`);
    if (!Number.isSafeInteger(cell.value)) return refused(`holds ${cell.value}, which is no code`);
    return text(String(cell.value).padStart(digits, "0"));
  }
  if (cell && cell.kind !== "text") return refused(notText(cell));
  const written = cell?.text.replace(/[.\s]/g, "") ?? "";
  return written === "" ? refused("is empty, and the row has other cells") : text(written);
};

/** A day or a plain text. */
export const plainText = (cell: CellValue | undefined): CellText => {
  if (cell === undefined) return { kind: "nothing" };
  if (cell.kind === "day") return text(cell.day);
  if (cell.kind === "number") return text(String(cell.value));
  if (cell.kind === "other") return refused(notText(cell));
  return cell.text.trim() === "" ? { kind: "nothing" } : text(cell.text.trim());
};

const notText = (cell: Exclude<CellValue, { kind: "text" | "number" }>): string =>
  cell.kind === "day" ? `holds the day ${cell.day}` : `holds ${cell.what}`;
