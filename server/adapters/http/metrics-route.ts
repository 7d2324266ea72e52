/** GET /metrics: figures for Prometheus. They name acts and problems, never a person, a party or a record. */
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { type Family, METRICS_TYPE, metricsText } from "../../metrics/instruments.ts";
import { gateFor } from "./gate.ts";
import type { HttpParts } from "./parts.ts";
import { storeAsker } from "./public-routes.ts";
import { serverFamilies } from "./server-families.ts";

const HEADERS = {
  "cache-control": "no-store",
  "content-type": METRICS_TYPE,
  "x-content-type-options": "nosniff",
} as const;

/** Where it is. */
export const METRICS_PATH = "/metrics";

/**
 * Adds the route. Where only this machine reaches the server anybody may ask; behind a proxy everybody seems to come
 * from this machine, so there it is for officers and administrators, as the status is. It takes no place: it must
 * answer when all are taken.
 */
export const addMetrics = (app: FastifyInstance, parts: HttpParts, own: readonly Family[] = []): void => {
  const connections = () => connectionsOf(app);
  const families = [
    ...serverFamilies({ ...parts, connections, storeAnswers: withinASecond(storeAsker(parts.installation)) }),
    ...own,
  ];
  const gate = gateFor(parts, parts.behindProxy ? ["administrator", "officer"] : "anyone", "no-place");
  app.get(METRICS_PATH, parts.behindProxy ? { onRequest: gate } : {}, async (_, reply) =>
    reply.headers(HEADERS).send(await metricsText(families)),
  );
};

const STORE_MS = 1_000;

/** A store that says nothing is not up, and is not waited for. */
const withinASecond = (ask: () => Promise<boolean>) => (): Promise<boolean> =>
  Promise.race([ask(), sleep(STORE_MS, false, { ref: false })]);

const connectionsOf = (app: FastifyInstance): Promise<number> =>
  new Promise((resolve) => app.server.getConnections((error, count) => resolve(error ? Number.NaN : count)));
