/** Feeds the views: one applier for all of them, in order, each with its position. It lags, and catches up. */
import type { Entry } from "@openftz/kernel/entry.ts";
import type { Store } from "../store.ts";
import type { View } from "../views/view.ts";
import { type FindRows, Gathering, RecalledRows } from "./gathering.ts";
import type { FetchedKeys } from "./key-ring.ts";
import type { Log } from "./ports.ts";
import { type EntryBook, openEntry } from "./sealing.ts";
import { checkSealed } from "./verify.ts";

const AT_ONCE = 500;
const REMEMBERED = 5_000;
const RETRY_MS = 300;
const WORTH_A_SLICE = 250;
const A_FEW = 50;
const PAUSE_MS = 25;
const PAUSE_UNDER_LOAD_MS = 100;

type Waiter = { readonly position: number; readonly done: (reached: boolean) => void };

/** See the file's first line. */
export class Applier {
  readonly #store: Store;
  readonly #views: readonly View[];
  readonly #book: EntryBook;
  readonly #keys: FetchedKeys;
  readonly #log: Log;
  readonly #pause: (ms: number) => Promise<void>;
  readonly #onFault: (error: Error) => void;
  /** What has just become durable, up to the head, so that it need not be read back. Holds no gap. */
  #gathered: Gathering | undefined;
  /** In a rebuild: what comes after the slice that is being applied, read meanwhile. */
  #ahead: { readonly from: number; readonly slice: Promise<Gathering> } | undefined;
  readonly #recalled = new RecalledRows();
  #rebuilding = false;
  #position = 0;
  #rebuilds = 0;
  #durable = 0;
  #running = false;
  #stopped = false;
  #waiters: Waiter[] = [];
  #current: Promise<void> = Promise.resolve();

  constructor(parts: {
    readonly store: Store;
    readonly views: readonly View[];
    readonly book: EntryBook;
    readonly keys: FetchedKeys;
    readonly log: Log;
    readonly pause: (ms: number) => Promise<void>;
    /** An entry is not what was sealed. */
    readonly onFault: (error: Error) => void;
  }) {
    this.#store = parts.store;
    this.#views = parts.views;
    this.#book = parts.book;
    this.#keys = parts.keys;
    this.#log = parts.log;
    this.#pause = parts.pause;
    this.#onFault = parts.onFault;
  }

  /** The position up to which every view has been applied. */
  get position(): number {
    return this.#position;
  }

  /** How many rebuilds have begun: rows read across the beginning of one stand at no position. */
  get rebuilds(): number {
    return this.#rebuilds;
  }

  /** Prepares the tables and brings views that are behind the others up to them. */
  async start(durable: number): Promise<void> {
    await this.#store.views.prepare(this.#views.map(({ shape }) => shape));
    this.#durable = durable;
    this.#position = Math.min(durable, ...(await this.#positions()));
    this.#kick();
  }

  async #positions(): Promise<readonly number[]> {
    return Promise.all(this.#views.map(({ shape }) => this.#store.views.position(shape.name)));
  }

  /** Hears of entries that have become durable. */
  hear(entries: readonly Entry[], durable: number): void {
    this.#gather(entries, this.#durable);
    this.#durable = durable;
    this.#kick();
  }

