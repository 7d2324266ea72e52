/** An assessment as a receipt: each step with its rate, what the rate was taken of, and the article behind it. */
import { formatFixed } from "@openftz/kernel/fraction.ts";
import type { Assessment, Charge } from "../duty/assess.ts";
import { TAX_DIGITS } from "../duty/bench.ts";
import type { Basis } from "../duty/duty-basis.ts";
import { citationOf, type LegalStep } from "../duty/duty-law.ts";

/** One line of the receipt; amounts in CNY, "28000.00". */
export type ReceiptStep = {
  readonly step: "customs-value" | "duty" | "additional" | "consumption-tax" | "vat";
  /** The remedy's code, for an additional duty. */
  readonly code: string | null;
  /** The column of a duty, the kind of a remedy. */
  readonly basis: Basis | null;
  readonly expression: string | null;
  /** What a percentage was taken of; null for the customs value itself. */
  readonly base: string | null;
  readonly amount: string;
  readonly article: string;
};

const yuan = (fen: bigint): string => formatFixed(fen, TAX_DIGITS);

/** The steps in the order in which they are owed. An export has no more than value and duty. */
export const receiptOf = (it: Assessment): readonly ReceiptStep[] => {
  const { direction, date } = it.case.request;
  const article = (step: LegalStep): string => citationOf(step, date);
  const value: ReceiptStep = {
    step: "customs-value",
    code: null,
    basis: null,
    expression: null,
    base: null,
    amount: yuan(it.customsValue),
    article: article(direction === "import" ? "import-value" : "export-value"),
  };
  const charged = (step: ReceiptStep["step"], charge: Charge, base: bigint, law: LegalStep): ReceiptStep => ({
    step,
    code: null,
    basis: null,
    expression: charge.expression,
    base: yuan(base),
    amount: yuan(charge.amount),
    article: article(law),
  });
  const { basis } = it.duty;
  const duty = { ...charged("duty", it.duty, it.customsValue, dutyStep(it)), basis };
  if (direction === "export") return [value, duty];
  const additional = it.additional.map((each) => ({
    ...charged("additional", each, it.customsValue, "columns"),
    code: each.code,
    basis: each.kind,
  }));
  const dutiable =
    it.customsValue + it.duty.amount + it.additional.reduce((sum, { amount }) => sum + amount, 0n);
  return [
    value,
    duty,
    ...additional,
    charged("consumption-tax", it.consumptionTax, dutiable, "consumption-tax"),
    charged("vat", it.vat, dutiable + it.consumptionTax.amount, "vat"),
  ];
};

const dutyStep = ({ case: { request }, duty: { basis } }: Assessment): LegalStep => {
  if (request.direction === "export") return "export-duty";
  if (basis.includes(":")) return "claim";
  return basis === "provisional" ? "provisional" : "columns";
};
