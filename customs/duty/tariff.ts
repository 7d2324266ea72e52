/** A compiled tariff: lines by code and date, ready to be asked thousands of times a second. */
import { isWithin, type PlainDate } from "@openftz/kernel/plain-date.ts";
import type { TariffFault, TariffLine } from "./tariff-line.ts";

/** Lines of any number of files, merged and indexed. It never changes. */
export type CompiledTariff = {
  /** How many lines it has. */
  readonly size: number;
  /** Lines by code, each list in the order of their days. */
  readonly byCode: ReadonlyMap<string, readonly TariffLine[]>;
  /** The lengths that codes have, the longest first: only these prefixes of a commodity are looked up. */
  readonly lengths: readonly number[];
  /** All codes in their order, for searching. */
  readonly codes: readonly string[];
};

/** The tariff, or the places where lines of one code meet. */
export type CompileOutcome =
  | { readonly kind: "tariff"; readonly tariff: CompiledTariff }
  | { readonly kind: "refused"; readonly faults: readonly TariffFault[] };

/** Merges lines of any number of files; their order does not matter. The same code twice on one day is refused. */
export const compileTariff = (lines: Iterable<TariffLine>): CompileOutcome => {
  const byCode = new Map<string, TariffLine[]>();
  let size = 0;
  for (const line of lines) {
    size++;
    const same = byCode.get(line.code);
    if (same) same.push(line);
    else byCode.set(line.code, [line]);
  }
  const faults = [...byCode.values()].flatMap((same) => overlaps(same));
  if (faults.length > 0) return { kind: "refused", faults };
  const codes = [...byCode.keys()].sort();
  const lengths = [...new Set(codes.map(({ length }) => length))].sort((a, b) => b - a);
  return { kind: "tariff", tariff: { size, byCode, lengths, codes } };
};

/** Puts the lines of one code in the order of their days, and says which of them meet. */
const overlaps = (same: TariffLine[]): readonly TariffFault[] => {
  if (same.length < 2) return [];
  same.sort((a, b) => compareTexts(a.from ?? "", b.from ?? ""));
  const faults: TariffFault[] = [];
  let last = same[0]!;
  for (const line of same.slice(1)) {
    if (last.to === undefined || (line.from ?? "") <= last.to) faults.push(overlap(last, line));
    if (last.to !== undefined && (line.to === undefined || line.to > last.to)) last = line;
  }
  return faults;
};

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const overlap = (first: TariffLine, second: TariffLine): TariffFault => ({
  ...second.place,
  field: "code",
  detail:
    `${second.code} (${daysOf(second)}) is also in ${first.place.file}, line ${first.place.line} ` +
    `(${daysOf(first)}); end the older one before the newer begins`,
});

const daysOf = ({ from, to }: TariffLine): string => `${from ?? "always"} to ${to ?? "open"}`;

/** What a commodity and a day lead to. */
export type FoundLine =
  | { readonly kind: "line"; readonly line: TariffLine }
  /** The tariff has no line for the commodity on any date. */
  | { readonly kind: "unknown" }
  /** It has lines, the longest code first, but none in force on the date. */
  | { readonly kind: "other-dates"; readonly lines: readonly TariffLine[] };

/** Of the lines in force on the date, the one with the longest code that the commodity starts with. */
export const findTariffLine = (tariff: CompiledTariff, commodity: string, date: PlainDate): FoundLine => {
  let others: TariffLine[] | undefined;
  for (const length of tariff.lengths) {
    if (length > commodity.length) continue;
    const same = tariff.byCode.get(commodity.slice(0, length));
    if (!same) continue;
    for (const line of same) if (isWithin(date, line.from, line.to)) return { kind: "line", line };
    others = [...(others ?? []), ...same];
  }
  return others ? { kind: "other-dates", lines: others } : { kind: "unknown" };
};

/** Codes that begin with the digits, in their order, at most `limit` of them. Every code for an empty text. */
export const codesUnder = (tariff: CompiledTariff, digits: string, limit: number): readonly string[] => {
  let [low, high] = [0, tariff.codes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tariff.codes[middle]! < digits) low = middle + 1;
    else high = middle;
  }
  const found = tariff.codes.slice(low, low + limit);
  const end = found.findIndex((code) => !code.startsWith(digits));
  return end < 0 ? found : found.slice(0, end);
};

/** The lines under some digits that are in force on a date, in the order of their codes: for searching and browsing. */
export const linesUnder = (
  tariff: CompiledTariff,
  digits: string,
  date: PlainDate,
  limit: number,
): readonly TariffLine[] =>
  codesUnder(tariff, digits, tariff.codes.length)
    .flatMap((code) => tariff.byCode.get(code)!.filter(({ from, to }) => isWithin(date, from, to)))
    .slice(0, limit);