  /** A projection that fails is met again, and told, when the entries are read back. */
  #gather(entries: readonly Entry[], from: number): void {
    const gathered = this.#gathered ?? new Gathering(this.#views, from);
    try {
      for (const entry of entries) gathered.add(entry);
      this.#gathered = gathered.length > REMEMBERED ? undefined : gathered;
    } catch {
      this.#gathered = undefined;
    }
  }

  /** Resolves to true when every view stands at the position or later, to false when the wait is over before. */
  reached(position: number, withinMs: number): Promise<boolean> {
    if (this.#position >= position) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiter = { position, done: resolve };
      this.#waiters.push(waiter);
      void this.#pause(withinMs).then(() => {
        this.#waiters = this.#waiters.filter((each) => each !== waiter);
        resolve(this.#position >= position);
      });
    });
  }

  /** Empties all views and applies the journal from its start; what becomes durable meanwhile is applied too. */
  async rebuild(onProgress?: (position: number) => void): Promise<void> {
    await this.stop();
    this.#stopped = false;
    this.#running = true;
    try {
      this.#rebuilds += 1;
      this.#position = 0;
      this.#recalled.clear();
      for (const { shape } of this.#views) await this.#store.views.reset(shape.name);
      this.#level = true;
      this.#rebuilding = true;
      while (this.#position < this.#durable) {
        await this.#applySlice();
        onProgress?.(this.#position);
      }
    } catch (error) {
      if ((error as Error).name === "JournalFault") this.#onFault(error as Error);
      throw error;
    } finally {
      this.#rebuilding = false;
      this.#ahead = undefined;
      this.#running = false;
      this.#level = false;
      await this.#findPosition();
      this.#kick();
    }
  }

  /** Ends after the slice that is being applied. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#current;
  }

  #kick(): void {
    if (this.#running || this.#stopped) return;
    this.#running = true;
    this.#current = this.#run();
  }

  async #run(): Promise<void> {
    while (!this.#stopped && this.#position < this.#durable) {
      try {
        const applied = await this.#applySlice();
        // Under load a few large slices cost far less than many small ones; nobody notices the pause.
        if (this.#durable - this.#position < WORTH_A_SLICE && !this.#stopped)
          await this.#pause(applied <= A_FEW ? PAUSE_MS : PAUSE_UNDER_LOAD_MS);
      } catch (error) {
        this.#log.warn("views-wait", { error: (error as Error).name, detail: (error as Error).message });
        if ((error as Error).name === "JournalFault") {
          this.#onFault(error as Error);
          break;
        }
        await this.#pause(RETRY_MS);
        if (!this.#stopped) await this.#findPosition();
      }
    }
    this.#running = false;
  }

  /** After a failure the store may or may not have applied the slice: ask it. */
  async #findPosition(): Promise<void> {
    try {
      this.#position = Math.min(this.#durable, ...(await this.#positions()));
    } catch {
      // The store is still away; the next turn asks again.
    }
  }

  /** Applies what comes next; how many entries that were. */
  async #applySlice(): Promise<number> {
    const from = this.#position;
    const gathered = this.#takeGathered(from) ?? (await (this.#takeAhead(from) ?? this.#readBack(from)));
    const { to } = gathered;
    if (this.#rebuilding && to < this.#durable) this.#readAhead(to);
    try {
      await this.#store.views.apply(from, to, await gathered.work(this.#find, this.#recalled));
    } catch (error) {
      this.#recalled.clear();
      throw error;
    }
    this.#position = to;
    for (const waiter of this.#waiters.filter(({ position }) => position <= to)) waiter.done(true);
    this.#waiters = this.#waiters.filter(({ position }) => position > to);
    return to - from;
  }

  readonly #find: FindRows = ({ name, key }, keys) =>
    this.#store.views.query({
      view: name,
      where: [{ field: key[0]!, is: "in", value: keys }],
      order: [{ field: key[0]! }],
      limit: keys.length,
    });

  /** What was gathered, if it begins where all views stand; let go of when they are beyond. */
  #takeGathered(from: number): Gathering | undefined {
    const gathered = this.#gathered;
    const fits = this.#level && gathered?.from === from;
    if (fits || (gathered && gathered.from < from)) this.#gathered = undefined;
    return fits ? gathered : undefined;
  }

  /** A failure is met where the slice is taken. Where it is not taken, nothing was lost. */
  #readAhead(from: number): void {
    const slice = this.#readBack(from);
    slice.catch(() => {});
    this.#ahead = { from, slice };
  }

  #takeAhead(from: number): Promise<Gathering> | undefined {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead?.from === from ? ahead.slice : undefined;
  }

  #level = false;

  /** While views stand at different positions, only those that stand at `from` take part. */
  async #positionsIfBehind(from: number): Promise<ReadonlyMap<string, number> | undefined> {
    if (this.#level) return undefined;
    const positions = await this.#positions();
    this.#level = positions.every((position) => position === from);
    return new Map(this.#views.map(({ shape }, index) => [shape.name, positions[index]!]));
  }

  /** The next entries out of the journal, for the views that stand at `from`. */
  async #readBack(from: number): Promise<Gathering> {
    const stored = await this.#store.journal.read(from + 1, await this.#sliceLength(from));
    for (const each of stored) checkSealed(each);
    await this.#keys.fetchFor(this.#book, stored);
    const positions = await this.#positionsIfBehind(from);
    const slice = new Gathering(
      this.#views.filter(({ shape }) => (positions?.get(shape.name) ?? from) === from),
      from,
    );
    for (const each of stored) slice.add(openEntry(this.#book, each, this.#keys));
    return slice;
  }

  /** A view that is ahead, or what is gathered, must not be met in the middle of a slice. */
  async #sliceLength(from: number): Promise<number> {
    const gathered = this.#gathered?.from ?? 0;
    if (this.#level) return gathered > from ? Math.min(AT_ONCE, gathered - from) : AT_ONCE;
    const ahead = (await this.#positions()).filter((position) => position > from);
    return Math.min(AT_ONCE, ...ahead.map((position) => position - from));
  }
}
