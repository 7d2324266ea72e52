/** When and how a server is killed, drawn from a seed. */
import type { Random } from "../random.ts";

/** What a blow ends: the server's process alone, or its database with it, as a power cut does. */
export type Struck = "process" | "process and database";

/** One blow. */
export type Kill = {
  readonly what: Struck;
  /** Milliseconds since the first acknowledgement; for a kill at the start, since the process was started. */
  readonly afterMs: number;
};

/** A server files until it is killed; the next one may be killed while it is starting. */
export type Round = { readonly filing: Kill; readonly starting?: Kill };

const LONGEST_FILING_MS = 700;
const LONGEST_START_MS = 1_500;
const KILLED_AT_START_PERCENT = 12;

/** A plan with exactly so many kills; about half take the database along. */
export const planKills = (kills: number, random: Random): readonly Round[] => {
  const rounds: Round[] = [];
  for (let left = kills; left > 0; ) {
    const filing = { what: drawStruck(random), afterMs: random.below(LONGEST_FILING_MS) };
    const twice = left > 1 && random.chance(KILLED_AT_START_PERCENT);
    const starting = { what: drawStruck(random), afterMs: random.below(LONGEST_START_MS) };
    rounds.push(twice ? { filing, starting } : { filing });
    left -= twice ? 2 : 1;
  }
  return rounds;
};

const drawStruck = (random: Random): Struck => (random.chance(50) ? "process" : "process and database");
