/** A rate the tariff does not state is no mistake of the declarant: the goods are held for a person, never free, never refused. */
import type { AssessOutcome } from "./assess.ts";

/** Whether nothing but a missing rate stands against a line, so that a declaration with it is accepted and held. */
export const isHeldForRate = (outcome: AssessOutcome): boolean =>
  outcome.kind === "refused" && outcome.faults.every(({ type }) => type === "no-rate-in-force");
