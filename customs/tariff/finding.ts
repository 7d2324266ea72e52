/** What the checks of a tariff find. */

/** `refused`: the edition cannot be used. `needs-acceptance`: a person must say that it is meant. `warning`: look at it. */
export type Severity = "refused" | "needs-acceptance" | "warning";

/** The kinds of findings; `--accept` and the entry name them. */
export const FINDINGS = {
  "rate-moved": ["needs-acceptance", "a rate moved more than tenfold, or to or from 0"],
  "rate-form": ["needs-acceptance", "a rate changed its form, so that nobody can say how far it moved"],
  "chapter-lost-lines": ["needs-acceptance", "a chapter has fewer lines than before"],
  "code-not-in-hs": ["needs-acceptance", "the first six digits are in no HS edition of the day"],
  "unit-missing": ["needs-acceptance", "a rate is counted in a unit that the line does not name"],
  "not-read": ["refused", "the source is not understood, or its lines overlap"],
  "above-mfn": ["warning", "a provisional or agreement rate is above MFN: the lower one applies"],
  "became-free": ["warning", "a preference fell to 0"],
  "rate-lost": ["warning", "a rate that was stated is not any more: goods are held"],
  "no-units": ["warning", "a rate is counted in a unit, and the line names no units at all"],
  "no-hs-edition": ["warning", "no HS edition is adopted for the day: the codes were not checked"],
  "no-edition-before": ["warning", "no edition is in force before: nothing was compared"],
} as const satisfies Record<string, readonly [Severity, string]>;

/** The name of a kind of finding. */
export type FindingKind = keyof typeof FINDINGS;

/** One finding: what kind, on which code ("" for the whole edition) and field, what, and what to do next. */
export type Finding = {
  readonly severity: Severity;
  readonly kind: FindingKind;
  readonly code: string;
  readonly field: string;
  readonly detail: string;
  readonly next: string;
};

/** Makes a finding; its severity is that of its kind. */
export const finding = (
  kind: FindingKind,
  code: string,
  field: string,
  detail: string,
  next: string,
): Finding => ({ severity: FINDINGS[kind][0], kind, code, field, detail, next });

/** How many findings there are of each kind of a severity. */
export const countFindings = (
  findings: readonly Finding[],
  severity: Severity,
): Readonly<Partial<Record<FindingKind, number>>> => {
  const counts: Partial<Record<FindingKind, number>> = {};
  for (const each of findings)
    if (each.severity === severity) counts[each.kind] = (counts[each.kind] ?? 0) + 1;
  return counts;
};
