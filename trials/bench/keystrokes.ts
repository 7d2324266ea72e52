/** What people type into a search, keystroke by keystroke: words and codes out of a tariff, some with a slip. The same every time. */
import { GOODS_NAMES } from "@openftz/customs/codes/goods-names.ts";
import { searchWords } from "@openftz/customs/tariff/search-words.ts";

/** A line as far as somebody who searches knows it. */
export type KnownLine = { readonly code: string; readonly description?: string | undefined };

const LONGEST_RUN = 6;

/** One thing that somebody looks for: Chinese words, a code, or what goods are called in English. */
const soughtIn = (lines: readonly KnownLine[], at: number): string => {
  const line = lines[(at * 7_919) % lines.length]!;
  const name = GOODS_NAMES[(at * 31) % GOODS_NAMES.length]!.name;
  const english = name.en.toLowerCase().split(/[:,] /);
  const words = searchWords(line.description ?? "").map(({ text }) => text.slice(0, LONGEST_RUN));
  const kinds = [
    words[at % Math.max(words.length, 1)] ?? line.code,
    english[at % english.length]!,
    line.code,
    name.zh.split(/[：、]/)[0]!,
    words.slice(0, 2).join(" "),
  ];
  return kinds[at % kinds.length]!;
};

/** Every third word is typed with two neighbours exchanged, or with one sign too many. */
const withSlip = (text: string, at: number): string => {
  const place = 1 + (at % Math.max(text.length - 1, 1));
  if (at % 3 !== 0 || text.length < 3) return text;
  return at % 2 === 0
    ? text.slice(0, place - 1) + (text[place] ?? "") + text[place - 1]! + text.slice(place + 1)
    : text.slice(0, place) + text[place - 1]! + text.slice(place);
};

/** The text of the field after each keystroke, for as many things that are looked for as asked. */
export const keystrokesFor = (lines: readonly KnownLine[], sought: number): readonly string[] =>
  Array.from({ length: sought }, (_, at) => withSlip(soughtIn(lines, at), at)).flatMap((text) =>
    [...text].map((_, end) => [...text].slice(0, end + 1).join("")).filter((typed) => typed.trim() !== ""),
  );
