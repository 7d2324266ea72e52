/** `openftz start`: a server on a data folder, until it is told to stop. */
import { writeTo } from "../adapters/cli/streams.ts";
import { type CliCommand, LOCAL } from "./command.ts";
import { EXIT } from "./exit.ts";
import { tell } from "./io.ts";
import { type Running, serve } from "./serve.ts";
import { readPlan, START_FLAGS } from "./start-plan.ts";

const TUTORIAL = "docs/tutorial.md";

export const startCommand: CliCommand = {
  name: "start",
  usage: "[--port N] [--data DIR] [--host H]",
  about: "Starts the server. A fresh folder on this machine alone gets a sample world with sample accounts.",
  flags: { ...START_FLAGS, ...LOCAL },
  more: "SIGINT or SIGTERM stops it in order; a second one at once. With --json one object is printed when it is ready.",
  run: async (given, io) => {
    const plan = readPlan(given);
    const stopped = untilToldToStop();
    const running = await serve(plan, given, io);
    const { url, data } = running;
    if (given.is("json")) await writeTo(io.stdout, `${JSON.stringify({ url, data, pid: process.pid })}\n`);
    else await writeTo(io.stdout, banner(running));
    await stopped;
    if (!given.is("json")) await tell(io, "Stopping: finishing what was accepted ...");
    await running.stop();
    return EXIT.ok;
  },
};

/** What a start says. */
export const banner = ({ url, data, samples, hasAccounts, hasPages, warnings }: Running): string =>
  [
    "",
    `OpenFTZ is ready:  ${url}`,
    `Data:              ${data}`,
    ...(samples.length > 0
      ? [
          "",
          "Sample accounts (password in brackets):",
          ...sampleRows(samples),
          "",
          `Begin with the tutorial: ${TUTORIAL}`,
        ]
      : []),
    ...(hasAccounts ? [] : ["", "There is no account yet. Stop, then: openftz admin create NAME"]),
    ...(hasPages ? [] : ["", "The pages are not built; programs are served all the same."]),
    ...warnings.flatMap((warning) => ["", `Note: ${warning}`]),
    "",
    "Ctrl-C stops it.",
    "",
  ].join("\n");

const A_ROW = 3;

const sampleRows = (samples: Running["samples"]): readonly string[] => {
  const cells = samples.map(({ account, password }) => `${account} (${password})`);
  const width = Math.max(...cells.map((cell) => cell.length)) + 2;
  return Array.from(
    { length: Math.ceil(cells.length / A_ROW) },
    (_, row) =>
      `  ${cells
        .slice(row * A_ROW, (row + 1) * A_ROW)
        .map((cell) => cell.padEnd(width))
        .join("")
        .trimEnd()}`,
  );
};

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** One stop can arrive twice: a service manager tells the bin and the server that it started. */
const ONE_STOP_MS = 1_000;

/** Resolves at the first signal; one that comes later, on purpose, ends the process at once. */
const untilToldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    let toldAt: number | undefined;
    for (const signal of SIGNALS)
      process.on(signal, () => {
        if (toldAt !== undefined && performance.now() - toldAt > ONE_STOP_MS) process.exit(EXIT.refused);
        toldAt ??= performance.now();
        resolve();
      });
  });
