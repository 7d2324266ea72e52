/** For tests: starts the slow server, and asks it without waiting for the answer before. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import path from "node:path";
import type { Limits } from "./limits.ts";
import type { Started, ToServer } from "./test-slow-server.ts";

/** An answer as it came. */
export type Heard = {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
  readonly ms: number;
};

/** Starts the server with so much memory for its heap. */
export const startSlowServer = async (limits: Partial<Limits>, heapMb: number) => {
  const child = fork(path.join(import.meta.dirname, "test-slow-server.ts"), {
    execArgv: ["--disable-warning=ExperimentalWarning", `--max-old-space-size=${heapMb}`],
  });
  const tell = (message: ToServer): void => void child.send(message);
  tell({ limits });
  const died = once(child, "exit").then(() => {
    throw new Error("the server ended before it listened; its reason stands above");
  });
  const [started] = (await Promise.race([once(child, "message"), died])) as [Started];
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const ask = (method: string, at: string, token?: string, body?: string): Promise<Heard> =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      const headers = {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-length": Buffer.byteLength(body) }),
      };
      const asking = httpRequest(started.url + at, { method, agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            retryAfter: answer.headers["retry-after"],
            text: Buffer.concat(chunks).toString("utf8"),
            ms: performance.now() - start,
          }),
        );
      });
      asking.on("error", reject);
      asking.end(body);
    });
  return {
    ...started,
    child,
    ask,
    makeAppendsTake: (ms: number) => tell({ appendMs: ms }),
    /** One figure of /metrics; its labels belong to the name. */
    figure: async (name: string): Promise<number> => {
      const { text } = await ask("GET", "/metrics");
      const line = text.split("\n").find((each) => each.startsWith(`${name} `));
      return line === undefined ? Number.NaN : Number(line.slice(name.length + 1));
    },
    stop: async () => {
      agent.destroy();
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, "exit");
    },
  };
};

/** The server as tests use it. */
export type SlowServer = Awaited<ReturnType<typeof startSlowServer>>;
