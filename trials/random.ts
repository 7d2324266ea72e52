/** Chance that can be repeated: the same seed gives the same draws on every machine (xorshift32 over a hashed seed). */
export class Random {
  #state: number;

  constructor(seed: string) {
    let hash = 0x811c9dc5;
    for (const character of seed) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
    this.#state = hash >>> 0 || 1;
    for (let round = 0; round < 8; round++) this.#next();
  }

  #next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state >>> 0;
    return this.#state;
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    return this.#next() % end;
  }

  /** A whole number from `first` to `last`, both included. */
  from(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }

  /** Each of them in so many of a hundred cases. */
  some<T>(of: readonly T[], percent: number): T[] {
    return of.filter(() => this.chance(percent));
  }

  shuffled<T>(of: readonly T[]): T[] {
    const cards = [...of];
    for (let left = cards.length - 1; left > 0; left--) {
      const other = this.below(left + 1);
      [cards[left], cards[other]] = [cards[other]!, cards[left]!];
    }
    return cards;
  }

  /** So many digits; the first may be 0. */
  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join("");
  }
}
