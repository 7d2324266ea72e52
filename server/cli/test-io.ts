/** An outside for tests: what is written can be read back as text. */
import { Readable, Writable } from "node:stream";
import type { Io } from "./io.ts";

class Sink extends Writable {
  text = "";
  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.text += Buffer.from(chunk).toString("utf8");
    done();
  }
}

/** Makes one; `input` comes on standard input. */
export const testIo = (input = "", env: Io["env"] = {}) => {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const io: Io = { stdin: Readable.from(input === "" ? [] : [Buffer.from(input)]), stdout, stderr, env };
  return { io, out: () => stdout.text, err: () => stderr.text };
};
