/** Checks passwords, and makes those wait who guess. */
import type { FastifyRequest } from "fastify";
import { type Account, checkPassword, sweepSessions } from "../../accounts/accounts.ts";
import { Attempts } from "../../accounts/attempts.ts";
import type { HttpParts } from "./parts.ts";
import { addressOf } from "./senders.ts";

const SWEEP_EVERY_MS = 3_600_000;

/** The account, or that it is wrong, or how long to wait before the next try. */
export type Checked =
  | { readonly kind: "right"; readonly account: Account }
  | { readonly kind: "wrong" }
  | { readonly kind: "wait"; readonly ms: number };

/** See the file's first line. */
export class PasswordGuard {
  readonly #parts: HttpParts;
  readonly #accounts: Attempts;
  readonly #addresses: Attempts;
  #sweptAt = 0;

  constructor(parts: HttpParts) {
    this.#parts = parts;
    this.#accounts = new Attempts(parts.limits.patience.account, parts.clock);
    this.#addresses = new Attempts(parts.limits.patience.address, parts.clock);
  }

  /** Now and then, when somebody signs in, what is left of old sessions goes. */
  async sweep(): Promise<void> {
    const { clock, installation } = this.#parts;
    if (clock.now() - this.#sweptAt < SWEEP_EVERY_MS) return;
    this.#sweptAt = clock.now();
    await sweepSessions(installation.store.cabinet, clock);
  }

  /** Checks a password; a wrong one counts against the account and the address. */
  async check(request: FastifyRequest, account: string, password: string): Promise<Checked> {
    const { throttle, limits, behindProxy, installation } = this.#parts;
    const address = addressOf(request.raw, behindProxy);
    const waits = [
      throttle.take(`sign-in ${address}`, limits.rates.signIn),
      this.#accounts.waitMs(account),
      this.#addresses.waitMs(address),
    ];
    const ms = Math.max(...waits);
    if (ms > 0) return { kind: "wait", ms };
    this.#accounts.begin(account);
    this.#addresses.begin(address);
    const found = await checkPassword(installation.store.cabinet, account, password);
    if (!found) return { kind: "wrong" };
    this.#accounts.succeed(account);
    this.#addresses.takeBack(address);
    return { kind: "right", account: found };
  }
}
