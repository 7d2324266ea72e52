/** The parts of a rate in the words of customs, English and Chinese. */
import { type RateWords, rateSentence } from "@openftz/kernel/rate-sentence.ts";
import type { Rate } from "@openftz/kernel/rate-text.ts";

const ENGLISH: RateWords = {
  percent: (number) => `${number} % of the value`,
  specific: (number, currency, unit) => `${number} ${currency} for each ${unit}`,
  sum: (parts) => parts.join(" plus "),
  lower: (left, right) => `the lower of (${left}) and (${right})`,
  higher: (left, right) => `the higher of (${left}) and (${right})`,
  formula: (arithmetic, digits) =>
    `the rate ${arithmetic} of the value, where P is the price, rounded half up to ${digits} decimals`,
  band: (condition, then, otherwise) => `when the price is ${condition}: ${then}; otherwise ${otherwise}`,
  atMost: (number, currency, unit) => `at most ${number} ${currency} for each ${unit}`,
  atLeast: (number, currency, unit) => `at least ${number} ${currency} for each ${unit}`,
};

const CHINESE: RateWords = {
  percent: (number) => `价格的${number}%`,
  specific: (number, currency, unit) => `每${unit} ${number} ${currency}`,
  sum: (parts) => parts.join("，加"),
  lower: (left, right) => `（${left}）与（${right}）两者取低`,
  higher: (left, right) => `（${left}）与（${right}）两者取高`,
  formula: (arithmetic, digits) => `价格乘以税率 ${arithmetic}（P 为单价，四舍五入保留${digits}位小数）`,
  band: (condition, then, otherwise) => `单价${condition}时，${then}；否则，${otherwise}`,
  atMost: (number, currency, unit) => `不高于每${unit} ${number} ${currency}`,
  atLeast: (number, currency, unit) => `不低于每${unit} ${number} ${currency}`,
};

const WORDS = { en: ENGLISH, zh: CHINESE } as const;

/** A rate as a phrase: "6 % of the value plus 20600 CNY for each unit", "价格的6%，加每unit 20600 CNY". */
export const rateInWords = (rate: Rate, language: keyof typeof WORDS): string =>
  rateSentence(rate, WORDS[language]);
