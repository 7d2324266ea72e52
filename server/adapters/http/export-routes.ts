/** A backup of a running server: what `openftz export --server` reads. Only for administrators of the whole. */
import { Readable } from "node:stream";
import { problem } from "@openftz/customs/define/problem.ts";
import type { FastifyInstance } from "fastify";
import Type from "typebox";
import { verifyUpTo } from "../../desk/verify.ts";
import { placeOf } from "../../export/export-format.ts";
import { framesOf, keysOf } from "../../export/export-source.ts";
import { sendJson, sendProblem } from "./answers.ts";
import { gateFor, isAdministrator } from "./gate.ts";
import type { HttpParts } from "./parts.ts";
import { API, readerOf } from "./requests.ts";

/** What encrypts the keys of persons on their way out. */
export const KeyPassphrase = Type.Object(
  { passphrase: Type.String({ minLength: 1, maxLength: 1_000 }) },
  { additionalProperties: false },
);

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Adds the routes. */
export const addExport = (app: FastifyInstance, parts: HttpParts): void => {
  const { installation } = parts;
  const { store } = installation;
  const administrator = { onRequest: gateFor(parts, isAdministrator) };
  const count = (text: unknown): number => {
    const value = typeof text === "string" && /^(0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : -1;
    return value <= installation.status().durable ? value : -1;
  };
  app.get<{ Querystring: Query }>(`${API}/export/place`, administrator, async ({ query }, reply) => {
    const position = count(query.position);
    if (position < 0) return sendProblem(reply, notThere("position"));
    return sendJson(reply, placeOf(await verifyUpTo(store.journal, position)));
  });
  app.get<{ Querystring: Query }>(`${API}/export/entries`, administrator, async ({ query }, reply) => {
    const [from, to] = [count(query.from), count(query.to)];
    if (from < 1) return sendProblem(reply, notThere("from"));
    if (to < from) return sendProblem(reply, notThere("to"));
    return reply
      .headers({
        "cache-control": "private, no-store",
        "content-type": "application/octet-stream",
        "x-content-type-options": "nosniff",
      })
      .send(Readable.from(framesOf(store, from, to)));
  });
  app.get(`${API}/export/files`, administrator, async (_, reply) =>
    sendJson(reply, { files: await store.files.list() }),
  );
  const readPassphrase = readerOf(KeyPassphrase);
  app.post(`${API}/export/keys`, administrator, async (request, reply) => {
    const read = readPassphrase(request);
    if ("problem" in read) return sendProblem(reply, read.problem);
    return sendJson(reply, await keysOf(store, read.value.passphrase));
  });
};

const notThere = (field: string) =>
  problem(
    "invalid-request",
    "The journal has no such entry.",
    "Give the number of an entry that is durable.",
    [{ pointer: `/${field}`, detail: "This is no position of an entry." }],
  );
