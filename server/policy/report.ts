/** What the policy commands report: faults a person can act on, and how much was looked at. */

/** One thing that is wrong: what kind, where, what, and what to do next. */
export type PolicyFault = {
  readonly kind:
    | "changed"
    | "gone"
    | "lock"
    | "file"
    | "name"
    | "text"
    | "law"
    | "overlap"
    | "exception"
    | "example"
    | "conflict";
  /** A file below policy/measures, or a measure as "id@version". */
  readonly where: string;
  readonly detail: string;
  readonly next: string;
};

/** `ok` when nothing is wrong. `counts` are numbers of what was looked at, by name. */
export type PolicyReport = {
  readonly ok: boolean;
  readonly faults: readonly PolicyFault[];
  readonly counts: Readonly<Record<string, number>>;
};

export const reportOf = (faults: readonly PolicyFault[], counts: PolicyReport["counts"]): PolicyReport => ({
  ok: faults.length === 0,
  faults,
  counts,
});
