/** Figures of a benchmark: names are stable, so that they can be followed over time. */

/** One figure: the median of its rounds with the lowest and highest. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly rounds: number;
};

/** Keeps four significant digits: more would be noise. */
const tidy = (value: number): number => Number(value.toPrecision(4));

/** The figure of some rounds. */
export const figureOf = (name: string, unit: string, rounds: readonly number[]): Figure => {
  const sorted = rounds.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return {
    name,
    value: tidy(median),
    low: tidy(sorted[0]!),
    high: tidy(sorted.at(-1)!),
    unit,
    rounds: rounds.length,
  };
};

/** The value below which a share (0 to 1) of some values lies. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
