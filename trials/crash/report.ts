/** What a trial came to, for people and for programs. */
import type { StoreName } from "./ground.ts";

/** One thing that was counted or measured. */
export type Measured = { readonly name: string; readonly value: number; readonly unit: string };

/** A trial's report. It holds when there are no findings. */
export type Report = {
  readonly trial: string;
  readonly store: StoreName;
  readonly seed: string;
  readonly at: string;
  readonly measured: readonly Measured[];
  readonly findings: readonly string[];
};

const SHOWN_FINDINGS = 20;

/** Counts as rows: pieces have no unit. */
export const counts = (of: Readonly<Record<string, number>>): readonly Measured[] =>
  Object.entries(of).map(([name, value]) => ({ name, value, unit: "" }));

/** Median and worst of some durations, as two rows; none when nothing was measured. */
export const durations = (name: string, ms: readonly number[]): readonly Measured[] => {
  if (ms.length === 0) return [];
  const sorted = ms.toSorted((a, b) => a - b);
  const [median, worst] = [sorted[sorted.length >> 1]!, sorted.at(-1)!];
  return [
    { name: `${name}, median`, value: Math.round(median), unit: "ms" },
    { name: `${name}, worst`, value: Math.round(worst), unit: "ms" },
  ];
};

/** A table for people. */
export const table = ({ trial, store, seed, measured, findings }: Report): string => {
  const rows = measured.map(
    ({ name, value, unit }) => `  ${name.padEnd(52)} ${value.toLocaleString("en").padStart(9)} ${unit}`,
  );
  const shown = findings.slice(0, SHOWN_FINDINGS).map((finding) => `  ! ${finding}`);
  const verdict =
    findings.length === 0 ? "Every promise held." : `${findings.length} findings: a promise was broken.`;
  return [`${trial} on ${store}, seed ${seed}`, ...rows, ...shown, verdict, ""].join("\n");
};

/** One object for programs. */
export const asJson = (report: Report): string =>
  `${JSON.stringify({ ...report, holds: report.findings.length === 0 })}\n`;
