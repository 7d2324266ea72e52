/**
 * The search over a tariff: by the beginning of a code, by words in English and Chinese, as they are typed and with one
 * typing slip forgiven. Lines are found by their own description and by what people call their heading and chapter.
 */
import { isWithin, type PlainDate } from "@openftz/kernel/plain-date.ts";
import { GOODS_NAMES } from "../codes/goods-names.ts";
import type { CompiledTariff } from "../duty/tariff.ts";
import type { TariffLine } from "../duty/tariff-line.ts";
import { askedWords, plainText, type SearchWord } from "./search-words.ts";
import { FIT, type Fit, findTexts, firstFrom, type TextIndex, textIndexBuilder } from "./text-index.ts";

/** The index of one edition. It never changes. */
export type SearchIndex = {
  /** Every line, in the order of codes and days; the numbers of `own` are places in it. */
  readonly lines: readonly TariffLine[];
  readonly codes: readonly string[];
  readonly own: TextIndex;
  readonly names: TextIndex;
};

/** The lines that fit best, and whether there are more. */
export type FoundLines = { readonly lines: readonly TariffLine[]; readonly more: boolean };

/** Lines indexed between two pauses: about a millisecond's work. */
const LINES_AT_ONCE = 50;

/** Builds the index step by step, so that filing goes on meanwhile. */
export function* buildSearchIndex(tariff: CompiledTariff): Generator<void, SearchIndex> {
  const own = textIndexBuilder();
  const lines: TariffLine[] = [];
  for (const code of tariff.codes)
    for (const line of tariff.byCode.get(code)!) {
      own.add(line.description ?? "");
      if (lines.push(line) % LINES_AT_ONCE === 0) yield;
    }
  return { lines, codes: lines.map(({ code }) => code), own: own.seal(), names: NAME_INDEX };
}

const NAME_INDEX: TextIndex = (() => {
  const builder = textIndexBuilder();
  for (const { name } of GOODS_NAMES) builder.add(`${name.en} ${name.zh}`);
  return builder.seal();
})();

/** Where a word was found: in the line's own description, in the name of its heading, or in that of its chapter. */
const SOURCES = 3;
type Source = 0 | 1 | 2;
const sourceOf = (code: string): Source => (code.length === 2 ? 2 : 1);

/** How well a line answers one word; lower is better. */
const RANK_OF_CODE = 0;
const rankOf = (fit: Fit, source: Source): number => 1 + SOURCES * fit + source;
const WORST_RANK = rankOf(FIT.near, 2);
const NO_RANK = 255;

/**
 * The lines in force on a day that answer a text, the best first: those whose code begins so, then those with the whole
 * words, then those with words that begin so; equal ones by code. Where nothing is found the names of chapters help, and
 * where that is not enough a slip in each word is forgiven.
 */
export const searchLines = (index: SearchIndex, text: string, day: PlainDate, limit: number): FoundLines => {
  const words = codeIn(text) ?? askedWords(text);
  for (const how of HOW) {
    const found = bestOf(index, ranksOf(index, words, how), day, limit);
    if (found.lines.length > 0) return found;
  }
  return { lines: [], more: false };
};

type How = { readonly tolerant: boolean; readonly chapters: boolean };
const HOW: readonly How[] = [
  { tolerant: false, chapters: false },
  { tolerant: false, chapters: true },
  { tolerant: true, chapters: false },
  { tolerant: true, chapters: true },
];

/** A text of digits with points and spaces is one code: "2204.21 0000". */
const codeIn = (text: string): readonly SearchWord[] | undefined => {
  const plain = plainText(text).trim();
  return /^[0-9][0-9.\s]*$/.test(plain) ? [{ kind: "digits", text: plain.replace(/[.\s]/g, "") }] : undefined;
};

/** Each line's worst rank over all words: it must answer every one of them. */
const ranksOf = (index: SearchIndex, words: readonly SearchWord[], how: How): Uint8Array => {
  const ranks = new Uint8Array(index.lines.length).fill(words.length === 0 ? NO_RANK : 0);
  const one = new Uint8Array(index.lines.length);
  for (const word of words) {
    rankByWord(index, word, how, one.fill(NO_RANK));
    for (let at = 0; at < ranks.length; at++) if (one[at]! > ranks[at]!) ranks[at] = one[at]!;
  }
  return ranks;
};

const rankByWord = (
  index: SearchIndex,
  word: SearchWord,
  { tolerant, chapters }: How,
  ranks: Uint8Array,
): void => {
  const better = (at: number, rank: number): void => {
    if (rank < ranks[at]!) ranks[at] = rank;
  };
  const betterUnder = (code: string, rank: number): void => {
    for (let at = firstFrom(index.codes, code); index.codes[at]?.startsWith(code); at++) better(at, rank);
  };
  if (word.kind === "digits") rankByCode(index, word.text, tolerant, betterUnder);
  findTexts(index.own, word, tolerant, (at, fit) => better(at, rankOf(fit, 0)));
  findTexts(index.names, word, tolerant, (at, fit) => {
    const { code } = GOODS_NAMES[at]!;
    const source = sourceOf(code);
    if (source !== 2 || chapters) betterUnder(code, rankOf(fit, source));
  });
};

/** A code longer than those of the tariff stands for the line that it begins with. */
const rankByCode = (
  { codes }: SearchIndex,
  digits: string,
  tolerant: boolean,
  betterUnder: (code: string, rank: number) => void,
): void => {
  betterUnder(digits, RANK_OF_CODE);
  if (!tolerant) return;
  for (let length = digits.length - 1; length >= SHORTEST_CODE; length--) {
    const code = digits.slice(0, length);
    if (codes[firstFrom(codes, code)] !== code) continue;
    betterUnder(code, RANK_OF_CODE);
    return;
  }
};

const SHORTEST_CODE = 2;

/** The lines of each rank in turn, in the order of their codes, as many as are asked for. */
const bestOf = ({ lines }: SearchIndex, ranks: Uint8Array, day: PlainDate, limit: number): FoundLines => {
  const byRank = Array.from({ length: WORST_RANK + 1 }, (): TariffLine[] => []);
  for (let at = 0; at < ranks.length; at++) {
    const same = byRank[ranks[at]!];
    const line = lines[at]!;
    if (same && same.length <= limit && isWithin(day, line.from, line.to)) same.push(line);
  }
  const best = byRank.flat();
  return { lines: best.slice(0, limit), more: best.length > limit };
};
