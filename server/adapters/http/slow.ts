/** Notes slow answers in the log: by the name of the act, never by what was asked. */
import { performance } from "node:perf_hooks";
import type { HttpParts } from "./parts.ts";

/** Does the work and notes when it took longer than the limit says. */
export const noted = async <Result>(
  { log, limits }: HttpParts,
  act: string,
  work: Promise<Result>,
): Promise<Result> => {
  const start = performance.now();
  const result = await work;
  const durationMs = performance.now() - start;
  if (durationMs > limits.slowMs) log.warn("http-slow", { act, durationMs: Math.round(durationMs) });
  return result;
};
