/** `openftz assess`: tariff files and goods lines in, taxes and reasons out. Its contract is in the reference. */
import type { CompiledTariff } from "@openftz/customs/duty/tariff.ts";
import { assessLine } from "./assess-line.ts";
import { ASSESS_HELP, assessOptions } from "./assess-options.ts";

import { listed, loadTariffs } from "./load-tariffs.ts";
import { type CommandStreams, type ExitCode, flushed, OutputClosed, writeTo } from "./streams.ts";
import { TextLines } from "./text-lines.ts";

/** How many lines pass between two words on how far the work is. */
const PROGRESS_EVERY = 100_000;

/** Runs the command; `argv` are the words after `assess`. The exit code is for the caller to set. */
export const assessCommand = async (argv: readonly string[], streams: CommandStreams): Promise<ExitCode> => {
  const options = assessOptions(argv);
  if (options.kind === "help") {
    await writeTo(streams.stdout, ASSESS_HELP);
    return 0;
  }
  if (options.kind === "wrong") return refuse(streams, `${options.detail} See openftz assess --help.\n`);
  const loaded = await loadTariffs(options.tariffs);
  if (loaded.kind === "refused") return refuse(streams, listed(loaded.complaints));
  return answerAll(loaded.tariff, streams, options.quiet);
};

/** Few enough bytes that the answers to them stay in the young part of memory, which costs nothing to clear. */
const PIECE_BYTES = 16 * 1024;

function* pieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < chunk.length; start += PIECE_BYTES)
    yield chunk.subarray(start, start + PIECE_BYTES);
}

const refuse = async ({ stderr }: CommandStreams, text: string): Promise<ExitCode> => {
  await writeTo(stderr, `openftz assess: ${text}`);
  return 2;
};

const answerAll = async (
  tariff: CompiledTariff,
  streams: CommandStreams,
  quiet: boolean,
): Promise<ExitCode> => {
  const run = new Run(tariff);
  // Without a listener a closed output would end the process; `writeTo` meets the closed stream and says so.
  streams.stdout.on("error", () => undefined);
  try {
    for await (const chunk of streams.stdin) {
      for (const piece of pieces(chunk as Uint8Array)) {
        run.lines.push(piece);
        await writeTo(streams.stdout, run.takeAnswers());
      }
      if (!quiet && run.isTimeToTell()) await writeTo(streams.stderr, `${run.summary()} so far.\n`);
    }
    run.lines.end();
    await writeTo(streams.stdout, run.takeAnswers());
    await flushed(streams.stdout);
  } catch (error) {
    if (error instanceof OutputClosed) return refuse(streams, "the output was closed.\n");
    // The system refuses to read (a folder, a broken disk) with a code; anything else is a mistake of ours: stop.
    if (error instanceof Error && "code" in error) return refuse(streams, `${error.message}\n`);
    throw error;
  }
  if (!quiet) await writeTo(streams.stderr, `${run.summary()}.\n`);
  return run.problems === 0 ? 0 : 1;
};

/** The state of one run: answers not yet written, and what was counted. */
class Run {
  readonly lines: TextLines;
  assessed = 0;
  problems = 0;
  #answers: string[] = [];
  #told = 0;

  constructor(tariff: CompiledTariff) {
    this.lines = new TextLines((line) => {
      const answer = assessLine(line, tariff);
      if (!answer) return;
      this.#answers.push(answer.text);
      if (answer.kind === "assessed") this.assessed++;
      else this.problems++;
    });
  }

  takeAnswers(): string {
    const text = this.#answers.join("");
    this.#answers = [];
    return text;
  }

  isTimeToTell(): boolean {
    const steps = Math.floor((this.assessed + this.problems) / PROGRESS_EVERY);
    if (steps <= this.#told) return false;
    this.#told = steps;
    return true;
  }

  summary(): string {
    return `${this.assessed} lines assessed, ${this.problems} answered with a problem`;
  }
}
