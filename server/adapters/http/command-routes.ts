/** POST /api/v1/<noun>/<verb> for every command: the bytes go to the desk as they came, the answer back as ready text. */
import type { FastifyInstance } from "fastify";
import { sendJson, sendProblem } from "./answers.ts";
import { accountOf, gateFor } from "./gate.ts";
import type { HttpParts } from "./parts.ts";
import { bodyOf, pathOf } from "./requests.ts";
import { noted } from "./slow.ts";

/** Adds the commands of the release. */
export const addCommands = (app: FastifyInstance, parts: HttpParts): void => {
  const { installation } = parts;
  for (const { name, by } of installation.registry.commands.values()) {
    app.post(pathOf(name), { onRequest: gateFor(parts, by) }, async (request, reply) => {
      const submission = { command: name, actor: accountOf(request), bytes: bodyOf(request) };
      const outcome = await noted(parts, name, installation.submit(submission));
      if (outcome.kind === "refused") return sendProblem(reply, outcome.problem);
      const { position, repeated, answer } = outcome;
      return sendJson(reply, { position, repeated, ...answer });
    });
  }
};
