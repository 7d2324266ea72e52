/** Puts what is asked for in one breath, before anything else has its turn, into one question. */
export class OneBreath<Asked, Found> {
  readonly #answer: (asked: readonly Asked[]) => Promise<readonly Found[]>;
  #next: { readonly asked: Asked[]; readonly found: Promise<readonly Found[]> } | undefined;

  /** `answer` gives one answer for each thing asked, in order. If it fails, it fails for all of them. */
  constructor(answer: (asked: readonly Asked[]) => Promise<readonly Found[]>) {
    this.#answer = answer;
  }

  /** Asks for one thing. */
  async ask(one: Asked): Promise<Found> {
    this.#next ??= this.#begin();
    const { asked, found } = this.#next;
    const at = asked.push(one) - 1;
    return (await found)[at]!;
  }

  #begin(): { readonly asked: Asked[]; readonly found: Promise<readonly Found[]> } {
    const asked: Asked[] = [];
    const found = Promise.resolve().then(() => {
      this.#next = undefined;
      return this.#answer(asked);
    });
    return { asked, found };
  }
}
