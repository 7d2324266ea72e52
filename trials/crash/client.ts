/** A trader's program at the API: it gets a token, files declarations, reads lists, and tells what it was answered. */
import { performance } from "node:perf_hooks";
import { PROBLEM_BASE } from "@openftz/customs/define/problem.ts";
import { SAMPLE_PASSWORD } from "@openftz/server/sample/accounts.ts";
import { PARTIES } from "@openftz/server/sample/parties.ts";

const ACCOUNT = "trader-1";
const PATIENCE_MS = 60_000;

/** A request that was not carried out, or one that got no whole answer. */
export type Refused =
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly type: string;
      readonly next: string;
      readonly retryAfter: string | null;
    }
  | { readonly kind: "lost"; readonly why: string };

/** What filing came to. */
export type Answer =
  | {
      readonly kind: "acknowledged";
      readonly declaration: string;
      readonly repeated: boolean;
      /** The answer's text, with `repeated` as it was in the first one: so it must never change by a byte. */
      readonly text: string;
    }
  | Refused;

/** What is needed to file at one running server. */
export type Client = {
  readonly url: string;
  readonly token: string;
  /** How long an answer may take; 60,000 ms unless told. */
  readonly patienceMs?: number | undefined;
  /** Told how many milliseconds each request took, however it ended. */
  readonly took?: (ms: number) => void;
};

const declarationUnder = (reference: string): string =>
  JSON.stringify({
    reference,
    direction: "import",
    office: "2248",
    declarant: PARTIES.wine,
    trader: PARTIES.wine,
    procedure: "0110",
    transportMode: "2",
    grossMassKg: "1500",
    goods: [
      {
        commodity: "2204210000",
        description: "red wine in bottles",
        origin: "FR",
        customsValue: { amount: "200000.00", currency: "CNY" },
        netMassKg: "1200",
        quantities: { L: "1200" },
      },
    ],
    documents: [],
  });

/** Signs the sample trader in and makes a token, which outlives the server's process. */
export const tokenAt = async (url: string): Promise<string> => {
  const post = (path: string, body: object, headers = {}): Promise<Response> =>
    fetch(`${url}/api/v1/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, ...headers },
      body: JSON.stringify(body),
    });
  const session = await post("session", { account: ACCOUNT, password: SAMPLE_PASSWORD });
  const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? "";
  const made = await post("tokens", { label: "crash trial" }, { cookie });
  if (!made.ok) throw new Error(`${ACCOUNT} got no token: ${await made.text()}`);
  return ((await made.json()) as { token: string }).token;
};

/** Files the declaration of a reference; the same reference always carries the same bytes. */
export const file = async (client: Client, reference: string): Promise<Answer> => {
  const answer = await ask(client, "declaration/file", declarationUnder(reference));
  if (answer.kind !== "answered") return answer;
  const { declaration, repeated } = JSON.parse(answer.text) as { declaration: string; repeated: boolean };
  const text = answer.text.replace('"repeated":true', '"repeated":false');
  return { kind: "acknowledged", declaration, repeated, text };
};

/** Reads the newest declarations, as a page does. */
export const readList = (client: Client): Promise<Refused | { readonly kind: "answered" }> =>
  ask(client, "declaration/list", "{}");

const ask = async (
  { url, token, patienceMs, took }: Client,
  path: string,
  body: string,
): Promise<Refused | { readonly kind: "answered"; readonly text: string }> => {
  const start = performance.now();
  try {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body,
      signal: AbortSignal.timeout(patienceMs ?? PATIENCE_MS),
    });
    const text = await response.text();
    if (response.ok) return { kind: "answered", text };
    const { type, next } = JSON.parse(text) as { type: string; next: string };
    return {
      kind: "refused",
      status: response.status,
      type,
      next,
      retryAfter: response.headers.get("retry-after"),
    };
  } catch (error) {
    return { kind: "lost", why: String((error as Error).cause ?? error) };
  } finally {
    took?.(performance.now() - start);
  }
};

/** True for the one problem that a lost store may give: nothing was carried out, send the same again, and when. */
export const isRetryable = (answer: Answer | { readonly kind: "answered" }): boolean =>
  answer.kind === "refused" &&
  answer.status === 503 &&
  answer.type === `${PROBLEM_BASE}try-again` &&
  answer.next.includes("same request again") &&
  /^[1-9]\d*$/.test(answer.retryAfter ?? "");
