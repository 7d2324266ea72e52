/** A program that answers each line of its standard input with one line, kept running and fed block by block. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { cpuMsOf, rssMbOf } from "./processes.ts";

const LF = 10;

export class LineFilter {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  #answered = 0;
  #awaited: { readonly lines: number; readonly reached: () => void } | undefined;

  constructor(argv: readonly string[]) {
    this.#child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...argv], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#child.stdout.on("data", (chunk: Buffer) => this.#count(chunk));
  }

  #count(chunk: Buffer): void {
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) this.#answered++;
    if (this.#awaited && this.#answered >= this.#awaited.lines) this.#awaited.reached();
  }

  /** Sends a block of so many lines; is done when each was answered. */
  async answer(block: string | Buffer, lines: number): Promise<void> {
    const reached = new Promise<void>((resolve) => {
      this.#awaited = { lines: this.#answered + lines, reached: resolve };
    });
    if (!this.#child.stdin.write(block)) await once(this.#child.stdin, "drain");
    await reached;
  }

  /** Processor time so far, in milliseconds. */
  cpuMs(): number {
    return cpuMsOf([this.#child.pid!]);
  }

  /** Memory in use, in megabytes. */
  rssMb(): number {
    return rssMbOf(this.#child.pid!);
  }

  async stop(): Promise<void> {
    this.#child.stdin.end();
    if (this.#child.exitCode === null) await once(this.#child, "exit");
  }
}
