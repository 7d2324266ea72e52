/** What one sender may ask of the server. Everything can be set from outside; these are the defaults. */
import type { Patience } from "../../accounts/attempts.ts";
import type { Load } from "./admission.ts";

/** So many at once, refilled by so many a second. */
export type Rate = { readonly burst: number; readonly perSecond: number };

/** The limits of an installation. Sizes in bytes, times in milliseconds. */
export type Limits = {
  readonly rates: {
    /** Per address, for whoever is not signed in. */
    readonly stranger: Rate;
    /** Per account, for people in a browser. */
    readonly session: Rate;
    /** Per account, for programs. */
    readonly token: Rate;
    /** Per address, for sign-ins: each costs a tenth of a second. */
    readonly signIn: Rate;
  };
  /** After wrong passwords, per account and per address. */
  readonly patience: { readonly account: Patience; readonly address: Patience };
  /** Requests on their way at once, of all senders together; a body counts until its answer is sent. */
  readonly inside: Load;
  /** Open connections; more are dropped. */
  readonly connections: number;
  /** Requests of one connection without a place and without an answer; whoever sends more at once is cut off. */
  readonly unanswered: number;
  readonly commandBytes: number;
  readonly fileBytes: number;
  /** Files of those who keep no tariff. */
  readonly documentBytes: number;
  /** All files on their way at once. */
  readonly uploadBytes: number;
  /** A request must have arrived whole within this time, its head within the other. */
  readonly requestMs: number;
  readonly headMs: number;
  /** A connection on which nothing moves for so long is closed: longer than any answer may take. */
  readonly quietMs: number;
  /** Slower answers are noted in the log. */
  readonly slowMs: number;
  /** How long `close` waits for running requests. */
  readonly closeMs: number;
};

const KB = 1_024;
const MB = KB * KB;

/** Limits for an ordinary installation. */
export const DEFAULT_LIMITS: Limits = {
  rates: {
    stranger: { burst: 300, perSecond: 50 },
    session: { burst: 1_000, perSecond: 200 },
    token: { burst: 100_000, perSecond: 50_000 },
    signIn: { burst: 60, perSecond: 2 },
  },
  patience: {
    account: { free: 5, firstMs: 1_000, mostMs: 60_000 },
    address: { free: 30, firstMs: 1_000, mostMs: 300_000 },
  },
  inside: { requests: 4_000, bytes: 32 * MB },
  connections: 5_000,
  unanswered: 128,
  commandBytes: MB,
  fileBytes: 64 * MB,
  documentBytes: 10 * MB,
  uploadBytes: 192 * MB,
  requestMs: 120_000,
  headMs: 15_000,
  quietMs: 180_000,
  slowMs: 1_000,
  closeMs: 10_000,
};
