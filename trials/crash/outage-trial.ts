/**
 * The server lives on while what it stands on is disturbed: its database dies, its disk is full, its connection is cut.
 * A client files all the while. It must always get an answer, an acknowledgement or a retryable problem, and what was
 * refused must be acknowledged when it is sent again.
 */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { startServer } from "@openftz/server/cli/test-process.ts";
import type { Random } from "../random.ts";
import { type Client, signIn } from "./client.ts";
import { type Filer, fileWithoutPause } from "./filer.ts";
import type { Ground } from "./ground.ts";
import { JournalWatch } from "./journal-watch.ts";
import { Ledger } from "./ledger.ts";
import { compareJournal, proveWhole } from "./proof.ts";
import { counts, durations, type Measured } from "./report.ts";

/** How things are disturbed, and how it is told. */
export type Outage = {
  readonly times: number;
  /** Disturbs once, while the filer files; resolves when everything is as before, from where the return is measured. */
  readonly disturb: (filer: Filer, index: number) => Promise<void>;
  /** How long a client waits for an answer, where an outage may take longer than a usual one. */
  readonly patienceMs?: number;
  /** What else was counted, asked at the end; it may look at the server's log. */
  readonly count?: (log: string) => Readonly<Record<string, number>>;
};

const BACK_WITHIN_MS = 60_000;
const LONGEST_CALM_MS = 500;

/** Runs the outages; tells what was measured and every finding. */
export const outageTrial = async (
  ground: Ground,
  { times, disturb, patienceMs, count }: Outage,
  random: Random,
  say: (line: string) => void,
): Promise<{ readonly measured: readonly Measured[]; readonly findings: readonly string[] }> => {
  const [ledger, watch, backMs] = [new Ledger(), new JournalWatch(), [] as number[]];
  const server = await startServer(ground.data, ground.env);
  const cookie = await signIn(server.url);
  const client: Client = { url: server.url, cookie, ...(patienceMs !== undefined && { patienceMs }) };
  const filer = fileWithoutPause(client, ledger, "O");
  for (let index = 0; index < times; index++) {
    await filer.acknowledgesWithin(BACK_WITHIN_MS);
    await sleep(random.below(LONGEST_CALM_MS));
    await disturb(filer, index);
    const start = performance.now();
    if (!(await filer.acknowledgesWithin(BACK_WITHIN_MS))) {
      ledger.found(`outage ${index + 1}: nothing was acknowledged within ${BACK_WITHIN_MS} ms of its end`);
      break;
    }
    backMs.push(performance.now() - start);
    say(`${index + 1} outages, ${ledger.size} acknowledged, ${filer.refusals()} refused as retryable`);
  }
  await filer.stop();
  for (const reference of filer.unsure) ledger.found(`${reference} never got its acknowledgement`);
  await compareJournal(ground, ledger, watch);
  const log = await proveWhole(ground, { server, client }, ledger, watch);
  return {
    measured: [
      ...counts({
        outages: backMs.length,
        acknowledged: ledger.size,
        "requests refused as retryable, then acknowledged": filer.refusals(),
        "acknowledgements asked for again and compared": ledger.repeats,
        "entries verified": watch.entries,
        ...count?.(log),
      }),
      ...durations("outage over to next acknowledgement", backMs),
    ],
    findings: ledger.findings,
  };
};
