/** Where a command reads and writes, and in which of the two voices it answers: words for people or one JSON object. */
import type { CommandStreams } from "../adapters/cli/streams.ts";
import { writeTo } from "../adapters/cli/streams.ts";
import type { CommandFault } from "./exit.ts";

/** The outside of one run of a command. */
export type Io = CommandStreams & { readonly env: Readonly<Record<string, string | undefined>> };

/** This process's own. */
export const processIo = (): Io => ({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
});

/** Answers on standard output: one JSON object and nothing else, or the words. */
export const answer = (io: Io, asJson: boolean, value: object, words: string): Promise<void> =>
  writeTo(io.stdout, asJson ? `${JSON.stringify(value)}\n` : words.endsWith("\n") ? words : `${words}\n`);

/** Tells people on standard error how far something is; programs need not read it. */
export const tell = (io: Io, line: string): Promise<void> => writeTo(io.stderr, `${line}\n`);

const TELL_EVERY_MS = 1_000;

/** A word on progress at most once a second. */
export const progress = (io: Io): ((line: () => string) => void) => {
  let told = Date.now();
  return (line) => {
    const now = Date.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    void tell(io, line()).catch(() => undefined);
  };
};

/** Says why a command ended: on standard error for people, as one JSON object on standard output for programs. */
export const sayFault = async (io: Io, asJson: boolean, name: string, fault: CommandFault): Promise<void> => {
  if (asJson)
    await writeTo(
      io.stdout,
      `${JSON.stringify({ problem: { ...fault.facts, detail: fault.message, next: fault.next } })}\n`,
    );
  await tell(io, `${name}: ${fault.message}\n  Next: ${fault.next}`);
};

/** All bytes of standard input. */
export const readInput = async (io: Io): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
};
