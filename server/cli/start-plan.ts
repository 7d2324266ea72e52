/** What a start was asked for, checked before anything is opened. */
import { dayNumber, type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { legalDays } from "../desk/legal-day.ts";
import type { Clock } from "../desk/ports.ts";
import { wrongUse } from "./exit.ts";
import type { Flags, Given } from "./flags.ts";

/** The port that is used when none is asked for. */
export const USUAL_PORT = 7070;
const TIME_ZONE = "Asia/Shanghai";
const DAY_MS = 86_400_000;

/** The flags of `start`, besides the folder. */
export const START_FLAGS: Flags = {
  port: { value: "N", about: `where to listen; ${USUAL_PORT} unless told, 0 for any free port` },
  host: {
    value: "H",
    about: "the address to listen on; 127.0.0.1 unless told. Any other needs --behind-proxy",
  },
  "behind-proxy": {
    about: "a proxy with TLS stands before this server; its X-Forwarded headers are believed",
  },
  clock: { value: "DAY", about: "pretend that today is DAY; only where sample accounts exist" },
  verbose: { about: "log what goes well too, as JSON lines on standard error" },
};

/** See the file's first line. */
export type StartPlan = {
  readonly host: string;
  readonly port: number;
  readonly isLoopback: boolean;
  readonly behindProxy: boolean;
  readonly day: PlainDate | undefined;
  readonly verbose: boolean;
};

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.[0-9]{1,3}){3}$/.test(host);

/** Reads the plan. @throws CommandFault */
export const readPlan = (given: Given): StartPlan => {
  if (given.words.length > 0)
    throw wrongUse(`Nobody knows what "${given.words[0]}" is for.`, "See openftz start --help.");
  const host = given.text("host") ?? "127.0.0.1";
  const behindProxy = given.is("behind-proxy");
  if (!isLoopback(host) && !behindProxy)
    throw wrongUse(
      `${host} can be reached from outside this machine, and this server speaks plain HTTP.`,
      "Put a proxy with TLS before it and add --behind-proxy (this disables the sample accounts for good), or leave --host out.",
    );
  const clock = given.text("clock");
  const day = clock === undefined ? undefined : parsePlainDate(clock);
  if (clock !== undefined && !day) throw wrongUse(`--clock is "${clock}".`, "Give a day such as 2026-03-01.");
  return {
    host,
    port: given.count("port", 0, 65_535) ?? USUAL_PORT,
    isLoopback: isLoopback(host),
    behindProxy,
    day,
    verbose: given.is("verbose"),
  };
};

/** The clock: this machine's, or the same time of day on another day. */
export const clockFor = (day: PlainDate | undefined): Clock => {
  if (!day) return { now: Date.now };
  const shift = (dayNumber(day) - dayNumber(legalDays(TIME_ZONE)(Date.now()))) * DAY_MS;
  return { now: () => Date.now() + shift };
};
