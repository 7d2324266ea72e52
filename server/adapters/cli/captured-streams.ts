/** For tests: streams of a command that are fed from memory, and what it wrote. */
import { Readable, Writable } from "node:stream";
import type { CommandStreams, ExitCode } from "./streams.ts";

export type Captured = { readonly code: ExitCode; readonly stdout: string; readonly stderr: string };

/** Runs a command on these pieces of input, which arrive one after another. */
export const capture = async (
  command: (streams: CommandStreams) => Promise<ExitCode>,
  input: readonly (string | Uint8Array)[] = [],
): Promise<Captured> => {
  const [stdout, stderr] = [new Memory(), new Memory()];
  const stdin = Readable.from(
    input.map((piece) => Buffer.from(piece)),
    { objectMode: false },
  );
  const code = await command({ stdin, stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
};

/** Takes a little at a time, so that writers meet back pressure. */
class Memory extends Writable {
  readonly #pieces: Buffer[] = [];
  constructor() {
    super({ highWaterMark: 64 });
  }
  override _write(piece: Buffer, _encoding: string, done: () => void): void {
    this.#pieces.push(piece);
    setImmediate(done);
  }
  text(): string {
    return Buffer.concat(this.#pieces).toString("utf8");
  }
}
