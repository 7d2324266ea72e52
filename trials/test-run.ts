import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { root } from "./files.ts";
import type { Told } from "./test-reporter.ts";

/** What one run of the test runner came to. `tests` is always the sum of the other three. */
export type Tally = { tests: number; pass: number; fail: number; skipped: number };
export type Skip = { readonly name: string; readonly file: string; readonly reason: string };
export type RunResult = { readonly tally: Tally; readonly skips: readonly Skip[]; readonly crashed: boolean };

export type RunPlan = {
  readonly files: readonly string[];
  /** All files in one process, or each in its own, two at a time. */
  readonly isolation: "none" | "process";
  readonly testTimeoutMs: number;
  readonly runTimeoutMs: number;
};

export const emptyTally = (): Tally => ({ tests: 0, pass: 0, fail: 0, skipped: 0 });

export const addTally = (to: Tally, more: Tally): void => {
  for (const key of ["tests", "pass", "fail", "skipped"] as const) to[key] += more[key];
};

/** Prints indented, so that nothing a test prints can be taken for this runner's own closing lines. */
export const say = (text: string): void => {
  process.stdout.write(text.replace(/^(?=.)/gm, "  ").concat("\n"));
};

const relative = (file: string): string => path.relative(root, path.resolve(root, file));
const KILL_AFTER_MS = 5_000;
const DRAIN_MS = 2_000;

/** Follows what one child tells, prints failures as they come, and counts. */
class Listener {
  readonly tally = emptyTally();
  readonly skips: Skip[] = [];
  /** Names of the tests around the present one, by their depth. */
  #path: string[] = [];
  #output = new Map<string, string>();
  #failedFiles = new Set<string>();
  #endedFiles = new Set<string>();
  #told: number | undefined;
  #counted = 0;
  #last = "";

  /** True when the runner itself said it was through, and counted what we counted. */
  get complete(): boolean {
    return this.#told === this.#counted;
  }

  hear(told: Told): void {
    const file = relative(told.file);
    if (told.kind === "start") this.#start(told, file);
    else if (told.kind === "summary") this.#summary(told, file);
    else if (told.kind === "note") say(`note  ${file}: ${told.name}`);
    else if (told.kind === "output") this.#output.set(file, (this.#output.get(file) ?? "") + told.name);
    else this.#result(told, file);
  }

  /** The run ended before its time: one more failure, with the best hint there is. */
  brokeOff(how: string): void {
    this.#add("fail");
    const last = this.#last === "" ? "no test had started" : `the last test told of was ${this.#last}`;
    say(`\nFAIL  the run broke off: ${how}; ${last}\n`);
  }

  /** A file's process that ends itself with code 0 half-way looks well to the runner, but never told its sum. */
  expectSums(files: readonly string[]): void {
    for (const file of files.filter((name) => !this.#endedFiles.has(name) && !this.#failedFiles.has(name))) {
      this.#add("fail");
      say(`\nFAIL  ${file} ended before all its tests had run (does something in it call process.exit?).\n`);
    }
  }

  #start(told: Told, file: string): void {
    this.#path = [...this.#path.slice(0, told.nesting), told.name];
    this.#last = `${file} > ${this.#path.join(" > ")}`;
  }

  #summary(told: Told, file: string): void {
    if (told.file === "") this.#told = told.tests ?? -1;
    else {
      this.#endedFiles.add(file);
      const verdict = this.#failedFiles.has(file) ? "FAIL" : "ok  ";
      say(`${verdict}  ${file}  ${told.tests} tests, ${seconds(told.durationMs ?? 0)}`);
      if (this.#failedFiles.has(file)) this.#printOutput(file);
    }
  }

  #result(told: Told, file: string): void {
    if (!told.suite) this.#counted++;
    const name = [...this.#path.slice(0, told.nesting), told.name].join(" > ");
    if (told.skipped !== undefined) this.#skip({ name, file, reason: told.skipped });
    else if (told.kind === "fail") this.#fail(told, file, name);
    else if (told.nesting === 0 && relative(told.name) === file && !told.suite) this.#hasNoTest(file);
    else if (!told.suite) this.#add("pass");
  }

