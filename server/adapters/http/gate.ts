/** Who is let in: decided before a body is read, and for everybody else there is nothing here. */
import { type Actor, holds } from "@openftz/customs/define/actor.ts";
import { problem } from "@openftz/customs/define/problem.ts";
import type { Audience } from "@openftz/customs/define/query.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Caller } from "../../accounts/callers.ts";
import { sendNothingHere, sendProblem } from "./answers.ts";
import { sessionIn } from "./cookies.ts";
import { tooMany } from "./failures.ts";
import type { HttpParts } from "./parts.ts";
import { addressOf, isOwnOrigin } from "./senders.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who is signed in; null: nobody. */
    caller: Caller | null;
  }
}

const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;

type Shown = { readonly by: Caller["by"]; readonly secret: string };

/** What the request shows to be let in: a token before a session. */
const shownBy = ({ headers }: FastifyRequest, secure: boolean): Shown | undefined => {
  if (headers.authorization !== undefined) {
    const secret = BEARER.exec(headers.authorization)?.[1];
    return secret === undefined ? undefined : { by: "token", secret };
  }
  const secret = sessionIn(headers, secure);
  return secret === undefined ? undefined : { by: "session", secret };
};

const isSafe = (method: string): boolean => method === "GET" || method === "HEAD";

const wrongOrigin = () =>
  problem(
    "malformed-request",
    "The request carries a session but does not come from a page of this server.",
    "Send it from this server's own pages, or use a token (Authorization: Bearer) in a program.",
    [{ pointer: "", detail: "The Origin header is missing or names another site." }],
  );

/** Finds out who calls and takes one from the sender's bucket. True: go on; false: it has been answered. */
const recognise = async (
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> => {
  const { callers, throttle, limits, behindProxy } = parts;
  const shown = shownBy(request, behindProxy);
  let caller = shown && callers.peek(shown.by, shown.secret);
  if (!caller) {
    const wait = throttle.take(`address ${addressOf(request.raw, behindProxy)}`, limits.rates.stranger);
    if (wait > 0) return answered(sendProblem(reply, tooMany(), wait));
    caller = shown && (await callers.find(shown.by, shown.secret));
  }
  if (!caller) return true;
  const wait = throttle.take(`${caller.by} ${caller.account}`, limits.rates[caller.by]);
  if (wait > 0) return answered(sendProblem(reply, tooMany(), wait));
  if (caller.by === "session" && !isSafe(request.method) && !isOwnOrigin(request.headers, behindProxy))
    return answered(sendProblem(reply, wrongOrigin()));
  request.caller = caller;
  return true;
};

const answered = (_: FastifyReply): false => false;

/** Who may pass: an audience, whose roles may be held anywhere (where exactly is for the desk to say), or a test of the actor. */
export type Passers = Audience | ((actor: Actor) => boolean);

/** Holders of the administrator's role for the whole installation. */
export const isAdministrator = (actor: Actor): boolean => holds(actor, ["administrator"], []);

const mayPass = async (
  { installation }: HttpParts,
  caller: Caller | null,
  passers: Passers,
): Promise<boolean> => {
  if (passers === "anyone") return true;
  if (caller === null) return false;
  if (passers === "signed-in") return true;
  const actor = await installation.actorOf(caller.account);
  return typeof passers === "function" ? passers(actor) : holds(actor, passers, "anywhere");
};

/** A hook that lets those pass and no one else. */
export const gateFor =
  (parts: HttpParts, audience: Passers) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (!(await recognise(parts, request, reply))) return reply;
    if (await mayPass(parts, request.caller, audience)) return undefined;
    return sendNothingHere(reply);
  };

/** The account that a gate for "signed-in" or for roles let pass. */
export const accountOf = ({ caller }: FastifyRequest): string => {
  if (caller === null) throw new Error("no gate stands before this route");
  return caller.account;
};
