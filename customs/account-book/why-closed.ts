import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type AccountBook, stops } from "./account-book.ts";

/** Why nothing moves in a book; undefined when it does. */
export const whyClosed = (book: AccountBook, inbound: boolean, day: PlainDate): string | undefined => {
  if (book.state !== "effective") return `${book.number} is ${book.state}.`;
  if (book.validUntil < day) return `${book.number} is valid until ${book.validUntil} only.`;
  return stops(book.pause, inbound) ? `${book.number} is paused by customs (${book.pause}).` : undefined;
};
