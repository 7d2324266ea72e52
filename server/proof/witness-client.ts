/** Asks a witness to sign a checkpoint (C2SP tlog-witness): it tells what it saw last, and gets the proof from there. */
import { headOf } from "./checkpoint.ts";

/** What became of it; `text` is the checkpoint with the witness's signatures added. */
export type Witnessed =
  | { readonly kind: "signed"; readonly size: number; readonly text: string }
  | { readonly kind: "refused"; readonly detail: string; readonly next: string }
  | { readonly kind: "silent"; readonly detail: string };

const SIZE = "text/x.tlog.size";
const PATIENCE_MS = 30_000;

/** Sends what `forWitness` makes of the size that the witness saw last. */
export const askWitness = async (
  witness: string,
  forWitness: (seen: number) => Promise<string>,
): Promise<Witnessed> => {
  let seen = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const body = await forWitness(seen);
    const answer = await post(`${witness}/add-checkpoint`, body);
    if ("silent" in answer) return { kind: "silent", detail: answer.silent };
    const { status, text, type } = answer;
    if (status === 200) return signed(body, text);
    const size = /^(0|[1-9][0-9]{0,14})\n?$/.exec(text)?.[1];
    if (status !== 409 || !type.startsWith(SIZE) || size === undefined || Number(size) === seen)
      return refusedBy(status, text);
    seen = Number(size);
  }
  return { kind: "refused", detail: "it sees new checkpoints all the time.", next: "Try again later." };
};

const post = async (url: string, body: string) => {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { method: "POST", body, redirect: "error", signal });
    const type = response.headers.get("content-type") ?? "";
    return { status: response.status, text: (await response.text()).slice(0, 10_000), type };
  } catch (error) {
    return { silent: `${url}: ${(error as Error).message}` };
  }
};

const signed = (body: string, lines: string): Witnessed => {
  if (!/^(— \S+ \S+\n)+$/u.test(lines)) return { kind: "silent", detail: "it sent no signature" };
  const checkpoint = body.slice(body.indexOf("\n\n") + 2);
  return { kind: "signed", size: headOf(checkpoint).size, text: checkpoint + lines };
};

const FORKED = "Keep everything: two journals were signed in one name. See docs/guides/prove.md.";
const REFUSALS: Readonly<Record<number, readonly [detail: string, next: string]>> = {
  403: [
    "it does not know the key that signed the checkpoint.",
    "Have it learn the public key (checkpoint show --keys).",
  ],
  404: ["it does not know this journal.", "Have it learn the public key (checkpoint show --keys)."],
  409: ["it has seen another checkpoint of the same size.", FORKED],
  422: ["the journal is not a continuation of what it has seen.", FORKED],
};

const refusedBy = (status: number, text: string): Witnessed => {
  const known = REFUSALS[status];
  if (!known) return { kind: "silent", detail: `it answered ${status} ${text.slice(0, 200)}` };
  return { kind: "refused", detail: known[0], next: known[1] };
};
