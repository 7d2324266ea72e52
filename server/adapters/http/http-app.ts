/** The application: every route with its gate. Made apart from the listening, so that tests can inject requests. */
import type { IncomingMessage } from "node:http";
import { type Problem, problem } from "@openftz/customs/define/problem.ts";
import fastify, { type FastifyInstance } from "fastify";
import type { Family } from "../../metrics/instruments.ts";
import { addAccounts, addTokens } from "./account-routes.ts";
import { sendNothingHere, sendProblem } from "./answers.ts";
import { answerBroken } from "./broken-requests.ts";
import { addCommands } from "./command-routes.ts";
import { limitConnections } from "./connections.ts";
import { addDocs } from "./docs.ts";
import { addExport } from "./export-routes.ts";
import { problemOf } from "./failures.ts";
import { addFiles } from "./file-routes.ts";
import { addMetrics } from "./metrics-route.ts";
import type { HttpParts } from "./parts.ts";
import { addProofs } from "./proof-routes.ts";
import { addPublic } from "./public-routes.ts";
import { addQueries } from "./query-routes.ts";
import { hostOf, nameOfHost } from "./senders.ts";
import { addSessions } from "./session-routes.ts";
import { isForPages, webPages } from "./web-pages.ts";

// How often senders who take too long are looked for, at the least.
const CHECK_EVERY_MS = 5_000;

/** Makes the application. `measured`: what else is told under /metrics. */
export const makeApp = (parts: HttpParts, measured: readonly Family[] = []): FastifyInstance => {
  const { limits, log } = parts;
  const app = fastify({
    bodyLimit: limits.commandBytes,
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.quietMs,
    http: {
      headersTimeout: limits.headMs,
      requestTimeout: limits.requestMs,
      requireHostHeader: false,
      connectionsCheckingInterval: Math.min(CHECK_EVERY_MS, Math.ceil(limits.headMs / 3)),
    },
    keepAliveTimeout: 60_000,
    forceCloseConnections: "idle",
    return503OnClosing: false,
    routerOptions: {
      caseSensitive: true,
      onBadUrl: (_path, _request, response) => answerBroken(response, 404),
    },
    clientErrorHandler: ({ code }, socket) => answerBroken(socket, STATUS_OF[code] ?? 400),
  });
  limitConnections(app, parts);
  app.decorateRequest("caller", null);
  app.decorateRequest("place", null);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  addHostCheck(app, parts);
  app.server.on("checkExpectation", (_, response) => answerBroken(response, 400));
  app.addHook("onResponse", (_, reply, done) => {
    parts.meters.httpAnswers.add(String(reply.statusCode));
    done();
  });
  const pages = webPages(parts.webRoot, parts.behindProxy);
  app.setNotFoundHandler((request, reply) =>
    isForPages(request) ? pages(request, reply) : sendNothingHere(reply),
  );
  app.setErrorHandler((error: Error, request, reply) => {
    const limit = request.routeOptions.bodyLimit ?? limits.commandBytes;
    return sendProblem(reply, problemOf(error, limit, request.id, request.routeOptions.url ?? "none", log));
  });
  addPublic(app, parts);
  addMetrics(app, parts, measured);
  addDocs(app, parts);
  addSessions(app, parts);
  addAccounts(app, parts);
  addTokens(app, parts);
  addFiles(app, parts);
  addProofs(app, parts);
  addExport(app, parts);
  addCommands(app, parts);
  addQueries(app, parts);
  return app;
};

const STATUS_OF: Readonly<Record<string, 408 | 413>> = {
  HPE_HEADER_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const wrongHost = () =>
  problem(
    "malformed-request",
    "This server answers only under the name of this machine's loopback.",
    "Use http://localhost or http://127.0.0.1; to serve others, put a proxy before it and start with --behind-proxy.",
  );

const noHost = () =>
  problem("malformed-request", "The request names no host.", "Send a Host header, as HTTP/1.1 asks for.");

/**
 * On loopback a page of another site could name this server by a host of its own (DNS rebinding); it is not answered.
 * Node itself would refuse a request without a host too, but without a word.
 */
const addHostCheck = (app: FastifyInstance, { hosts, behindProxy }: HttpParts): void => {
  let lastGood: string | undefined;
  const faultOf = ({ headers }: IncomingMessage): Problem | undefined => {
    const host = hostOf(headers, behindProxy);
    if (host === undefined) return noHost();
    if (host === lastGood) return undefined;
    if (hosts && !hosts.has(nameOfHost(host))) return wrongHost();
    lastGood = host;
    return undefined;
  };
  app.addHook("onRequest", (request, reply, done) => {
    const fault = faultOf(request.raw);
    if (fault) sendProblem(reply, fault);
    else done();
  });
};
