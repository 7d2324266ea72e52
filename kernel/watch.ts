/** Facts on loan, with a note of each leaf that is read. */

/** The leaves that were read, by their dotted path. An array counts as one leaf. */
export type Reads = Record<string, unknown>;

/** Lends out one set of facts to many readers, one after another. */
export type Loan<Facts> = {
  /** Runs a reader on the lent facts and gives back its result with what it read. */
  readonly noting: <Result>(read: (facts: Facts) => Result) => {
    readonly result: Result;
    readonly read: Reads;
  };
  /** Runs a test on the lent facts: what it read when it holds, undefined when it does not. */
  readonly testing: (test: (facts: Facts) => boolean) => Reads | undefined;
};

/**
 * Lends out facts and notes each leaf that is read, so that explanations need no second language: a measure stays
 * plain TypeScript, and the reason for its answer is the list of facts it consulted. A trail notes the order as well.
 */
export const lend = <Facts extends object>(facts: Facts, trail?: Trail): Loan<Facts> => {
  const book: Book = { notes: {}, trail };
  let lent = wrap(facts, [], book);
  return {
    noting: (reader) => {
      book.notes = {};
      const result = reader(lent);
      return { result, read: book.notes };
    },
    testing: (test) => {
      book.notes = {};
      trail?.startTest();
      const holds = test(lent);
      // The parts that only a withdrawn test had in hand are to be noted when the next reader takes them.
      if (trail?.endTest(test, holds)) lent = wrap(facts, [], book);
      return holds ? book.notes : undefined;
    },
  };
};

/** A fact that was looked at, and the value it had there (see `valueAt`). */
export type Look = { readonly keys: readonly string[]; readonly value: unknown };
/** A test that looked at a scattered fact and did not hold. */
export type Failed = { readonly test: (facts: never) => boolean };
/** One step of a trail. */
export type Step = Look | Failed;

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Which facts all readers of a loan looked at, each once, in the order in which they first did. A scattered fact has
 * too many values to tell the way by them: where a test that looked at it does not hold, that it does not is the step,
 * and stands for all that the test looked at. Anything else that rests on a scattered fact loses the way.
 */
export class Trail {
  readonly steps: Step[] = [];
  readonly #scattered: ReadonlySet<string>;
  readonly #seen = new Set<string>();
  /** Where the present test began; undefined outside of tests. */
  #testFrom: number | undefined;
  #metScattered = false;
  #whole = true;

  constructor(scattered: ReadonlySet<string> = NOTHING) {
    this.#scattered = scattered;
  }

  /** False once somebody asked which facts there are at all: then values alone do not tell the same way again. */
  get isWhole(): boolean {
    return this.#whole;
  }

  note(keys: readonly string[], found: unknown): void {
    const name = keys.join(".");
    if (this.#scattered.has(name)) {
      if (this.#testFrom === undefined) this.lose();
      this.#metScattered = true;
      return;
    }
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    this.steps.push({ keys, value: comparable(found) });
  }

  lose(): void {
    this.#whole = false;
  }

  startTest(): void {
    this.#testFrom = this.steps.length;
    this.#metScattered = false;
  }

  /** True when the steps of the test were withdrawn, and its failure put in their place. */
  endTest(test: Failed["test"], holds: boolean): boolean {
    const from = this.#testFrom!;
    this.#testFrom = undefined;
    if (!this.#metScattered) return false;
    if (holds) {
      this.lose();
      return false;
    }
    for (const step of this.steps.splice(from)) if ("keys" in step) this.#seen.delete(step.keys.join("."));
    this.steps.push({ test });
    return true;
  }
}

const PART = Symbol("a part");

/** A leaf as something that equals its like: lists by their text, parts (which hold leaves of their own) all alike. */
const comparable = (found: unknown): unknown => {
  if (typeof found === "string") return found.charCodeAt(0) === 0 ? spelled(found) : found;
  if (typeof found !== "object" || found === null) return found;
  return Array.isArray(found) ? spelled(found) : PART;
};

/** A list as a text that no other fact equals: a text that begins as these do is spelled out, too. */
const spelled = (found: string | readonly unknown[]): string => `\u0000${JSON.stringify(found)}`;

/** What a step finds in some facts, comparable with the step's value. */
export const valueAt = (facts: object, keys: readonly string[]): unknown => {
  let found: unknown = facts;
  for (const key of keys) found = (found as Record<string, unknown>)[key];
  return comparable(found);
};

/** Where the notes of the present reader are taken, and those of all. */
type Book = { notes: Reads; readonly trail: Trail | undefined };

/** The proxy stands on an empty target: over the facts themselves it could not hand out the parts of frozen ones. */
const wrap = <Part extends object>(part: Part, keys: readonly string[], book: Book): Part =>
  new Proxy<Part>({} as Part, new Watcher<Part>(part, keys, book));

const isPart = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A class, not closures: facts are lent for every goods item that is decided, and this costs one object a part. */
class Watcher<Part extends object> implements ProxyHandler<Part> {
  readonly part: Part;
  readonly keys: readonly string[];
  readonly book: Book;
  inner: Map<string | symbol, object> | undefined;

  constructor(part: Part, keys: readonly string[], book: Book) {
    this.part = part;
    this.keys = keys;
    this.book = book;
  }

  get(_target: Part, key: string | symbol): unknown {
    const known = this.inner?.get(key);
    if (known !== undefined) return known;
    const found: unknown = Reflect.get(this.part, key);
    if (typeof key === "symbol") return found;
    const keys = [...this.keys, key];
    this.book.trail?.note(keys, found);
    if (!isPart(found)) {
      this.book.notes[keys.join(".")] = found ?? null;
      return found;
    }
    const wrapped = wrap(found, keys, this.book);
    this.inner ??= new Map();
    this.inner.set(key, wrapped);
    return wrapped;
  }

  /** Whether a fact is known at all is something to read, too. */
  has(target: Part, key: string | symbol): boolean {
    this.book.trail?.lose();
    this.get(target, key);
    return Reflect.has(this.part, key);
  }

  ownKeys(): (string | symbol)[] {
    this.book.trail?.lose();
    return Reflect.ownKeys(this.part);
  }

  getOwnPropertyDescriptor(target: Part, key: string | symbol): PropertyDescriptor | undefined {
    const found = Reflect.getOwnPropertyDescriptor(this.part, key);
    if (found === undefined) return undefined;
    return { value: this.get(target, key), enumerable: found.enumerable ?? false, configurable: true };
  }

  set(): never {
    throw new Error("facts are lent to be read, not written");
  }
  defineProperty(): never {
    throw new Error("facts are lent to be read, not written");
  }
  deleteProperty(): never {
    throw new Error("facts are lent to be read, not written");
  }
}
