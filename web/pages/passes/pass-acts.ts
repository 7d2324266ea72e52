/** What the person who looks may do with a gate pass, and how it stands. */
import type { ListRow, Session } from "../../api/types.ts";
import type { Key } from "../../catalogue/catalogue.ts";
import { stands } from "../../shared/stands.ts";
import type { Tone } from "../../shared/tag.tsx";

export type PassRow = ListRow<"gate-pass.list">;

export type PassAct = "record" | "void";

/** A pass that was not used yet: its officer records the passage, its enterprise voids it. */
export const passActs = (
  { state, office, party }: Pick<PassRow, "state" | "office" | "party">,
  session: Session | undefined,
): readonly PassAct[] => {
  if (!session || state !== "approved") return [];
  return [
    ...(stands(session, "officer", [`office/${office}`]) ? (["record"] as const) : []),
    ...(stands(session, "declarant", [`party/${party}`]) ? (["void"] as const) : []),
  ];
};

type Stand = { readonly tone: Tone; readonly words: Key; readonly declares: boolean };

/** Where a pass stands, as a sentence and its colour; `declares` when the goods that entered first are still to be declared by this person. */
export const passStand = (
  pass: Pick<PassRow, "state" | "office" | "party">,
  session: Session | undefined,
  isUndeclared: boolean,
): Stand => {
  if (pass.state === "voided") return { tone: "closed", words: "pass.isVoided", declares: false };
  if (pass.state === "approved") {
    const yours = passActs(pass, session).includes("record");
    return {
      tone: yours ? "you" : "others",
      words: `pass.isApproved.${yours ? "you" : "others"}`,
      declares: false,
    };
  }
  if (!isUndeclared) return { tone: "done", words: "pass.isPassed", declares: false };
  const yours = session !== undefined && stands(session, "declarant", [`party/${pass.party}`]);
  return {
    tone: yours ? "you" : "others",
    words: `pass.isUndeclared.${yours ? "you" : "others"}`,
    declares: yours,
  };
};
