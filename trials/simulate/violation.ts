/** A promise was broken: which one, and what was seen. */
export class Violation extends Error {
  override name = "Violation";
  readonly promise: string;

  constructor(promise: string, seen: string) {
    super(`${promise}: ${seen}`);
    this.promise = promise;
  }
}

/** Throws a Violation unless something holds. */
export const must = (promise: string, holds: boolean, seen: () => string): void => {
  if (!holds) throw new Violation(promise, seen());
};
