/**
 * How much may be on its way at once, and how it is shared. Above that a request is refused before its body is read,
 * so that what was taken in is answered and memory stays what it is.
 *
 * A sender may hold no more than is free. So one who floods gets half and leaves half; with k who flood each gets one
 * part of k + 1, and one part stays free for whoever asks once (Choudhury and Hahne, "Dynamic queue length thresholds
 * for shared-memory packet switches", 1998). Nobody needs to say who is how important.
 */

/** What is on its way: requests, and the bytes of their bodies or of their answers, if these are not read yet. */
export type Load = { readonly requests: number; readonly bytes: number };

/** Why there is no place: everything is taken, or the sender has its share. */
export type Refusal = { readonly why: "full" | "share"; readonly waitMs: number };

type Held = { requests: number; bytes: number };

const LEAST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 60_000;
/** What is told before anything was measured. */
const UNKNOWN_WAIT_MS = 2_000;

/** One request's place. It is given back when nobody holds it any more: the connection, and whoever works for it. */
export class Place {
  readonly #giveBack: (bytes: number) => void;
  readonly #charge: (bytes: number) => void;
  #bytes: number;
  #holders = 1;

  constructor(bytes: number, charge: (bytes: number) => void, giveBack: (bytes: number) => void) {
    this.#bytes = bytes;
    this.#charge = charge;
    this.#giveBack = giveBack;
  }

  /** One more holds it. */
  hold(): void {
    this.#holders += 1;
  }

  /** One holder less. */
  leave(): void {
    this.#holders -= 1;
    if (this.#holders === 0) this.#giveBack(this.#bytes);
  }

  /** It has so many bytes now: a body that has arrived, where it had been taken for the largest; then its answer. */
  weighs(bytes: number): void {
    if (this.#holders === 0) return; // it was given back: nobody waits for the answer
    this.#charge(bytes - this.#bytes);
    this.#bytes = bytes;
  }
}

/** See the file's first lines. */
export class Admission {
  readonly most: Load;
  readonly #drain: DrainRate;
  readonly #inside: Held = { requests: 0, bytes: 0 };
  readonly #held = new Map<string, Held>();

  /** `now` in milliseconds, never running back. */
  constructor(most: Load, now: () => number) {
    this.most = most;
    this.#drain = new DrainRate(now);
  }

  /** What is on its way now. */
  get inside(): Load {
    return this.#inside;
  }

  /** How many senders have something on its way. */
  get senders(): number {
    return this.#held.size;
  }

  /** A place for a request of so many bytes, or why there is none and when to come back. */
  enter(sender: string, bytes: number): Place | Refusal {
    const held = this.#held.get(sender) ?? { requests: 0, bytes: 0 };
    const requestsLeft = this.most.requests - this.#inside.requests - 1;
    const bytesLeft = this.most.bytes - this.#inside.bytes - bytes;
    if (requestsLeft < 0 || bytesLeft < 0) return this.#refuse("full");
    if (held.requests + 1 > requestsLeft || held.bytes + bytes > bytesLeft)
      return this.#refuse(held.requests === 0 ? "full" : "share");
    this.#held.set(sender, held);
    this.#drain.busy(this.#inside.requests > 0);
    this.#count(held, 1, bytes);
    return new Place(
      bytes,
      (more) => this.#count(held, 0, more),
      (all) => this.#leave(sender, held, all),
    );
  }

  #count(held: Held, requests: number, bytes: number): void {
    held.requests += requests;
    held.bytes += bytes;
    this.#inside.requests += requests;
    this.#inside.bytes += bytes;
  }

  #leave(sender: string, held: Held, bytes: number): void {
    this.#drain.left();
    this.#count(held, -1, -bytes);
    if (held.requests === 0) this.#held.delete(sender);
  }

  #refuse(why: Refusal["why"]): Refusal {
    return { why, waitMs: this.#drain.msFor(this.#inside.requests) };
  }
}

const MEASURED_OVER_MS = 10_000;

/** How fast requests leave, over the last seconds in which there were any: idle time says nothing of it. */
class DrainRate {
  readonly #now: () => number;
  /** The time up to which is reckoned. */
  #at: number;
  #busyMs = 0;
  /** Departures, each forgotten by and by. */
  #recent = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#at = now();
  }

  /** Time goes on; it counts if there was something to do. */
  busy(was: boolean): void {
    const now = this.#now();
    if (was) {
      this.#busyMs += now - this.#at;
      this.#recent *= Math.exp((this.#at - now) / MEASURED_OVER_MS);
    }
    this.#at = now;
  }

  left(): void {
    this.busy(true);
    this.#recent += 1;
  }

  /** Milliseconds in which so many leave. */
  msFor(requests: number): number {
    this.busy(requests > 0);
    if (this.#recent === 0 && this.#busyMs < LEAST_WAIT_MS) return UNKNOWN_WAIT_MS;
    // What is forgotten by now would have come to recent departures in this time.
    const measuredMs = MEASURED_OVER_MS * (1 - Math.exp(-this.#busyMs / MEASURED_OVER_MS));
    const ms = this.#recent === 0 ? MOST_WAIT_MS : (requests * measuredMs) / this.#recent;
    return Math.min(MOST_WAIT_MS, Math.max(LEAST_WAIT_MS, ms));
  }
}
