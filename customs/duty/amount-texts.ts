/** Amounts in CNY as people and programs read them: "28000.00". */
import { formatFixed } from "@openftz/kernel/fraction.ts";
import type { Assessment } from "./assess.ts";
import { TAX_DIGITS } from "./bench.ts";

/** Fen in CNY, with two decimals. */
export const yuan = (fen: bigint): string => formatFixed(fen, TAX_DIGITS);

/** The amounts that a result and its sentences both tell, so that each is written once. */
export type AmountTexts = {
  readonly customsValue: string;
  readonly duty: string;
  readonly consumptionTax: string;
  readonly vat: string;
};

/** The amounts of an assessment as texts. */
export const amountTexts = ({ customsValue, duty, consumptionTax, vat }: Assessment): AmountTexts => ({
  customsValue: yuan(customsValue),
  duty: yuan(duty.amount),
  consumptionTax: yuan(consumptionTax.amount),
  vat: yuan(vat.amount),
});
