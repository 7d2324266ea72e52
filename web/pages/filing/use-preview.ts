import type { Problem } from "@openftz/customs/define/problem.ts";
import { useEffect, useState } from "react";
import { lookWith, Refused } from "../../api/client.ts";
import type { LookAnswer } from "../../api/types.ts";
import type { Content } from "./form.ts";

export type Preview = LookAnswer<"declaration.preview">;

const PAUSE_MS = 400;

/** What filing would come to, asked whenever the typing pauses; null asks nothing. The last answer stays until the next. */
export const usePreview = (request: Content | null) => {
  const [state, setState] = useState<{ asked: string | null; preview?: Preview; problem?: Problem }>({
    asked: null,
  });
  const key = request === null ? null : JSON.stringify(request);
  useEffect(() => {
    if (key === null) return;
    let wanted = true;
    const timer = setTimeout(() => {
      lookWith("declaration.preview", JSON.parse(key) as Content).then(
        (preview) => wanted && setState({ asked: key, preview }),
        (error: unknown) => {
          if (!(error instanceof Refused)) throw error;
          if (wanted) setState({ asked: key, problem: error.problem });
        },
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key]);
  return {
    preview: key === null ? undefined : state.preview,
    problem: state.asked === key ? state.problem : undefined,
    /** True when what is shown belongs to what is typed. */
    current: key !== null && state.asked === key,
  };
};
