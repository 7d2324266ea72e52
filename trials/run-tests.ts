import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync } from "node:fs";
import path from "node:path";
import { listFiles, root } from "./files.ts";
import { addTally, emptyTally, type RunPlan, runTestFiles, type Skip, say, seconds } from "./test-run.ts";

/**
 * `npm test` and `npm run test:long`: types, Biome, unit tests in one process, then the tests that want a process of
 * their own. `-- PATH...` keeps only test files whose path contains one of the texts, and leaves types and Biome out.
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

/** A check by another program; it counts as one test. */
const check = (name: string, program: string, args: readonly string[]): void => {
  const start = Date.now();
  const bin = path.join(root, "node_modules", ".bin", program);
  const { status, signal, error, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const ok = status === 0;
  count(ok ? "pass" : "fail");
  say(`${ok ? "ok  " : "FAIL"}  ${name}, ${seconds(Date.now() - start)}`);
  if (!ok) say(`${stdout}${stderr}${error ?? ""}${signal ? `ended by ${signal}` : ""}\n`);
};

const checkTypes = (): void => {
  check("types", "tsc", ["-p", "."]);
  if (existsSync(path.join(root, "web", "tsconfig.json"))) check("types of the web", "tsc", ["-p", "web"]);
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

const isOwnProcess = (file: string): boolean => /\.(process|browser)\.test\.ts$/.test(file);
/** Two run at a time, in the order of their paths: these two begin together, because they take the longest. */
const isSlowest = (file: string): boolean => /browser\.test|start\.process\.test/.test(file);

const isLong = (file: string): boolean => file.endsWith(".long.test.ts");

const runQuick = async (files: readonly string[], everything: boolean): Promise<void> => {
  if (everything) {
    checkTypes();
    check("style", "biome", ["check", "--colors=off", "."]);
  }
  const unit = files.filter((file) => !isOwnProcess(file));
  const limits = { testTimeoutMs: MINUTE_MS, runTimeoutMs: 3 * MINUTE_MS };
  await run("unit", { ...limits, files: unit, isolation: "none" });
  const own = { testTimeoutMs: 5 * MINUTE_MS, runTimeoutMs: 10 * MINUTE_MS };
  const apart = files.filter(isOwnProcess);
  for (const [name, some] of [
    ["in own processes, the longest", apart.filter(isSlowest)],
    ["in own processes", apart.filter((file) => !isSlowest(file))],
  ] as const)
    await run(name, { ...own, files: some, isolation: "process" });
};

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
  if (mode === "quick") await runQuick(files, filters.length === 0);
  else await runLong(files);
  nameSkips();
  close();
};

if (Number.parseInt(process.versions.node, 10) < 24) handOver();
await main(process.argv[2], process.argv.slice(3));
