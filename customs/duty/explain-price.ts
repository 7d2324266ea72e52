/** Why one branch of a rate with price bands applies, and what its formula comes to. */
import { printRate } from "@openftz/kernel/rate-text.ts";
import type { BandStep } from "@openftz/kernel/settle-rate.ts";
import { type Bench, settleColumn } from "./bench.ts";
import type { Spelling } from "./explain.ts";
import { about } from "./lookup-faults.ts";
import { rateInWords } from "./rate-words.ts";
import { rememberingEach } from "./remembering.ts";
import type { Column } from "./tariff-line.ts";

/** "as the price is 4 CNY/kg, not at least 14, so ..." and the branch in words; empty for a rate without bands. */
export const priceReason = (column: Column, bench: Bench, spelling: Spelling): string => {
  if (column.rate.kind === "sum") return "";
  const settled = settleColumn(column, bench);
  if (settled.kind !== "settled") return "";
  const { band, holds } = settled.steps.at(-1)!;
  const branch = branchText(holds ? band.then : band.otherwise);
  const conditions = settled.steps.map(condition).join(" and ");
  return `as ${conditions}, so ${spelling.quoted(branch)} applies, that is ${rateInWords(settled.sum, "en")}`;
};

const branchText = rememberingEach(printRate);

const condition = ({ band, price, holds }: BandStep): string => {
  const { number, currency, unit } = band.threshold;
  const relation = band.comparison === "<=" ? "at most" : "at least";
  return `the price of ${about(price)} ${currency}/${unit} is ${holds ? "" : "not "}${relation} ${number.text} ${currency}/${unit}`;
};
