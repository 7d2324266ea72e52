/** What the check of an edition found, and what changed, in words. */
import type { EditionChanges } from "@openftz/customs/tariff/compare-editions.ts";
import { FINDINGS, type Finding, type FindingKind, type Severity } from "@openftz/customs/tariff/finding.ts";

/** What `tariff.findings` answers. */
export type ShownCheck = {
  readonly edition: string;
  readonly from: string;
  readonly before: string | null;
  readonly hs: readonly { readonly edition: string }[];
  readonly lines: number;
  readonly needsAcceptance: Readonly<Partial<Record<FindingKind, number>>>;
  readonly warnings: Readonly<Partial<Record<FindingKind, number>>>;
  readonly findings: readonly Finding[];
  readonly changes: EditionChanges | null;
};

const MOST_TOLD = 20;

/** The first items and how many more there are. */
const some = (items: readonly string[], join: string): string => {
  const more = items.length - MOST_TOLD;
  return (
    items.slice(0, MOST_TOLD).join(join) + (more > 0 ? `${join}… and ${more} more (--json has all)` : "")
  );
};

/** Added, changed and ended lines: how many, and the first of each. */
export const changesInWords = (changes: EditionChanges | null, before: string | null): readonly string[] => {
  if (!changes || !before) return ["There is no edition before: every line is new."];
  const { added, changed, ended } = changes;
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["added", added],
    ["changed", changed.map(({ code, fields }) => `${code} (${fields.join(", ")})`)],
    ["ended", ended],
  ];
  return [
    `Against the edition before (${before.slice(0, 12)}…): ${added.length} lines added, ${changed.length} changed, ${ended.length} ended.`,
    ...rows.flatMap(([name, codes]) => (codes.length > 0 ? [`  ${name}: ${some(codes, ", ")}`] : [])),
  ];
};

const HEADS: Readonly<Record<Severity, string>> = {
  refused: "REFUSED",
  "needs-acceptance": "needs --accept",
  warning: "warning",
};

/** Findings by kind, the gravest first, each with its first details; `accepted`: they were, and it is done. */
export const findingsInWords = (findings: readonly Finding[], accepted = false): readonly string[] => {
  const kinds = Object.keys(FINDINGS) as FindingKind[];
  const order: readonly Severity[] = ["refused", "needs-acceptance", "warning"];
  return kinds
    .toSorted((a, b) => order.indexOf(FINDINGS[a][0]) - order.indexOf(FINDINGS[b][0]))
    .flatMap((kind) => {
      const found = findings.filter((each) => each.kind === kind);
      const [severity, about] = FINDINGS[kind];
      return found.length === 0
        ? []
        : [
            `${accepted && severity === "needs-acceptance" ? "accepted" : HEADS[severity]}: ${kind} ${found.length} (${about})`,
            `  ${some(
              found.map(({ detail }) => detail),
              "\n  ",
            )}`,
          ];
    });
};

/** The words that accept findings: "rate-moved=3,chapter-lost-lines=1". */
export const acceptWords = (counts: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${kind}=${count}`)
    .join(",");
