/** How long to wait after wrong passwords: counted per account and per address, in memory, doubling. */
import type { Clock } from "../desk/ports.ts";

/** So many failures are free; then the wait doubles from `firstMs` to `mostMs`. A quiet `mostMs` x 4 forgets it all. */
export type Patience = { readonly free: number; readonly firstMs: number; readonly mostMs: number };

type Failures = { readonly count: number; readonly last: number };

const MOST_NAMES = 20_000;

/** Counts failures by name. */
export class Attempts {
  readonly #patience: Patience;
  readonly #clock: Clock;
  readonly #failures = new Map<string, Failures>();

  constructor(patience: Patience, clock: Clock) {
    this.#patience = patience;
    this.#clock = clock;
  }

  /** Milliseconds until the next attempt under this name is allowed; 0: now. */
  waitMs(name: string): number {
    const { free, firstMs, mostMs } = this.#patience;
    const failures = this.#failures.get(name);
    if (!failures || failures.count < free) return 0;
    const since = this.#clock.now() - failures.last;
    if (since > mostMs * 4) {
      this.#failures.delete(name);
      return 0;
    }
    return Math.max(0, Math.min(mostMs, firstMs * 2 ** Math.min(failures.count - free, 30)) - since);
  }

  /** Counts an attempt as failed before it is tried, so that many at once cannot slip through. */
  begin(name: string): void {
    const count = (this.#failures.get(name)?.count ?? 0) + 1;
    this.#failures.delete(name);
    if (this.#failures.size >= MOST_NAMES) this.#failures.delete(this.#failures.keys().next().value!);
    this.#failures.set(name, { count, last: this.#clock.now() });
  }

  /** The attempt was right after all: the name starts anew. */
  succeed(name: string): void {
    this.#failures.delete(name);
  }

  /** Takes back one failure: the attempt was right, but what others did under this name still counts. */
  takeBack(name: string): void {
    const failures = this.#failures.get(name);
    if (failures) this.#failures.set(name, { ...failures, count: Math.max(0, failures.count - 1) });
  }
}
