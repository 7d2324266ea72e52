/** What the person who looks may do with a gate pass. */
import type { ListRow, Session } from "../../api/types.ts";
import { stands } from "../../shared/stands.ts";

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
