/**
 * The search as somebody types, end to end: from the keystroke's request over HTTP to the parsed answer, on one
 * connection, on a whole tariff. Client and server share this process and its core, so the figure counts both.
 */
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { memoryStore } from "@openftz/server/accounts/test-store.ts";
import { startHttp } from "@openftz/server/adapters/http/http-server.ts";
import { DEFAULT_LIMITS } from "@openftz/server/adapters/http/limits.ts";
import { editionBytes, importTariff } from "@openftz/server/adapters/tariff/compile.ts";
import { Installation } from "@openftz/server/installation.ts";
import { type Figure, figureOf, percentile } from "./figures.ts";
import { keystrokesFor } from "./keystrokes.ts";

/** How much is measured: keystrokes of so many things that are looked for, in each round. */
export type SearchPlan = { readonly rounds: number; readonly sought: number };

/** The plan of the figure: about 4,500 keystrokes a round. */
export const SEARCH_PLAN: SearchPlan = { rounds: 5, sought: 800 };

/** One address types here for hundreds of people. */
const UNLIMITED = { rates: { ...DEFAULT_LIMITS.rates, stranger: { burst: 1e9, perSecond: 1e9 } } };
const SHARE = 0.99;
const FIRST_DAY = "2020-01-01";

/** `duty.searchP99Ms`, on the tariff in a file of any form that can be imported. */
export const benchSearch = async (
  file: string,
  { rounds, sought }: SearchPlan = SEARCH_PLAN,
  say: (line: string) => void = () => {},
): Promise<Figure> => {
  const { lines, faults } = importTariff(await readFile(file), { file, from: FIRST_DAY });
  if (faults.length > 0) throw new Error(`${file} cannot be imported: ${faults[0]!.detail}`);
  const installation = await Installation.open({ store: memoryStore() });
  const edition = await installation.keepFile(editionBytes(lines));
  const adopted = await installation.submitValue("tariff.adopt", "installation", {
    edition,
    from: FIRST_DAY,
    source: "the benchmark",
  });
  if (adopted.kind === "refused") throw new Error(adopted.problem.detail);
  const http = await startHttp({
    installation,
    host: "127.0.0.1",
    port: 0,
    behindProxy: false,
    limits: UNLIMITED,
  });
  try {
    const typed = keystrokesFor(lines, sought);
    say(`${lines.length} lines, ${typed.length} keystrokes a round`);
    await timesOf(http.url, typed); // the edition is loaded and the code compiled before anything counts
    const p99: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const times = await timesOf(http.url, typed);
      p99.push(percentile(times, SHARE));
      say(`p99 ${p99.at(-1)!.toFixed(2)} ms, median ${percentile(times, 0.5).toFixed(2)} ms`);
    }
    return figureOf("duty.searchP99Ms", "ms", p99);
  } finally {
    await http.close();
    await installation.close();
  }
};

/** Milliseconds from each keystroke to its answer, one after another. */
const timesOf = async (url: string, typed: readonly string[]): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const text of typed) {
    const start = performance.now();
    const response = await fetch(`${url}/api/v1/tariff/search?${new URLSearchParams({ text })}`);
    const answer = (await response.json()) as { lines?: unknown };
    times.push(performance.now() - start);
    if (!response.ok || !Array.isArray(answer.lines))
      throw new Error(`"${text}" was answered ${response.status}`);
  }
  return times;
};
