/** What the person who looks may do with a book, and how it stands. */
import type { LookAnswer, Session } from "../../api/types.ts";
import type { Key } from "../../catalogue/catalogue.ts";
import { stands } from "../../shared/stands.ts";
import type { Tone } from "../../shared/tag.tsx";

export type Book = LookAnswer<"account-book.show">;

export type BookAct = "decide" | "declare";

/** The one act that is open, or none. */
export const bookAct = (book: Book, session: Session | undefined, today: string): BookAct | undefined => {
  if (!session) return undefined;
  if (book.state === "declared")
    return stands(session, "officer", [`office/${book.office}`]) ? "decide" : undefined;
  const open = book.state === "effective" && book.validUntil >= today;
  return open && stands(session, "declarant", [`party/${book.party}`]) ? "declare" : undefined;
};

/** Where the book stands, as a sentence and its colour. */
export const standOf = (
  { state, validUntil }: Book,
  act: BookAct | undefined,
  today: string,
): readonly [tone: Tone, words: Key] => {
  switch (state) {
    case "declared":
      return act === "decide" ? ["you", "book.isDeclaredOfficer"] : ["others", "book.isDeclared"];
    case "effective":
      return validUntil < today ? ["stopped", "book.isOver"] : ["done", "book.isEffective"];
    case "rejected":
      return ["stopped", "book.isRejected"];
    case "closed":
      return ["closed", "book.isClosed"];
  }
};
