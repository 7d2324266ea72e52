/** What the person who looks may do with a book, and how it stands. */
import type { LookAnswer, Session } from "../../api/types.ts";
import type { Key, Values } from "../../catalogue/catalogue.ts";
import { stands } from "../../shared/stands.ts";
import type { Tone } from "../../shared/tag.tsx";

export type Book = LookAnswer<"account-book.show">;

export type BookAct = "decide" | "declare" | "decide-change" | "pause" | "change" | "close";

/** The acts that are open, the one that is asked for first. A book that is over can still be made to last longer. */
export const bookActs = (book: Book, session: Session | undefined, today: string): readonly BookAct[] => {
  if (!session) return [];
  const { state, office, party, change, validUntil } = book;
  const officer = stands(session, "officer", [`office/${office}`]);
  if (state === "declared") return officer ? ["decide"] : [];
  if (state !== "effective") return [];
  if (officer) return change ? ["decide-change", "pause"] : ["pause"];
  if (!stands(session, "declarant", [`party/${party}`])) return [];
  return [
    ...(validUntil >= today ? (["declare"] as const) : []),
    ...(change ? [] : (["change"] as const)),
    "close",
  ];
};

/** What must end before a book can be closed, in words. */
export const leftOf = ({
  isEmpty,
  papers,
  change,
  undeclared,
}: Pick<Book, "isEmpty" | "papers" | "change" | "undeclared">): readonly (readonly [Key, Values])[] => [
  ...(isEmpty ? [] : [["book.left.goods", {}] as const]),
  ...(papers === 0
    ? []
    : [[papers === 1 ? "book.left.paper" : "book.left.papers", { count: papers }] as const]),
  ...(change ? [["book.left.change", {}] as const] : []),
  ...undeclared.map(({ pass }) => ["book.left.undeclared", { pass }] as const),
];

/** Where the book stands, as a sentence and its colour. */
export const standOf = (
  { state, validUntil, pause, change }: Book,
  acts: readonly BookAct[],
  today: string,
): readonly [tone: Tone, words: Key] => {
  switch (state) {
    case "declared":
      return acts.includes("decide") ? ["you", "book.isDeclaredOfficer"] : ["others", "book.isDeclared"];
    case "effective":
      if (acts.includes("decide-change")) return ["you", "book.hasChange"];
      if (pause !== "none") return ["stopped", `book.isPaused.${pause}`];
      if (change) return ["others", "book.changeIsAsked"];
      return validUntil < today ? ["stopped", "book.isOver"] : ["done", "book.isEffective"];
    case "rejected":
      return ["stopped", "book.isRejected"];
    case "closed":
      return ["closed", "book.isClosed"];
  }
};
