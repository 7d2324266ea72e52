/** `openftz` in a process of its own, for tests. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const BIN = path.resolve(import.meta.dirname, "../bin/openftz.mjs");

/** The flag with which `npm start` starts it: the start makes much that is soon let go of. */
const AS_NPM_START = "--max-semi-space-size=64";

/** What a run came to. */
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

const launch = (argv: readonly string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [AS_NPM_START, BIN, ...argv], {
    env: { ...process.env, OPENFTZ_DATABASE_URL: "", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  return { child, said, ended: once(child, "close") as Promise<[number | null]> };
};

/** Runs a command to its end; `input` comes on standard input. */
export const openftz = async (
  argv: readonly string[],
  { input = "", env }: { readonly input?: string; readonly env?: Record<string, string> } = {},
): Promise<Ran> => {
  const { child, said, ended } = launch(argv, env);
  child.stdin.end(input);
  const [code] = await ended;
  return { code, ...said };
};

/** A server that runs. */
export type TestServer = {
  readonly url: string;
  readonly pid: number;
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ran>;
};

const servers = new Set<ChildProcess>();

/** Ends servers that a failed test left behind; call it when all tests of a file are over. */
export const endServers = async (): Promise<void> => {
  await Promise.all(
    [...servers].map(async (child) => {
      const closed = once(child, "close");
      child.kill("SIGTERM");
      await closed;
    }),
  );
};

/** A server that has just been started; `ready` rejects with what it said when it ends instead. */
export type StartingServer = { readonly pid: number; readonly ready: Promise<TestServer> };

/** Starts a server on a folder and does not wait for it. */
export const launchServer = (
  data: string,
  env: Record<string, string> = {},
  ...more: readonly string[]
): StartingServer => {
  const { child, said, ended } = launch(["start", "--port", "0", "--data", data, "--json", ...more], env);
  servers.add(child);
  child.once("close", () => servers.delete(child));
  let over = false;
  void ended.then(() => (over = true));
  const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<Ran> => {
    child.kill(signal);
    const [code] = await ended;
    return { code, ...said };
  };
  const untilReady = async (): Promise<TestServer> => {
    while (!said.out.includes("\n")) {
      if (over) throw new Error(`It ended instead of starting: ${said.err}${said.out}`);
      await Promise.race([once(child.stdout, "data"), ended]);
    }
    const { url, pid } = JSON.parse(said.out) as { url: string; pid: number };
    return { url, pid, stop };
  };
  return { pid: child.pid!, ready: untilReady() };
};

/** Starts a server on a folder and waits until it is ready; throws with what it said when it ends instead. */
export const startServer = (
  data: string,
  env: Record<string, string> = {},
  ...more: readonly string[]
): Promise<TestServer> => launchServer(data, env, ...more).ready;
