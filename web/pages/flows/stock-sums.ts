import { countOf, sumOf } from "../../shared/decimal.ts";

/** The accounts on which goods lie, in the order of the table; see `SHELVES` of customs. */
export const ACCOUNTS = ["stock", "reserved", "coming", "entered", "away", "claimed"] as const;

type Account = (typeof ACCOUNTS)[number];

type Row = {
  readonly zone: string;
  readonly status: string;
  readonly account: Account;
  readonly unit: string;
  readonly count: string;
};

/** Goods of one status in a zone, as far as they are counted in a unit: decimal text by account, "0" where nothing lies. */
export type Sum = {
  readonly zone: string;
  readonly unit: string;
  readonly status: string;
  readonly counts: Readonly<Record<Account, string>>;
};

/** One sum for each zone, unit and status, over the books of all offices. */
export const stockSums = (rows: readonly Row[]): readonly Sum[] =>
  [...Map.groupBy(rows, ({ zone, unit, status }) => `${zone} ${unit} ${status}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => ({
      zone: same[0]!.zone,
      unit: same[0]!.unit,
      status: same[0]!.status,
      counts: Object.fromEntries(
        ACCOUNTS.map((account) => [
          account,
          sumOf(same.filter((each) => each.account === account).map(({ count }) => count)),
        ]),
      ) as Sum["counts"],
    }));

/** All accounts together. */
export const wholeOf = ({ counts }: Sum): string => sumOf(Object.values(counts));

/** How long each account's part of a bar is, in percent of the greatest sum that is counted in the same unit. */
export const partsOf = (sum: Sum, all: readonly Sum[]): Readonly<Record<Account, number>> => {
  const same = all.filter(({ unit }) => unit === sum.unit);
  const greatest = Math.max(...same.map((each) => Number(countOf(wholeOf(each)))), 1);
  return Object.fromEntries(
    ACCOUNTS.map((account) => [account, (Number(countOf(sum.counts[account])) / greatest) * 100]),
  ) as Readonly<Record<Account, number>>;
};
