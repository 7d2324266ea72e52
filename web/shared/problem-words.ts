/** A problem in the reader's language. The server speaks English; what it says often is known here in Chinese too. */
import type { Problem } from "@openftz/customs/define/problem.ts";
import { catalogues, type Key, type Language } from "../catalogue/catalogue.ts";
import { inChinese } from "../catalogue/server-texts.ts";

export type ProblemWords = { readonly title: string; readonly detail: string; readonly next: string };

/** Server text in the reader's language, or as it came. */
export const serverText = (language: Language, text: string): string =>
  language === "zh" ? (inChinese(text) ?? text) : text;

export const problemWords = (language: Language, problem: Problem): ProblemWords => {
  const type = problem.type.slice(problem.type.lastIndexOf("/") + 1);
  const texts = catalogues[language];
  const titleKey = `problem.${type}`;
  const nextKey = `problem.${type}.next`;
  return {
    title: titleKey in texts ? texts[titleKey as Key] : problem.title,
    detail: serverText(language, problem.detail),
    next:
      problem.next !== ""
        ? serverText(language, problem.next)
        : nextKey in texts
          ? texts[nextKey as Key]
          : "",
  };
};
