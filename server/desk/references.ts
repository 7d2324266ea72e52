/** Which references are bound: asked of the store in one round trip for all that wait, never held all in memory. */
import type { Journal } from "../store.ts";

/** A bound reference: where its entries are, and the hash of the request that bound it. */
export type Bound = { readonly position: number; readonly entries: number };

type Question = {
  readonly scope: string;
  readonly text: string;
  readonly answer: (bound: Bound | Error | undefined) => void;
};

const GENERATION = 20_000;
const MOST_AT_ONCE = 500;

const nameOf = (scope: string, text: string) => `${scope}\u0000${text}`;

/**
 * `recent` holds what was bound lately, staged or durable. What it no longer knows, the store's unique index finds when
 * it is bound again; the look-ups then ask for all that were staged with it.
 */
export class References {
  readonly #journal: Journal;
  /** Two generations: when the young one is full, the old one is let go. Nothing is ever looked for, to be let go. */
  #young = new Map<string, Bound>();
  #old = new Map<string, Bound>();
  #waiting: Question[] = [];
  #asking = false;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** What a reference is bound to, counting staged entries too. */
  recent(scope: string, text: string): Bound | undefined {
    const name = nameOf(scope, text);
    return this.#young.get(name) ?? this.#old.get(name);
  }

  /** Notes a reference that an accepted request binds. */
  bind(scope: string, text: string, bound: Bound): void {
    this.#young.set(nameOf(scope, text), bound);
    if (this.#young.size < GENERATION) return;
    this.#old = this.#young;
    this.#young = new Map();
  }

  /** Takes back references whose entries were dropped. */
  release(names: Iterable<{ readonly scope: string; readonly text: string }>): void {
    for (const { scope, text } of names) {
      const name = nameOf(scope, text);
      this.#young.delete(name);
      this.#old.delete(name);
    }
  }

  /** What the store knows of a reference. */
  find(scope: string, text: string): Promise<Bound | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        scope,
        text,
        answer: (bound) => (bound instanceof Error ? reject(bound) : resolve(bound)),
      });
      if (!this.#asking) void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const questions = this.#waiting.splice(0, MOST_AT_ONCE);
      try {
        const found = await this.#journal.findReferences(
          questions.map(({ scope, text }) => ({ scope, text })),
        );
        const bound = new Map(found.map((each) => [nameOf(each.scope, each.text), each]));
        for (const { scope, text, answer } of questions) answer(bound.get(nameOf(scope, text)));
      } catch (error) {
        for (const { answer } of questions) answer(error as Error);
      }
    }
    this.#asking = false;
  }
}
