/** Answers, as ready text with the headers that every answer of the API carries. */
import { nothingHere, type Problem } from "@openftz/customs/define/problem.ts";
import type { FastifyReply } from "fastify";

const ALWAYS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

const JSON_HEADERS = { ...ALWAYS, "content-type": "application/json; charset=utf-8" } as const;
const PROBLEM_HEADERS = { ...ALWAYS, "content-type": "application/problem+json; charset=utf-8" } as const;

const RETRY_SECONDS = 2;

/** Answers 200 with a value. Until it is read it weighs what it is long, in place of the request's body. */
export const sendJson = (reply: FastifyReply, value: object): FastifyReply => {
  const text = JSON.stringify(value);
  reply.request.place?.weighs(text.length);
  return reply.headers(JSON_HEADERS).send(text);
};

/** Answers 200 with what is JSON already. */
export const sendJsonBytes = (reply: FastifyReply, json: Buffer): FastifyReply =>
  reply.headers(JSON_HEADERS).send(json);

const TEXT_HEADERS = { ...ALWAYS, "content-type": "text/plain; charset=utf-8" } as const;

/** Answers 200 with a text. */
export const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply.headers(TEXT_HEADERS).send(text);

/** Answers 204: done, and there is nothing to say. */
export const sendNothing = (reply: FastifyReply): FastifyReply => reply.code(204).headers(ALWAYS).send();

/** Answers with a problem. What can be sent again says when: after `waitMs`, or in a few seconds. */
export const sendProblem = (reply: FastifyReply, problem: Problem, waitMs?: number): FastifyReply => {
  const seconds = waitMs === undefined ? RETRY_SECONDS : Math.max(1, Math.ceil(waitMs / 1_000));
  if (problem.status === 503 || problem.status === 429) reply.header("retry-after", String(seconds));
  return reply.code(problem.status).headers(PROBLEM_HEADERS).send(JSON.stringify(problem));
};

/** The one answer to everything that is not there for this caller, byte for byte the same. */
export const sendNothingHere = (reply: FastifyReply): FastifyReply => sendProblem(reply, nothingHere());
