/** How land becomes a working zone: approval, construction, joint acceptance, closed operation. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { StateTable } from "@openftz/kernel/states.ts";
import type { Sourced } from "../define/dated.ts";

/** A step on the way. */
export type AcceptanceStep = "approved" | "under-construction" | "jointly-accepted" | "closed-operation";

/**
 * Which step may follow which: approved by the State Council, under construction, jointly accepted by the ministries,
 * closed operation. A zone that only changes its type builds nothing and goes to acceptance at once.
 */
export const ACCEPTANCE: StateTable<AcceptanceStep> = {
  approved: ["under-construction", "jointly-accepted"],
  "under-construction": ["jointly-accepted"],
  "jointly-accepted": ["closed-operation"],
  "closed-operation": [],
};

/** The part of a zone that is meant when none is named. */
export const WHOLE_ZONE = "whole";

/** A step that a part of a zone took on a day. */
export type Accepted = Sourced & {
  readonly part: string;
  readonly step: AcceptanceStep;
  readonly on: PlainDate;
};

/** The steps of a part, in the order of the workflow. */
export const stepsOf = (steps: readonly Accepted[], part: string): readonly Accepted[] =>
  steps.filter((each) => each.part === part);

/** The steps with one more; the same step of the same part again corrects its day. */
export const withStep = (steps: readonly Accepted[], added: Accepted): readonly Accepted[] => {
  const { part, step, on, source, confirmed } = added;
  return [
    ...steps.filter((each) => each.part !== part || each.step !== step),
    { part, step, on, source, confirmed },
  ];
};
