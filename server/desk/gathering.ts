/** What entries in a row do to the rows of the views. It is small, where the entries themselves are large. */
import type { Entry } from "@openftz/kernel/entry.ts";
import type { Row, RowOperation, ViewShape } from "../store.ts";
import { type KnownRows, recalling } from "../views/recalling.ts";
import { noRecall, type View } from "../views/view.ts";

type Add = Extract<RowOperation, { add: unknown }>;

/** Finds those rows of a view that are there, by their keys. */
export type FindRows = (shape: ViewShape, keys: readonly string[]) => Promise<readonly Row[]>;

const MOST_RECALLED = 100_000;

/**
 * Rows that views recalled lately. They are as true as the tables while every slice worked out with them is applied: one that
 * may not have been is forgotten with all of them.
 */
export class RecalledRows {
  readonly #views = new Map<string, KnownRows>();

  /** The rows of a view; forgotten when they are too many. */
  of(view: string): KnownRows {
    const known = this.#views.get(view);
    if (known && known.size < MOST_RECALLED) return known;
    const rows: KnownRows = new Map();
    this.#views.set(view, rows);
    return rows;
  }

  /** Forgets all. */
  clear(): void {
    this.#views.clear();
  }
}

/** Gathers the operations of entries after a position, for some views. */
export class Gathering {
  readonly from: number;
  readonly #parts: readonly (ViewPart | RecallingPart)[];
  #to: number;

  constructor(views: readonly View[], from: number) {
    this.from = this.#to = from;
    this.#parts = views.map((view) => (view.recalls ? new RecallingPart(view) : new ViewPart(view)));
  }

  /** The position of the last entry. */
  get to(): number {
    return this.#to;
  }

  /** How many entries were gathered. */
  get length(): number {
    return this.#to - this.from;
  }

  /** The operations for each view, in order. The views must stand at `from`: some of their rows are read for it. */
  async work(find: FindRows, recalled: RecalledRows): Promise<ReadonlyMap<string, readonly RowOperation[]>> {
    const work = new Map<string, readonly RowOperation[]>();
    for (const part of this.#parts) work.set(part.view.shape.name, await part.work(find, recalled));
    return work;
  }

  /** Adds the next entry. Throws when a projection does; then the whole gathering is of no use. */
  add(entry: Entry): void {
    for (const part of this.#parts) part.take(entry);
    this.#to = entry.position;
  }
}

/** The operations of one view. Counting up one row again and again becomes one operation. */
class ViewPart {
  readonly view: View;
  readonly #operations: RowOperation[] = [];
  /** The last addition to each row, unless something else happened since that may have touched it. */
  readonly #adds = new Map<string, { readonly add: Record<string, number> }>();

  constructor(view: View) {
    this.view = view;
  }

  async work(): Promise<readonly RowOperation[]> {
    return this.#operations;
  }

  take(entry: Entry): void {
    const found = this.view.on[entry.type]?.(entry as Entry<never>, noRecall);
    if (found === undefined) return;
    for (const operation of found) {
      if ("add" in operation) this.#sum(operation);
      else {
        this.#operations.push(operation);
        if (this.#adds.size > 0) this.#adds.clear();
      }
    }
  }

  #sum({ add, where }: Add): void {
    const row = this.#rowOf(where);
    const before = this.#adds.get(row)?.add;
    if (before === undefined) {
      const sum = { add: { ...add }, where };
      this.#adds.set(row, sum);
      this.#operations.push(sum);
    } else for (const field in add) before[field] = (before[field] ?? 0) + add[field]!;
  }

  /** A row's key as a text. No two keys spell alike: each part tells its length. */
  #rowOf(where: Add["where"]): string {
    let text = "";
    for (const field of this.view.shape.key) {
      const cell = String(where[field]);
      text += `${cell.length}:${cell}`;
    }
    return text;
  }
}

/** The entries of a view that recalls rows: what they do is known when those can be read. */
class RecallingPart {
  readonly view: View;
  readonly #entries: Entry[] = [];

  constructor(view: View) {
    this.view = view;
  }

  take(entry: Entry): void {
    if (entry.type in this.view.on) this.#entries.push(entry);
  }

  async work(find: FindRows, recalled: RecalledRows): Promise<readonly RowOperation[]> {
    const steps = recalling(this.view, this.#entries, recalled.of(this.view.shape.name));
    let step = steps.next();
    while (!step.done) step = steps.next(await find(this.view.shape, step.value));
    return step.value;
  }
}
