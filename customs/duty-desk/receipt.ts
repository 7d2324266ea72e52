/** A result as a receipt: each step with its rate, what the rate was taken of, and the article behind it. */
import { formatFixed } from "@openftz/kernel/fraction.ts";
import type { Bilingual } from "@openftz/kernel/measure.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { fenOf } from "../declaration/decimals.ts";
import type { AssessResult } from "../duty/assess-result.ts";
import { TAX_DIGITS } from "../duty/bench.ts";
import type { Basis } from "../duty/duty-basis.ts";
import { citationOf, type LegalStep } from "../duty/duty-law.ts";
import { parseTariffRate } from "../duty/rate-column.ts";
import { rateInWords } from "../duty/rate-words.ts";
import { chineseCitation } from "./chinese-citation.ts";

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
  /** The rate in words, where it is more than one percentage or one amount for each unit. */
  readonly inWords: Bilingual | null;
  readonly article: Bilingual;
};

type Charge = { readonly expression: string; readonly amount: string };

const yuan = (fen: bigint): string => formatFixed(fen, TAX_DIGITS);
const NOTHING = { code: null, basis: null } as const;

/** One percentage, or one amount of money for each unit, needs no more words. */
const PLAIN_RATE = /^[0-9.]+( ?%| [A-Z]{3}\/\S+)?$/;

const wordsFor = (expression: string): Bilingual | null => {
  const read = parseTariffRate(expression);
  if (read.kind !== "rate" || PLAIN_RATE.test(read.text)) return null;
  return { en: rateInWords(read.rate, "en"), zh: rateInWords(read.rate, "zh") };
};

/** The steps in the order in which they are owed. An export has no more than value and duty. */
export const receiptOf = (
  it: AssessResult,
  direction: "import" | "export",
  date: PlainDate,
): readonly ReceiptStep[] => {
  const article = (law: LegalStep): Bilingual => {
    const en = citationOf(law, date);
    return { en, zh: chineseCitation(en) };
  };
  const charged = (
    step: ReceiptStep["step"],
    { expression, amount }: Charge,
    base: bigint,
    law: LegalStep,
  ) => ({
    ...NOTHING,
    step,
    expression,
    base: yuan(base),
    amount,
    inWords: wordsFor(expression),
    article: article(law),
  });
  const isImport = direction === "import";
  const value: ReceiptStep = {
    ...NOTHING,
    step: "customs-value",
    expression: null,
    base: null,
    amount: it.customsValue,
    inWords: null,
    article: article(isImport ? "import-value" : "export-value"),
  };
  const customsValue = fenOf(it.customsValue);
  const { basis } = it.duty;
  const duty = { ...charged("duty", it.duty, customsValue, isImport ? stepOf(basis) : "export-duty"), basis };
  if (!isImport) return [value, duty];
  const additional = it.additional.map((each) => ({
    ...charged("additional", each, customsValue, "remedy"),
    code: each.code,
    basis: each.kind,
  }));
  const dutiable = [it.duty, ...it.additional].reduce((sum, { amount }) => sum + fenOf(amount), customsValue);
  return [
    value,
    duty,
    ...additional,
    charged("consumption-tax", it.consumptionTax, dutiable, "consumption-tax"),
    charged("vat", it.vat, dutiable + fenOf(it.consumptionTax.amount), "vat"),
  ];
};

const stepOf = (basis: Basis): LegalStep => {
  if (basis.includes(":")) return "claim";
  if (basis.startsWith("quota")) return "quota";
  return basis === "provisional" ? "provisional" : "columns";
};
