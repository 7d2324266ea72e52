/** The page of all metrics. */
import { Admission } from "../adapters/http/admission.ts";
import { HttpMeters } from "../adapters/http/http-meters.ts";
import { DEFAULT_LIMITS } from "../adapters/http/limits.ts";
import { type Sources, serverFamilies } from "../adapters/http/server-families.ts";
import { AppendMeters } from "../metrics/append-meters.ts";
import type { Family } from "../metrics/instruments.ts";
import { processFamilies } from "../metrics/process-meters.ts";
import { code, page, table } from "./markdown.ts";

/** A server that is never asked. */
const NOBODY: Sources = {
  installation: {
    figures: () => ({ durable: 0, staged: 0, views: 0, waiting: 0, records: 0 }),
    status: () => ({ serving: false, durable: 0, views: 0, verified: 0, fault: null }),
    appendMeters: new AppendMeters(),
  },
  admission: new Admission(DEFAULT_LIMITS.inside, () => 0),
  meters: new HttpMeters(),
  limits: DEFAULT_LIMITS,
  connections: async () => 0,
  storeAnswers: async () => false,
};

/** Every family that a server tells. */
export const allFamilies = (): readonly Family[] => [
  ...serverFamilies(NOBODY),
  ...processFamilies(() => ({})),
];

/** Makes the page. */
export const metricsPage = (): string =>
  page(
    "Metrics",
    "`GET /metrics` tells these in Prometheus's text format. A server that only its own machine reaches tells anybody; behind a proxy (`--behind-proxy`) it tells officers and administrators, so give Prometheus a token (`authorization: { credentials: ... }` in its `scrape_configs`); for everybody else there is nothing here. Labels are names of acts, problems and errors of the release, never of a person, a party or a record. Asking takes no place among the requests, so it is answered under overload too.",
    table(
      ["metric", "kind", "labels", "what it says"],
      allFamilies().map(({ name, type, labels = [], help }) => [
        code(name),
        type,
        labels.map(code).join(" "),
        help,
      ]),
    ),
    "## What to watch",
    table(
      ["when", "it means"],
      [
        [
          "`openftz_store_up == 0` or `openftz_serving == 0` for a minute",
          "Nothing is taken: see [operating](../guides/operate.md).",
        ],
        [
          '`rate(openftz_refused_early_total{why=~"full|share"}[5m]) > 0`',
          "More comes than can be made durable. `share`: of one sender.",
        ],
        [
          '`rate(openftz_http_answers_total{status=~"500"}[5m]) > 0`',
          "A fault of the server; the log has it.",
        ],
        ["`openftz_view_lag_entries` grows for minutes", "Lists fall behind what is filed."],
        [
          "`histogram_quantile(0.99, rate(openftz_append_seconds_bucket[5m])) > 0.5`",
          "The database's disk is slow; every answer waits for it.",
        ],
        [
          '`openftz_memory_bytes{kind="heap"}` near `heap-limit`',
          "Give the server more: `--max-old-space-size`.",
        ],
      ],
    ),
  );