  #add(kind: "pass" | "fail" | "skipped"): void {
    this.tally.tests++;
    this.tally[kind]++;
  }

  #skip(skip: Skip): void {
    this.#add("skipped");
    this.skips.push(skip);
  }

  #fail(told: Told, file: string, name: string): void {
    // A suite that fails because of what is in it is no further failure; one whose own hook fails is.
    if (!told.suite || told.error) this.#add("fail");
    this.#failedFiles.add(file);
    if (told.error) say(`\nFAIL  ${name}\n      ${relative(told.place ?? file)}\n\n${told.error}\n`);
    if (told.nesting === 0 && relative(told.name) === file) this.#printOutput(file);
  }

  /** The runner counts a file without a test as one that passed. */
  #hasNoTest(file: string): void {
    this.#add("fail");
    this.#failedFiles.add(file);
    say(`\nFAIL  ${file} holds no test: write one, or remove the file.\n`);
  }

  #printOutput(file: string): void {
    const text = this.#output.get(file);
    if (text) say(`printed by ${file}:\n${text}`);
    this.#output.delete(file);
  }
}

/** A duration for people. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const cleanEnvironment = (): NodeJS.ProcessEnv => {
  const { NODE_TEST_CONTEXT: _outer, ...env } = process.env; // ours may itself run under a test
  return env;
};

const argumentsFor = (plan: RunPlan): string[] => [
  "--disable-warning=ExperimentalWarning",
  "--test",
  `--test-isolation=${plan.isolation}`,
  ...(plan.isolation === "process" ? ["--test-concurrency=2"] : []),
  `--test-timeout=${plan.testTimeoutMs}`,
  `--test-reporter=${pathToFileURL(path.join(import.meta.dirname, "test-reporter.ts")).href}`,
  "--test-reporter-destination=stdout",
  ...plan.files,
];

const eachLine = async (stream: Readable, hear: (line: string) => void): Promise<void> => {
  for await (const line of createInterface({ input: stream })) hear(line);
};

const howItEnded = (code: number | null, signal: string | null, timedOut: boolean, limit: number): string => {
  if (timedOut)
    return `it was still busy after ${seconds(limit)} (a test that never ends, or a handle left open)`;
  return signal ? `it was ended by ${signal}` : `it ended with exit code ${code}`;
};

/** Runs test files and prints as it goes. A run that breaks off counts as one more failure. */
export const runTestFiles = async (plan: RunPlan): Promise<RunResult> => {
  const listener = new Listener();
  const child = spawn(process.execPath, argumentsFor(plan), {
    cwd: root,
    env: cleanEnvironment(),
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), KILL_AFTER_MS).unref();
  }, plan.runTimeoutMs);
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve([code, signal]));
  });
  const [, out, err, channel] = child.stdio as unknown as Readable[];
  const heard = Promise.all([
    eachLine(channel!, (line) => listener.hear(JSON.parse(line) as Told)),
    eachLine(out!, say),
    eachLine(err!, say),
  ]);
  const [code, signal] = await ended;
  clearTimeout(timer);
  // A program that a test left running may hold our pipes open: wait for the rest, but not for ever.
  await Promise.race([heard, sleep(DRAIN_MS, undefined, { ref: false })]);
  for (const stream of [out, err, channel]) stream!.destroy();
  const failedAsTold = code === 0 || listener.tally.fail > 0;
  const crashed = !listener.complete || !failedAsTold || signal !== null;
  if (crashed) listener.brokeOff(howItEnded(code, signal, timedOut, plan.runTimeoutMs));
  else if (plan.isolation === "process") listener.expectSums(plan.files);
  return { tally: listener.tally, skips: listener.skips, crashed };
};
