/** Sessions: 32 random bytes in a cookie, of which only the SHA-256 is kept. */
import { hash } from "node:crypto";
import type { Chance, Clock } from "../desk/ports.ts";
import type { Cabinet } from "../store.ts";
import { readAccount } from "./account-record.ts";

const SESSIONS = "session";
const SECRET_BYTES = 32;
const HOUR_MS = 3_600_000;
const SEEN_EVERY_MS = HOUR_MS / 6;

/** A session ends after 12 hours without a request, and 7 days after signing in. */
export const SESSION_LIFE = { idleMs: 12 * HOUR_MS, mostMs: 7 * 24 * HOUR_MS } as const;

type KeptSession = {
  readonly account: string;
  /** The account's count of passwords when the session began. */
  readonly generation: number;
  readonly beganAt: number;
  readonly seenAt: number;
};

const keyOf = (secret: string): string => hash("sha256", secret, "hex");

const isAlive = ({ beganAt, seenAt }: KeptSession, now: number): boolean =>
  now - seenAt < SESSION_LIFE.idleMs && now - beganAt < SESSION_LIFE.mostMs;

/** Begins a session of an account whose password was checked; returns the secret for the cookie. */
export const createSession = async (
  cabinet: Cabinet,
  chance: Chance,
  clock: Clock,
  account: string,
): Promise<string> => {
  const kept = await readAccount(cabinet, account);
  if (!kept) throw new Error(`there is no account ${account}`);
  const secret = Buffer.from(chance.bytes(SECRET_BYTES)).toString("base64url");
  const now = clock.now();
  const session: KeptSession = { account, generation: kept.generation, beganAt: now, seenAt: now };
  await cabinet.put(SESSIONS, keyOf(secret), session);
  return secret;
};

/** Who a session belongs to; undefined when it is unknown, over, or its account was disabled or has a new password. */
export const findSession = async (
  cabinet: Cabinet,
  clock: Clock,
  secret: string,
): Promise<{ readonly account: string; readonly name: string; readonly sample: boolean } | undefined> => {
  const key = keyOf(secret);
  const session = (await cabinet.get(SESSIONS, key)) as KeptSession | undefined;
  if (!session) return undefined;
  const now = clock.now();
  const kept = await readAccount(cabinet, session.account);
  if (!kept || kept.disabled || kept.generation !== session.generation || !isAlive(session, now)) {
    await cabinet.remove(SESSIONS, key);
    return undefined;
  }
  if (now - session.seenAt > SEEN_EVERY_MS) await cabinet.put(SESSIONS, key, { ...session, seenAt: now });
  return { account: kept.account, name: kept.name, sample: kept.sample };
};

/** Ends a session. */
export const removeSession = (cabinet: Cabinet, secret: string): Promise<void> =>
  cabinet.remove(SESSIONS, keyOf(secret));

/** Removes sessions that are over; tells how many. */
export const sweepSessions = async (cabinet: Cabinet, clock: Clock): Promise<number> => {
  const over = (await cabinet.list(SESSIONS)).filter(
    ({ value }) => !isAlive(value as KeptSession, clock.now()),
  );
  for (const { key } of over) await cabinet.remove(SESSIONS, key);
  return over.length;
};
