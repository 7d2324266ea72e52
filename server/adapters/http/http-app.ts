/** The application: every route with its gate. Made apart from the listening, so that tests can inject requests. */
import type { IncomingMessage } from "node:http";
import { problem } from "@openftz/customs/define/problem.ts";
import fastify, { type FastifyInstance } from "fastify";
import { addAccounts, addTokens } from "./account-routes.ts";
import { sendNothingHere, sendProblem } from "./answers.ts";
import { answerBroken } from "./broken-requests.ts";
import { addCommands } from "./command-routes.ts";
import { addDocs } from "./docs.ts";
import { addExport } from "./export-routes.ts";
import { problemOf } from "./failures.ts";
import { addFiles } from "./file-routes.ts";
import type { HttpParts } from "./parts.ts";
import { addProofs } from "./proof-routes.ts";
import { addPublic } from "./public-routes.ts";
import { addQueries } from "./query-routes.ts";
import { hostOf, nameOfHost } from "./senders.ts";
import { addSessions } from "./session-routes.ts";
import { isForPages, webPages } from "./web-pages.ts";

// How often senders who take too long are looked for.
const CHECK_EVERY_MS = 5_000;

/** Makes the application. */
export const makeApp = (parts: HttpParts): FastifyInstance => {
  const { limits, log } = parts;
  const app = fastify({
    bodyLimit: limits.commandBytes,
    requestTimeout: limits.requestMs,
    http: {
      headersTimeout: limits.headMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: CHECK_EVERY_MS,
    },
    keepAliveTimeout: 60_000,
    forceCloseConnections: "idle",
    return503OnClosing: false,
    routerOptions: {
      caseSensitive: true,
      onBadUrl: (_path, _request, response) => answerBroken(response, 404),
    },
    clientErrorHandler: (error, socket) =>
      answerBroken(socket, error.code === "HPE_HEADER_OVERFLOW" ? 413 : 400),
  });
  app.decorateRequest("caller", null);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  addHostCheck(app, parts);
  const pages = webPages(parts.webRoot, parts.behindProxy);
  app.setNotFoundHandler((request, reply) =>
    isForPages(request) ? pages(request, reply) : sendNothingHere(reply),
  );
  app.setErrorHandler((error: Error, request, reply) => {
    const limit = request.routeOptions.bodyLimit ?? limits.commandBytes;
    return sendProblem(reply, problemOf(error, limit, request.id, request.routeOptions.url ?? "none", log));
  });
  addPublic(app, parts);
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

const wrongHost = () =>
  problem(
    "malformed-request",
    "This server answers only under the name of this machine's loopback.",
    "Use http://localhost or http://127.0.0.1; to serve others, put a proxy before it and start with --behind-proxy.",
  );

/** On loopback a page of another site could name this server by a host of its own (DNS rebinding); it is not answered. */
const addHostCheck = (app: FastifyInstance, { hosts, behindProxy }: HttpParts): void => {
  if (hosts === undefined) return;
  let lastGood: string | undefined;
  const isKnown = ({ headers }: IncomingMessage): boolean => {
    const host = hostOf(headers, behindProxy);
    if (host !== undefined && host === lastGood) return true;
    if (host === undefined || !hosts.has(nameOfHost(host))) return false;
    lastGood = host;
    return true;
  };
  app.addHook("onRequest", (request, reply, done) => {
    if (isKnown(request.raw)) done();
    else sendProblem(reply, wrongHost());
  });
};
