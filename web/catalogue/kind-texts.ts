/** What the server says of the kinds of books, in Chinese; see server-texts.ts. */
import { zhBooks } from "./zh-books.ts";
import { zhKinds } from "./zh-kinds.ts";
import { zhPapers } from "./zh-papers.ts";

type Part = (all: string, ...parts: readonly string[]) => string;

const TEXTS = { ...zhBooks, ...zhKinds, ...zhPapers } as Readonly<Record<string, string>>;
const word = (group: string, code = ""): string => TEXTS[`${group}.${code}`] ?? code;
const kind = (code?: string): string => word("bookKind", code);

/** Patterns with the parts that change. */
export const KIND_PATTERNS: readonly (readonly [english: RegExp, chinese: string | Part])[] = [
  [
    /^Goods of a book of (\w+) do not go (\S+)\.$/,
    (_, of, movement) => `${kind(of)}的货物不能${word("movement", movement)}。`,
  ],
  [
    /^Goods of a book of (\w+) do not leave for (\w+), but for (.+)\.$/,
    (_, of, form, forms = "") =>
      `${kind(of)}的货物不能办理${word("formKind", form)}，可办理：${forms
        .split(", ")
        .map((each) => word("formKind", each))
        .join("、")
        .replace("nothing", "无")}。`,
  ],
  [
    /^Goods do not go from a book of (\w+) to one of (\w+)\.$/,
    (_, from, to) => `货物不能从${kind(from)}转入${kind(to)}。`,
  ],
  [
    /^Goods do not enter a book of (\w+) before they are declared\.$/,
    (_, of) => `${kind(of)}的货物不能先入后报。`,
  ],
  [/^In a book of (\w+) every arrival is a line of its own\.$/, (_, of) => `${kind(of)}每次入区单列一项。`],
  [/^separate$/, "每次入区单列一项"],
  [
    /^(\S+) keeps no books of (\w+) since (\S+) \((.+)\)\.$/,
    (_, zone, of, since, source) => `${zone} 自 ${since} 起不设${kind(of)}（${source}）。`,
  ],
  [
    /^(T\S+): (\S+) (\S+) are too far from (\S+), which (\S+) (\S+) of the line come to on average\.$/,
    "$1：$2 $3 与该项平均值相差过大，$5 $6 平均为 $4。",
  ],
];
