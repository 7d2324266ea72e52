/** The one catalogue: every text that people see, in both languages, under typed keys. */
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type Key = keyof typeof en;
export type Language = "en" | "zh";
export type Values = Readonly<Record<string, string | number>>;

export const catalogues: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { en, zh };

/** A text with its {places} filled in. */
export const translate = (language: Language, key: Key, values: Values = {}): string =>
  catalogues[language][key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** The text for a code that came from the server ("state", "held"), or the code itself when it is a new one. */
export const wordFor = (language: Language, group: string, code: string): string => {
  const key = `${group}.${code}`;
  return key in catalogues[language] ? catalogues[language][key as Key] : code;
};

/** What a browser asks for: Chinese where Chinese is its first language, else English. */
export const preferredLanguage = (languages: readonly string[]): Language =>
  languages[0]?.toLowerCase().startsWith("zh") ? "zh" : "en";
