/** What the HTTP server counts about its answers and about those it refused before it read them. */
import type { Problem } from "@openftz/customs/define/problem.ts";
import { PROBLEM_BASE } from "@openftz/customs/define/problem.ts";
import { Counter, type Family, Histogram } from "../../metrics/instruments.ts";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What became of a request: accepted, repeated (the same answer again), found (a query), or the problem's type. */
export const answerOf = ({ type }: Problem): string =>
  type.startsWith(PROBLEM_BASE) ? type.slice(PROBLEM_BASE.length) : "other";

/** Why something was refused before it was read. */
export type EarlyRefusal = "rate" | "share" | "full" | "connections" | "pipeline";

/** See the file's first line. */
export class HttpMeters {
  readonly answers = new Counter({
    name: "openftz_answers_total",
    help: "Answers to commands and queries: accepted, repeated (the same answer again), found, or the type of the problem. Filings are act=declaration.file.",
    labels: ["act", "answer"],
  });
  readonly commandSeconds = new Histogram(
    {
      name: "openftz_command_seconds",
      help: "From a command's body having arrived to its answer, which waits until it is durable.",
    },
    SECONDS,
  );
  readonly querySeconds = new Histogram(
    { name: "openftz_query_seconds", help: "From a query having arrived to its answer." },
    SECONDS,
  );
  readonly httpAnswers = new Counter({
    name: "openftz_http_answers_total",
    help: "All answers, pages and refusals too, by HTTP status. 5xx other than 503 is a fault of the server.",
    labels: ["status"],
  });
  readonly refusedEarly = new Counter({
    name: "openftz_refused_early_total",
    help: "Refused with 429 before the body was read: rate (too many of one sender in a time), share (the sender has its share of places), full (no place). connections: dropped, because too many were open. pipeline: cut off, because too many on one connection had no answer yet.",
    labels: ["why"],
  });

  /** All families. */
  get families(): readonly Family[] {
    return [this.answers, this.commandSeconds, this.querySeconds, this.httpAnswers, this.refusedEarly];
  }
}
