/** An expected refusal, as a value: RFC 9457, with everything that is wrong and what to do next. */

/** One thing that is wrong: where (a JSON pointer into the request, "" for the whole), what, and what would be right. */
export type Fault = {
  readonly pointer: string;
  readonly detail: string;
  readonly try?: readonly string[];
};

/** A refusal as people and programs read it. `next` says what to do now. */
export type Problem = {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly next: string;
  readonly faults: readonly Fault[];
};

/** Where the reference page of each type of problem lives. */
export const PROBLEM_BASE = "https://openftz.org/problems/";

/** The catalogue: one row for each type of problem, with its HTTP status and title. */
export const PROBLEMS = {
  "malformed-request": [400, "The request cannot be read"],
  "invalid-request": [422, "The request has mistakes"],
  "not-signed-in": [401, "Nobody is signed in"],
  "not-found": [404, "There is nothing here"],
  "too-slow": [408, "The request did not arrive in time"],
  "not-now": [409, "This cannot be done now"],
  "reference-reused": [409, "This reference is bound to other content"],
  "two-people": [409, "This act needs a second person"],
  "too-large": [413, "The request is too large"],
  "too-many-requests": [429, "Too many requests"],
  "try-again": [503, "This was not carried out; it can be sent again"],
} as const satisfies Record<string, readonly [number, string]>;

/** The name of a type of problem. */
export type ProblemType = keyof typeof PROBLEMS;

/** Builds a problem of the catalogue. */
export const problem = (
  type: ProblemType,
  detail: string,
  next: string,
  faults: readonly Fault[] = [],
): Problem => {
  const [status, title] = PROBLEMS[type];
  return { type: PROBLEM_BASE + type, status, title, detail, next, faults };
};

/** The one answer to everything that a stranger may not see, whether it exists or not. */
export const nothingHere = (): Problem =>
  problem(
    "not-found",
    "There is nothing here that you may see.",
    "Check the number, or sign in as someone who may.",
  );
