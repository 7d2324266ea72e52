/** Virtual time: what is due next runs next, and nothing waits for a real clock. The same tasks run in the same order. */

/** Whose task it is: the tasks of a process that has died never run. */
export type Life = {
  alive: boolean;
  /** Its line to the store is cut, whatever others have. */
  isCut?: boolean;
  /** It was told that another writer was here. */
  beaten?: boolean;
};

type Task = { readonly at: number; readonly order: number; readonly life: Life | undefined; run: () => void };

const isBefore = (one: Task, other: Task): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** Lets every promise that can go on do so. */
const settleAll = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** See the file's first line. Times are milliseconds since the simulation began. */
export class Loop {
  #now = 0;
  #order = 0;
  readonly #heap: Task[] = [];

  get now(): number {
    return this.#now;
  }

  /** Runs something in so many milliseconds, unless its process has died by then. */
  at(inMs: number, run: () => void, life?: Life): void {
    this.#order += 1;
    this.#push({ at: this.#now + Math.max(0, inMs), order: this.#order, life, run });
  }

  /** A promise that resolves in so many milliseconds; never when its process has died. */
  pause(ms: number, life?: Life): Promise<void> {
    return new Promise((resolve) => this.at(ms, resolve, life));
  }

  /** Runs what is due until a moment, and moves there. */
  async runTo(moment: number): Promise<void> {
    await settleAll();
    for (let next = this.#heap[0]; next && next.at <= moment; next = this.#heap[0]) await this.#turn();
    this.#now = Math.max(this.#now, moment);
  }

  /** Runs until a condition holds; false when it does not hold within so many (virtual) milliseconds. */
  async runUntil(holds: () => boolean, withinMs: number): Promise<boolean> {
    const end = this.#now + withinMs;
    await settleAll();
    while (!holds()) {
      const next = this.#heap[0];
      if (!next || next.at > end) return false;
      await this.#turn();
    }
    return true;
  }

  async #turn(): Promise<void> {
    const { at, life, run } = this.#pop();
    this.#now = Math.max(this.#now, at);
    if (life && !life.alive) return;
    run();
    await settleAll();
  }

  #push(task: Task): void {
    const heap = this.#heap;
    let place = heap.length;
    heap.push(task);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (isBefore(heap[parent]!, task)) break;
      heap[place] = heap[parent]!;
      place = parent;
    }
    heap[place] = task;
  }

  #pop(): Task {
    const heap = this.#heap;
    const top = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return top;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (isBefore(last, heap[child]!)) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = last;
    return top;
  }
}
