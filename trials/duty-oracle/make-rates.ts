/** Rate texts by chance: every form of the grammar, with values that tie, meet and repeat. */
import type { Random } from "../random.ts";

export const UNITS = ["kg", "g", "t", "L", "ml", "unit", "m2", "千克"];
export const RATE_CURRENCIES = ["CNY", "USD", "EUR", "JPY"];

// Few values, so that columns often owe the same and halves of a fen are common.
const PERCENTAGES = "0 0.0 0.5 1 2.5 3 5 5.0 6.5 7.25 10 12.5 20 33.333 50 65 99.9 130".split(" ");
const AMOUNTS = "0 0.005 0.28 0.5 1 2.5 10 900 4482 20600.75".split(" ");
const PRICES = "0 0.5 1 2 10 14 37.5 100 2000".split(" ");

/** What a rate may hold. `max`: its percentages together stay below 100. */
export type Allowed = { readonly choices: boolean; readonly formulas: boolean; readonly small: boolean };
export const ANY: Allowed = { choices: true, formulas: true, small: false };
export const OF_EXPORT: Allowed = { choices: false, formulas: true, small: false };
export const OF_CONSUMPTION: Allowed = { choices: false, formulas: false, small: true };

/** A rate text. A dot in the middle (·) stands for white space that may be left out. */
class RateWriter {
  readonly #random: Random;
  readonly #allowed: Allowed;
  constructor(random: Random, allowed: Allowed) {
    this.#random = random;
    this.#allowed = allowed;
  }

  rate(): string {
    return this.#random.chance(22) ? this.#band(2) : this.#sum(false, 2);
  }

  #band(depth: number): string {
    const random = this.#random;
    const beyond = depth > 0 && random.chance(25) ? this.#band(depth - 1) : this.#sum(true, 1);
    const bound = `${random.pick(PRICES)}·${this.#unit()}`;
    return `when price·${random.pick(["<=", ">="])}·${bound}·:·${this.#sum(true, 1)}·;·else ${beyond}`;
  }

  #sum(inBand: boolean, depth: number): string {
    const terms = [this.#term(inBand, depth)];
    // Two percentages of a consumption tax could reach 100: its further terms are specific.
    while (this.#random.chance(15))
      terms.push(this.#allowed.small ? this.#money() : this.#term(inBand, depth));
    return this.#random.shuffled(terms).join("·+·");
  }

  #term(inBand: boolean, depth: number): string {
    const random = this.#random;
    if (inBand && this.#allowed.formulas && random.chance(35)) return this.#formula();
    if (depth > 0 && this.#allowed.choices && random.chance(12))
      return `${random.pick(["min", "max"])}·(·${this.#sum(inBand, depth - 1)}·,·${this.#sum(inBand, depth - 1)}·)`;
    if (random.chance(30)) return this.#money();
    const percentages = this.#allowed.small ? PERCENTAGES.slice(0, -1) : PERCENTAGES;
    return random.pick(percentages) + random.pick(["", "·%"]);
  }

  #money(): string {
    return `${this.#random.pick(AMOUNTS)}·${this.#unit()}`;
  }

  #unit(): string {
    const currency = this.#random.chance(60) ? "CNY" : this.#random.pick(RATE_CURRENCIES);
    return `${currency}·/·${this.#random.pick(UNITS)}`;
  }

  #formula(): string {
    return `round·(·${this.#arithmetic(3)}·,·${this.#random.below(6)}·)`;
  }

  #arithmetic(depth: number): string {
    const random = this.#random;
    if (depth === 0 || random.chance(30))
      return random.pick(["P", "P", "1", "9.0", "2.69·%", "40%", "0.5", "(·P·-·1·)"]);
    const sign = random.pick(["+", "-", "*", "/"]);
    // What stands below a stroke is never 0: a price that is evaluated never is.
    const right = sign === "/" ? random.pick(["P", "2", "(·P·+·3·)", "3%"]) : this.#arithmetic(depth - 1);
    const left = this.#arithmetic(depth - 1);
    return random.chance(30) ? `(·${left}·${sign}·${right}·)` : `${left}·${sign}·${right}`;
  }
}

/** A rate text as somebody may have typed it. */
export const makeRate = (random: Random, allowed: Allowed): string => {
  const text = new RateWriter(random, allowed).rate();
  const sloppy = random.chance(20);
  const blank = (): string => (sloppy ? random.pick(["", " ", "  ", "\t", "\n", "\u3000"]) : "");
  const inner = text.replaceAll("·", (_, at: number) =>
    // A bare number before a word is still one: only for the eye there is a blank.
    sloppy ? blank() : /\d$/.test(text.slice(0, at)) && /[A-Z]/.test(text.charAt(at + 1)) ? " " : "",
  );
  return blank() + inner + blank();
};
