/** Tells a store that cannot be reached now from a mistake, by what `pg`, the socket and PostgreSQL report. */
import pg from "pg";
import { StoreUnavailable } from "../../store.ts";

const lostSocket = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ENOENT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "ENETUNREACH",
  "ENETDOWN",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EADDRNOTAVAIL",
  "EMFILE",
  "ENFILE",
]);

/** What `pg` says, without a code, when a connection ends or does not come about. */
const lostSentence =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout expired|timeout exceeded|Query read timeout|Cannot use a pool after|The server does not support SSL|There was an error establishing an SSL)/;

/**
 * SQLSTATE classes and codes after which trying again later makes sense: 08 connection, 53 resources (disk, memory,
 * connections), 57 operator intervention (shutdown, cancelled), 58 the system under PostgreSQL, 40 rolled back by a
 * conflict, 25006 a server that only reads (a standby), 25P03 and 25P04 a transaction that took too long, 55P03 a lock.
 */
const transient = /^(08|53|57|58|40|25006|25P0[34]|55P03)/;

/** A connection that ended by PostgreSQL's own decision: shutdown, crash of a neighbour, starting up, too long idle. */
const ended = /^(08|57P0[1235]|25P0[34])/;

/** The SQLSTATE of an error that PostgreSQL itself reported. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;

/** True when the connection is gone or never came about. */
export function isLost(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return ended.test(state);
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isLost);
  const code = "code" in error ? String(error.code) : "";
  return lostSocket.has(code) || lostSentence.test(error.message);
}

/** True when the same work may succeed later: the store is lost, full, busy or shutting down. */
export function isTransient(error: unknown): boolean {
  const state = sqlState(error);
  return state === undefined ? isLost(error) : transient.test(state);
}

/** What to throw for a failed piece of work: StoreUnavailable when it may succeed later, else the error itself. */
export function explain(error: unknown, doing: string): unknown {
  if (!isTransient(error)) return error;
  const what = isLost(error) ? "did not answer" : "could not do its work";
  return new StoreUnavailable(`PostgreSQL ${what} while ${doing}: ${sentence(error)}. Try again later.`, {
    cause: error,
  });
}

/** An error in one line, with PostgreSQL's own detail and code. */
export function sentence(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(sentence).join("; ");
  if (!(error instanceof Error)) return String(error);
  const { message } = error;
  if (!(error instanceof pg.DatabaseError)) return message;
  return `${message}${error.detail === undefined ? "" : ` (${error.detail})`} [${error.code}]`;
}
