/** Every figure of the server, in the order in which it is told. The reference page is made of this list. */
import type { Installation } from "../../installation.ts";
import { type Family, gauge } from "../../metrics/instruments.ts";
import type { Admission } from "./admission.ts";
import type { HttpMeters } from "./http-meters.ts";
import type { Limits } from "./limits.ts";
import { VERSION } from "./public-routes.ts";

/** Where the figures come from. */
export type Sources = {
  readonly installation: Pick<Installation, "figures" | "status" | "appendMeters">;
  readonly admission: Pick<Admission, "inside" | "senders">;
  readonly meters: HttpMeters;
  readonly limits: Pick<Limits, "inside">;
  readonly connections: () => Promise<number>;
  readonly storeAnswers: () => Promise<boolean>;
};

/** All families but those of the process. */
export const serverFamilies = (sources: Sources): readonly Family[] => {
  const { installation, admission, meters, limits, connections, storeAnswers } = sources;
  const figures = () => installation.figures();
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
    gauge({ name: "openftz_store_up", help: "1 if the store answers within a second." }, storeAnswers),
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
        help: "Bytes of their bodies, then of their answers until they are sent; a length that is not announced counts as the largest until it is known.",
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
    gauge({ name: "openftz_connections", help: "Open connections." }, connections),
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
