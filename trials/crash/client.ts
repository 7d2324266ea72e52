/** A trader's program at the API: it signs in, files declarations, and tells what it was answered. */
import { PROBLEM_BASE } from "@openftz/customs/define/problem.ts";
import { SAMPLE_PASSWORD } from "@openftz/server/sample/accounts.ts";
import { PARTIES } from "@openftz/server/sample/parties.ts";

const ACCOUNT = "trader-1";
const PATIENCE_MS = 20_000;

/** What one request came to; `lost` when no whole answer came. */
export type Answer =
  | {
      readonly kind: "acknowledged";
      readonly declaration: string;
      readonly repeated: boolean;
      /** The answer's text, with `repeated` as it was in the first one: so it must never change by a byte. */
      readonly text: string;
    }
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly type: string;
      readonly next: string;
      readonly retryAfter: string | null;
    }
  | { readonly kind: "lost"; readonly why: string };

/** What is needed to file at one running server. */
export type Client = { readonly url: string; readonly cookie: string; readonly patienceMs?: number };

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

/** Signs the sample trader in and gives the cookie, which outlives the server's process. */
export const signIn = async (url: string): Promise<string> => {
  const response = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ account: ACCOUNT, password: SAMPLE_PASSWORD }),
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (!response.ok || !cookie) throw new Error(`${ACCOUNT} could not sign in: ${await response.text()}`);
  return cookie;
};

/** Files the declaration of a reference; the same reference always carries the same bytes. */
export const file = async ({ url, cookie, patienceMs }: Client, reference: string): Promise<Answer> => {
  try {
    const response = await fetch(`${url}/api/v1/declaration/file`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie, origin: url },
      body: declarationUnder(reference),
      signal: AbortSignal.timeout(patienceMs ?? PATIENCE_MS),
    });
    return answerOf(response, await response.text());
  } catch (error) {
    return { kind: "lost", why: String((error as Error).cause ?? error) };
  }
};

const answerOf = (response: Response, text: string): Answer => {
  const body = JSON.parse(text) as { declaration: string; repeated: boolean; type: string; next: string };
  if (!response.ok) {
    const retryAfter = response.headers.get("retry-after");
    return { kind: "refused", status: response.status, type: body.type, next: body.next, retryAfter };
  }
  const asFirst = text.replace('"repeated":true', '"repeated":false');
  return { kind: "acknowledged", declaration: body.declaration, repeated: body.repeated, text: asFirst };
};

/** True for the one problem that a lost store may give: nothing was carried out, send the same again, and when. */
export const isRetryable = (answer: Answer): boolean =>
  answer.kind === "refused" &&
  answer.status === 503 &&
  answer.type === `${PROBLEM_BASE}try-again` &&
  answer.next.includes("same request again") &&
  /^[1-9]\d*$/.test(answer.retryAfter ?? "");
