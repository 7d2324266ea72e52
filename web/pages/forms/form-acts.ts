/** What the person who looks may do with a business form and its slips. */
import type { ListRow, LookAnswer, Session } from "../../api/types.ts";
import type { Key } from "../../catalogue/catalogue.ts";
import { stands } from "../../shared/stands.ts";
import type { Tone } from "../../shared/tag.tsx";

export type FormRow = Omit<ListRow<"business-form.list">, "at">;
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

/** A form that was looked at, as lists show it. */
export const rowOfForm = ({ number: form, ...rest }: LookAnswer<"business-form.show">): FormRow => ({
  form,
  ...rest,
});

/** At the gate a slip needs a pass or is deleted, unless it is on one; what went can return. */
export const slipActs = (
  { state, party, returns, pass }: Pick<SlipRow, "state" | "party" | "returns" | "pass">,
  session: Session | undefined,
): readonly SlipAct[] => {
  if (!session || !stands(session, "declarant", [`party/${party}`])) return [];
  if (state === "approved") return pass === null ? ["pass", "delete"] : [];
  return state === "passed" && returns === null ? ["return"] : [];
};

/** Where the goods of a slip are, as a sentence and its colour. */
export const slipStand = (
  { state, kind, pass, by }: Pick<LookAnswer<"stock-slip.show">, "state" | "kind" | "pass"> & { by: string },
  acts: readonly SlipAct[],
  today: string,
): readonly [tone: Tone, words: Key] => {
  switch (state) {
    case "approved":
      if (pass !== null) return ["others", "slip.stand.gate"];
      return acts.includes("pass") ? ["you", "slip.stand.pass.you"] : ["others", "slip.stand.pass.others"];
    case "passed":
      if (kind === "return") return ["done", "slip.stand.back"];
      return by < today
        ? ["stopped", "slip.stand.late"]
        : [acts.includes("return") ? "you" : "others", "slip.stand.away"];
    case "declared":
      return ["done", "slip.stand.declared"];
    case "deleted":
      return ["closed", "slip.stand.deleted"];
  }
};
