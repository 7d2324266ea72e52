import type { LookAnswer } from "../../api/types.ts";
import { useLiveLook } from "../../api/use-live-look.ts";
import type { DutyRequest } from "./question.ts";

export type DutyAnswer = LookAnswer<"duty.assess">;

const PAUSE_MS = 150;

/** What is owed, asked whenever the typing pauses. The last answer stays until the next, and beside a problem. */
export const useDuty = (request: DutyRequest | null) => useLiveLook("duty.assess", request, PAUSE_MS);
