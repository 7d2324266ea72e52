/** The views as they must be: every projection applied once to every entry, in order, in memory of its own. */
import { isDeepStrictEqual } from "node:util";
import type { Entry } from "@openftz/kernel/entry.ts";
import { type MemoryView, memoryViews } from "../../server/adapters/memory/memory-views.ts";
import { views } from "../../server/installation.ts";
import type { Row, RowOperation, ViewQuery } from "../../server/store.ts";
import { recalling } from "../../server/views/recalling.ts";
import { noRecall, type View } from "../../server/views/view.ts";
import { must } from "./violation.ts";

/** See the file's first line. */
export class ShadowViews {
  readonly #views = new Map<string, MemoryView>();
  readonly #tables = memoryViews(this.#views);
  #position = 0;
  #failed: unknown;

  constructor() {
    void this.#tables.prepare(views.map(({ shape }) => shape));
  }

  /** Applies entries that follow those applied before. */
  follow(entries: readonly Entry[]): void {
    const work = new Map<string, readonly RowOperation[]>(
      views.map((view) => [view.shape.name, this.#project(view, entries)]),
    );
    const to = this.#position + entries.length;
    this.#tables.apply(this.#position, to, work).catch((error: unknown) => {
      this.#failed = error;
    });
    this.#position = to;
  }

  #project(view: View, entries: readonly Entry[]): readonly RowOperation[] {
    const { shape, on, recalls } = view;
    if (!recalls) return entries.flatMap((entry) => on[entry.type]?.(entry as Entry<never>, noRecall) ?? []);
    const { rows } = this.#views.get(shape.name)!;
    const steps = recalling(view, entries);
    let step = steps.next();
    while (!step.done) {
      const found = step.value.map((key) => rows.get(JSON.stringify([key])));
      step = steps.next(found.filter((row) => row !== undefined));
    }
    return step.value;
  }

  /** The rows a query finds. */
  query(query: ViewQuery): Promise<readonly Row[]> {
    if (this.#failed) throw this.#failed;
    return this.#tables.query(query);
  }

  /** Throws unless other views have the same rows. */
  compare(others: ReadonlyMap<string, MemoryView>): void {
    for (const [name, { rows }] of this.#views) {
      const found = others.get(name)?.rows ?? new Map();
      const odd = [...new Set([...rows.keys(), ...found.keys()])].find(
        (key) => !isDeepStrictEqual(rows.get(key), found.get(key)),
      );
      must(
        "a view equals its rebuild",
        odd === undefined,
        () =>
          `${name} ${odd}: ${JSON.stringify(found.get(odd!))} instead of ${JSON.stringify(rows.get(odd!))}`,
      );
    }
  }
}
