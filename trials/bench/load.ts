/** A load generator that costs little: keep-alive sockets, requests written as ready bytes, answers only counted. */
import net from "node:net";
import { performance } from "node:perf_hooks";

/** What a run came to. Latencies in milliseconds. */
export type LoadResult = {
  readonly seconds: number;
  readonly latencies: readonly number[];
  readonly refused: number;
};

/** A run: `clients` at once until `total` requests are answered with 200. */
export type Load = {
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly clients: number;
  readonly total: number;
  readonly body: (index: number) => string;
  /** Refusals are expected: the first is not shown. */
  readonly quiet?: boolean;
};

const HEAD_END = Buffer.from("\r\n\r\n");

/** Runs a load to its end. */
export const runLoad = async (load: Load): Promise<LoadResult> => {
  const { hostname, port } = new URL(load.url);
  const extra = Object.entries(load.headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  const latencies: number[] = [];
  let next = 0;
  let refused = 0;
  const requestOf = (index: number): Buffer => {
    const body = Buffer.from(load.body(index));
    const head = `POST ${load.path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\n${extra}Content-Length: ${body.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), body]);
  };
  const client = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = net.connect(Number(port), hostname);
      let sentAt = 0;
      let held = Buffer.alloc(0);
      const send = () => {
        if (next >= load.total) {
          socket.end();
          resolve();
          return;
        }
        const bytes = requestOf(next++);
        sentAt = performance.now();
        socket.write(bytes);
      };
      socket.setNoDelay(true);
      socket.on("connect", send);
      socket.on("error", reject);
      socket.on("data", (chunk) => {
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        const headEnd = held.indexOf(HEAD_END);
        if (headEnd < 0) return;
        const head = held.toString("latin1", 0, headEnd);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
        if (Number.isNaN(length)) return void reject(new Error(`an answer without length: ${head}`));
        if (held.length < headEnd + HEAD_END.length + length) return;
        if (!head.startsWith("HTTP/1.1 200")) {
          refused += 1;
          if (refused === 1 && !load.quiet)
            process.stderr.write(`first refusal: ${held.toString("utf8").slice(0, 600)}\n`);
        }
        held = Buffer.alloc(0);
        latencies.push(performance.now() - sentAt);
        send();
      });
    });
  const start = performance.now();
  await Promise.all(Array.from({ length: load.clients }, client));
  return { seconds: (performance.now() - start) / 1000, latencies, refused };
};
