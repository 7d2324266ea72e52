/**
 * What a day leans to. When every day is a little of everything, what seldom happens meets nothing of its own kind, the less
 * the more there is to do. So each day has some habits often and others hardly (swarm testing; Groce et al., ISSTA 2012).
 */
import { Random } from "../random.ts";

/** How much more or less often than usual, in hundredths: half of all habits are as usual. */
const LEANS = [20, 100, 100, 500];
const AS_USUAL = 100;

/** See the file's first lines. */
export class Mood {
  readonly #seed: number;
  readonly #leans = new Map<string, number>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  #lean(habit: string): number {
    const lean = this.#leans.get(habit) ?? new Random(`${this.#seed}/mood/${habit}`).pick(LEANS);
    this.#leans.set(habit, lean);
    return lean;
  }

  /** Every other day is one of books: their papers need each other, and many of them. */
  get isForBooks(): boolean {
    return this.#seed % 2 === 1;
  }

  /** One of the habits, by their usual weights and what the day leans to. */
  pick<T extends string>(random: Random, weights: Readonly<Record<T, number>>): T {
    const habits = Object.keys(weights) as T[];
    const weighed = habits.map((habit) => weights[habit] * this.#lean(habit));
    let left = random.below(weighed.reduce((sum, weight) => sum + weight, 0));
    return habits.find((_, at) => {
      left -= weighed[at]!;
      return left < 0;
    })!;
  }

  /** True in about so many of a hundred cases, as the day leans to it. */
  chance(random: Random, habit: string, percent: number): boolean {
    return random.below(AS_USUAL * AS_USUAL) < percent * this.#lean(habit);
  }
}
