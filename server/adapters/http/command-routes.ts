/** POST /api/v1/<noun>/<verb> for every command: the bytes go to the desk as they came, the answer back as ready text. */
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Reply } from "../../desk/replies.ts";
import { sendJson, sendProblem } from "./answers.ts";
import { accountOf, gateFor } from "./gate.ts";
import { answerOf } from "./http-meters.ts";
import type { HttpParts } from "./parts.ts";
import { bodyOf, pathOf } from "./requests.ts";
import { beginWork } from "./work.ts";

/** Adds the commands of the release. */
export const addCommands = (app: FastifyInstance, parts: HttpParts): void => {
  const { installation } = parts;
  for (const { name, by } of installation.registry.commands.values()) {
    // Not async: this is the way of every filing, and each promise more is felt.
    app.post(pathOf(name), { onRequest: gateFor(parts, by) }, (request, reply) => {
      const submission = { command: name, actor: accountOf(request), bytes: bodyOf(request) };
      const end = beginWork(parts, "command", name, request);
      const answer = (outcome: Reply): void => {
        end(kindOf(outcome));
        sendReply(reply, outcome);
      };
      installation
        .submit(submission)
        .then(answer)
        .catch((error: Error) => {
          end("broken");
          reply.send(error);
        });
    });
  }
};

const kindOf = (outcome: Reply): string => {
  if (outcome.kind === "refused") return answerOf(outcome.problem);
  return outcome.repeated ? "repeated" : "accepted";
};

const sendReply = (reply: FastifyReply, outcome: Reply): FastifyReply => {
  if (outcome.kind === "refused") return sendProblem(reply, outcome.problem);
  const { position, repeated, answer } = outcome;
  return sendJson(reply, { position, repeated, ...answer });
};
