/** Whose turn it is with a declaration, from the declarant's side of the desk. */
import type { ListRow } from "../api/types.ts";

type Row = Pick<ListRow<"declaration.list">, "state" | "taxState" | "holds" | "amendment" | "due" | "at">;

export type Turn = "you" | "others" | "nobody";

const OWED: readonly string[] = ["due", "guaranteed", "overdue"];

/** `allGiven`: every paper that was asked for has been given, so an officer is to look at them. */
export const turnOf = ({ state, taxState, holds, amendment }: Row, allGiven: boolean): Turn => {
  if (state === "closed" || state === "withdrawn") return "nobody";
  if (state === "released") return OWED.includes(taxState) ? "you" : "nobody";
  // Nothing can be paid or changed while an officer decides an amendment.
  if (amendment) return "others";
  if (holds.includes("rate") || (holds.includes("documents") && !allGiven)) return "you";
  if (holds.includes("tax")) return "you";
  return "others";
};

/** Overdue first, then by the day it is due, then by age. */
export const sortMine = <Each extends Row>(rows: readonly Each[]): readonly Each[] => {
  const urgency = ({ taxState, due, at }: Row) => `${taxState === "overdue" ? 0 : 1} ${due ?? "9999"} ${at}`;
  return [...rows].sort((a, b) => (urgency(a) < urgency(b) ? -1 : 1));
};
