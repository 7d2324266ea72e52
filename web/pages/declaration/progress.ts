/** Where a declaration stands on its way, as steps that a person can follow. */
import type { ShownDeclaration } from "../../api/types.ts";

export type StepName = "filed" | "assessed" | "paid" | "released" | "closed" | "withdrawn";
export type Step = {
  readonly name: StepName;
  readonly state: "done" | "now" | "later";
  readonly at: string | undefined;
};

type Asked = Pick<ShownDeclaration, "state" | "holds" | "tax" | "story" | "examination">;

/** Tax before release when goods wait for it, after it when a guarantee stands in; left out when nothing is owed. */
const way = ({ tax, examination }: Asked): readonly StepName[] => {
  if (tax.state === "none") return ["filed", "assessed", "released", "closed"];
  return examination.guaranteed
    ? ["filed", "assessed", "released", "paid", "closed"]
    : ["filed", "assessed", "paid", "released", "closed"];
};

export const progressOf = (it: Asked): readonly Step[] => {
  const happened = (type: string) => it.story.findLast((line) => line.type === `declaration.${type}`)?.at;
  const filedAt = it.story[0]?.at;
  if (it.state === "withdrawn")
    return [
      { name: "filed", state: "done", at: filedAt },
      { name: "withdrawn", state: "done", at: happened("withdrawn") },
    ];
  const isReleased = it.state === "released" || it.state === "closed";
  const done: Readonly<Record<StepName, boolean>> = {
    filed: true,
    assessed: isReleased || it.holds.every(({ kind }) => kind === "tax"),
    paid: it.tax.state === "paid",
    released: isReleased,
    closed: it.state === "closed",
    withdrawn: false,
  };
  const times: Readonly<Record<StepName, string | undefined>> = {
    filed: filedAt,
    assessed: happened("hold-cleared") ?? filedAt,
    paid: happened("paid"),
    // Released at once when filed, by the payment, or by an officer.
    released: happened("released") ?? (it.examination.holds.length === 0 ? filedAt : happened("paid")),
    closed: happened("closed") ?? happened("paid"),
    withdrawn: undefined,
  };
  const names = way(it);
  const now = it.state === "closed" ? undefined : names.find((name) => !done[name]);
  return names.map((name) => ({
    name,
    state: done[name] ? "done" : name === now ? "now" : "later",
    at: done[name] ? times[name] : undefined,
  }));
};
