/** The log of a server: one JSON object a line on standard error, so that machines can read it. */
import type { Writable } from "node:stream";
import type { Clock, Log } from "../desk/ports.ts";

/** Warnings and errors, and with `verbose` what went well too. */
export const jsonLog = (stream: Writable, clock: Clock, verbose: boolean): Log => {
  const write =
    (level: string) =>
    (event: string, facts: object = {}) => {
      stream.write(
        `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...facts })}\n`,
      );
    };
  return { info: verbose ? write("info") : () => {}, warn: write("warn"), error: write("error") };
};
