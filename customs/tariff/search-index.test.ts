import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import fc from "fast-check";
import { tariffOf } from "../duty/duty-samples.ts";
import { beginsNear, holdsNear } from "./near-words.ts";
import { buildSearchIndex, type SearchIndex, searchLines } from "./search-index.ts";
import { askedWords, plainText, searchWords } from "./search-words.ts";

const DAY = plainDateOf("2026-03-01");

const indexOf = (
  lines: readonly { code: string; description: string; from?: string; to?: string }[],
): SearchIndex => {
  const building = buildSearchIndex(tariffOf(...lines.map((line) => ({ mfn: "10", ...line }))));
  for (;;) {
    const step = building.next();
    if (step.done) return step.value;
  }
};

const SCHEDULE = indexOf([
  { code: "0207142100", description: "冻的鸡翼(不包括翼尖)" },
  { code: "0207142200", description: "冻的鸡爪" },
  { code: "0901110000", description: "coffee, not roasted | 未浸除咖啡碱的未焙炒咖啡" },
  { code: "0901210000", description: "coffee, roasted | 未浸除咖啡碱的已焙炒咖啡" },
  { code: "0902309000", description: "红茶,内包装每件净重不超过3千克" },
  { code: "2101110000", description: "coffee extracts | 咖啡浓缩精汁" },
  { code: "2204210000", description: "小包装的鲜葡萄酿造的酒" },
  {
    code: "2204220000",
    description: "wine, containers of 2 to 10 L | 中等包装鲜葡萄酿造的酒",
    to: "2025-12-31",
  },
  { code: "2208200010", description: "装入200升及以上容器的蒸馏葡萄酒制得的烈性酒" },
  { code: "4707200000", description: "waste winding paper, rosé" },
  { code: "8471301000", description: "平板电脑" },
]);
const found = (text: string, limit = 50): string =>
  searchLines(SCHEDULE, text, DAY, limit)
    .lines.map(({ code }) => code)
    .join(" ");

describe("what is typed, and the lines it finds, the best first", () => {
  const cases: readonly [what: string, typed: string, codes: string][] = [
    ["the beginning of a code", "2204", "2204210000"],
    ["a code as a schedule prints it", "2204.21 00", "2204210000"],
    ["in wide digits", "２２０４", "2204210000"],
    ["a code longer than the tariff's own", "0902309000123", "0902309000"],
    ["a number that a description holds", "200", "2208200010"],
    ["the beginning of a code before a number that begins so", "2", "2101110000 2204210000 2208200010"],
    ["a whole word before a longer one", "coffee", "0901110000 0901210000 2101110000"],
    ["the beginning of a word", "cof", "0901110000 0901210000 2101110000"],
    ["two words, both asked", "coffee roasted", "0901110000 0901210000"],
    ["words in any order and case", "ROASTED not", "0901110000"],
    ["a connecting word is not asked", "extracts of coffee", "2101110000"],
    ["a letter too few", "cofee", "0901110000 0901210000 2101110000"],
    ["a letter too many", "coffeee", "0901110000 0901210000 2101110000"],
    ["a wrong letter", "coffea", "0901110000 0901210000 2101110000"],
    ["two letters exchanged", "cofefe", "0901110000 0901210000 2101110000"],
    ["an exchange at the beginning", "ocffee", "0901110000 0901210000 2101110000"],
    ["a slip in each of two words", "coofee xtracts", "2101110000"],
    ["two slips in one word are none", "cofeex", ""],
    ["three letters are taken as typed", "cuf", ""],
    ["without accents", "rose", "4707200000"],
    ["Chinese as a part of a longer run", "焙炒", "0901110000 0901210000"],
    ["one Chinese character", "翼", "0207142100"],
    ["Chinese words side by side", "葡萄 烈性酒", "2208200010"],
    ["without the 的 of a schedule", "冻鸡爪", "0207142200"],
    ["one Chinese character wrong among four", "焙抄咖啡", "0901110000 0901210000"],
    ["both languages in one question", "coffee 浓缩", "2101110000"],
    ["a code with a word", "0901 roasted", "0901110000 0901210000"],
    ["what people call a heading", "wine", "2204210000"],
    ["in Chinese too", "葡萄酒", "2204210000 2208200010"],
    ["a computer by its common name", "laptops", "8471301000"],
    ["the name of a chapter, where nothing else is found", "beverages", "2204210000 2208200010"],
    ["nothing", "zzzz", ""],
    ["no word at all", " ,;", ""],
  ];
  for (const [what, typed, codes] of cases)
    it(`${what}: "${typed}"`, () => assert.equal(found(typed), codes));

  it("a line that is not in force on the day is not found", () => {
    const before = searchLines(SCHEDULE, "containers", plainDateOf("2025-12-31"), 50);
    assert.deepEqual(
      before.lines.map(({ code }) => code),
      ["2204220000"],
    );
    assert.equal(found("containers"), "");
  });

  it("tells as many as are asked for, and whether there are more", () => {
    assert.equal(found("coffee", 2), "0901110000 0901210000");
    assert.equal(searchLines(SCHEDULE, "coffee", DAY, 2).more, true);
    assert.equal(searchLines(SCHEDULE, "coffee", DAY, 3).more, false);
  });
});

