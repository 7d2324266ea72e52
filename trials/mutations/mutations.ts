/** Sends changed requests to every endpoint of a real application, and looks at each answer. */

import type { AddressInfo } from "node:net";
import net from "node:net";
import { memoryStore } from "../../server/accounts/test-store.ts";
import { DEFAULT_LIMITS } from "../../server/adapters/http/limits.ts";
import type { OpenApi } from "../../server/adapters/http/openapi.ts";
import { openWorld, type World } from "../../server/adapters/http/test-world.ts";
import { Random } from "../random.ts";
import { ASKER, type Endpoint, endpointsOf, prepare } from "./endpoints.ts";
import { mutated, mutatedOnTheWire, type Sent } from "./mutate.ts";

/** How much is tried. */
export type Plan = {
  readonly seed: string;
  /** For each endpoint; those that hash passwords, at a tenth of a second each, get a hundredth of it. */
  readonly times: number;
  /** How many of them are changed as bytes on a connection, percent. */
  readonly onTheWire: number;
};

/** What came of it. */
export type Result = {
  readonly endpoints: number;
  readonly tried: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** What is wrong: endpoint, seed and what was seen; at most a few are kept. */
  readonly findings: readonly string[];
  /** Endpoints whose valid request was refused as malformed or unfit: their changes tell little. */
  readonly unfit: readonly string[];
};

type Answer = { readonly status: number; readonly type: string; readonly body: string };

const HASHES_PASSWORDS = new Set([
  "session.begin",
  "session.password",
  "accounts.create",
  "accounts.password",
]);
const MOST_FINDINGS = 20;
const AT_ONCE = 200;
/** Senders who never finish are given up after a second; whoever hears nothing in this time never would. */
const HUNG_MS = 20_000;
const LIMITS = { requestMs: 1_000, headMs: 600 };

/** What is wrong with an answer; undefined when nothing is. */
export const faultOf = ({ status, type, body }: Answer): string | undefined => {
  if (status >= 500 || status < 100) return `status ${status}: ${body.slice(0, 200)}`;
  if (status < 400) return undefined;
  if (!type.startsWith("application/problem+json")) return `status ${status} as ${type}`;
  try {
    const problem = JSON.parse(body) as Record<string, unknown>;
    const isTold = ["type", "title", "detail", "next"].every(
      (name) => String(problem[name] ?? "").length > 5,
    );
    return isTold && problem.status === status
      ? undefined
      : `status ${status} without a reason: ${body.slice(0, 200)}`;
  } catch {
    return `status ${status}, and its problem cannot be read: ${body.slice(0, 200)}`;
  }
};

const inject = async ({ app }: World, { method, url, headers, body }: Sent): Promise<Answer> => {
  const answer = await app.inject({
    method: method as "GET",
    url,
    headers: { ...headers },
    ...(body && { payload: body }),
  });
  return { status: answer.statusCode, type: String(answer.headers["content-type"]), body: answer.body };
};

/** Writes bytes and hears the first answer. No answer is right too: when the connection ends, or bytes are no request. */
const onTheWire = (port: number, bytes: Buffer): Promise<Answer | "hung" | "closed"> =>
  new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(bytes));
    let heard = "";
    const end = (what: "hung" | "closed"): void => {
      clearTimeout(timer);
      socket.destroy();
      const parts = /^HTTP\/1\.1 (\d{3})[^\r]*\r\n([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(heard);
      const [, status, head = "", rest = ""] = parts ?? [];
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      const type = /^content-type: ([^\r]*)/im.exec(head)?.[1] ?? "";
      resolve(parts ? { status: Number(status), type, body: rest.slice(0, length) } : what);
    };
    const timer = setTimeout(() => end("hung"), HUNG_MS);
    socket.on("data", (chunk: Buffer) => {
      heard += chunk.toString("latin1");
      const length = /^content-length: (\d+)/im.exec(heard)?.[1];
      const start = heard.indexOf("\r\n\r\n");
      if (start > 0 && !/^HTTP\/1\.1 1/.test(heard) && heard.length - start - 4 >= Number(length ?? 0))
        end("closed");
    });
    socket.on("error", () => end("closed"));
    socket.on("close", () => end("closed"));
  });

