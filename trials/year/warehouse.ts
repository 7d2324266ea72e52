/** What lies in the sheds of a zone, as those know it who carry it: a second account, kept without looking at any book. */

/** Pieces of goods of one line: in the zone, and outside under a form. */
type Pieces = { here: number; away: number };

/** Something that nobody wrote down, or wrote down wrong: the book has so many pieces more than the shed (below 0: fewer). */
export type Planted = { readonly kind: string; readonly line: string; readonly pieces: number };

/** See the file's first line. */
export class Warehouse {
  readonly #goods = new Map<string, Pieces>();
  /** What was planted since the last count. */
  planted: Planted[] = [];

  #of(line: string): Pieces {
    const pieces = this.#goods.get(line) ?? { here: 0, away: 0 };
    this.#goods.set(line, pieces);
    return pieces;
  }

  /** All lines that ever had goods. */
  get lines(): readonly string[] {
    return [...this.#goods.keys()];
  }

  here(line: string): number {
    return this.#of(line).here;
  }

  away(line: string): number {
    return this.#of(line).away;
  }

  /** Goods come, or go when there are fewer than 0. */
  carry(line: string, pieces: number): void {
    this.#of(line).here += pieces;
  }

  /** Goods go out under a form, or come back. */
  lend(line: string, pieces: number): void {
    const it = this.#of(line);
    it.here -= pieces;
    it.away += pieces;
  }

  /** Goods that were outside are sold there. */
  settle(line: string, pieces: number): void {
    this.#of(line).away -= pieces;
  }

  /** Something goes wrong, unseen. */
  plant(kind: string, line: string, pieces: number): void {
    this.planted.push({ kind, line, pieces });
  }
}
