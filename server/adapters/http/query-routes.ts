/** GET (flat fields) and POST (JSON) /api/v1/<noun>/<verb> for every query. */
import type { Problem } from "@openftz/customs/define/problem.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Found } from "../../desk/ask.ts";
import type { AnyQuery } from "../../desk/registry.ts";
import { readJson } from "../../desk/requests.ts";
import { sendJson, sendProblem } from "./answers.ts";
import { gateFor } from "./gate.ts";
import { answerOf } from "./http-meters.ts";
import type { HttpParts } from "./parts.ts";
import { type Asked, queryStringReader } from "./query-string.ts";
import { bodyOf, pathOf } from "./requests.ts";
import { beginWork } from "./work.ts";

/** Adds the queries of the release. */
export const addQueries = (app: FastifyInstance, parts: HttpParts): void => {
  for (const query of parts.installation.registry.queries.values()) addQuery(app, parts, query);
};

const addQuery = (app: FastifyInstance, parts: HttpParts, query: AnyQuery): void => {
  const path = pathOf(query.name);
  const onRequest = gateFor(parts, query.by);
  const readParameters = queryStringReader(query);
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
  ): Promise<FastifyReply> => {
    const actor = request.caller?.account;
    const question = { query: query.name, actor, request: asked.request, ...asked.frame };
    const end = beginWork(parts, "query", query.name, request);
    try {
      const found = await parts.installation.ask(question);
      end(found.kind === "refused" ? answerOf(found.problem) : "found");
      return sendFound(reply, found);
    } catch (error) {
      end("broken");
      throw error;
    }
  };
  app.get(path, { onRequest }, async (request, reply) => {
    const asked = readParameters(parametersOf(request));
    return "problem" in asked ? sendProblem(reply, asked.problem) : answer(request, reply, asked);
  });
  app.post(path, { onRequest }, async (request, reply) => {
    const asked = readBody(request, readParameters);
    return "problem" in asked ? sendProblem(reply, asked.problem) : answer(request, reply, asked);
  });
};

/** By POST the request is the body; paging and time stay in the query string. */
const readBody = (
  request: FastifyRequest,
  readParameters: ReturnType<typeof queryStringReader>,
): Asked | { readonly problem: Problem } => {
  const asked = readParameters(parametersOf(request));
  if ("problem" in asked) return asked;
  const read = readJson(bodyOf(request));
  if ("status" in read) return { problem: read };
  return { request: read.value as Record<string, unknown>, frame: asked.frame };
};

const parametersOf = ({ raw }: FastifyRequest): URLSearchParams => {
  const url = raw.url ?? "";
  const start = url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : url.slice(start + 1));
};

const sendFound = (reply: FastifyReply, found: Found): FastifyReply => {
  if (found.kind === "refused") return sendProblem(reply, found.problem);
  if (found.kind === "answer") return sendJson(reply, found.answer);
  const { rows, next, position } = found;
  return sendJson(reply, { rows, next, position });
};
