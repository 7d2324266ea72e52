/** What the desk is given from outside, so that a whole installation can be simulated. */

/** Milliseconds since 1970 in UTC; the desk alone reads it. */
export type Clock = { readonly now: () => number };

/** Unforeseeable bytes, for keys and tokens. */
export type Chance = { readonly bytes: (count: number) => Uint8Array };

/** Runs something soon, after the requests that are waiting now; a simulator decides when. */
export type Soon = (work: () => void) => void;

/** Structured logging without personal data. */
export type Log = {
  readonly info: (event: string, facts?: object) => void;
  readonly warn: (event: string, facts?: object) => void;
  readonly error: (event: string, facts?: object) => void;
};

/** A log that says nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
