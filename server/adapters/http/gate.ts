/** Who is let in: decided before a body is read, and for everybody else there is nothing here. */
import { type Actor, holds } from "@openftz/customs/define/actor.ts";
import { problem } from "@openftz/customs/define/problem.ts";
import type { Audience } from "@openftz/customs/define/query.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Caller } from "../../accounts/callers.ts";
import { Place } from "./admission.ts";
import { sendNothingHere, sendProblem } from "./answers.ts";
import { sessionIn } from "./cookies.ts";
import { busy, tooMany } from "./failures.ts";
import type { HttpParts } from "./parts.ts";
import { addressOf, isOwnOrigin } from "./senders.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who is signed in; null: nobody. */
    caller: Caller | null;
    /** Its place among the requests on their way; null: it needs none. */
    place: Place | null;
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

/** Who calls, looked up; until that is known, whoever shows something takes from the bucket of strangers. */
const findOut = async (
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown | undefined,
): Promise<Caller | null | "answered"> => {
  const { callers, throttle, limits } = parts;
  const wait = throttle.take(strangerIn(parts, request), limits.rates.stranger);
  if (wait > 0) return answered(refuseEarly(parts, reply, wait));
  return (shown && (await callers.find(shown.by, shown.secret))) ?? null;
};

const strangerIn = ({ behindProxy }: HttpParts, { raw }: FastifyRequest): string =>
  `address ${addressOf(raw, behindProxy)}`;

const refuseEarly = (
  { meters }: HttpParts,
  reply: FastifyReply,
  waitMs: number,
  why: "rate" | "full" | "share" = "rate",
): FastifyReply => {
  meters.refusedEarly.add(why);
  return sendProblem(reply, why === "rate" ? tooMany() : busy(why), waitMs);
};

/** What a body may come to as far as its head tells. Files have room of their own, so they count as little here. */
const announced = ({ headers }: FastifyRequest, { limits }: HttpParts): number => {
  if (headers["transfer-encoding"] !== undefined) return limits.commandBytes;
  const length = Number(headers["content-length"] ?? 0);
  return Math.min(Number.isSafeInteger(length) ? length : 0, limits.commandBytes);
};

/** Gives the request a place, until its answer is sent or its connection is gone. False: it has been refused. */
const takePlace = (parts: HttpParts, request: FastifyRequest, reply: FastifyReply): boolean => {
  const sender = request.caller ? `account ${request.caller.account}` : strangerIn(parts, request);
  const place = parts.admission.enter(sender, announced(request, parts));
  if (!(place instanceof Place)) {
    refuseEarly(parts, reply, place.waitMs, place.why);
    return false;
  }
  request.place = place;
  parts.unanswered.remove(request.raw.socket);
  let isHeld = true;
  const leave = (): void => {
    if (isHeld) place.leave();
    isHeld = false;
  };
  reply.raw.once("finish", leave).once("close", leave);
  return true;
};

const answered = (_: FastifyReply): "answered" => "answered";

/** Takes one from the caller's bucket and notes him on the request. True: go on; false: it has been answered. */
const recognise = (
  parts: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
  caller: Caller,
): boolean => {
  const { throttle, limits, behindProxy } = parts;
  const wait = throttle.take(`${caller.by} ${caller.account}`, limits.rates[caller.by]);
  const isForeign =
    caller.by === "session" && !isSafe(request.method) && !isOwnOrigin(request.headers, behindProxy);
  if (wait > 0) refuseEarly(parts, reply, wait);
  else if (isForeign) sendProblem(reply, wrongOrigin());
  else request.caller = caller;
  return request.caller !== null;
};

/** Who may pass: an audience, whose roles may be held anywhere (where exactly is for the desk to say), or a test of the actor. */
export type Passers = Audience | ((actor: Actor) => boolean);

/** Holders of the administrator's role for the whole installation. */
export const isAdministrator = (actor: Actor): boolean => holds(actor, ["administrator"], []);

/** Whether somebody may pass; a promise only when his authority has to be read first. */
const mayPass = (
  { installation }: HttpParts,
  caller: Caller | null,
  passers: Passers,
): boolean | Promise<boolean> => {
  if (passers === "anyone") return true;
  if (caller === null) return false;
  if (passers === "signed-in") return true;
  const test = (actor: Actor): boolean =>
    typeof passers === "function" ? passers(actor) : holds(actor, passers, "anywhere");
  const atHand = installation.actorAtHand(caller.account);
  return atHand ? test(atHand) : installation.actorOf(caller.account).then(test);
};

/**
 * A hook that lets those pass and no one else, and gives them a place. Whoever called a moment ago passes without
 * waiting for anything.
 */
export const gateFor =
  (parts: HttpParts, audience: Passers, place: "place" | "no-place" = "place") =>
  (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const letIn = (may: boolean): void => {
      if (!may) sendNothingHere(reply);
      else if (place === "no-place" || takePlace(parts, request, reply)) done();
    };
    const meet = (caller: Caller | null | "answered"): void => {
      if (caller === "answered" || (caller && !recognise(parts, request, reply, caller))) return;
      const may = mayPass(parts, caller, audience);
      if (typeof may === "boolean") letIn(may);
      else void may.then(letIn).catch(done);
    };
    const shown = shownBy(request, parts.behindProxy);
    const known = shown && parts.callers.peek(shown.by, shown.secret);
    if (known) meet(known);
    else void findOut(parts, request, reply, shown).then(meet).catch(done);
  };

/** The account that a gate for "signed-in" or for roles let pass. */
export const accountOf = ({ caller }: FastifyRequest): string => {
  if (caller === null) throw new Error("no gate stands before this route");
  return caller.account;
};