const WORDS = fc.string({ unit: fc.constantFrom(..."abcdeèé12"), minLength: 1, maxLength: 7 });
const HAN = fc.string({ unit: fc.constantFrom(..."冻鸡爪的酒葡萄茶"), minLength: 1, maxLength: 6 });
const DESCRIPTION = fc
  .array(fc.oneof(WORDS, HAN), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "));
const CODES = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 2, maxLength: 10 }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe("whatever a schedule says", () => {
  it("every line is found by its code, each beginning of its code and each of its words", () => {
    fc.assert(
      fc.property(CODES, fc.array(DESCRIPTION, { minLength: 12, maxLength: 12 }), (codes, descriptions) => {
        const lines = codes.map((code, at) => ({ code, description: descriptions[at]! }));
        const index = indexOf(lines);
        for (const { code, description } of lines) {
          const beginnings = [...code].map((_, at) => code.slice(0, at + 1));
          const words = searchWords(plainText(description)).map(({ text }) => text);
          for (const typed of [...beginnings, ...words]) {
            const { lines: all } = searchLines(index, typed, DAY, codes.length);
            assert.ok(
              all.some((line) => line.code === code),
              `"${typed}" finds ${code} ${description}`,
            );
          }
        }
      }),
    );
  });

  it("a word of four letters and more is found with any one slip", () => {
    const LETTERS = fc.constantFrom(..."abcdefghij");
    fc.assert(
      fc.property(
        fc.string({ unit: LETTERS, minLength: 5, maxLength: 10 }),
        fc.nat(),
        LETTERS,
        fc.constantFrom("wrong", "missing", "extra", "exchanged"),
        (word, place, letter, slip) => {
          const at = place % word.length;
          const typed = {
            wrong: word.slice(0, at) + letter + word.slice(at + 1),
            missing: word.slice(0, at) + word.slice(at + 1),
            extra: word.slice(0, at) + letter + word.slice(at),
            exchanged: word.slice(0, at) + (word[at + 1] ?? "") + word[at] + word.slice(at + 2),
          }[slip];
          assert.ok(beginsNear(word, typed), `${typed} is near ${word}`);
          const index = indexOf([{ code: "10", description: `other ${word} things` }]);
          assert.equal(searchLines(index, typed, DAY, 5).lines.length, 1, `${typed} finds ${word}`);
        },
      ),
    );
  });
});

describe("near in the middle of a text", () => {
  const cases: readonly [text: string, run: string, near: boolean][] = [
    ["已焙炒咖啡", "焙炒咖啡", true],
    ["已焙炒咖啡", "焙抄咖啡", true],
    ["已焙炒咖啡", "焙炒加啡", true],
    ["已焙炒咖啡", "焙炒的咖啡", true],
    ["已焙炒咖啡", "炒焙咖啡", true],
    ["已焙炒咖啡", "焙抄加啡", false],
    ["已焙炒", "焙炒咖啡", false],
  ];
  for (const [text, run, near] of cases)
    it(`${run} in ${text}: ${near}`, () => assert.equal(holdsNear(text, run), near));
});

it("a question of nothing but connecting words is asked as it is", () => {
  assert.deepEqual(
    askedWords("of the").map(({ text }) => text),
    ["of", "the"],
  );
});
