/** Notes slow answers in the log: by the name of the act, never by what was asked. */
import { performance } from "node:perf_hooks";
import type { HttpParts } from "./parts.ts";

/** Starts to measure; call what comes back when the work is done, and it notes whether that was later than the limit says. */
export const startNoting = ({ log, limits }: HttpParts, act: string): (() => void) => {
  const start = performance.now();
  return () => {
    const durationMs = performance.now() - start;
    if (durationMs > limits.slowMs) log.warn("http-slow", { act, durationMs: Math.round(durationMs) });
  };
};

/** Does the work and notes when it took longer than the limit says. */
export const noted = async <Result>(
  parts: HttpParts,
  act: string,
  work: Promise<Result>,
): Promise<Result> => {
  const note = startNoting(parts, act);
  const result = await work;
  note();
  return result;
};
