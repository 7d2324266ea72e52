/** What filing is measured against: a bare HTTP server that parses, validates with the same schema, and answers. */
import { fileDeclaration } from "@openftz/customs/declaration/file-declaration.ts";
import { checkerOf } from "@openftz/server/desk/requests.ts";
import fastify from "fastify";

const check = checkerOf(fileDeclaration.request);
const app = fastify();
app.post("/api/v1/declaration/file", async (request, reply) => {
  const problem = check(request.body);
  if (problem) return reply.code(problem.status).send(problem);
  return { position: 1, repeated: false, declaration: "221820261000000001", state: "released" };
});
const url = await app.listen({ host: "127.0.0.1", port: 0 });
process.on("message", (message) => {
  if (message === "stop") void app.close().then(() => process.exit(0));
});
process.send!({ url });
