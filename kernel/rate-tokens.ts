/** Cuts a rate text into tokens. A token is taken whole or not at all, so a refusal can name the column where it starts. */
import { decimalLength } from "./fraction.ts";

/** `start` is an index into the text. `other` is a character that begins no token; `end` stands after the last one. */
export type Token = {
  readonly kind: "number" | "word" | "mark" | "other" | "end";
  readonly text: string;
  readonly start: number;
};

const SPACE = /\s/u;
const WORD = /\p{L}[\p{L}\p{M}\p{N}_]*/uy;
const MARKS = new Set(["%", "/", "+", "-", "*", "(", ")", ",", ":", ";"]);

/** All tokens of a text; the last one is always its end. */
export const rateTokens = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skipSpace(text, at + token.text.length);
  }
  tokens.push({ kind: "end", text: "", start: text.length });
  return tokens;
};

const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && SPACE.test(text[at]!)) at++;
  return at;
};

const tokenAt = (text: string, start: number): Token => {
  const number = decimalLength(text, start);
  if (number > 0) return { kind: "number", text: text.slice(start, start + number), start };
  const two = text.slice(start, start + 2);
  if (two === "<=" || two === ">=") return { kind: "mark", text: two, start };
  if (MARKS.has(text[start]!)) return { kind: "mark", text: text[start]!, start };
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) return { kind: "word", text: word, start };
  return { kind: "other", text: String.fromCodePoint(text.codePointAt(start)!), start };
};

/** The column of an index: characters (not code units) before it, counted from 1. */
export const columnOf = (text: string, index: number): number => Array.from(text.slice(0, index)).length + 1;
