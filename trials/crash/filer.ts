/** A client that files without pause, several requests at a time, until it is stopped or the server is gone. */
import { EventEmitter, once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, file, isRetryable } from "./client.ts";
import type { Ledger } from "./ledger.ts";

const LANES = 8;
/** Shorter than Retry-After asks for, so that the server is under load while its store is away. */
const BEFORE_RETRY_MS = 150;

/** How long a stopped lane still tries to get an acknowledgement for what it has begun. */
const LAST_TRIES_MS = 120_000;

/** A client at work. */
export type Filer = {
  /** References that were begun and never acknowledged: they may be there or not. */
  readonly unsure: ReadonlySet<string>;
  /** How many requests were refused as retryable; each is sent again until it is acknowledged. */
  readonly refusals: () => number;
  /** How many requests were answered, whatever the answer. */
  readonly answers: () => number;
  /** Resolves to true when one more was acknowledged; to false when all lanes have ended, or after `withinMs`. */
  readonly acknowledgesWithin: (withinMs: number) => Promise<boolean>;
  /** Resolves when every lane has ended by itself, because no answer came. */
  readonly done: Promise<unknown>;
  /** Begins nothing new, and resolves when what was begun is acknowledged or given up. */
  readonly stop: () => Promise<void>;
};

/**
 * Files under references that begin with `prefix`. A lane whose request is refused sends it again; a lane that gets no
 * answer ends. A refusal that is not retryable is a finding, and so is one that says nothing was done when it was.
 */
export const fileWithoutPause = (client: Client, ledger: Ledger, prefix: string): Filer => {
  const unsure = new Set<string>();
  const heard = new EventEmitter();
  let [givesUpAt, refusals, answers] = [Number.POSITIVE_INFINITY, 0, 0];
  const lane = async (number: number): Promise<void> => {
    for (let index = 0; givesUpAt === Number.POSITIVE_INFINITY; index++) {
      const reference = `${prefix}-${number}-${index}`;
      if (await untilAcknowledged(reference)) continue;
      unsure.add(reference);
      return;
    }
  };
  const untilAcknowledged = async (reference: string): Promise<boolean> => {
    for (let refused = false; Date.now() < givesUpAt; refused = true) {
      const answer = await file(client, reference);
      if (answer.kind !== "lost") answers += 1;
      if (answer.kind === "acknowledged") {
        if (refused && answer.repeated)
          ledger.found(`${reference} was refused as not carried out, and it was`);
        ledger.note(reference, answer);
        heard.emit("acknowledged");
        return true;
      }
      if (answer.kind === "lost") return false;
      if (!isRetryable(answer)) {
        ledger.found(`${reference} was refused with ${JSON.stringify(answer)}`);
        return false;
      }
      refusals += 1;
      await sleep(BEFORE_RETRY_MS);
    }
    return false;
  };
  const done = Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
  return {
    unsure,
    refusals: () => refusals,
    answers: () => answers,
    acknowledgesWithin: (withinMs) => {
      const acknowledged = once(heard, "acknowledged").then(() => true);
      const over = Promise.race([done, sleep(withinMs, undefined, { ref: false })]).then(() => false);
      return Promise.race([acknowledged, over]);
    },
    done,
    stop: async () => {
      givesUpAt = Date.now() + LAST_TRIES_MS;
      await done;
    },
  };
};

/** Asks for every reference again, some at a time; the ledger compares. A refusal or no answer is a finding. */
export const askAgain = async (
  client: Client,
  ledger: Ledger,
  references: readonly string[],
): Promise<void> => {
  const left = references[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const reference of left) {
      const answer = await file(client, reference);
      if (answer.kind === "acknowledged") ledger.note(reference, answer);
      else ledger.found(`${reference}, asked again, got ${JSON.stringify(answer)}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};
