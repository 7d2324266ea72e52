/**
 * A load that does not wait: requests leave at a fixed rate whatever became of those before, as with people who know
 * nothing of each other. A latency counts from the moment at which the request was due, so that a server which stands
 * still is charged for everybody who came meanwhile.
 */
import net from "node:net";
import { performance } from "node:perf_hooks";

/** What a run came to. Latencies in milliseconds, of what was not refused (429, early); `late` is the longest that the generator itself was behind. */
export type OpenLoadResult = {
  readonly latencies: readonly number[];
  readonly refused: number;
  readonly lateMs: number;
};

/** A run: `perSecond` requests on `clients` connections in turn, `total` in all. A connection is not waited for. */
export type OpenLoad = {
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly clients: number;
  readonly perSecond: number;
  readonly total: number;
  readonly body: (index: number) => string;
};

const HEAD_END = Buffer.from("\r\n\r\n");
const TICK_MS = 1;

/** One connection: requests go out as they are due, and answers come in the order of the requests. */
class Line {
  readonly #socket: net.Socket;
  readonly #due: number[] = [];
  readonly #onAnswer: (due: number, isGood: boolean) => void;
  #held: Buffer = Buffer.alloc(0);
  #isCut = false;

  constructor(socket: net.Socket, onAnswer: (due: number, isGood: boolean) => void) {
    this.#socket = socket;
    socket.on("data", (chunk) => {
      this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
      for (let good = this.#take(); good !== undefined; good = this.#take())
        onAnswer(this.#due.shift()!, good);
    });
    // A connection with far too much on it is cut off: what was not answered on it is refused.
    socket.on("close", () => {
      this.#isCut = true;
      for (const due of this.#due.splice(0)) onAnswer(due, false);
    });
    socket.on("error", () => {});
    this.#onAnswer = onAnswer;
  }

  send(due: number, bytes: Buffer): void {
    if (this.#isCut) this.#onAnswer(due, false);
    else {
      this.#due.push(due);
      this.#socket.write(bytes);
    }
  }

  end(): void {
    this.#socket.end();
  }

  /** Takes one whole answer off what has arrived: whether it is 200; undefined while it is not whole. */
  #take(): boolean | undefined {
    const headEnd = this.#held.indexOf(HEAD_END);
    if (headEnd < 0) return undefined;
    const head = this.#held.toString("latin1", 0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`an answer without length: ${head}`);
    const end = headEnd + HEAD_END.length + length;
    if (this.#held.length < end) return undefined;
    this.#held = this.#held.subarray(end);
    return head.startsWith("HTTP/1.1 200");
  }
}

const connect = (url: string): Promise<net.Socket> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = net.connect(Number(port), hostname);
    socket.setNoDelay(true);
    socket.once("error", reject);
    socket.once("connect", () => resolve(socket));
  });

/** Runs a load to its end: every request is answered. */
export const runOpenLoad = async (load: OpenLoad): Promise<OpenLoadResult> => {
  const { host } = new URL(load.url);
  const extra = Object.entries(load.headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  const requestOf = (index: number): Buffer => {
    const body = load.body(index);
    return Buffer.from(
      `POST ${load.path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n${extra}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  };
  const latencies: number[] = [];
  let [refused, lateMs, sent] = [0, 0, 0];
  let finish: () => void;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const onAnswer = (due: number, isGood: boolean): void => {
    if (isGood) latencies.push(performance.now() - due);
    else refused += 1;
    if (latencies.length + refused === load.total) finish();
  };
  const lines: Line[] = [];
  for (let client = 0; client < load.clients; client++)
    lines.push(new Line(await connect(load.url), onAnswer));
  const start = performance.now();
  const betweenMs = 1_000 / load.perSecond;
  const timer = setInterval(() => {
    const now = performance.now();
    for (
      let due = start + sent * betweenMs;
      due <= now && sent < load.total;
      due = start + sent * betweenMs
    ) {
      lateMs = Math.max(lateMs, now - due);
      lines[sent % lines.length]!.send(due, requestOf(sent));
      sent += 1;
    }
    if (sent === load.total) clearInterval(timer);
  }, TICK_MS);
  await finished;
  for (const line of lines) line.end();
  return { latencies, refused, lateMs };
};
