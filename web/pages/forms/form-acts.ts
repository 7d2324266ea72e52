/** What the person who looks may do with a business form and its slips. */
import type { ListRow, Session } from "../../api/types.ts";
import { stands } from "../../shared/stands.ts";

export type FormRow = ListRow<"business-form.list">;
export type SlipRow = ListRow<"stock-slip.list">;

export type FormAct = "decide" | "slip" | "close";
export type SlipAct = "pass" | "return" | "delete";

/** An officer decides; in force, its enterprise sends goods until its last day, and closes it. */
export const formActs = (
  { state, office, party, validUntil }: Pick<FormRow, "state" | "office" | "party" | "validUntil">,
  session: Session | undefined,
  today: string,
): readonly FormAct[] => {
  if (!session) return [];
  if (state === "filed") return stands(session, "officer", [`office/${office}`]) ? ["decide"] : [];
  if (state !== "effective" || !stands(session, "declarant", [`party/${party}`])) return [];
  return validUntil >= today ? ["slip", "close"] : ["close"];
};

/** At the gate a slip needs a pass or is deleted, unless it is on one; what went can return. */
export const slipActs = (
  { state, party, returns }: Pick<SlipRow, "state" | "party" | "returns">,
  pass: string | null | undefined,
  session: Session | undefined,
): readonly SlipAct[] => {
  if (!session || !stands(session, "declarant", [`party/${party}`])) return [];
  if (state === "approved") return pass === null ? ["pass", "delete"] : [];
  return state === "passed" && returns === null ? ["return"] : [];
};
