/** The day's figures from the counts of the journal. */
import type { ListRow } from "../../api/types.ts";

export type Count = ListRow<"overview.counts">;

export type DayFigures = {
  readonly filed: number;
  readonly released: number;
  readonly held: number;
  /** Whole yuan. */
  readonly taxYuan: bigint;
  readonly lanes: Readonly<Record<"release" | "documents" | "inspect", number>>;
};

/** What happened on a day. Released: at once when filed, or later by an officer. */
export const figuresOf = (counts: readonly Count[], day: string): DayFigures => {
  const found = new Map(counts.filter((row) => row.day === day).map(({ what, count }) => [what, count]));
  const of = (what: string) => found.get(what) ?? 0;
  return {
    filed: of("filed"),
    released: of("state.released") + of("released"),
    held: of("state.held"),
    taxYuan: BigInt(of("taxYuan")),
    lanes: { release: of("lane.release"), documents: of("lane.documents"), inspect: of("lane.inspect") },
  };
};

/** The day before a legal day. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
