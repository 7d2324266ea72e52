/** Numbers that tell by their form what they are, and the page of each. */
import type { Key } from "../catalogue/catalogue.ts";

const NUMBERS: readonly (readonly [form: RegExp, page: string, kind: Key])[] = [
  [/^\d{18}$/, "declarations", "search.declaration"],
  [/^T\d{4}W[0-9A-Z]{6}$/, "books", "search.book"],
  [/^T\d{4}W[0-9A-Z]{6}-[1-9]\d*$/, "book-lines", "search.bookLine"],
  [/^QD\d{6}[IE]\d{9}$/, "lists", "search.list"],
  [/^Z\d{4}[IE]\d{18}$/, "passes", "search.pass"],
  [/^SS\d{6}[IE]\d{9}$/, "slips", "search.slip"],
  [/^SD\d{15}$/, "forms", "search.form"],
];

/** What a number is, and where it leads. */
export const kindOfNumber = (text: string): { readonly href: string; readonly kind: Key } | undefined => {
  const found = NUMBERS.find(([form]) => form.test(text));
  return found && { href: `/${found[1]}/${text}`, kind: found[2] };
};

/** The page of a number. */
export const pageOfNumber = (text: string): string | undefined => kindOfNumber(text)?.href;
