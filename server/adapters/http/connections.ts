/** What one connection, and all together, may take: how many are open, and how many requests one has unanswered. */
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import type { HttpParts } from "./parts.ts";

const TIDY_EVERY_MS = 1_000;

/** More connections than may be open are dropped; those on which nothing is asked make room for the next. */
const limitOpen = ({ server }: FastifyInstance, { limits, meters, clock, log }: HttpParts): void => {
  let tidiedAt = 0;
  server.maxConnections = limits.connections;
  server.on("drop", () => {
    meters.refusedEarly.add("connections");
    if (clock.now() - tidiedAt < TIDY_EVERY_MS) return;
    tidiedAt = clock.now();
    log.warn("http-connections-full", { most: limits.connections });
    server.closeIdleConnections();
  });
};

/** How many requests without a place wait for their answer on a connection. Those with a place are counted there. */
export class Unanswered {
  readonly #counts = new WeakMap<Socket, number>();

  /** One more has come; returns how many there are. */
  add(socket: Socket): number {
    const count = (this.#counts.get(socket) ?? 0) + 1;
    this.#counts.set(socket, count);
    return count;
  }

  /** One was answered, or has a place now. */
  remove(socket: Socket): void {
    this.#counts.set(socket, (this.#counts.get(socket) ?? 1) - 1);
  }
}

/**
 * A thousand requests fit into one packet, and all of them are begun before the first is answered. Whoever has more
 * of them on a connection than browsers and programs ever do is cut off: an answer would only wait behind the others.
 */
const limitUnanswered = (app: FastifyInstance, { limits, meters, unanswered }: HttpParts): void => {
  app.addHook("onRequest", ({ raw: { socket } }, reply, done) => {
    if (unanswered.add(socket) <= limits.unanswered) return done();
    if (!socket.destroyed) meters.refusedEarly.add("pipeline");
    socket.destroy();
    reply.hijack();
  });
  app.addHook("onResponse", ({ raw: { socket }, place }, _, done) => {
    if (place === null) unanswered.remove(socket);
    done();
  });
};

/** Sets both limits; before any other hook. */
export const limitConnections = (app: FastifyInstance, parts: HttpParts): void => {
  limitOpen(app, parts);
  limitUnanswered(app, parts);
};
