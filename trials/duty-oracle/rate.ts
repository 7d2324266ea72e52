/** Rate text, read along the contract's grammar: one function for each of its rules. */
import { type Exact, exactOf, multiply } from "./exact.ts";
import { CURRENCIES } from "./lists.ts";
import { collapsed } from "./text.ts";

export type Money = { readonly amount: Exact; readonly currency: string; readonly unit: string };
export type Arithmetic =
  | { readonly is: "number"; readonly value: Exact }
  | { readonly is: "P" }
  | { readonly is: "+" | "-" | "*" | "/"; readonly left: Arithmetic; readonly right: Arithmetic };
export type Rate =
  | { readonly is: "percentage"; readonly share: Exact }
  | ({ readonly is: "specific" } & Money)
  | { readonly is: "sum"; readonly terms: readonly Rate[] }
  | { readonly is: "min" | "max"; readonly left: Rate; readonly right: Rate }
  | { readonly is: "formula"; readonly of: Arithmetic; readonly decimals: number }
  | {
      readonly is: "band";
      readonly sign: "<=" | ">=";
      readonly bound: Money;
      readonly within: Rate;
      readonly beyond: Rate;
    };

/** A rate as it was written (white space collapsed) and as it was understood. */
export type RateText = { readonly text: string; readonly rate: Rate };

/** The grammar does not take the text: the column of the first character not taken, from 1. */
export class NotTaken extends Error {
  readonly column: number;
  constructor(column: number) {
    super(`column ${column}`);
    this.column = column;
  }
}

const HUNDREDTH: Exact = { over: 1n, under: 100n };

class Grammar {
  readonly #text: string;
  #at = 0;
  #bands = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(): Rate {
    const rate = this.#rate();
    if (this.#rest() !== "") this.#refuse();
    return rate;
  }

  #rest(): string {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
    return this.#text.slice(this.#at);
  }

  #refuse(): never {
    this.#rest();
    throw new NotTaken(this.#at + 1);
  }

  /** The piece of text that `pattern` finds right here, white space skipped; nothing is taken when it finds none. */
  #find(pattern: RegExp): string | undefined {
    const [found] = pattern.exec(this.#rest()) ?? [];
    this.#at += found?.length ?? 0;
    return found;
  }

  #need(pattern: RegExp): string {
    return this.#find(pattern) ?? this.#refuse();
  }

  // rate = "when price" ("<=" | ">=") money ":" sum ";" "else" (rate | sum)  |  sum
  #rate(): Rate {
    if (this.#find(/^when\b/) === undefined) return this.#sum();
    this.#need(/^price\b/);
    const sign = this.#need(/^[<>]=/) === "<=" ? "<=" : ">=";
    const bound = this.#money(this.#number());
    this.#need(/^:/);
    this.#bands++;
    const within = this.#sum();
    this.#need(/^;/);
    this.#need(/^else\b/);
    const beyond = this.#rate();
    this.#bands--;
    return { is: "band", sign, bound, within, beyond };
  }

  // sum = term { "+" term }
  #sum(): Rate {
    const terms = [this.#term()];
    while (this.#find(/^\+/) !== undefined) terms.push(this.#term());
    return { is: "sum", terms };
  }

  // term = number ["%"] | money | ("min" | "max") "(" sum "," sum ")" | formula
  #term(): Rate {
    const choice = this.#find(/^(min|max)\b/);
    if (choice !== undefined) return this.#choice(choice === "min" ? "min" : "max");
    if (this.#bands > 0 && this.#find(/^round\b/) !== undefined) return this.#formula();
    const number = this.#number();
    if (this.#find(/^%/) === undefined && /^\p{L}/u.test(this.#rest()))
      return { is: "specific", ...this.#money(number) };
    return { is: "percentage", share: multiply(number, HUNDREDTH) };
  }

  #choice(is: "min" | "max"): Rate {
    this.#need(/^\(/);
    const left = this.#sum();
    this.#need(/^,/);
    const right = this.#sum();
    this.#need(/^\)/);
    return { is, left, right };
  }

  // money = number currency "/" unit
  #money(amount: Exact): Money {
    const [word = ""] = /^\p{L}+/u.exec(this.#rest()) ?? [];
    if (!CURRENCIES.has(word)) this.#refuse();
    const currency = this.#need(/^\p{L}+/u);
    this.#need(/^\//);
    return { amount, currency, unit: this.#need(/^\p{L}[\p{L}\p{N}]*/u) };
  }

  #number(): Exact {
    return exactOf(this.#need(/^(0|[1-9][0-9]*)(\.[0-9]+)?/));
  }

  // formula = "round(" arithmetic "," digits ")"
  #formula(): Rate {
    this.#need(/^\(/);
    const of = this.#arithmetic();
    this.#need(/^,/);
    const decimals = Number(this.#need(/^[0-9]+/));
    this.#need(/^\)/);
    return { is: "formula", of, decimals };
  }

  // arithmetic: + - * / ( ) over numbers, percentages and P
  #arithmetic(): Arithmetic {
    let left = this.#product();
    for (let sign = this.#find(/^[-+]/); sign !== undefined; sign = this.#find(/^[-+]/))
      left = { is: sign === "+" ? "+" : "-", left, right: this.#product() };
    return left;
  }

  #product(): Arithmetic {
    let left = this.#factor();
    for (let sign = this.#find(/^[*/]/); sign !== undefined; sign = this.#find(/^[*/]/))
      left = { is: sign === "*" ? "*" : "/", left, right: this.#factor() };
    return left;
  }

  #factor(): Arithmetic {
    if (this.#find(/^\(/) !== undefined) {
      const inner = this.#arithmetic();
      this.#need(/^\)/);
      return inner;
    }
    if (this.#find(/^P\b/) !== undefined) return { is: "P" };
    const number = this.#number();
    return { is: "number", value: this.#find(/^%/) === undefined ? number : multiply(number, HUNDREDTH) };
  }
}

/** Reads a rate text, or throws `NotTaken`. */
export const readRate = (text: string): RateText => ({
  text: collapsed(text),
  rate: new Grammar(text).all(),
});

/** The rate `0` of what is not owed. */
export const NOTHING: RateText = readRate("0");

/** All rates within a rate, itself included. */
export const partsOf = (rate: Rate): readonly Rate[] => {
  if (rate.is === "sum") return [rate, ...rate.terms.flatMap(partsOf)];
  if (rate.is === "min" || rate.is === "max") return [rate, ...partsOf(rate.left), ...partsOf(rate.right)];
  if (rate.is === "band") return [rate, ...partsOf(rate.within), ...partsOf(rate.beyond)];
  return [rate];
};
