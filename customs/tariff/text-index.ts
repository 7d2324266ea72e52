/**
 * An index over short texts in Chinese and English: which of them hold a word, a beginning of a word, a run of Chinese
 * characters, or something one typing slip away. Texts are known by their number, in the order in which they were added.
 */
import { beginsNear, halvesOf, holdsNear, SHORTEST_TOLERATED } from "./near-words.ts";
import { isHan, plainText, type SearchWord, searchWords } from "./search-words.ts";

/** How well a text holds what is sought; lower is better. */
export const FIT = { whole: 0, beginning: 1, near: 2 } as const;
/** One of the three. */
export type Fit = (typeof FIT)[keyof typeof FIT];

/** The index; it never changes once it is sealed. */
export type TextIndex = {
  /** The texts as they are compared. */
  readonly texts: readonly string[];
  /** The texts that hold a word or number, by the word. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  /** All words in their order: those that begin alike stand together. */
  readonly inOrder: readonly string[];
  /** The texts that hold a Chinese character, or two side by side. */
  readonly characters: ReadonlyMap<string, readonly number[]>;
};

/** Builds an index text by text, so that whoever builds it can pause in between. */
export const textIndexBuilder = () => {
  const texts: string[] = [];
  const words = new Map<string, number[]>();
  const characters = new Map<string, number[]>();
  return {
    add: (text: string): void => {
      const plain = plainText(text);
      const number = texts.push(plain) - 1;
      for (const { kind, text: piece } of searchWords(plain)) {
        if (kind !== "han") note(words, piece, number);
        else
          for (let at = 0; at < piece.length; at++) {
            note(characters, piece[at]!, number);
            if (at > 0) note(characters, piece.slice(at - 1, at + 1), number);
          }
      }
    },
    seal: (): TextIndex => ({ texts, words, inOrder: [...words.keys()].sort(), characters }),
  };
};

/** Numbers grow, so a text that holds a word twice is the last one noted. */
const note = (into: Map<string, number[]>, key: string, number: number): void => {
  const numbers = into.get(key);
  if (!numbers) into.set(key, [number]);
  else if (numbers.at(-1) !== number) numbers.push(number);
};

/** Tells every text that holds what is sought, and how well; a text may be told twice. */
export const findTexts = (
  index: TextIndex,
  { kind, text }: SearchWord,
  tolerant: boolean,
  tell: (number: number, fit: Fit) => void,
): void => {
  if (kind === "han") findRun(index, text, tolerant, tell);
  else findWord(index, text, tolerant && kind === "word", tell);
};

const findWord = (
  { words, inOrder }: TextIndex,
  typed: string,
  tolerant: boolean,
  tell: (number: number, fit: Fit) => void,
): void => {
  const tellAll = (word: string, fit: Fit): void => {
    for (const number of words.get(word) ?? []) tell(number, fit);
  };
  for (let at = firstFrom(inOrder, typed); inOrder[at]?.startsWith(typed); at++)
    tellAll(inOrder[at]!, inOrder[at] === typed ? FIT.whole : FIT.beginning);
  if (!tolerant || typed.length < SHORTEST_TOLERATED) return;
  for (const word of inOrder) if (beginsNear(word, typed)) tellAll(word, FIT.near);
};

/** The place of the first text in an ordered list that does not come before another. */
export const firstFrom = (inOrder: readonly string[], text: string): number => {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
};

const findRun = (
  index: TextIndex,
  run: string,
  tolerant: boolean,
  tell: (number: number, fit: Fit) => void,
): void => {
  for (const number of mayHold(index, run)) {
    const text = index.texts[number]!;
    if (text.includes(run)) tell(number, isWholeRun(text, run) ? FIT.whole : FIT.beginning);
  }
  if (!tolerant) return;
  for (const number of holdEach(index, run)) tell(number, FIT.near);
  if (run.length < SHORTEST_TOLERATED) return;
  for (const half of halvesOf(run))
    for (const number of mayHold(index, half))
      if (holdsNear(index.texts[number]!, run)) tell(number, FIT.near);
};

/** Texts that hold every character of a run, wherever: people leave out the 的 that a schedule writes between two words. */
const holdEach = ({ texts, characters }: TextIndex, run: string): readonly number[] => {
  const signs = [...new Set(run)];
  const lists = signs.map((sign) => characters.get(sign) ?? []);
  const fewest = lists.reduce((least, list) => (list.length < least.length ? list : least));
  return fewest.filter((number) => signs.every((sign) => texts[number]!.includes(sign)));
};

/** Texts that may hold a run: those with the rarest two of its neighbouring characters. */
const mayHold = ({ characters }: TextIndex, run: string): readonly number[] => {
  if (run.length === 1) return characters.get(run) ?? [];
  let fewest: readonly number[] | undefined;
  for (let at = 1; at < run.length; at++) {
    const numbers = characters.get(run.slice(at - 1, at + 1));
    if (!numbers) return [];
    if (!fewest || numbers.length < fewest.length) fewest = numbers;
  }
  return fewest ?? [];
};

/** Whether a run stands in a text with no other Chinese character beside it. */
const isWholeRun = (text: string, run: string): boolean => {
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1))
    if (!isHan(text.charCodeAt(at - 1)) && !isHan(text.charCodeAt(at + run.length))) return true;
  return false;
};
