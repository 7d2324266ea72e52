/**
 * Orders texts by code point, as PostgreSQL does under COLLATE "C". JavaScript's own `<` compares UTF-16 code units,
 * which puts rare Chinese characters (U+20000 and up, two code units each) before U+E000 to U+FFFF.
 */
export function compareText(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** Moves surrogates (halves of a code point of U+10000 or more) behind every other code unit. */
const rank = (codeUnit: number): number =>
  codeUnit >= 0xe000 ? codeUnit - 0x800 : codeUnit >= 0xd800 ? codeUnit + 0x2000 : codeUnit;
