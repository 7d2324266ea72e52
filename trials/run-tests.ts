import { execFile, spawnSync } from "node:child_process";
import { appendFileSync, existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { listFiles, root } from "./files.ts";
import { makeTestGround } from "./test-ground.ts";
import { addTally, emptyTally, type RunPlan, runTestFiles, type Skip, say, seconds } from "./test-run.ts";

/**
 * `npm test` and `npm run test:long`: types, Biome, unit tests in one process, and the tests that want a process of
 * their own; several jobs at a time, the longest first. `-- PATH...` keeps only test files whose path contains one of
 * the texts, and leaves types and Biome out.
 */

const MINUTE_MS = 60_000;
const total = emptyTally();
const skips: Skip[] = [];

const count = (kind: "pass" | "fail"): void => {
  total.tests++;
  total[kind]++;
};

/** Under another Node than 24 (a PATH of one's own): starts over with the packaged one, as the bin does. */
const handOver = (): never => {
  const node = path.join(root, "node_modules", ".bin", "node");
  const { status, signal, error } = spawnSync(node, process.argv.slice(1), { stdio: "inherit" });
  if (error)
    throw new Error(`Node 24 is needed and ${node} cannot be started. Next: node server/bin/setup.mjs`, {
      cause: error,
    });
  if (signal) console.error(`The tests were ended by ${signal}.`);
  process.exit(status ?? 1);
};

/** A piece of work that needs no other. */
type Job = () => Promise<void>;

/** A check by another program; it counts as one test. */
const check = (name: string, program: string, args: readonly string[]): Promise<void> => {
  const start = Date.now();
  const bin = path.join(root, "node_modules", ".bin", program);
  return new Promise((done) => {
    execFile(process.execPath, [bin, ...args], { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      count(error ? "fail" : "pass");
      say(`${error ? "FAIL" : "ok  "}  ${name}, ${seconds(Date.now() - start)}`);
      if (error) say(`${stdout}${stderr || error.message}\n`);
      done();
    });
  });
};

const checks: readonly Job[] = [
  async () => {
    await check("types", "tsc", ["-p", "."]);
    if (existsSync(path.join(root, "web", "tsconfig.json")))
      await check("types of the web", "tsc", ["-p", "web"]);
    await check("style", "biome", ["check", "--colors=off", "."]);
  },
];

/** Takes the jobs in their order, so many at a time. */
const work = async (jobs: readonly Job[], atOnce: number): Promise<void> => {
  const waiting = [...jobs];
  const worker = async (): Promise<void> => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

const run = async (name: string, plan: RunPlan): Promise<void> => {
  if (plan.files.length === 0) return;
  const start = Date.now();
  const result = await runTestFiles(plan);
  addTally(total, result.tally);
  skips.push(...result.skips);
  if (result.tally.tests === 0) {
    count("fail");
    say(`FAIL  ${name}: ${plan.files.length} files, and no test in them.`);
  }
  const { tests, fail } = result.tally;
  if (plan.isolation === "none" || plan.files.length > 1)
    say(
      `${fail > 0 ? "FAIL" : "ok  "}  ${name}: ${tests} tests in ${plan.files.length} files, ${seconds(Date.now() - start)}`,
    );
  if (result.crashed && plan.isolation === "none") await findCulprit(plan);
};

/** After a crash of the shared process: each file by itself, only to name those that fail alone too. */
const findCulprit = async (plan: RunPlan): Promise<void> => {
  if (plan.files.length === 1) return;
  say("\nTo name the file, each runs once more in a process of its own (not counted):");
  const { tally } = await runTestFiles({ ...plan, isolation: "process" });
  if (tally.fail === 0) say("None fails by itself: one disturbs another.");
};

/**
 * Jobs of `npm test` by what their files are called, the longest first: what begins last ends last, and a long one would
 * end alone. Files of a job share one process, and with it what is dear to make: a PostgreSQL, a server and a Chromium.
 */
const SHARED: readonly (readonly [name: string, files: RegExp])[] = [
  ["browser", /\.browser\.test\.ts$/],
  ["database", /\.database\.test\.ts$/],
];
const OWN = /\.process\.test\.ts$/;
const LONGEST = [/start\.process/, /kill\.process/, /embedded-contract\.process/, /mutations\.process/];

const isLong = (file: string): boolean => file.endsWith(".long.test.ts");

const rank = (file: string): number => {
  const found = LONGEST.findIndex((pattern) => pattern.test(file));
  return found < 0 ? LONGEST.length : found;
};

const quickJobs = (files: readonly string[]): readonly Job[] => {
  const unit = files.filter((file) => !OWN.test(file) && !SHARED.some(([, pattern]) => pattern.test(file)));
  const limits = { testTimeoutMs: 5 * MINUTE_MS, runTimeoutMs: 10 * MINUTE_MS };
  const together = (name: string, some: readonly string[]): Job => {
    return () => run(name, { ...limits, files: some, isolation: "none" });
  };
  const [browser, database] = SHARED.map(([name, pattern]) =>
    together(
      name,
      files.filter((file) => pattern.test(file)),
    ),
  );
  const apart = files
    .filter((file) => OWN.test(file))
    .toSorted((one, other) => rank(one) - rank(other))
    .map(
      (file): Job =>
        () =>
          run(file, { ...limits, files: [file], isolation: "process" }),
    );
  const longest = apart.splice(0, LONGEST.length);
  return [browser!, together("unit", unit), ...longest, database!, ...apart];
};

/** One more than there are cores: tests wait for processes and disks now and then. */
const AT_ONCE = availableParallelism() + 1;

const runQuick = (files: readonly string[], everything: boolean): Promise<void> =>
  work([...quickJobs(files), ...(everything ? checks : [])], AT_ONCE);

const runLong = (files: readonly string[]): Promise<void> =>
  run("long", { files, isolation: "process", testTimeoutMs: 30 * MINUTE_MS, runTimeoutMs: 45 * MINUTE_MS });

const nameSkips = (): void => {
  const byReason = Map.groupBy(skips, ({ reason }) => reason);
  if (byReason.size > 0) say("\nSkipped:");
  for (const [reason, those] of byReason) {
    say(`${reason}`);
    for (const { file, name } of those) say(`  ${file} > ${name}`);
  }
};

/** The closing lines; or, for a caller that sums several runs (`.ci/run`), one line in its file. */
const close = (): void => {
  const { tests, pass, fail, skipped } = total;
  const sumFile = process.env.OPENFTZ_TEST_SUM;
  if (sumFile) {
    appendFileSync(sumFile, `${tests} ${pass} ${fail} ${skipped}\n`);
    say(`\n${tests} tests: ${pass} passed, ${fail} failed, ${skipped} skipped.`);
  } else process.stdout.write(`\n# tests ${tests}\n# pass ${pass}\n# fail ${fail}\n# skipped ${skipped}\n`);
  process.exitCode = fail > 0 ? 1 : 0;
};

const main = async (mode: string | undefined, filters: readonly string[]): Promise<void> => {
  if (mode !== "quick" && mode !== "long")
    throw new Error("Say `quick` or `long` first, then parts of paths.");
  const files = listFiles()
    .filter((file) => file.endsWith(".test.ts") && isLong(file) === (mode === "long"))
    .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part)));
  if (files.length === 0) {
    count("fail");
    const sought = filters.map((part) => `"${part}"`).join(" or ");
    say(`FAIL  there is no ${mode} test file${sought && ` whose path contains ${sought}`}.`);
  }
  const ground = await makeTestGround(mode);
  try {
    if (mode === "quick") await runQuick(files, filters.length === 0);
    else await runLong(files);
  } finally {
    await ground.remove();
  }
  nameSkips();
  close();
};

if (Number.parseInt(process.versions.node, 10) < 24) handOver();
await main(process.argv[2], process.argv.slice(3));
