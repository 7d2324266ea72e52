/** What can be told of a field without asking the server: that it is missing, or not of its form. */
import type { Key } from "../catalogue/catalogue.ts";

/** Something that is wrong or missing, found here; the words are the catalogue's. */
export type Lack = { readonly pointer: string; readonly key: Key };

export type Rule = {
  readonly pointer: string;
  readonly value: string;
  readonly form: RegExp;
  readonly key: Key;
};

/** A decimal as requests take it: no sign, no grouping, at most five decimals. */
export const DECIMAL = /^(0|[1-9]\d{0,12})(\.\d{1,5})?$/;

/** A reference as requests take it. */
export const REFERENCE = /^[\x21-\x7e]{1,64}$/;

/** Nothing when the value is of its form. */
export const lackOf = ({ pointer, value, form, key }: Rule): readonly Lack[] =>
  value === "" ? [{ pointer, key: "lack.needed" }] : form.test(value) ? [] : [{ pointer, key }];

/** As `lackOf`, for a field that may stay empty. */
export const lackIfGiven = (rule: Rule): readonly Lack[] => (rule.value === "" ? [] : lackOf(rule));

/** The fields that are not empty. */
export const filled = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));

let lastKey = 0;

/** A key for a row that nothing else tells apart. */
export const newKey = (): string => `${Date.now().toString(36)}-${++lastKey}`;

/** A reference nobody is likely to have used: the day and five signs. Anybody may write their own over it. */
export const proposedReference = (today: string, random: () => number = Math.random): string => {
  const signs = Array.from(
    { length: 5 },
    () => "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"[Math.floor(random() * 32)],
  );
  return `${today.replaceAll("-", "")}-${signs.join("")}`;
};
