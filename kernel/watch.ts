/** Facts on loan, with a note of each leaf that is read. */

/** The leaves that were read, by their dotted path. An array counts as one leaf. */
export type Reads = Record<string, unknown>;

/** Lends out one set of facts to many readers, one after another. */
export type Loan<Facts> = {
  readonly facts: Facts;
  /** Runs a reader on the lent facts and gives back its result with what it read. */
  readonly noting: <Result>(read: (facts: Facts) => Result) => {
    readonly result: Result;
    readonly read: Reads;
  };
};

/**
 * Lends out facts and notes each leaf that is read, so that explanations need no second language: a measure stays
 * plain TypeScript, and the reason for its answer is the list of facts it consulted.
 */
export const lend = <Facts extends object>(facts: Facts): Loan<Facts> => {
  const book: Book = { notes: {} };
  const lent = wrap(facts, "", book);
  return {
    facts: lent,
    noting: (reader) => {
      book.notes = {};
      const result = reader(lent);
      return { result, read: book.notes };
    },
  };
};

/** Where the notes of the present reader are taken. */
type Book = { notes: Reads };

/** The proxy stands on an empty target: over the facts themselves it could not hand out the parts of frozen ones. */
const wrap = <Part extends object>(part: Part, path: string, book: Book): Part =>
  new Proxy<Part>({} as Part, new Watcher<Part>(part, path, book));

const isPart = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A class, not closures: facts are lent for every goods item that is decided, and this costs one object a part. */
class Watcher<Part extends object> implements ProxyHandler<Part> {
  readonly part: Part;
  readonly path: string;
  readonly book: Book;
  inner: Map<string | symbol, object> | undefined;

  constructor(part: Part, path: string, book: Book) {
    this.part = part;
    this.path = path;
    this.book = book;
  }

  get(_target: Part, key: string | symbol): unknown {
    const known = this.inner?.get(key);
    if (known !== undefined) return known;
    const found: unknown = Reflect.get(this.part, key);
    if (typeof key === "symbol") return found;
    if (!isPart(found)) {
      this.book.notes[this.path + key] = found ?? null;
      return found;
    }
    const wrapped = wrap(found, `${this.path}${key}.`, this.book);
    this.inner ??= new Map();
    this.inner.set(key, wrapped);
    return wrapped;
  }

  /** Whether a fact is known at all is something to read, too. */
  has(target: Part, key: string | symbol): boolean {
    this.get(target, key);
    return Reflect.has(this.part, key);
  }

  ownKeys(): (string | symbol)[] {
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
