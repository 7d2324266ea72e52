/** Where a command of the command line reads and writes. */
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

export type CommandStreams = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
};

/** 0: all went well; 1: the work was done and something in it was wrong; 2: the command itself was wrong. */
export type ExitCode = 0 | 1 | 2;

/** Whoever read our output closed it (`| head`): there is nobody left to answer. */
export class OutputClosed extends Error {
  override name = "OutputClosed";
}

/** Writes and waits while the reader is behind, so that memory stays flat. @throws OutputClosed */
export const writeTo = async (stream: Writable, text: string | Uint8Array): Promise<void> => {
  if (text.length === 0) return;
  if (stream.destroyed || stream.errored) throw new OutputClosed();
  if (stream.write(text)) return;
  const stop = new AbortController();
  const ending = { signal: stop.signal };
  try {
    // A stream that is closed while we wait never drains; an error rejects both.
    const closed = once(stream, "close", ending).then(() => Promise.reject(new OutputClosed()));
    await Promise.race([once(stream, "drain", ending), closed]);
  } catch {
    throw new OutputClosed();
  } finally {
    stop.abort();
  }
};

/** Waits until all that was written has been taken, so that an exit code never speaks of answers still on their way. */
export const flushed = (stream: Writable): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write("", (error) => (error ? reject(new OutputClosed()) : resolve()));
  });
