/** Measures the appends of a journal from outside, so that the pipeline need not know of it. */
import { performance } from "node:perf_hooks";
import type { Journal } from "../store.ts";
import { Counter, type Family, Histogram } from "./instruments.ts";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const ENTRIES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/** See the file's first line. */
export class AppendMeters {
  readonly #seconds = new Histogram(
    {
      name: "openftz_append_seconds",
      help: "How long the store took to make a batch of entries durable, or to fail.",
    },
    SECONDS,
  );
  readonly #entries = new Histogram(
    { name: "openftz_append_entries", help: "Entries in a batch that became durable." },
    ENTRIES,
  );
  readonly #failures = new Counter({
    name: "openftz_append_failures_total",
    help: "Batches that the store did not acknowledge, by the error's name. OutcomeUnknown may have become durable, ReferenceBound is decided again.",
    labels: ["error"],
  });

  /** All families. */
  get families(): readonly Family[] {
    return [this.#seconds, this.#entries, this.#failures];
  }

  /** The same journal; what is appended through it is measured. */
  measured(journal: Journal): Pick<Journal, "append" | "head"> {
    return {
      head: () => journal.head(),
      append: async (batch) => {
        const start = performance.now();
        try {
          await journal.append(batch);
          this.#entries.observe(batch.entries.length);
        } catch (error) {
          this.#failures.add((error as Error).name);
          throw error;
        } finally {
          this.#seconds.observe((performance.now() - start) / 1_000);
        }
      },
    };
  }
}
