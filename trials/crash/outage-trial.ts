/**
 * The server lives on while what it stands on is disturbed: its database dies, its disk is full, its connection is cut.
 * A client files and reads all the while. It must always get an answer or a retryable problem, and what was refused must
 * be acknowledged when it is sent again.
 */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { startServer, type TestServer } from "@openftz/server/cli/test-process.ts";
import type { Random } from "../random.ts";
import { type Client, tokenAt } from "./client.ts";
import { type Filer, fileWithoutPause } from "./filer.ts";
import type { Ground } from "./ground.ts";
import { JournalWatch } from "./journal-watch.ts";
import { Ledger } from "./ledger.ts";
import { proveWhole } from "./proof.ts";
import { readWithoutPause } from "./reader.ts";
import { counts, durations, type Report } from "./report.ts";

/** How things are disturbed, and how it is told. */
export type Outage = {
  readonly times: number;
  /**
   * Disturbs once, while the filer files; resolves when everything is as before, from where the return is measured, and
   * says what did not come about as it must.
   */
  readonly disturb: (filer: Filer, index: number) => Promise<string | undefined>;
  /** How long a client waits for an answer, where an outage may take longer than a usual one. */
  readonly patienceMs?: number | undefined;
  /** What else was counted, asked at the end; it may look at the server's log. */
  readonly count?: (log: string) => Readonly<Record<string, number>>;
};

const BACK_WITHIN_MS = 120_000;
const LONGEST_CALM_MS = 500;

/** Runs the outages; tells what was measured and every finding. */
export const outageTrial = async (
  ground: Ground,
  outage: Outage,
  random: Random,
  say: (line: string) => void,
): Promise<Pick<Report, "measured" | "findings">> => {
  const server = await startServer(ground.data, ground.env);
  try {
    return await disturbAndProve(ground, server, outage, random, say);
  } finally {
    await server.stop("SIGKILL");
  }
};

const disturbAndProve = async (
  ground: Ground,
  server: TestServer,
  outage: Outage,
  random: Random,
  say: (line: string) => void,
): Promise<Pick<Report, "measured" | "findings">> => {
  const { url } = server;
  const waits = { longestMs: 0 };
  const took = (ms: number): void => {
    waits.longestMs = Math.max(waits.longestMs, ms);
  };
  const client: Client = { url, token: await tokenAt(url), patienceMs: outage.patienceMs, took };
  const [ledger, watch] = [new Ledger((finding) => say(`! ${finding}`)), new JournalWatch()];
  const [filer, reader] = [fileWithoutPause(client, ledger, "O"), readWithoutPause(client, ledger)];
  const backMs = await disturbAll(outage, filer, ledger, random, say);
  await Promise.all([filer.stop(), reader.stop()]);
  for (const reference of filer.unsure) ledger.found(`${reference} never got its acknowledgement`);
  const log = await proveWhole(ground, { server, client }, ledger, watch);
  const measured = [
    ...counts({
      outages: backMs.length,
      acknowledged: ledger.size,
      "requests refused as retryable, then acknowledged": filer.refusals(),
      "acknowledgements asked for again and compared": ledger.repeats,
      "lists read": reader.answered(),
      "lists refused as retryable": reader.refused(),
      "entries verified": watch.entries,
      ...outage.count?.(log),
    }),
    ...durations("outage over to next acknowledgement", backMs),
    { name: "longest wait for any answer", value: Math.round(waits.longestMs), unit: "ms" },
  ];
  return { measured, findings: ledger.findings };
};

/** How many milliseconds each return took; ends at the first outage from which there is none. */
const disturbAll = async (
  outage: Outage,
  filer: Filer,
  ledger: Ledger,
  random: Random,
  say: (line: string) => void,
): Promise<readonly number[]> => {
  const backMs: number[] = [];
  while (backMs.length < outage.times) {
    const back = await disturbOnce(outage, filer, backMs.length, random.below(LONGEST_CALM_MS));
    if (typeof back === "string") {
      ledger.found(`outage ${backMs.length + 1}: ${back}`);
      break;
    }
    backMs.push(back);
    say(`${backMs.length} outages, ${ledger.size} acknowledged, ${filer.refusals()} refused as retryable`);
  }
  return backMs;
};

/** Milliseconds from the end of an outage to the next acknowledgement; or, in words, what did not come about. */
const disturbOnce = async (
  { disturb }: Outage,
  filer: Filer,
  index: number,
  calmMs: number,
): Promise<number | string> => {
  await filer.acknowledgesWithin(BACK_WITHIN_MS);
  await sleep(calmMs);
  const failed = await disturb(filer, index);
  if (failed !== undefined) return failed;
  const start = performance.now();
  if (await filer.acknowledgesWithin(BACK_WITHIN_MS)) return performance.now() - start;
  return `nothing was acknowledged within ${BACK_WITHIN_MS} ms of its end`;
};
