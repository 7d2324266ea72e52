import type { Problem } from "@openftz/customs/define/problem.ts";
import { useEffect, useState } from "react";
import { lookWith, Refused } from "./client.ts";
import type { LookAnswer, LookName, LookRequest } from "./types.ts";

const RETRY_MS = 5_000;
/** Not answered now, but soon: asked again by itself. */
const LATER: ReadonlySet<number> = new Set([429, 503]);

type State<Answer> = {
  readonly asked: string | null;
  readonly answer?: Answer;
  readonly problem?: Problem;
};

/**
 * The answer to what is being typed, asked whenever the typing pauses for `pauseMs`; null asks nothing. The last answer
 * stays until the next, and beside a problem; an older one never comes after.
 */
export const useLiveLook = <Name extends LookName>(
  name: Name,
  request: LookRequest<Name> | null,
  pauseMs: number,
) => {
  const [state, setState] = useState<State<LookAnswer<Name>>>({ asked: null });
  const [round, setRound] = useState(0);
  const key = request === null ? null : JSON.stringify(request);
  useEffect(() => {
    if (key === null) {
      setState({ asked: null });
      return;
    }
    let wanted = true;
    let timer = setTimeout(() => {
      lookWith(name, JSON.parse(key) as LookRequest<Name>).then(
        (answer) => wanted && setState({ asked: key, answer }),
        (error: unknown) => {
          if (!(error instanceof Refused)) throw error;
          if (!wanted) return;
          setState((now) => ({ ...now, asked: key, problem: error.problem }));
          if (LATER.has(error.problem.status)) timer = setTimeout(() => setRound((at) => at + 1), RETRY_MS);
        },
      );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [name, key, pauseMs, round]);
  return {
    answer: key === null ? undefined : state.answer,
    problem: key === null ? undefined : state.problem,
    /** True when what is shown belongs to what is typed. */
    current: key !== null && state.asked === key,
  };
};
