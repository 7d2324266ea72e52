/** Turns whatever was thrown into a problem: what the sender did wrong, what can be sent again, and what is our fault. */
import { PROBLEM_BASE, type Problem, problem } from "@openftz/customs/define/problem.ts";
import { TooBusy } from "../../accounts/passwords.ts";
import type { Log } from "../../desk/ports.ts";
import { tryAgain } from "../../desk/replies.ts";
import { HeadMoved, OutcomeUnknown, StoreLocked, StoreUnavailable } from "../../store.ts";

/** A body that is larger than this route takes. */
export const tooLarge = (bytes: number): Problem =>
  problem(
    "too-large",
    `The request is larger than ${bytes} bytes.`,
    "Send less: split it into several requests.",
    [
      {
        pointer: "",
        detail: `At most ${bytes} bytes are read here.`,
        try: ["At most 50 goods items on one declaration."],
      },
    ],
  );

/** Too many requests of one sender. */
export const tooMany = (): Problem =>
  problem(
    "too-many-requests",
    "Requests come faster than they are taken here.",
    "Wait for the seconds in Retry-After, then go on.",
  );

/** Everything that may be on its way is on its way, or the sender's share of it. */
export const busy = (why: "full" | "share"): Problem =>
  problem(
    "too-many-requests",
    why === "full"
      ? "As much is on its way here as can be answered in time; nothing was carried out."
      : "So many of your requests are on their way that others would have to wait; this one was not carried out.",
    "Send the same request again after the seconds in Retry-After.",
  );

/** Our own fault; the details are in the log alone. */
export const broken = (id: string): Problem => ({
  type: `${PROBLEM_BASE}broken`,
  status: 500,
  title: "Something is broken here",
  detail: `This is a fault of the server, not of the request; the log has it as ${id}.`,
  next: "Tell whoever runs this server, with that number.",
  faults: [],
});

/** A body that turned out to be larger than this sender may send here. */
export class BodyTooLarge extends Error {
  override name = "BodyTooLarge";
  readonly most: number;

  constructor(most: number) {
    super("the body is too large");
    this.most = most;
  }
}

/** All memory for files on their way is taken. */
export class NoRoom extends Error {
  override name = "NoRoom";
}

type Thrown = Error & { readonly code?: string; readonly statusCode?: number };

const readingProblem = ({ code, statusCode }: Thrown, limit: number): Problem | undefined => {
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return tooLarge(limit);
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE")
    return problem(
      "malformed-request",
      "The Content-Type is not one.",
      "Send Content-Type: application/json.",
    );
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return problem(
      "malformed-request",
      "The request did not arrive as it was announced.",
      "Send it again, whole.",
    );
  return undefined;
};

const isAway = (error: Error): boolean =>
  error instanceof StoreUnavailable ||
  error instanceof OutcomeUnknown ||
  error instanceof HeadMoved ||
  error instanceof StoreLocked ||
  error.name === "JournalFault";

/** The problem for an error; what is our own fault is logged by name and place, without its message, which may quote a request. */
export const problemOf = (error: Thrown, limit: number, id: string, route: string, log: Log): Problem => {
  const reading = readingProblem(error, limit);
  if (reading) return reading;
  if (error instanceof BodyTooLarge) return tooLarge(error.most);
  if (error instanceof NoRoom)
    return problem(
      "too-many-requests",
      "Too many files are being sent at once.",
      "Send this one again after the seconds in Retry-After.",
    );
  if (error instanceof TooBusy) return tooMany();
  if (isAway(error)) {
    log.warn("http-store-away", { route, error: error.name });
    return tryAgain();
  }
  log.error("http-broken", { id, route, error: error.name, code: error.code, at: placesOf(error) });
  return broken(id);
};

const PLACES = 6;

const placesOf = ({ stack }: Error): readonly string[] =>
  (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, PLACES)
    .map((line) => line.trim());
