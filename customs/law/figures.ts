/**
 * Figures of the law: amounts, shares and periods, each with the days on which it holds and where it was read.
 * The policy room fills the tables, so that a later amount is a row and never an edit. `confirmed: false` marks what was
 * recalled and not yet read at its source.
 */
import type { Fraction } from "@openftz/kernel/fraction.ts";
import { addDays, isWithin, type PlainDate } from "@openftz/kernel/plain-date.ts";

/** What a step of a computation rests on. */
export type Ground = { readonly source: string; readonly confirmed: boolean };

/** One value from a day on; `to` is its last day, open where absent. */
export type Figure<Value> = Ground & {
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly value: Value;
};

/** The most that one person may buy at the reduced tax of cross-border e-commerce, in fen. */
export type RetailLimits = {
  readonly transaction: bigint;
  readonly year: bigint;
  /** Whether one thing above the first limit is still a retail import, at its full taxes. */
  readonly oneThingAbove: boolean;
};

/** The kinds of goods that differ in how long customs supervise them after an exemption. */
export type SupervisedKind = "ship-or-aircraft" | "vehicle" | "other";

/** What the consumption tax and VAT of a sale out of a zone are taken of when duty is chosen by the materials. */
export type SelectiveVatBase = "chosen" | "goods";

/** Every table, each in the order of its days. */
export type Figures = {
  /** Insurance where nobody knows it, as a share of goods and freight together. */
  readonly assumedInsurance: readonly Figure<Fraction>[];
  readonly retailLimits: readonly Figure<RetailLimits>[];
  /** The share of VAT and consumption tax that retail goods within the limits bear. */
  readonly retailShare: readonly Figure<Fraction>[];
  /** The share of the taxes that one month of a temporary stay owes. */
  readonly temporaryMonth: readonly Figure<Fraction>[];
  /** More days than this at the end of a stay count as a month; so many or fewer count as none. */
  readonly restDays: readonly Figure<number>[];
  /** Years of supervision after release, by kind of goods. */
  readonly supervisionYears: readonly Figure<Readonly<Record<SupervisedKind, number>>>[];
  /** The yearly rate of deferred interest, which follows the rate on current deposits. */
  readonly depositRate: readonly Figure<Fraction>[];
  /** Whether goods sold out of a zone bear deferred interest. */
  readonly interestInZones: readonly Figure<boolean>[];
  readonly selectiveVatBase: readonly Figure<SelectiveVatBase>[];
  /** Days within which both sides of a transfer between books are posted. */
  readonly transferDays: readonly Figure<number>[];
  /** Days within which goods that entered first are declared. */
  readonly enterFirstDays: readonly Figure<number>[];
  /** Codes of transport modes that a declaration of goods between a zone and the rest of the country may have. */
  readonly secondLineModes: readonly Figure<readonly string[]>[];
  /** The least share of a list's value that its declaration over the second line may have as its customs value. */
  readonly leastSaleValue: readonly Figure<Fraction>[];
  /** The share by which legal units of what leaves may differ from the average of what is there. */
  readonly unitTolerance: readonly Figure<Fraction>[];
  /** Days within which a guarantor pays when called upon. */
  readonly guarantorDays: readonly Figure<number>[];
  /** Goods that moved on slips are declared by the end of so many months after theirs, and within the year. */
  readonly batchMonths: readonly Figure<number>[];
};

/** The row of a day; nothing before the first and where the table has a gap. */
export const findFigure = <Value>(
  rows: readonly Figure<Value>[],
  day: PlainDate,
): Figure<Value> | undefined => rows.findLast(({ from, to }) => isWithin(day, from, to));

/** The last of so many days from a day on; where no row holds, the day itself. */
export const lastDay = (rows: readonly Figure<number>[], day: PlainDate): PlainDate =>
  addDays(day, findFigure(rows, day)?.value ?? 0);
