/**
 * The rate text of the United States' tariff as rate text of the contract: a second, small grammar, and no more of that
 * tariff than this.
 *
 *     rate   = "Free"  |  term { "+" term }
 *     term   = number ("%" | "percent") [base]  |  money (" each" | "/" unit) [base]
 *     number = 6.8  |  1,025  |  33 1/3             money = number "¢"  |  "$" number
 *     base   = ("on" | "of" | "over" | ", including") words: "on drained weight", "on the case", "of total sugars"
 *
 * A text that sends the reader elsewhere ("See 9903…", "The rate applicable to …") is a reference, not a rate.
 */
import {
  add,
  type Fraction,
  formatDecimal,
  fraction,
  fromScaled,
  parseDecimal,
  powerOfTen,
} from "@openftz/kernel/fraction.ts";

/** One term: so many per cent of the value, or dollars for a unit; `base`: of or on something else than the goods. */
export type UsTerm = {
  readonly amount: Fraction;
  /** Undefined: a percentage. */
  readonly unit: string | undefined;
  readonly base: string | undefined;
};

/**
 * A rate: `text` is rate text of the contract, or undefined where that cannot say it (a percentage of a part of the
 * goods; a third of a per cent). A reference. Or a text that is not understood, from a column on (from 1).
 */
export type UsRate =
  | { readonly kind: "rate"; readonly terms: readonly UsTerm[]; readonly text: string | undefined }
  | { readonly kind: "reference"; readonly to: string }
  | { readonly kind: "refused"; readonly column: number; readonly detail: string };

