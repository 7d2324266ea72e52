import type { Problem } from "@openftz/customs/define/problem.ts";
import { useEffect, useState } from "react";
import { lookWith, Refused } from "../../api/client.ts";
import type { LookAnswer } from "../../api/types.ts";
import type { DutyRequest } from "./question.ts";

export type DutyAnswer = LookAnswer<"duty.assess">;

const PAUSE_MS = 150;
const RETRY_MS = 5_000;
/** Not answered now, but soon: asked again by itself. */
const LATER: ReadonlySet<number> = new Set([429, 503]);

type State = { readonly asked: string | null; readonly answer?: DutyAnswer; readonly problem?: Problem };

/** What is owed, asked whenever the typing pauses. The last answer stays until the next; an older one never comes after. */
export const useDuty = (request: DutyRequest | null) => {
  const [state, setState] = useState<State>({ asked: null });
  const [round, setRound] = useState(0);
  const key = request === null ? null : JSON.stringify(request);
  useEffect(() => {
    if (key === null) {
      setState({ asked: null });
      return;
    }
    let wanted = true;
    let timer = setTimeout(() => {
      lookWith("duty.assess", JSON.parse(key) as DutyRequest).then(
        (answer) => wanted && setState({ asked: key, answer }),
        (error: unknown) => {
          if (!(error instanceof Refused)) throw error;
          if (!wanted) return;
          setState((now) => ({ ...now, asked: key, problem: error.problem }));
          if (LATER.has(error.problem.status)) timer = setTimeout(() => setRound((at) => at + 1), RETRY_MS);
        },
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key, round]);
  return {
    answer: key === null ? undefined : state.answer,
    problem: key === null ? undefined : state.problem,
    /** True when what is shown belongs to what is typed. */
    current: key !== null && state.asked === key,
  };
};
