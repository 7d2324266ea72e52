/** How a text is cut into what can be searched for: words, numbers, and runs of Chinese characters. */

/** A piece of a text. Chinese is written without spaces, so a run of characters is searched as a part of a longer run. */
export type SearchWord = { readonly kind: "word" | "digits" | "han"; readonly text: string };

const PIECES = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;

/** A text as it is compared: without case, accents and the wide forms of letters and digits. */
export const plainText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** The pieces of a text that is plain already, in their order. */
export const searchWords = (plain: string): readonly SearchWord[] =>
  (plain.match(PIECES) ?? []).map((text) => ({ kind: kindOf(text), text }));

const kindOf = (text: string): SearchWord["kind"] => {
  if (isHan(text.charCodeAt(0))) return "han";
  return /^[0-9]+$/.test(text) ? "digits" : "word";
};

/** Whether a UTF-16 unit belongs to a Chinese character (the ideographs of all planes, surrogates included). */
export const isHan = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  (unit >= 0xd840 && unit <= 0xdfff) ||
  unit === 0x3005 ||
  unit === 0x3007;

/** Words that connect others: left out of a question that has any other word. */
const CONNECTING = new Set(["a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"]);

/** The pieces that a question is asked with, each once. */
export const askedWords = (text: string): readonly SearchWord[] => {
  const seen = new Set<string>();
  const all = searchWords(plainText(text)).filter((word) => !seen.has(word.text) && seen.add(word.text));
  const telling = all.filter(({ text: word }) => !CONNECTING.has(word));
  return telling.length > 0 ? telling : all;
};
