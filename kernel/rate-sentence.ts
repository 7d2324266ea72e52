/** A rate tree as a phrase for people. The words are handed in: a room for each language and trade. */
import { printArithmetic, type Rate, type Sum, type Term } from "./rate-text.ts";

/** How one language says each part of a rate; every argument but `parts` is text as it was written. */
export type RateWords = {
  readonly percent: (number: string) => string;
  readonly specific: (number: string, currency: string, unit: string) => string;
  readonly sum: (parts: readonly string[]) => string;
  readonly lower: (left: string, right: string) => string;
  readonly higher: (left: string, right: string) => string;
  /** `arithmetic` says "P" for the price; its result is a rate, where 0.4 is 40 %. */
  readonly formula: (arithmetic: string, digits: number) => string;
  readonly band: (condition: string, then: string, otherwise: string) => string;
  readonly atMost: (number: string, currency: string, unit: string) => string;
  readonly atLeast: (number: string, currency: string, unit: string) => string;
};

/** The rate in words: no number is computed, each stands as in the rate's text. */
export const rateSentence = (rate: Rate, words: RateWords): string => {
  if (rate.kind === "sum") return sumPhrase(rate, words);
  const { number, currency, unit } = rate.threshold;
  const say = rate.comparison === "<=" ? words.atMost : words.atLeast;
  const condition = say(number.text, currency, unit);
  return words.band(condition, sumPhrase(rate.then, words), rateSentence(rate.otherwise, words));
};

const sumPhrase = (sum: Sum, words: RateWords): string => {
  const parts = sum.terms.map((term) => termPhrase(term, words));
  return parts.length === 1 ? parts[0]! : words.sum(parts);
};

const termPhrase = (term: Term, words: RateWords): string => {
  switch (term.kind) {
    case "percent":
      return words.percent(term.number.text);
    case "specific":
      return words.specific(term.number.text, term.currency, term.unit);
    case "formula":
      return words.formula(printArithmetic(term.body), term.digits);
    case "min":
      return words.lower(sumPhrase(term.left, words), sumPhrase(term.right, words));
    case "max":
      return words.higher(sumPhrase(term.left, words), sumPhrase(term.right, words));
  }
};