const within = <Value>(answer: Promise<Value>): Promise<Value | "hung"> => {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<"hung">((resolve) => {
    timer = setTimeout(resolve, HUNG_MS, "hung");
  });
  return Promise.race([answer, hung]).finally(() => clearTimeout(timer));
};

type Heard = Answer | "hung" | "closed";

/** Counts what was heard and keeps what is wrong. */
class Tally {
  readonly statuses: Record<string, number> = {};
  readonly findings: string[] = [];
  tried = 0;

  note(id: string, seed: string, heard: Heard): void {
    this.tried += 1;
    const status = typeof heard === "string" ? heard : String(heard.status);
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    const fault = heard === "hung" ? "no answer" : heard === "closed" ? undefined : faultOf(heard);
    if (fault !== undefined && this.findings.length < MOST_FINDINGS)
      this.findings.push(`${id} (${seed}): ${fault}`);
  }
}

type Run = {
  readonly world: World;
  readonly port: number;
  readonly plan: Plan;
  readonly tally: Tally;
  /** What is on its way on connections: many at once, because those who never finish take a second. */
  readonly wired: Promise<void>[];
};

/** The body with a reference of its own, else all but the first would only be given its answer again. */
const freshly = (json: unknown, turn: number): unknown =>
  typeof json === "object" && json !== null && "reference" in json
    ? { ...json, reference: `m${turn}` }
    : json;

const tryOnce = async (run: Run, { id, sent, json }: Endpoint, turn: number): Promise<void> => {
  const { world, port, plan, tally, wired } = run;
  const seed = `${plan.seed} ${id} ${turn}`;
  const random = new Random(seed);
  world.clock.ms += 1;
  if (random.chance(plan.onTheWire)) {
    const bytes = mutatedOnTheWire(sent, random);
    wired.push(onTheWire(port, bytes).then((heard) => tally.note(id, seed, heard)));
    if (wired.length >= AT_ONCE) await Promise.all(wired.splice(0));
    return;
  }
  const fresh = freshly(json, turn);
  const body = fresh === json ? {} : { body: Buffer.from(JSON.stringify(fresh)) };
  tally.note(id, seed, await within(inject(world, mutated({ ...sent, ...body }, fresh, random))));
};

/** Endpoints whose valid request does not get past its schema. */
const findUnfit = async (world: World, endpoints: readonly Endpoint[]): Promise<readonly string[]> => {
  const unfit: string[] = [];
  for (const { id, sent } of endpoints) {
    if (sent.method === "DELETE" || HASHES_PASSWORDS.has(id)) continue;
    const { status, body } = await inject(world, sent);
    const misfits = /"detail":"(This field is needed|Nobody knows)/.test(body);
    if (status === 400 || status === 401 || (status === 422 && misfits))
      unfit.push(`${id}: ${body.slice(0, 200)}`);
  }
  return unfit;
};

const openTarget = async (): Promise<World> => {
  const most = { burst: 1e9, perSecond: 1e9 };
  const rates = { ...DEFAULT_LIMITS.rates, token: most, session: most, stranger: most };
  return openWorld(memoryStore(), { limits: { ...LIMITS, rates } });
};

/** Runs the plan. */
export const tryMutations = async (plan: Plan): Promise<Result> => {
  const world = await openTarget();
  try {
    await world.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = world.app.server.address() as AddressInfo;
    const known = await prepare(world);
    const description = (await world.ask("GET", "/api/v1/openapi.json")).json as unknown as OpenApi;
    const endpoints = endpointsOf(description, known, world.tokens[ASKER]);
    const unfit = await findUnfit(world, endpoints);
    const tally = new Tally();
    const run: Run = { world, port, plan, tally, wired: [] };
    // Queries first, while there is little on record that they must look through.
    for (const endpoint of endpoints.toSorted((a, b) => a.share - b.share)) {
      const part = HASHES_PASSWORDS.has(endpoint.id) ? 0.01 : 1;
      const times = Math.ceil(plan.times * endpoint.share * part);
      for (let turn = 0; turn < times; turn++) await tryOnce(run, endpoint, turn);
    }
    await Promise.all(run.wired);
    tally.note(
      "ready",
      "at the end",
      await inject(world, { method: "GET", url: "/api/v1/ready", headers: {} }),
    );
    const { tried, statuses, findings } = tally;
    return { endpoints: endpoints.length, tried, statuses, findings, unfit };
  } finally {
    await world.close();
  }
};