const REFERENCE =
  /^(?:see\b|no change\b|the (?:duty|rate)\b|a duty\b|free,? \(?(?:under|see|for such temporary periods)\b)/i;

/** Reads a text of one of the tariff's columns. */
export const readUsRate = (written: string): UsRate => {
  const text = written.trim().replace(/\s+/g, " ");
  if (REFERENCE.test(text)) return { kind: "reference", to: text };
  if (/^free$/i.test(text)) return { kind: "rate", terms: [], text: "0" };
  const terms: UsTerm[] = [];
  let at = 0;
  for (;;) {
    const term = termAt(text, at);
    if ("detail" in term) return { kind: "refused", column: term.at + 1, detail: term.detail };
    terms.push(term.term);
    if (term.end === text.length) return { kind: "rate", terms, text: contractText(terms) };
    const plus = /\s*\+\s*/y;
    plus.lastIndex = term.end;
    if (!plus.test(text))
      return { kind: "refused", column: term.end + 1, detail: `"+" or the end is expected` };
    at = plus.lastIndex;
  }
};

const NUMBER = /(?<whole>\d[\d,]*(?:\.\d+)?|\.\d+)(?: (?<over>\d+)\/(?<under>\d+))?/;
const PERCENT = new RegExp(`${NUMBER.source} ?(?:%|percent)`, "y");
const CENTS = new RegExp(`${NUMBER.source} ?¢`, "y");
const DOLLARS = new RegExp(`\\$ ?${NUMBER.source}`, "y");
/** "each", "/kg", "/ pf. liter", "/1,000 pins", "/line/ gross": words up to a base, a "+" or the end. */
const UNIT =
  / each\b| ?\/ ?(?<unit>(?:[\d,]+ ?)?(?:(?! (?:on|of|over|less)\b|, including\b)[A-Za-z\d. /-])*?)(?= (?:on|of|over)\b|, including\b| ?\+|$)/y;
const BASE = /(?: (?:on|of)|,(?= including)) (?<base>[^+¢$%]*[^+¢$%\s])| (?<over>over [^+¢$%]*[^+¢$%\s])/y;

type Match = { readonly groups: Readonly<Record<string, string | undefined>>; readonly end: number };

const matchAt = (pattern: RegExp, text: string, at: number): Match | undefined => {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? { groups: found.groups ?? {}, end: at + found[0].length } : undefined;
};

type TermRead =
  | { readonly term: UsTerm; readonly end: number }
  | { readonly at: number; readonly detail: string };

const termAt = (text: string, at: number): TermRead => {
  const percent = matchAt(PERCENT, text, at);
  if (percent) return withBase(text, percent.end, numberOf(percent.groups), undefined);
  const [cents, dollars] = [matchAt(CENTS, text, at), matchAt(DOLLARS, text, at)];
  const money = cents ?? dollars;
  if (!money) return { at, detail: `"Free", a percentage, cents or dollars are expected` };
  const unit = matchAt(UNIT, text, money.end);
  if (!unit) return { at: money.end, detail: "a unit is expected behind the amount" };
  const amount = numberOf(money.groups);
  const usd = cents ? fraction(amount.n, amount.d * 100n) : amount;
  return withBase(text, unit.end, usd, unitWord(unit.groups.unit ?? "unit"));
};

const withBase = (text: string, at: number, amount: Fraction, unit: string | undefined) => {
  const base = matchAt(BASE, text, at);
  const words = base?.groups.base ?? base?.groups.over;
  return { term: { amount, unit, base: words }, end: base?.end ?? at };
};

const numberOf = ({ whole, over, under }: Match["groups"]): Fraction => {
  const digits = whole!
    .replaceAll(",", "")
    .replace(/^\./, "0.")
    .replace(/^0+(?=\d)/, "");
  const value = parseDecimal(digits)!;
  return over === undefined ? value : add(value, fraction(BigInt(over), BigInt(under!)));
};

const UNITS: Readonly<Record<string, string>> = {
  liter: "L",
  "pf.liter": "proof_liter",
  "pf. liter": "proof_liter",
  "doz.": "dozen",
  "pr.": "pair",
  bbl: "barrel",
  article: "unit",
  "lin. m": "m",
};

/** A unit as one word of the contract's rate text. */
const unitWord = (written: string): string => UNITS[written] ?? word(written);

const word = (words: string): string => {
  const joined = words
    .replace(/\bthe\b|-\s|(?<=\d),(?=\d)/g, "")
    .trim()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  return /^\p{L}/u.test(joined) ? joined : `per_${joined}`;
};

/** The contract's text. A quantity may be measured of anything ("kg_drained_weight"), a value only of the goods. */
const contractText = (terms: readonly UsTerm[]): string | undefined => {
  const texts = terms.map(({ amount, unit, base }) => {
    const number = decimalText(amount);
    if (number === undefined) return undefined;
    if (unit === undefined) return base === undefined ? `${number}%` : undefined;
    return `${number} USD/${base === undefined ? unit : `${unit}_${word(base)}`}`;
  });
  return texts.includes(undefined) ? undefined : texts.join(" + ");
};

const MOST_DIGITS = 30;
const SCALE = powerOfTen(MOST_DIGITS);

/** The number as a decimal; nothing where it has no end, as a third. */
const decimalText = ({ n, d }: Fraction): string | undefined =>
  (n * SCALE) % d === 0n ? formatDecimal(fromScaled((n * SCALE) / d, MOST_DIGITS)) : undefined;

/** A rate of the special column with the programmes it is for; none: for all of them. */
export type UsSpecial = { readonly programmes: readonly string[]; readonly rate: UsRate };

const PROGRAMMES = /\s*\(\s*([A-Z]{1,2}[*+#]?(?:[\s,.]+[A-Z]{1,2}[*+#]?)*)[\s,.]*\)/g;

/** Reads the special column: rates one after another, each before its programmes, "Free (A,AU) 3.2¢/kg (KR)". */
export const readUsSpecial = (text: string): readonly UsSpecial[] => {
  const found: UsSpecial[] = [];
  let at = 0;
  for (const match of text.matchAll(PROGRAMMES)) {
    const programmes = match[1]!.split(/[\s,.]+/);
    found.push({ programmes, rate: readUsRate(text.slice(at, match.index)) });
    at = match.index + match[0].length;
  }
  const rest = text.slice(at).trim();
  return rest === "" ? found : [...found, { programmes: [], rate: readUsRate(rest) }];
};
