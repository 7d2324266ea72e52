import type { Fault, Problem } from "@openftz/customs/define/problem.ts";
import { useState } from "react";
import { useApp } from "../app/context.tsx";
import type { Marks } from "./marks.ts";
import { serverText } from "./problem-words.ts";

/** For a small form whose only mistakes are the server's: each stands at the field that it names. */
export const useFaultMarks = (): { readonly marks: Marks; readonly note: (problem: Problem) => void } => {
  const { language } = useApp();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  return {
    marks: {
      mistakesAt: (field) =>
        faults
          .filter(({ pointer }) => pointer === field)
          .map(({ pointer, detail, try: tries = [] }) => ({
            pointer,
            field,
            text: serverText(language, detail),
            tries: tries.map((each) => serverText(language, each)),
          })),
      touch: () => undefined,
    },
    note: (problem) => setFaults(problem.faults),
  };
};
