/** Servers under measurement, each in a process of its own, run with the flags that `npm start` gives. */
import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { declarationText } from "./filing-world.ts";
import { type LoadResult, runLoad } from "./load.ts";

/** How many file at the same time when a figure does not say otherwise. */
export const CLIENTS = 64;

/** A server that listens. `databasePid` is its database's, where it has one of its own. */
export type Served = {
  readonly child: ChildProcess;
  readonly url: string;
  readonly token?: string;
  readonly databasePid?: number | null;
};

const startFlags = (): readonly string[] => {
  const file = path.join(import.meta.dirname, "../../package.json");
  const { scripts } = JSON.parse(readFileSync(file, "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
};

/** Starts a file of this folder and waits until it says where it listens. */
export const serve = (file: string, args: readonly string[]): Promise<Served> =>
  new Promise((resolve, reject) => {
    const execArgv = [...process.execArgv, ...startFlags()];
    const child = fork(path.join(import.meta.dirname, file), args, { execArgv });
    child.once("message", (ready) => resolve({ ...(ready as Omit<Served, "child">), child }));
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} before it was ready`)));
  });

/** Stops a server in good order. */
export const stop = ({ child }: Served): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.send("stop");
  });

type Status = { readonly durable: number; readonly views: number };

const statusOf = ({ child }: Served): Promise<Status> =>
  new Promise((resolve) => {
    child.once("message", (message) => resolve((message as { status: Status }).status));
    child.send("status");
  });

/** Has a server's views made anew; in how many seconds. */
export const rebuildSeconds = ({ child }: Served): Promise<number> =>
  new Promise((resolve) => {
    child.once("message", (message) => resolve((message as { rebuildSeconds: number }).rebuildSeconds));
    child.send("rebuild");
  });

/** Seconds until the views have caught up with the journal. */
export const viewLag = async (server: Served): Promise<number> => {
  const start = performance.now();
  for (;;) {
    const { durable, views } = await statusOf(server);
    if (views >= durable) return (performance.now() - start) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Where declarations are filed, as whom, and which: each reference has the prefix. */
export const filing = ({ url, token }: Served, prefix: string) => ({
  url,
  path: "/api/v1/declaration/file",
  headers: token ? { Authorization: `Bearer ${token}` } : {},
  body: (index: number) => declarationText(`${prefix}-${index}`),
});

/** Files declarations, each client the next as soon as its last is answered. @throws Error when one is refused */
export const fileMany = async (server: Served, total: number, prefix: string): Promise<LoadResult> => {
  const result = await runLoad({ ...filing(server, prefix), clients: CLIENTS, total });
  if (result.refused > 0) throw new Error(`${result.refused} of ${total} declarations were refused`);
  return result;
};
