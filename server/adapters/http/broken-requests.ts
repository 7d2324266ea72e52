/** Answers what is no proper HTTP: before there is a request, there is only a socket to write to. */
import { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { nothingHere, type Problem, problem } from "@openftz/customs/define/problem.ts";

type Status = 400 | 404 | 408 | 413;

const problemFor = (status: Status): Problem => {
  if (status === 404) return nothingHere();
  if (status === 413)
    return problem("too-large", "The address or the headers are too long.", "Send shorter ones.");
  if (status === 408)
    return problem(
      "too-slow",
      "The request did not arrive in time.",
      "Send it again, whole and without pauses; nothing was carried out.",
    );
  return problem("malformed-request", "This is no request that can be read.", "Send HTTP/1.1, whole.");
};

const TITLES = {
  400: "Bad Request",
  404: "Not Found",
  408: "Request Timeout",
  413: "Content Too Large",
} as const;

/** Answers with the problem and, on a bare socket, closes it. */
export const answerBroken = (to: ServerResponse | Duplex, status: Status): void => {
  const body = JSON.stringify(problemFor(status));
  const headers = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "content-type": "application/problem+json; charset=utf-8",
    "content-length": String(Buffer.byteLength(body)),
  };
  if (to instanceof ServerResponse) {
    to.writeHead(status, headers).end(body);
    return;
  }
  if (!to.writable) return;
  const lines = Object.entries({ ...headers, connection: "close" }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  to.end(`HTTP/1.1 ${status} ${TITLES[status]}\r\n${lines.join("")}\r\n${body}`);
};
