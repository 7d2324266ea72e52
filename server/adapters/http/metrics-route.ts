/** GET /metrics: figures for Prometheus. They name acts and problems, never a person, a party or a record. */
import type { FastifyInstance } from "fastify";
import { type Family, gauge, METRICS_TYPE, metricsText } from "../../metrics/instruments.ts";
import { gateFor } from "./gate.ts";
import type { HttpParts } from "./parts.ts";
import { readiness, VERSION } from "./public-routes.ts";

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
  const families = [...serverFamilies(app, parts), ...own];
  const gate = gateFor(parts, parts.behindProxy ? ["administrator", "officer"] : "anyone", "no-place");
  app.get(METRICS_PATH, parts.behindProxy ? { onRequest: gate } : {}, async (_, reply) =>
    reply.headers(HEADERS).send(await metricsText(families)),
  );
};

const connectionsOf = (app: FastifyInstance): Promise<number> =>
  new Promise((resolve) => app.server.getConnections((error, count) => resolve(error ? Number.NaN : count)));

/** All families but those of the process. */
export const serverFamilies = (app: FastifyInstance, parts: HttpParts): readonly Family[] => {
  const { installation, admission, meters, limits } = parts;
  const figures = () => installation.figures();
  const storeAnswers = readiness(parts);
  return [
    gauge({ name: "openftz_info", help: "1, with the release.", labels: ["version"] }, () => ({
      [VERSION]: 1,
    })),
    gauge(
      {
        name: "openftz_serving",
        help: "1 while requests are taken; 0 while the store is away or serving has stopped.",
      },
      () => installation.status().serving,
    ),
    gauge({ name: "openftz_store_up", help: "1 if the store answers now." }, storeAnswers),
    ...meters.families,
    gauge(
      {
        name: "openftz_requests_inside",
        help: "Requests that have a place: on their way in, being decided, or waiting until they are durable.",
      },
      () => admission.inside.requests,
    ),
    gauge(
      {
        name: "openftz_requests_inside_bytes",
        help: "Bytes of their bodies; a length that is not announced counts as the largest until it is known.",
      },
      () => admission.inside.bytes,
    ),
    gauge(
      {
        name: "openftz_requests_limit",
        help: "Places for requests. One sender may hold no more than are free.",
      },
      () => limits.inside.requests,
    ),
    gauge(
      { name: "openftz_requests_limit_bytes", help: "Bytes for their bodies." },
      () => limits.inside.bytes,
    ),
    gauge(
      { name: "openftz_senders", help: "Accounts and addresses that have a place." },
      () => admission.senders,
    ),
    gauge({ name: "openftz_connections", help: "Open connections." }, () => connectionsOf(app)),
    ...installation.appendMeters.families,
    gauge(
      { name: "openftz_journal_entries", help: "The journal's last durable position." },
      () => figures().durable,
    ),
    gauge(
      {
        name: "openftz_durable_lag_entries",
        help: "Entries that are decided and not yet durable; nobody was answered for them.",
      },
      () => figures().staged - figures().durable,
    ),
    gauge({ name: "openftz_view_lag_entries", help: "Durable entries that the lists do not show yet." }, () =>
      Math.max(0, figures().durable - figures().views),
    ),
    gauge(
      { name: "openftz_desk_waiting_requests", help: "Requests that wait to be decided." },
      () => figures().waiting,
    ),
    gauge({ name: "openftz_records_cached", help: "Records in memory." }, () => figures().records),
  ];
};
