/**
 * Amounts too small to collect. They belong to a declaration, kind of tax by kind of tax, never to a line.
 * Since the Tariff Law (art. 32 (1)) the amount is set by the State Council; 50 CNY is carried over from the regulation.
 */
import { isWithin, type PlainDate, plainDateOf } from "@openftz/kernel/plain-date.ts";

/** The kinds of tax a declaration totals. */
export type TaxKind = "duty" | "vat" | "consumption-tax";

/** `confirmed: false` marks (R): recalled, not confirmed in a text read for this project. */
export type DeMinimis = {
  readonly kind: TaxKind;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  /** Up to this many fen, itself included ("50 or below", inclusive (R)), nothing is collected. */
  readonly upTo: bigint;
  readonly source: string;
  readonly confirmed: boolean;
};

const REGULATION = "Regulation on Import and Export Duties, art. 45 (1)";
const BEFORE_LAW = { from: plainDateOf("2004-01-01"), to: plainDateOf("2024-11-30") };
const SINCE_LAW = { from: plainDateOf("2024-12-01") };

/** The amounts by kind and day, each with its source. */
export const DE_MINIMIS: readonly DeMinimis[] = [
  { kind: "duty", ...BEFORE_LAW, upTo: 5_000n, source: REGULATION, confirmed: true },
  {
    kind: "duty",
    ...SINCE_LAW,
    upTo: 5_000n,
    source: "Tariff Law, art. 32 (1); amount (R)",
    confirmed: false,
  },
  {
    kind: "vat",
    from: BEFORE_LAW.from,
    upTo: 5_000n,
    source: "practice of the customs (R)",
    confirmed: false,
  },
  {
    kind: "consumption-tax",
    from: BEFORE_LAW.from,
    upTo: 5_000n,
    source: "practice of the customs (R)",
    confirmed: false,
  },
];

/** The amount in force for a kind of tax on a day; nothing when there was none. */
export const findDeMinimis = (kind: TaxKind, date: PlainDate): DeMinimis | undefined =>
  DE_MINIMIS.find((row) => row.kind === kind && isWithin(date, row.from, row.to));

/** What is collected of one kind of tax on a whole declaration, in fen: nothing when it is too small to collect. */
export const collected = (kind: TaxKind, total: bigint, date: PlainDate): bigint => {
  const row = findDeMinimis(kind, date);
  return row && total <= row.upTo ? 0n : total;
};
