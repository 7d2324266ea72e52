/** Answers what is no proper HTTP: before there is a request, there is only a socket to write to. */
import { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { nothingHere, type Problem, problem } from "@openftz/customs/define/problem.ts";

const problemFor = (status: 400 | 404 | 413): Problem => {
  if (status === 404) return nothingHere();
  if (status === 413)
    return problem("too-large", "The address or the headers are too long.", "Send shorter ones.");
  return problem(
    "malformed-request",
    "This is no request that can be read.",
    "Send HTTP/1.1, whole and in time.",
  );
};

const TITLES = { 400: "Bad Request", 404: "Not Found", 413: "Content Too Large" } as const;

/** Answers with the problem and, on a bare socket, closes it. */
export const answerBroken = (to: ServerResponse | Duplex, status: 400 | 404 | 413): void => {
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
