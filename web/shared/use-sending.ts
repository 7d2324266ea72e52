import type { Fault, Problem } from "@openftz/customs/define/problem.ts";
import { useRef, useState } from "react";
import { Refused } from "../api/client.ts";
import type { Lack } from "./lacks.ts";
import type { Marks } from "./marks.ts";
import { useMistakes } from "./use-mistakes.ts";

type Asked = {
  /** Where the form's fields are. */
  readonly fields: readonly string[];
  readonly lacks: readonly Lack[];
  /** What the server said of the form before it was sent. */
  readonly faults?: readonly Fault[];
};

/** Sends a form once nothing is known to be wrong with it; what is wrong is told all at once, and at its fields. */
export const useSending = ({ fields, lacks, faults = [] }: Asked) => {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const { all, fromServer } = useMistakes(fields, lacks, [...(problem?.faults ?? []), ...faults]);
  const shown = attempted
    ? all
    : all.filter(({ field }) => fromServer.has(field) || (field !== undefined && touched.has(field)));
  const byField = Map.groupBy(shown, ({ field }) => field);
  const touch = (...left: readonly string[]) =>
    setTouched((now) => (left.every((field) => now.has(field)) ? now : new Set([...now, ...left])));
  const marks: Marks = { mistakesAt: (field) => byField.get(field) ?? [], touch };
  const toSummary = () => requestAnimationFrame(() => summary.current?.focus());
  const send = async (ready: boolean, submit: () => Promise<void>) => {
    setAttempted(true);
    if (lacks.length > 0 || !ready) return void toSummary();
    setBusy(true);
    try {
      await submit();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(error.problem);
      toSummary();
    } finally {
      setBusy(false);
    }
  };
  return {
    /** These fields were filled otherwise than by typing: what is wrong with them is shown. */
    touch,
    ...{ all, fromServer, marks, attempted, problem, busy, summary, send },
    /** What was refused is being changed. */
    forgetProblem: () => setProblem(undefined),
  };
};
