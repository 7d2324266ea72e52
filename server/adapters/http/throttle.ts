/** Token buckets in memory, by name: who asks too much too fast is told when to come back. */
import type { Clock } from "../../desk/ports.ts";
import type { Rate } from "./limits.ts";

type Bucket = { left: number; at: number };

const MOST_NAMES = 20_000;

/** See the file's first line. */
export class Throttle {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes one from the bucket of that name; returns milliseconds to wait, 0 when there was one left. */
  take(name: string, { burst, perSecond }: Rate): number {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(name) ?? this.#add(name, burst, now);
    bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) * perSecond) / 1_000);
    bucket.at = now;
    if (bucket.left < 1) return Math.ceil(((1 - bucket.left) * 1_000) / perSecond);
    bucket.left -= 1;
    return 0;
  }

  /** Beyond the limit of names the oldest goes; it had the longest time to fill again. */
  #add(name: string, burst: number, now: number): Bucket {
    if (this.#buckets.size >= MOST_NAMES) this.#buckets.delete(this.#buckets.keys().next().value!);
    const bucket = { left: burst, at: now };
    this.#buckets.set(name, bucket);
    return bucket;
  }
}
