/**
 * Exempt goods that are transferred or put to another use while customs still supervise them: taxes are owed on what
 * the use so far has left of their value, value × (1 - months used ÷ months of supervision). Tariff Law, art. 35; the
 * calculation (R).
 */
import { fraction } from "@openftz/kernel/fraction.ts";
import { type Step, step, toFen, yuanText } from "../law/computation.ts";
import type { Figure, SupervisedKind } from "../law/figures.ts";

/** Goods after some months of use. */
export type ExemptGoods = {
  readonly kind: SupervisedKind;
  /** The customs value at import, in fen. */
  readonly value: bigint;
  readonly monthsUsed: number;
  readonly supervision: Figure<Readonly<Record<SupervisedKind, number>>>;
};

/** The taxable value in fen, and the months of supervision it was counted by. */
export type TaxableValue = {
  readonly kind: "computed";
  readonly taxable: bigint;
  readonly supervisionMonths: number;
  readonly steps: readonly Step[];
};

const CALCULATION = {
  source: "Tariff Law, art. 35; the calculation by months (R)",
  confirmed: false,
};

/** What is left of a value in fen, half up; 0 from the end of supervision on. */
export const valueLeft = (value: bigint, monthsUsed: number, supervisionMonths: number): bigint =>
  monthsUsed >= supervisionMonths
    ? 0n
    : toFen(fraction(value * BigInt(supervisionMonths - monthsUsed), 100n * BigInt(supervisionMonths)));

/** Computes the taxable value. */
export const taxableValue = ({ kind, value, monthsUsed, supervision }: ExemptGoods): TaxableValue => {
  const years = supervision.value[kind];
  const supervisionMonths = years * 12;
  const taxable = valueLeft(value, monthsUsed, supervisionMonths);
  const left =
    monthsUsed >= supervisionMonths
      ? "supervision has ended, so nothing of the value is taxed"
      : `${supervisionMonths - monthsUsed} of ${supervisionMonths} months are left: ${yuanText(taxable)} CNY are taxed`;
  return {
    kind: "computed",
    taxable,
    supervisionMonths,
    steps: [
      step(
        "supervision",
        null,
        supervision,
        `Customs supervise these goods for ${years} years after release.`,
      ),
      step(
        "taxable",
        taxable,
        CALCULATION,
        `Of ${yuanText(value)} CNY, after ${monthsUsed} months of use, ${left}.`,
      ),
    ],
  };
};
