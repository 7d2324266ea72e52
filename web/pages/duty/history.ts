/** The history of rates as a sentence and as series that a chart can draw. */
import type { Key } from "../../catalogue/catalogue.ts";
import { rateText } from "../../shared/format.ts";
import type { DutyAnswer } from "./use-duty.ts";

type Period = DutyAnswer["history"][number];

/** A line of the chart: from each day on the percentage, or null where the rate is none or no percentage. */
export type Series = {
  readonly name: string;
  readonly steps: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly percent: number | null;
  }[];
};

/** A rate that is nothing but a percentage can be drawn; the others stand in the table. */
export const percentIn = (rate: string | null | undefined): number | null => {
  const found = /^(\d+(?:\.\d+)?)%?$/.exec(rate ?? "");
  return found ? Number(found[1]) : null;
};

/** The rate for goods with most-favoured-nation treatment that claim nothing. */
const ordinary = ({ provisional, mfn }: Period): string | null => provisional ?? mfn;

/** MFN, provisional and what the origin could claim; what is nowhere a percentage is left out. */
export const historySeries = (
  history: readonly Period[],
  claims: readonly string[],
  nameOf: (basis: string) => string,
): readonly Series[] => {
  const made = (basis: string, rateOf: (period: Period) => string | null | undefined): Series => ({
    name: nameOf(basis),
    steps: history.map((period) => ({
      from: period.from,
      to: period.to,
      percent: percentIn(rateOf(period)),
    })),
  });
  return [
    made("mfn", ({ mfn }) => mfn),
    made("provisional", ({ provisional }) => provisional),
    ...claims.map((claim) => made(`agreement:${claim}`, ({ agreements }) => agreements[claim])),
  ].filter(({ steps }) => steps.some(({ percent }) => percent !== null));
};

/** What happened to the ordinary rate, in one sentence: its key and what is filled in. */
export const historySentence = (
  history: readonly Period[],
): readonly [Key, Readonly<Record<string, string>>] => {
  const [first, last] = [history[0]!, history.at(-1)!];
  const now = ordinary(last);
  if (now === null) return ["duty.historyNone", { since: last.from }];
  const changes = history.filter((period, at) => at > 0 && ordinary(period) !== ordinary(history[at - 1]!));
  const newest = changes.at(-1);
  if (!newest) return ["duty.historySame", { rate: rateText(now), since: first.from }];
  const before = ordinary(history[history.indexOf(newest) - 1]!);
  if (before === null) return ["duty.historyBegan", { rate: rateText(now), since: newest.from }];
  return [
    "duty.historyChanged",
    {
      rate: rateText(now),
      before: rateText(before),
      since: newest.from,
      count: String(changes.length),
      first: first.from,
    },
  ];
};
