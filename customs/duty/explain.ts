/** An assessment in sentences a person can follow: each names rate, base, source line and legal article. */
import { formatDecimal, formatFixed } from "@openftz/kernel/fraction.ts";
import type { Assessment } from "./assess.ts";
import { TAX_DIGITS } from "./bench.ts";
import type { Basis, Candidate } from "./duty-basis.ts";
import { citationOf, type LegalStep } from "./duty-law.ts";

/** The sentences in the order in which things are owed. Computed when asked. */
export const explain = (assessment: Assessment): readonly string[] => [
  valueSentence(assessment),
  dutySentence(assessment),
  ...comparisonSentences(assessment),
  ...(assessment.case.request.direction === "import"
    ? [consumptionTaxSentence(assessment), vatSentence(assessment)]
    : ["An export owes no additional duty, consumption tax or VAT."]),
  `Together ${yuan(assessment.total)} CNY are owed.`,
];

const yuan = (fen: bigint): string => formatFixed(fen, TAX_DIGITS);

const lineName = ({ case: { line } }: Assessment): string =>
  `tariff line ${line.code} (${line.place.file}, line ${line.place.line})`;

const article = (assessment: Assessment, step: LegalStep): string =>
  citationOf(step, assessment.case.request.date);

const valueSentence = (it: Assessment): string => {
  const { direction } = it.case.request;
  return direction === "import"
    ? `The customs value is the CIF price${conversion(it)}: ${yuan(it.customsValue)} CNY (${article(it, "import-value")}).`
    : `The customs value is the FOB price${conversion(it)} without the export duty in it: ${yuan(it.customsValue)} CNY (${article(it, "export-value")}).`;
};

const conversion = ({ case: { request } }: Assessment): string => {
  const rate = request.exchangeRates.get(request.currency);
  const price = ` of ${formatDecimal(request.amount)} ${request.currency}`;
  return rate ? `${price} at ${formatDecimal(rate)} CNY for one ${request.currency}` : price;
};

const dutySentence = (it: Assessment): string => {
  const { basis, expression, amount } = it.duty;
  if (basis === "none") {
    return `No export duty is owed: ${lineName(it)} has no export rate (${article(it, "export-duty")}).`;
  }
  return (
    `Duty by the ${columnName(basis)} rate "${expression}" of ${lineName(it)} ` +
    `on ${yuan(it.customsValue)} CNY${quantitiesOf(it, expression)}: ${yuan(amount)} CNY (${article(it, stepOf(it, basis))}).`
  );
};

const stepOf = (it: Assessment, basis: Basis): LegalStep => {
  if (it.case.request.direction === "export") return "export-duty";
  if (it.choice.compared.length > 0 || basis.includes(":")) return "claim";
  return basis === "provisional" ? "provisional" : "columns";
};

const columnName = (basis: Basis): string => {
  if (basis.startsWith("agreement:")) return `agreement ${basis.slice("agreement:".length)}`;
  if (basis.startsWith("special:")) return `special preferential (${basis.slice("special:".length)})`;
  return basis === "mfn" ? "MFN" : basis.replace("-", " ");
};

/** The quantities handed in, where the rate counts any. */
const quantitiesOf = (it: Assessment, expression: string): string => {
  const { quantities } = it.case.request;
  if (!expression.includes("/") || quantities.size === 0) return "";
  const given = [...quantities].map(([unit, quantity]) => `${formatDecimal(quantity)} ${unit}`);
  return ` and ${given.join(", ")}`;
};

const comparisonSentences = (it: Assessment): readonly string[] =>
  it.choice.compared.map((other) => comparison(it, it.choice.chosen, other));

const comparison = (it: Assessment, chosen: Candidate, other: Candidate): string => {
  const relation = chosen.amount === other.amount ? "is not lower" : "is higher";
  return (
    `The ${columnName(other.basis)} rate "${other.column.text}" of ${lineName(it)} would give ` +
    `${yuan(other.amount)} CNY on ${yuan(it.customsValue)} CNY, which ${relation}, so the ${columnName(chosen.basis)} rate stands (${article(it, "claim")}).`
  );
};

const consumptionTaxSentence = (it: Assessment): string => {
  const { expression, amount } = it.consumptionTax;
  const source = it.case.request.consumptionTax ? "the rate given with the line" : lineName(it);
  return (
    `Consumption tax "${expression}" by ${source} on ${yuan(it.customsValue + it.duty.amount)} CNY (customs value and duties)${quantitiesOf(it, expression)}, ` +
    `as a part of the price that includes it: ${yuan(amount)} CNY (${article(it, "consumption-tax")}).`
  );
};

const vatSentence = (it: Assessment): string => {
  const { expression, amount } = it.vat;
  const source = it.case.request.vat ? "the rate given with the line" : lineName(it);
  const base = it.customsValue + it.duty.amount + it.consumptionTax.amount;
  return (
    `VAT "${expression}" by ${source} on ${yuan(base)} CNY (customs value, duties and consumption tax): ` +
    `${yuan(amount)} CNY (${article(it, "vat")}).`
  );
};
