/** A client that files without pause, several at a time, and writes down every acknowledgement. */
import { setTimeout as sleep } from "node:timers/promises";
import { PARTIES } from "@openftz/server/sample/parties.ts";

/** A client that is refused waits a little before it goes on, as the answer asks. */
const AFTER_REFUSAL_MS = 100;

/** What the server acknowledged for a reference. */
export type Acknowledged = ReadonlyMap<string, string>;

const requestOf = (reference: string) => ({
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

/** Signs a sample account in and gives the cookie. */
export const signIn = async (url: string, account: string, password: string): Promise<string> => {
  const response = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ account, password }),
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (!response.ok || !cookie) throw new Error(`${account} could not sign in: ${await response.text()}`);
  return cookie;
};

/** What one attempt came to; `lost` when no answer came at all. */
export type Attempt =
  | { readonly kind: "acknowledged"; readonly declaration: string; readonly repeated: boolean }
  | { readonly kind: "refused"; readonly status: number; readonly type: string }
  | { readonly kind: "lost" };

/** Files one declaration under a reference. */
export const fileOnce = async (url: string, cookie: string, reference: string): Promise<Attempt> => {
  try {
    const response = await fetch(`${url}/api/v1/declaration/file`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie, origin: url },
      body: JSON.stringify(requestOf(reference)),
      signal: AbortSignal.timeout(20_000),
    });
    const body = (await response.json()) as { declaration: string; repeated: boolean; type: string };
    return response.ok
      ? { kind: "acknowledged", declaration: body.declaration, repeated: body.repeated }
      : { kind: "refused", status: response.status, type: body.type };
  } catch {
    return { kind: "lost" };
  }
};

/** Files until `stop` or the first lost answer of each lane; returns what was acknowledged and what was refused. */
export const fileWithoutPause = (url: string, cookie: string, prefix: string, lanes = 8) => {
  const acknowledged = new Map<string, string>();
  const unsure = new Set<string>();
  const refusals: Attempt[] = [];
  let stopped = false;
  const lane = async (number: number): Promise<void> => {
    for (let index = 0; !stopped; index++) {
      const reference = `${prefix}-${number}-${index}`;
      const attempt = await fileOnce(url, cookie, reference);
      if (attempt.kind === "acknowledged") acknowledged.set(reference, attempt.declaration);
      else unsure.add(reference);
      if (attempt.kind === "refused") {
        refusals.push(attempt);
        await sleep(AFTER_REFUSAL_MS);
      }
      if (attempt.kind === "lost") return;
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return {
    acknowledged: acknowledged as Acknowledged,
    unsure: unsure as ReadonlySet<string>,
    refusals: refusals as readonly Attempt[],
    stop: async () => {
      stopped = true;
      await done;
    },
    done,
  };
};
