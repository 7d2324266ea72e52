import type { LookAnswer } from "../../api/types.ts";
import { useLiveLook } from "../../api/use-live-look.ts";
import type { Content } from "./form.ts";

export type Preview = LookAnswer<"declaration.preview">;

const PAUSE_MS = 400;

/** What filing would come to, asked whenever the typing pauses; null asks nothing. A refused one takes the last away. */
export const usePreview = (request: Content | null) => {
  const { answer, problem, current } = useLiveLook("declaration.preview", request, PAUSE_MS);
  return {
    preview: problem ? undefined : answer,
    problem: current ? problem : undefined,
    current,
  };
};
