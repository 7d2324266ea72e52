/** The work for one request: how long it took, what came of it, and that its place is held until it is over. */
import { performance } from "node:perf_hooks";
import type { FastifyRequest } from "fastify";
import type { HttpParts } from "./parts.ts";
import { bodyOf } from "./requests.ts";

/**
 * Work for a command or query begins. The connection may end before: the place is held until what comes back is called
 * with what became of it; what it is called with after that changes nothing. Slow answers are noted in the log by the name of the act, never by what was asked.
 */
export const beginWork = (
  { log, limits, meters }: HttpParts,
  kind: "command" | "query",
  act: string,
  request: FastifyRequest,
): ((answer: string) => void) => {
  const start = performance.now();
  const { place } = request;
  place?.weighs(bodyOf(request).length);
  place?.hold();
  let isOver = false;
  return (answer) => {
    if (isOver) return;
    isOver = true;
    place?.leave();
    const durationMs = performance.now() - start;
    meters.answers.add(act, answer);
    meters[kind === "command" ? "commandSeconds" : "querySeconds"].observe(durationMs / 1_000);
    if (durationMs > limits.slowMs) log.warn("http-slow", { act, durationMs: Math.round(durationMs) });
  };
};
