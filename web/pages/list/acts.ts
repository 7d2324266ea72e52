/** What the person who looks may do with a verification list, and what it waits for. */
import type { LookAnswer, Session } from "../../api/types.ts";
import type { Key } from "../../catalogue/catalogue.ts";
import { stands } from "../../shared/stands.ts";
import type { Tone } from "../../shared/tag.tsx";
import { isInbound } from "../declare-list/paper.ts";

export type List = LookAnswer<"bonded-list.show">;

export type ListAct = "post" | "delete" | "reverse";

/** The customs office of a book, out of its number. */
export const officeOf = (book: string): string => book.slice(1, 5);

/** The one act that is open, or none. */
export const listAct = (list: List, session: Session | undefined): ListAct | undefined => {
  if (!session) return undefined;
  const officer = stands(session, "officer", [`office/${officeOf(list.book)}`]);
  if (list.state === "approved") {
    if (officer) return "post";
    return stands(session, "declarant", [`party/${list.party}`]) ? "delete" : undefined;
  }
  return list.state === "posted" && officer ? "reverse" : undefined;
};

/** Where the list stands and what it waits for, as a sentence and its colour. */
export const standOf = (
  { state, movement, declares }: List,
  act: ListAct | undefined,
): readonly [tone: Tone, words: Key] => {
  switch (state) {
    case "approved":
      return [
        act === "post" ? "you" : "others",
        `bonded.isApproved.${isInbound(movement) ? "in" : "out"}.${declares ? "declaration" : "gate"}`,
      ];
    case "posted":
      return ["done", "bonded.isPosted"];
    case "deleted":
      return ["closed", "bonded.isDeleted"];
    case "reversed":
      return ["stopped", "bonded.isReversed"];
  }
};
