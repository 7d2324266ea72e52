/**
 * Goods that stay for a time. Those of the purposes that the law lists owe nothing while they stay; all others owe their
 * taxes month by month, each month a share of what they would owe for good, and never more. Tariff Law, art. 37 and 38.
 */
import { type Fraction, fraction, multiply } from "@openftz/kernel/fraction.ts";
import { ground, type Step, step, toFen, yuanText } from "../law/computation.ts";
import type { Figure } from "../law/figures.ts";

/** The purposes for which nothing is owed for six months and what is granted beyond them. Tariff Law, art. 37. */
export const LISTED_PURPOSES = {
  exhibition: "shown or used at exhibitions, fairs and meetings",
  "culture-and-sport": "used at performances and contests",
  "press-and-film": "used for news, film and television",
  "science-education-medicine": "used for science, teaching and medicine",
  vehicles: "vehicles used for these purposes",
  samples: "samples",
  "installation-instruments": "used to install, adjust and test equipment",
  containers: "containers and packing",
  "other-non-commercial": "used for other than commercial purposes",
} as const;

/** A purpose; "other" is none of the list. */
export type TemporaryPurpose = keyof typeof LISTED_PURPOSES | "other";

/** What the goods would owe if they stayed for good, in fen. */
export type FullTaxes = { readonly duty: bigint; readonly consumptionTax: bigint; readonly vat: bigint };

/** A stay, in months as they are counted. */
export type TemporaryStay = {
  readonly taxes: FullTaxes;
  readonly purpose: TemporaryPurpose;
  readonly months: number;
  /** The share of a month. */
  readonly monthly: Figure<Fraction>;
};

/** What is owed, in fen, tax by tax. */
export type TemporaryTaxes = {
  readonly kind: "computed";
  readonly taxes: FullTaxes;
  readonly total: bigint;
  readonly steps: readonly Step[];
};

/** A share of a tax for so many months, half up, and never more than the tax. */
export const taxForMonths = (tax: bigint, months: number, monthly: Fraction): bigint => {
  const owed = toFen(multiply(fraction(tax * BigInt(months), 100n), monthly));
  return owed < tax ? owed : tax;
};

/** Computes what a stay owes. */
export const temporaryTaxes = (stay: TemporaryStay): TemporaryTaxes => {
  const { taxes, purpose, months, monthly } = stay;
  if (purpose !== "other") {
    const words = `Goods ${LISTED_PURPOSES[purpose]} owe nothing for six months and what is granted beyond them, against a guarantee.`;
    return {
      kind: "computed",
      taxes: { duty: 0n, consumptionTax: 0n, vat: 0n },
      total: 0n,
      steps: [step("purpose", 0n, ground("Tariff Law, art. 37"), words)],
    };
  }
  const of = (tax: bigint): bigint => taxForMonths(tax, months, monthly.value);
  const owed: FullTaxes = {
    duty: of(taxes.duty),
    consumptionTax: of(taxes.consumptionTax),
    vat: of(taxes.vat),
  };
  const total = owed.duty + owed.consumptionTax + owed.vat;
  const share = `${months} months at ${monthly.value.n}/${monthly.value.d}, at most all of it`;
  const told = (name: keyof FullTaxes, words: string): Step =>
    step(
      name,
      owed[name],
      monthly,
      `${words} of ${yuanText(taxes[name])} CNY, ${share}: ${yuanText(owed[name])} CNY.`,
    );
  return {
    kind: "computed",
    taxes: owed,
    total,
    steps: [
      told("duty", "Duty"),
      told("consumptionTax", "Consumption tax"),
      told("vat", "VAT"),
      step("total", total, monthly, `Together ${yuanText(total)} CNY are owed.`),
    ],
  };
};
