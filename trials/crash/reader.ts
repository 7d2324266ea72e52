/** A client that reads lists all the while, as pages do. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, isRetryable, readList } from "./client.ts";
import type { Ledger } from "./ledger.ts";

const LANES = 3;
const BETWEEN_MS = 5;
/** Whoever asks again at once, many times a second, is told that it is too much: the limits are no part of this trial. */
const AFTER_REFUSAL_MS = 150;

/** A reader at work. */
export type Reader = {
  readonly answered: () => number;
  readonly refused: () => number;
  readonly stop: () => Promise<void>;
};

/** Reads until it is stopped. No answer, or a refusal that is not retryable, is a finding. */
export const readWithoutPause = (client: Client, ledger: Ledger): Reader => {
  let [stopped, answered, refused] = [false, 0, 0];
  const lane = async (): Promise<void> => {
    while (!stopped) {
      const answer = await readList(client);
      if (answer.kind === "answered") answered += 1;
      else refused += 1;
      if (answer.kind !== "answered" && !isRetryable(answer))
        ledger.found(`a list was refused with ${JSON.stringify(answer)}`);
      await sleep(answer.kind === "answered" ? BETWEEN_MS : AFTER_REFUSAL_MS);
    }
  };
  const done = Promise.all(Array.from({ length: LANES }, lane));
  return {
    answered: () => answered,
    refused: () => refused,
    stop: async () => {
      stopped = true;
      await done;
    },
  };
};
