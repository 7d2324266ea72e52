/** Reads a rate text (grammar in `rate-text.ts`). One pass, one token of foresight, no going back. */
import { parseDecimal } from "./fraction.ts";
import {
  type Arithmetic,
  type Band,
  collapseSpace,
  type Numeral,
  type Operator,
  type Rate,
  type Specific,
  type Sum,
  type Term,
} from "./rate-text.ts";
import { columnOf, rateTokens, type Token } from "./rate-tokens.ts";

/** `text` is what was written with its white space collapsed; that, not the tree, is shown to people. */
export type ParsedRate = { readonly kind: "rate"; readonly text: string; readonly rate: Rate };
/** `column`: the first character not taken, white space skipped, counted from 1 within the text. */
export type RefusedRate = { readonly kind: "refused"; readonly column: number; readonly detail: string };

/** The words that mean something to the caller. */
export type RateVocabulary = {
  /** Whether a word names a currency. A word that does not is not taken, wherever a currency has to stand. */
  readonly isCurrency: (word: string) => boolean;
};

/** Rates deeper than any real one are refused: a hostile text must not exhaust the stack. */
const DEEPEST = 40;
/** No price is measured finer; without a bound `round(P, 999999999)` would fill the memory. */
const MOST_DIGITS = 20;

/** Reads the text, or says where it stops making sense and what was expected there. */
export const parseRate = (text: string, vocabulary: RateVocabulary): ParsedRate | RefusedRate => {
  try {
    const rate = new Reader(text, vocabulary).whole();
    return { kind: "rate", text: collapseSpace(text), rate };
  } catch (refusal) {
    if (!(refusal instanceof NotTaken)) throw refusal;
    const found = refusal.token.kind === "end" ? "the text ends" : `"${refusal.token.text}" stands`;
    return {
      kind: "refused",
      column: columnOf(text, refusal.token.start),
      detail: `${found} where ${refusal.expected} is expected`,
    };
  }
};

class NotTaken extends Error {
  readonly token: Token;
  readonly expected: string;
  constructor(token: Token, expected: string) {
    super(expected);
    this.token = token;
    this.expected = expected;
  }
}

/** One method for each rule of the grammar. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #vocabulary: RateVocabulary;
  #at = 0;
  #depth = 0;
  /** Inside a "when price", where a formula may stand. */
  #inBand = false;

  constructor(text: string, vocabulary: RateVocabulary) {
    this.#tokens = rateTokens(text);
    this.#vocabulary = vocabulary;
  }

  whole(): Rate {
    const rate = this.#rate();
    if (this.#token.kind !== "end") throw new NotTaken(this.#token, `"+" or the end`);
    return rate;
  }

  #rate(): Rate {
    return this.#is("when") ? this.#nested(() => this.#band()) : this.#sum();
  }

  #band(): Band {
    this.#take("when");
    this.#take("price");
    const comparison = this.#comparison();
    const threshold = this.#money(this.#number("a price"));
    this.#take(":");
    this.#inBand = true;
    const then = this.#sum();
    this.#take(";");
    this.#take("else");
    return { kind: "band", comparison, threshold, then, otherwise: this.#rate() };
  }

  #comparison(): "<=" | ">=" {
    if (this.#skip("<=")) return "<=";
    if (this.#skip(">=")) return ">=";
    throw new NotTaken(this.#token, `"<=" or ">="`);
  }

  #sum(): Sum {
    const terms = [this.#term()];
    while (this.#skip("+")) terms.push(this.#term());
    return { kind: "sum", terms };
  }

  #term(): Term {
    const { kind, text } = this.#token;
    if (kind === "number") return this.#numberTerm();
    if (kind === "word" && (text === "min" || text === "max")) return this.#nested(() => this.#choice(text));
    if (kind === "word" && text === "round" && this.#inBand) return this.#nested(() => this.#formula());
    throw new NotTaken(this.#token, `a number, "min(" or "max("${this.#inBand ? ` or "round("` : ""}`);
  }

  #numberTerm(): Term {
    const number = this.#number("a number");
    if (this.#skip("%")) return { kind: "percent", number, sign: true };
    if (this.#token.kind === "word") return this.#money(number);
    return { kind: "percent", number, sign: false };
  }

  #money(number: Numeral): Specific {
    const { kind, text: currency } = this.#token;
    if (kind !== "word" || !this.#vocabulary.isCurrency(currency))
      throw new NotTaken(this.#token, "a currency");
    this.#at++;
    this.#take("/");
    const unit = this.#token;
    if (unit.kind !== "word") throw new NotTaken(unit, "a unit");
    this.#at++;
    return { kind: "specific", number, currency, unit: unit.text };
  }

  #choice(kind: "min" | "max"): Term {
    this.#at++;
    this.#take("(");
    const left = this.#sum();
    this.#take(",");
    const right = this.#sum();
    this.#take(")");
    return { kind, left, right };
  }

  #formula(): Term {
    this.#at++;
    this.#take("(");
    const body = this.#arithmetic();
    this.#take(",");
    const token = this.#token;
    const digits = this.#number("a number of digits");
    if (digits.value.d !== 1n || digits.value.n > MOST_DIGITS) {
      throw new NotTaken(token, `a whole number of digits up to ${MOST_DIGITS}`);
    }
    this.#take(")");
    return { kind: "formula", body, digits: Number(digits.value.n) };
  }

  #arithmetic(): Arithmetic {
    return this.#operations(["+", "-"], () => this.#operations(["*", "/"], () => this.#factor()));
  }

  #operations(operators: readonly Operator[], operand: () => Arithmetic): Arithmetic {
    let left = operand();
    for (;;) {
      const operator = operators.find((mark) => this.#skip(mark));
      if (operator === undefined) return left;
      left = { kind: "operation", operator, left, right: operand() };
    }
  }

  #factor(): Arithmetic {
    if (this.#skip("P")) return { kind: "price" };
    if (this.#is("(")) return this.#nested(() => this.#group());
    const number = this.#number(`a number, "P" or "("`);
    return { kind: "number", number, sign: this.#skip("%") };
  }

  #group(): Arithmetic {
    this.#take("(");
    const inner = this.#arithmetic();
    this.#take(")");
    return { kind: "group", inner };
  }

  #nested<T>(read: () => T): T {
    if (this.#depth === DEEPEST) throw new NotTaken(this.#token, "a rate that is not so deeply nested");
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }

  get #token(): Token {
    return this.#tokens[this.#at]!;
  }
  #number(expected: string): Numeral {
    const { kind, text } = this.#token;
    const value = kind === "number" ? parseDecimal(text) : undefined;
    if (!value) throw new NotTaken(this.#token, expected);
    this.#at++;
    return { text, value };
  }
  #is(text: string): boolean {
    return this.#token.text === text;
  }
  #skip(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at++;
    return true;
  }
  #take(text: string): void {
    if (!this.#skip(text)) throw new NotTaken(this.#token, `"${text}"`);
  }
}
