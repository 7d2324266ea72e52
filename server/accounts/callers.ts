/** Who calls: sessions and tokens looked up once and remembered for a short while, so that a request costs no look-up. */
import { hash } from "node:crypto";
import type { Clock } from "../desk/ports.ts";
import type { Cabinet } from "../store.ts";
import { findSession } from "./sessions.ts";
import { authenticate } from "./tokens.ts";

/** Someone who is signed in, and by what. */
export type Caller = {
  readonly account: string;
  readonly name: string;
  readonly sample: boolean;
  readonly by: "session" | "token";
};

type Remembered = { readonly caller: Caller; readonly until: number };

const REMEMBERED_MS = 30_000;
const MOST = 20_000;

/**
 * Remembers callers by the hash of what they showed. This process alone writes to the store, so whoever changes an
 * account, a session or a token here calls `forget`; the half minute is for what else may come.
 */
export class Callers {
  readonly #cabinet: Cabinet;
  readonly #clock: Clock;
  readonly #known = new Map<string, Remembered>();
  /** Counts `forget`: a look-up that began before one is not remembered after it. */
  #turn = 0;

  constructor(cabinet: Cabinet, clock: Clock) {
    this.#cabinet = cabinet;
    this.#clock = clock;
  }

  /** The caller if the secret is remembered; costs a hash and no waiting. */
  peek(by: Caller["by"], secret: string): Caller | undefined {
    const key = keyOf(by, secret);
    const found = this.#known.get(key);
    if (!found) return undefined;
    if (found.until > this.#clock.now()) return found.caller;
    this.#known.delete(key);
    return undefined;
  }

  /** The caller, looked up in the cabinet. */
  async find(by: Caller["by"], secret: string): Promise<Caller | undefined> {
    const turn = this.#turn;
    const found =
      by === "session"
        ? await findSession(this.#cabinet, this.#clock, secret)
        : await authenticate(this.#cabinet, secret);
    if (!found) return undefined;
    const caller: Caller = { ...found, by };
    if (turn === this.#turn) this.#remember(keyOf(by, secret), caller);
    return caller;
  }

  /** Forgets all that was remembered: an account, session or token has changed. */
  forget(): void {
    this.#turn += 1;
    this.#known.clear();
  }

  #remember(key: string, caller: Caller): void {
    if (this.#known.size >= MOST) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(key, { caller, until: this.#clock.now() + REMEMBERED_MS });
  }
}

const keyOf = (by: Caller["by"], secret: string): string => by + hash("sha256", secret, "base64url");
