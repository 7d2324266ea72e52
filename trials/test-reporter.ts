import { AssertionError } from "node:assert";
import { writeSync } from "node:fs";
import type { TestEvent } from "node:test/reporters";
import { inspect } from "node:util";

/**
 * The child's side of `run-tests.ts`: what the test runner tells, one JSON line each, on file descriptor 3. Written
 * synchronously, so that all that was told before a crash has arrived.
 */
export type Told = {
  readonly kind: "start" | "pass" | "fail" | "summary" | "note" | "output";
  readonly file: string;
  readonly name: string;
  readonly nesting: number;
  readonly suite: boolean;
  /** Why it was skipped or postponed. */
  readonly skipped?: string;
  /** The error in full; empty when only tests inside it failed. */
  readonly error?: string;
  readonly place?: string;
  readonly tests?: number;
  readonly durationMs?: number;
};

const CHANNEL = 3;
const blank = { file: "", name: "", nesting: 0, suite: false };

const reason = (data: { skip?: string | boolean; todo?: string | boolean }): { skipped?: string } => {
  const given = data.skip ?? data.todo;
  if (given === undefined || given === false) return {};
  const bare = data.skip === undefined ? "to be written" : "no reason given";
  return { skipped: typeof given === "string" && given !== "" ? given : bare };
};

type Failure = Error & {
  failureType?: string;
  cause?: unknown;
  exitCode?: number | null;
  signal?: string | null;
};

/** Its message holds the difference already, or there is none to show. */
const saysItAll = ({ generatedMessage, operator }: AssertionError): boolean =>
  generatedMessage || operator === "fail";

const explain = (error: Failure): string => {
  if (error.failureType === "subtestsFailed") return "";
  if (error.cause instanceof AssertionError && saysItAll(error.cause)) return error.cause.stack ?? "";
  if (error.cause instanceof Error) return inspect(error.cause, { depth: 6 });
  // A file that ran in its own process: all there is to say is how that ended.
  if (error.signal) return `its process was ended by ${error.signal}`;
  if (error.exitCode) return `its process ended with exit code ${error.exitCode}`;
  return inspect(error.cause ?? error, { depth: 6 });
};

/** The test file that was asked for, where the runner says so; a contract's tests stand in another file. */
const home = (data: { file?: string | undefined; entryFile?: string }): string =>
  data.entryFile ?? data.file ?? "";

const tell = (event: TestEvent): Told | undefined => {
  switch (event.type) {
    case "test:start": {
      const { name, nesting } = event.data;
      return { ...blank, kind: "start", file: home(event.data), name, nesting };
    }
    case "test:pass":
    case "test:fail": {
      const { file = "", name, nesting, details, line, column } = event.data;
      const told = {
        ...blank,
        file: home(event.data),
        name,
        nesting,
        suite: details.type === "suite",
        ...reason(event.data),
      };
      const place = `${file}:${line ?? 0}:${column ?? 0}`;
      if (event.type === "test:pass") return { ...told, kind: "pass" };
      return { ...told, kind: "fail", place, error: explain(event.data.details.error) };
    }
    case "test:summary": {
      const { counts, duration_ms: durationMs } = event.data;
      return { ...blank, kind: "summary", file: home(event.data), tests: counts.tests, durationMs };
    }
    case "test:diagnostic":
      return event.data.file
        ? { ...blank, kind: "note", file: home(event.data), name: event.data.message }
        : undefined;
    case "test:stdout":
    case "test:stderr":
      return { ...blank, kind: "output", file: home(event.data), name: event.data.message };
    default:
      return undefined;
  }
};

export default async function* testReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    const told = tell(event);
    if (told) writeSync(CHANNEL, `${JSON.stringify(told)}\n`);
  }
  yield "";
}
