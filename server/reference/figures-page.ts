/** The page of the figures of the law: amounts, shares and periods, with the days on which each holds and its source. */
import { DE_MINIMIS } from "@openftz/customs/duty/de-minimis.ts";
import { LATE_DECLARATION_TERMS } from "@openftz/customs/duty/late-declaration-fee.ts";
import { LATE_PAYMENT_TERMS } from "@openftz/customs/duty/late-payment-charge.ts";
import { yuanText } from "@openftz/customs/law/computation.ts";
import type { Figure, Figures } from "@openftz/customs/law/figures.ts";
import { page, table } from "./markdown.ts";

const WORDS: Readonly<Record<keyof Figures, string>> = {
  assumedInsurance: "Insurance where nobody knows it, as a share of goods and freight",
  retailLimits: "Retail imports of cross-border e-commerce: the most a person may buy at once and in a year",
  retailShare: "The share of VAT and consumption tax that retail imports within the limits bear",
  temporaryMonth: "The share of the taxes that a month of a temporary stay owes",
  restDays: "Days at the end of a stay or use above which they count as a month",
  supervisionYears: "Years for which exempt goods are supervised",
  depositRate: "The yearly rate of deferred interest",
  interestInZones: "Whether goods sold out of a zone bear deferred interest",
  selectiveVatBase: "What VAT is taken of when duty goes by the materials: the value chosen, or the goods",
  transferDays: "Days within which both sides of a transfer between books are posted",
  enterFirstDays: "Days within which goods that entered first are declared",
  secondLineModes: "Transport modes of a declaration of goods between a zone and the rest of the country",
  leastSaleValue: "The least share of a list's value that its declaration over the second line may have",
  unitTolerance: "The share by which legal units of what leaves may differ from the average of what is there",
  guarantorDays: "Days within which a guarantor pays when called upon",
  batchMonths: "Months after theirs by whose end goods that moved on slips are declared",
};

type Row = Omit<Figure<unknown>, "value"> & { readonly value: string };

/** Bigints are fen; two of them are a fraction. */
const told = (value: unknown): string => {
  if (typeof value === "bigint") return `${yuanText(value)} CNY`;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object" || value === null) return String(value);
  if ("n" in value && "d" in value) return `${value.n}/${value.d}`;
  return Object.entries(value)
    .map(([name, part]) => `${name} ${told(part)}`)
    .join(", ");
};

const part = (title: string, rows: readonly Row[]): string =>
  `## ${title}\n\n${table(
    ["from", "to", "value", "source", ""],
    rows.map(({ from, to, value, source, confirmed }) => [
      from,
      to ?? "",
      value,
      source,
      confirmed ? "confirmed" : "**not confirmed**",
    ]),
  )}`;

/** Makes the page. */
export const figuresPage = (figures: Figures): string =>
  page(
    "Figures of the law",
    "Days are legal days, both included; (R) marks what was recalled and not yet read at its source. A new amount is a row with the day from which it holds.",
    ...(Object.keys(WORDS) as readonly (keyof Figures)[]).map((name) =>
      part(
        WORDS[name],
        figures[name].map((row) => ({ ...row, value: told(row.value) })),
      ),
    ),
    part(
      "What is too small to collect, by kind of tax",
      DE_MINIMIS.map(({ kind, upTo, ...row }) => ({ ...row, value: `${kind} up to ${told(upTo)}` })),
    ),
    part(
      "The late declaration fee",
      LATE_DECLARATION_TERMS.map(({ freeDays, rate, chargePoint, ...row }) => ({
        ...row,
        value: `${told(rate)} a day after ${freeDays} days, not below ${told(chargePoint)}`,
      })),
    ),
    part(
      "The late payment charge",
      LATE_PAYMENT_TERMS.map(({ rate, chargePoint, ...row }) => ({
        ...row,
        value: `${told(rate)} a day, not below ${told(chargePoint)}`,
      })),
    ),
  );
