/** What the person who looks may do with a book, and how it stands. */
import type { LookAnswer, Session } from "../../api/types.ts";
import type { Key } from "../../catalogue/catalogue.ts";
import { stands } from "../../shared/stands.ts";
import type { Tone } from "../../shared/tag.tsx";

export type Book = LookAnswer<"account-book.show">;

export type BookAct = "decide" | "declare" | "decide-change" | "pause";

/** The one act that is open, or none. */
export const bookAct = (book: Book, session: Session | undefined, today: string): BookAct | undefined => {
  if (!session) return undefined;
  if (book.state === "declared")
    return stands(session, "officer", [`office/${book.office}`]) ? "decide" : undefined;
  if (book.state !== "effective") return undefined;
  if (stands(session, "officer", [`office/${book.office}`])) return book.change ? "decide-change" : "pause";
  const open = book.validUntil >= today;
  return open && stands(session, "declarant", [`party/${book.party}`]) ? "declare" : undefined;
};

/** Where the book stands, as a sentence and its colour. */
export const standOf = (
  { state, validUntil, pause }: Book,
  act: BookAct | undefined,
  today: string,
): readonly [tone: Tone, words: Key] => {
  switch (state) {
    case "declared":
      return act === "decide" ? ["you", "book.isDeclaredOfficer"] : ["others", "book.isDeclared"];
    case "effective":
      if (act === "decide-change") return ["you", "book.hasChange"];
      if (pause !== "none") return ["stopped", `book.isPaused.${pause}`];
      return validUntil < today ? ["stopped", "book.isOver"] : ["done", "book.isEffective"];
    case "rejected":
      return ["stopped", "book.isRejected"];
    case "closed":
      return ["closed", "book.isClosed"];
  }
};
