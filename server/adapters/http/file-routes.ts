/** Files beside the journal: sent as raw bytes, named by their SHA-256. */
import type { Readable } from "node:stream";
import { holds, type Role } from "@openftz/customs/define/actor.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sendJson, sendNothingHere } from "./answers.ts";
import { BodyTooLarge, NoRoom } from "./failures.ts";
import { accountOf, gateFor } from "./gate.ts";
import type { HttpParts } from "./parts.ts";
import { API, bodyOf } from "./requests.ts";

const WHO_SENDS: readonly Role[] = ["tariff-keeper", "importer", "administrator", "officer", "declarant"];
const WHO_SENDS_EDITIONS: readonly Role[] = ["tariff-keeper", "importer", "administrator"];
const WHO_READS: readonly Role[] = ["tariff-keeper", "administrator"];
const HASH = /^[0-9a-f]{64}$/;

/** Adds the routes of files, with a body reader of their own. */
export const addFiles = (app: FastifyInstance, parts: HttpParts): void => {
  const { installation, limits } = parts;
  const room = new Room(limits.uploadBytes);
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", async (request: FastifyRequest, payload: Readable) =>
      readUpload(payload, await mostBytes(parts, request), lengthOf(request), room),
    );
    scope.put(
      `${API}/files`,
      { onRequest: gateFor(parts, WHO_SENDS), bodyLimit: limits.fileBytes },
      async (request, reply) => sendJson(reply, { hash: await installation.keepFile(bodyOf(request)) }),
    );
  });
  app.get<{ Params: { hash: string } }>(
    `${API}/files/:hash`,
    { onRequest: gateFor(parts, WHO_READS) },
    async (request, reply) => {
      const { hash } = request.params;
      const bytes = HASH.test(hash) ? await installation.store.files.find(hash) : undefined;
      if (!bytes) return sendNothingHere(reply);
      return reply
        .headers({
          "cache-control": "private, no-store",
          "content-disposition": `attachment; filename="${hash}"`,
          "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
          "content-type": "application/octet-stream",
          "referrer-policy": "no-referrer",
          "x-content-type-options": "nosniff",
        })
        .send(Buffer.from(bytes));
    },
  );
};

const mostBytes = async ({ installation, limits }: HttpParts, request: FastifyRequest): Promise<number> => {
  const actor = await installation.actorOf(accountOf(request));
  return holds(actor, WHO_SENDS_EDITIONS, "anywhere") ? limits.fileBytes : limits.documentBytes;
};

const lengthOf = ({ headers }: FastifyRequest): number | undefined =>
  headers["content-length"] === undefined ? undefined : Number(headers["content-length"]);

/** Memory for files on their way; whoever finds none comes back later. */
class Room {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  take(bytes: number): void {
    if (bytes > this.#left) throw new NoRoom("no room for another file");
    this.#left -= bytes;
  }

  giveBack(bytes: number): void {
    this.#left += bytes;
  }
}

/** Reads a body into memory, as much as was announced and may be; room is kept for it while it arrives. */
const readUpload = async (
  payload: Readable,
  most: number,
  announced: number | undefined,
  room: Room,
): Promise<Buffer> => {
  const expected = announced ?? most;
  if (expected > most) throw new BodyTooLarge(most);
  room.take(expected);
  try {
    const chunks: Buffer[] = [];
    let received = 0;
    for await (const chunk of payload as AsyncIterable<Buffer>) {
      received += chunk.length;
      if (received > expected) throw new BodyTooLarge(most);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    room.giveBack(expected);
  }
};
